"""Checking a report against the articles it cites: each citation is read again, each drift named with its line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, TypeAlias

from index.comparison.reports.citing import CITATION, Citation, digest, html_citation, markdown_citation
from index.comparison.reports.matrix_payload import cited_in_matrix
from index.comparison.reports.sealing import unchanged, unchanged_object
from index.documents.model import Document
from index.errors import CorpusError, FormatError

NOT_THERE = "no article of the corpus has this name"
_Read: TypeAlias = Callable[[str], Document | str]
"""Gives an article, or the reason why there is none."""


@dataclass(frozen=True, slots=True)
class Drift:
    """A citation that no longer holds: the report's line (from 1), what it cites, and why it fails, in a few words.

    In a report that is JSON, which may be one line, `where` leads to it: a JSON Pointer (RFC 6901, 2013), "" elsewhere.
    """

    line: int
    document: str
    start: int
    end: int
    reason: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Verification:
    """`checked` citations were read again; `drifts` are those that failed, in the order of the report.

    `unchanged` says whether the report still says what it said when it was written, None where it has no seal.
    """

    checked: int
    drifts: tuple[Drift, ...]
    unchanged: bool | None = None

    @property
    def stands(self) -> bool:
        """Whether something was checked, and nothing speaks against it."""
        return self.checked > 0 and not self.drifts and self.unchanged is not False


def verify(report: str, read: Callable[[str], Document]) -> Verification:
    """Check a Markdown, HTML or JSON report; `read` gives a document by its path or raises CorpusError or FormatError.

    A report without any citation gives one drift, on line 1: nothing in it can be checked.
    """
    checked = 0
    drifts: list[Drift] = []
    seen: dict[str, Document | str] = {}

    def document(path: str) -> Document | str:
        if path not in seen:
            try:
                seen[path] = read(path)
            except CorpusError:
                seen[path] = NOT_THERE
            except FormatError:
                seen[path] = "the article cannot be read"
        return seen[path]

    whole = report.strip()
    lines = [whole] if whole.startswith("{") and _is_json(whole) else report.split("\n")
    seals = [unchanged(report)]
    for number, line in enumerate(lines, 1):
        if line.startswith("{"):
            checks = _json_checks(line, document)
            seals.append(_unchanged_json(line))
        else:
            checks = (("", *found) for found in _line_checks(line, document))
        for where, cited, reason in checks:
            checked += 1
            if reason:
                drifts.append(Drift(number, cited.document, cited.start, cited.end, reason, where))
    if not checked:
        drifts.append(Drift(1, "", 0, 0, "the report cites nothing that can be checked"))
    told = [seal for seal in seals if seal is not None]
    return Verification(checked, tuple(drifts), all(told) if told else None)


def _line_checks(line: str, document: _Read) -> Iterator[tuple[Citation, str]]:
    """Each citation of a line of Markdown or HTML, with the reason why it fails ("": it holds)."""
    comments = CITATION.findall(line)
    saved = _as_saved(line)
    for comment in comments:
        cited = _parsed(comment)
        if cited is None:
            yield _unread(), "the citation is damaged"
            continue
        reason = _held_against(cited, document(cited.document))
        if not reason:
            source = document(cited.document)
            words = "" if isinstance(source, str) else source.text[cited.start : cited.end]
            whole = Citation(cited.document, cited.start, cited.end, words, cited.hash)
            if markdown_citation(whole) not in line and _as_saved(html_citation(whole)) not in saved:
                reason = "the report's wording is not what it cites"
        yield cited, reason
    damaged = line.count("<!--cite") - len(comments)
    if damaged > 0 or (not comments and ", sha256 " in line and "–" in line):
        yield _unread(), "the citation is damaged"


def _as_saved(line: str) -> str:
    """A line of HTML as a browser writes it when it saves a page: quotation marks of a text stand for themselves."""
    return line.replace("&#39;", "'").replace("&quot;", '"')


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _unchanged_json(line: str) -> bool | None:
    try:
        return unchanged_object(json.loads(line))
    except (ValueError, RecursionError):
        return None


def _parsed(comment: str) -> Citation | None:
    try:
        found = json.loads(comment)
    except (ValueError, RecursionError):
        return None
    path, start, end, wanted = (found.get(key) for key in "dseh")
    if not (isinstance(path, str) and type(start) is int and type(end) is int and isinstance(wanted, str)):
        return None
    return Citation(path, start, end, "", wanted)


def _unread(path: str = "") -> Citation:
    """What stands for a citation that is damaged: no more of it than the article, where that is known."""
    return Citation(path, 0, 0, "", "")


def _held_against(cited: Citation, source: Document | str) -> str:
    if isinstance(source, str):
        return source
    if not 0 <= cited.start < cited.end <= len(source.text):
        return "the offsets lie outside the article"
    if digest(source.text[cited.start : cited.end]) != cited.hash:
        return "the article says something else there now"
    return ""


def _json_checks(line: str, document: _Read) -> Iterator[tuple[str, Citation, str]]:
    """Each span of a comparison's or a matrix's JSON, with what leads to it: by its text where that stands beside it,
    and by its hash.
    """
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        yield "", _unread(), "the JSON is damaged"
        return
    if "rows" in found:
        for where, path, given in cited_in_matrix(found):
            cited = given if isinstance(given, dict) else {}
            checked, reason = _json_check(path, cited.get("span"), cited.get("text"), document)
            altered = not reason and cited.get("hash") != checked.hash
            yield where, checked, "the hash is not that of the words" if altered else reason
        return
    for key in ("alignments", "conflicts", "variants", "quotes"):
        for number, entry in enumerate(_list(found.get(key))):
            given = entry if isinstance(entry, dict) else {}
            for side in "ab":
                where = f"/{key}/{number}/{side}"
                yield where, *_json_check(found.get(side, ""), given.get(side), given.get(f"{side}_text"), document)
    hashes = found.get("hashes")
    for side in "ab":
        path = str(found.get(side, ""))
        only = zip_longest(_list(found.get(f"only_{side}")), _list(found.get(f"only_{side}_text")))
        for number, (span, words) in enumerate(only):
            yield f"/only_{side}/{number}", *_json_check(path, span, words, document)
        by_place = hashes.get(side) if isinstance(hashes, dict) else None
        for place, wanted in (by_place if isinstance(by_place, dict) else {}).items():
            escaped = place.replace("~", "~0").replace("/", "~1")
            yield f"/hashes/{side}/{escaped}", *_hash_check(path, place, wanted, document)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _hash_check(path: str, place: str, wanted: Any, document: _Read) -> tuple[Citation, str]:
    start, _, end = place.partition("-")
    if not (start.isdecimal() and end.isdecimal() and len(place) < 24 and isinstance(wanted, str)):
        return _unread(path), "the citation is damaged"
    cited = Citation(path, int(start), int(end), "", wanted)
    return cited, _held_against(cited, document(path))


def _json_check(path: str, span: Any, text: Any, document: _Read) -> tuple[Citation, str]:
    if not (isinstance(span, list) and len(span) == 2 and all(type(n) is int for n in span) and isinstance(text, str)):
        return _unread(str(path)), "the citation is damaged"
    cited = Citation(str(path), span[0], span[1], text, digest(text))
    return cited, _held_against(cited, document(cited.document))
