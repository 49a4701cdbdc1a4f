"""No text of an article is read as markup: what takes markup is called nowhere with anything but words of our own."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import tui

FILES = sorted(Path(tui.__file__).parent.rglob("*.py"))
WIDGETS = frozenset(
    ("Label", "Static", "Button", "Link", "Checkbox", "RadioButton", "Option", "Collapsible", "TabPane", "Toast")
)
"""Widgets of Textual whose text is markup unless they are told otherwise."""
PARSERS = frozenset(("from_markup", "Markdown", "MarkdownViewer"))
"""What makes something of markup, whoever wrote it."""


def offences(source: str) -> list[str]:
    """The calls in a source that would read markup, with their lines."""
    found = []
    tree = ast.parse(source)
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    theirs = {each.name for node in imports if (node.module or "").startswith("textual") for each in node.names}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in ("rich.markup", "textual.markup", "rich.prompt"):
            found.append(f"{node.lineno}: imports {node.module}")
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        plain = any(
            word.arg == "markup" and isinstance(word.value, ast.Constant) and word.value.value is False
            for word in node.keywords
        )
        constant = bool(node.args) and isinstance(node.args[0], ast.Constant)
        if name == "notify" and not plain:
            found.append(f"{node.lineno}: notify without markup=False")
        elif name in WIDGETS & theirs and node.args and not plain and not constant:
            found.append(f"{node.lineno}: {name} without markup=False")
        elif name in PARSERS:
            found.append(f"{node.lineno}: {name}")
        elif name == "update" and isinstance(node.func, ast.Attribute) and node.args and _is_text(node.args[0]):
            found.append(f"{node.lineno}: update with a text")
    return found


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_nothing_takes_markup(file: Path) -> None:
    assert offences(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "bad",
    [
        "self.notify(str(problem))",
        "self.notify(str(problem), markup=True)",
        "yield Label(document.title)",
        "yield Static(f'{title}')",
        "Content.from_markup(title)",
        "self.query_one('#x').update(f'[b]{title}')",
        "from rich.markup import render",
        "yield Markdown(document.text)",
    ],
)
def test_the_rule_finds_what_it_forbids(bad: str) -> None:
    assert len(offences(f"from textual.widgets import Label, Static\n{bad}")) == 1


@pytest.mark.parametrize("good", ["self.notify(str(problem), markup=False)", "yield Label('Ready')", "Content(title)"])
def test_the_rule_leaves_the_rest(good: str) -> None:
    assert offences(good) == []
