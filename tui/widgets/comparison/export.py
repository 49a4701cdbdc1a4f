"""What a comparison or a matrix is written as: formats, each with the text in it, and the name that is proposed."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from index.comparison.model import Comparison, Side
from tui.new_files import free

if TYPE_CHECKING:
    from index.comparison.matrix.model import Matrix
    from index.documents.model import Document

Format = Literal["markdown", "html", "json"]

FORMATS: tuple[Format, ...] = ("markdown", "html", "json")
NAMES: dict[Format, str] = {"markdown": "Markdown", "html": "HTML", "json": "JSON"}
SUFFIXES: dict[Format, str] = {"markdown": ".md", "html": ".html", "json": ".json"}

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST_STEM = 40
_MOST_BYTES = 80
"""Of a stem: the name of a file may have 255, and there are two of them in one."""


def comparison_stem(a: str, b: str) -> str:
    """A file's name, without its suffix, that tells which documents are compared."""
    return f"compare-{_stem(a)}-{_stem(b)}"


def matrix_stem(paths: Sequence[str]) -> str:
    """The same for a matrix: the first document, and how many there are."""
    return f"coverage-{_stem(paths[0])}-and-{len(paths) - 1}-more"


def proposed(stem: str, form: Format, folder: Path) -> Path:
    """A name in `folder` that no file has yet."""
    return free(folder / f"{stem}{SUFFIXES[form]}")


def _stem(path: str) -> str:
    name = Path(path).stem[:_LONGEST_STEM].encode("utf-8", "replace")[:_MOST_BYTES].decode("utf-8", "ignore")
    return _UNSAFE.sub("-", name).strip("-.") or "article"


def format_of(name: str) -> Format | None:
    """The format that a file's name asks for by its suffix."""
    suffix = Path(name).suffix.lower()
    by_suffix: dict[str, Format] = {
        ".md": "markdown",
        ".markdown": "markdown",
        ".html": "html",
        ".htm": "html",
        ".json": "json",
    }
    return by_suffix.get(suffix)


def rendered(form: Format, comparison: Comparison, a: Side, b: Side) -> str:
    """The comparison's report in a format."""
    from index.comparison.reports.payload import comparison_payload
    from index.comparison.reports.report import html, markdown

    if form == "markdown":
        return markdown(comparison, a, b)
    if form == "html":
        return html(comparison, a, b)
    names = {entity.id: entity.name for side in (a, b) for entity in side.annotations.entities}
    payload = comparison_payload(comparison, a.document, b.document, lambda entity: names.get(entity, entity))
    return json.dumps(payload, ensure_ascii=False) + "\n"


def rendered_matrix(form: Format, matrix: Matrix, documents: Sequence[Document], at_least: int) -> str:
    """The matrix's report in a format; `at_least` voices make a hole."""
    from index.comparison.reports.matrix_payload import matrix_payload
    from index.comparison.reports.matrix_report import matrix_html, matrix_markdown

    if form == "markdown":
        return matrix_markdown(matrix, documents, at_least)
    if form == "html":
        return matrix_html(matrix, documents, at_least)
    return json.dumps(matrix_payload(matrix, documents, at_least), ensure_ascii=False) + "\n"
