"""Hostile files of our own through all that writes: no escape, nothing that deceives the eye, no fault, no file."""

from __future__ import annotations

import json
import os
import re
import unicodedata
import xml.etree.ElementTree as xml
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import hostile_items
import pytest
from trust_screen import OpenScreen

from index.documents.binary import formats
from index.documents.scan import scan
from tui.cli import main

Run = Callable[..., bytes]

_NO_ARTICLES = {
    *("slip.zip", "slip.txt", "outside.epub", "entity.docx", "looped.pdf", "pdf-as.txt"),
    *("cut.docx", "cut.epub", "cut.pdf", "bent.epub", "parts.eml", "deep.docx", "deep.odt"),
    *(() if formats.reads_pdf() else ("lies.pdf", "count.pdf", "long.pdf")),
}
_WHOLE = (
    ("search", hostile_items.WORD),
    ("search", "PWNED", "--json"),
    ("search", "title:PWNED"),
    ("list",),
    ("list", "--json"),
    ("network", "--graphml"),
    ("timeline",),
    ("voices",),
    ("naming",),
    ("naming", "--json"),
    ("voices", "--json"),
    ("dossier", "Anna"),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[bytes], Path]:
    """The corpus, the names of its files, and where its index lies."""
    folder = tmp_path_factory.mktemp("hostile")
    return folder / "corpus", hostile_items.make(folder / "corpus"), folder / "cache"


@pytest.fixture
def run(
    made: tuple[Path, list[bytes], Path], capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Run:
    """Runs a command on the corpus; what it writes is looked at, and given."""
    corpus, _, cache = made
    monkeypatch.setenv("CEASEFIRE_READER_CACHE_DIR", str(cache))

    def ran(*arguments: str, statuses: tuple[int, ...] = (0, 1)) -> bytes:
        capfdbinary.readouterr()
        place = [str(corpus)] if arguments[0] == "index" else ["--corpus", str(corpus)]
        end = arguments.index("--") if "--" in arguments else len(arguments)
        status = main([*arguments[:end], *place, *arguments[end:]])
        told = capfdbinary.readouterr()
        assert status in statuses, (arguments, told.err)
        for written in (told.out, told.err):
            is_plain(written)
        return told.out

    return ran


def is_plain(written: bytes) -> None:
    """Nothing of it is obeyed by a terminal, and nothing deceives the eye."""
    text = written.decode("utf-8")
    assert not {each for each in set(text) if unicodedata.category(each) == "Cc" and each != "\n"}
    assert not hostile_items.INVISIBLE.search(text)


def test_everything_is_listed_or_skipped_with_its_reason(made: tuple[Path, list[bytes], Path], run: Run) -> None:
    corpus, names, _ = made
    told = json.loads(run("index", "--json"))
    found = scan(corpus)
    assert len(found.files) + len(found.skipped) == len(names)
    assert told["articles"] + len(told["skipped"]) == len(names)
    assert all(each["reason"] for each in told["skipped"])
    assert {each["document"] for each in told["skipped"]} == _NO_ARTICLES


def test_every_article_can_be_shown_and_compared(made: tuple[Path, list[bytes], Path], run: Run) -> None:
    corpus, _, _ = made
    run("index")
    for file in scan(corpus).files:
        if file.path in _NO_ARTICLES:
            continue
        name = os.path.relpath(file.location, os.path.realpath(corpus))
        assert hostile_items.WORD in run("show", "--", name).decode() or file.path.startswith(("html", "utf7", "toml"))
        run("entities", "--", name)
        assert b"PWNED" not in re.sub(rb'"(?:[^"\\]|\\.)*"', b"", run("show", "--json", "--", name))
        if file.size < 20_000:
            run("compare", "--", "carriage.txt", name)


def test_what_is_told_of_all_articles(run: Run) -> None:
    for arguments in _WHOLE:
        run(*arguments)
    graph = run("network", "--graphml")
    xml.fromstring(graph)


_PART = re.compile(r"href=#part-\d+")


class Tags(HTMLParser):
    """The elements and attributes of a report, without its own links to its own parts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "a" and len(attributes) == 1 and _PART.fullmatch(f"{attributes[0][0]}={attributes[0][1]}"):
            return
        self.found |= {tag, *(name for name, _ in attributes)}


@pytest.mark.parametrize(
    "name", ["html-title.txt", "markdown-title.txt", "rich-title.txt", "json-title.txt", "formula.txt", "osc8.txt"]
)
def test_reports_say_what_articles_say_and_do_nothing_of_it(run: Run, name: str) -> None:
    parser = Tags()
    parser.feed(run("compare", "--html", "carriage.txt", name).decode())
    assert not parser.found & {"script", "img", "svg", "iframe", "a", "href", "src", "onerror"}
    written = run("compare", "--markdown", "carriage.txt", name).decode()
    assert not re.search(r"(?<!\\)[\[!<](?:PWNED|x)\b|(?<!\\)\]\(", written)


def test_the_screen_obeys_none_of_it(
    made: tuple[Path, list[bytes], Path], open_screen: OpenScreen, tmp_path: Path
) -> None:
    corpus, _, _ = made
    screen = open_screen("--open", "osc52.txt", corpus)
    screen.until("truce at the harbour")
    screen.type("l")
    screen.until("overlong", "addresses", "PWNED")
    for _ in range(4):
        screen.type("\x1b[6~")
        screen.read(0.5)
    screen.type("\x1b")
    screen.read(0.7)
    screen.type("\x1b")
    screen.read(0.7)
    screen.type("/")
    screen.until("words, ")
    screen.type("PWNED")
    screen.until("PWNED")
    screen.read(1.0)
    os.kill(screen.process.pid, 15)
    assert screen.ended() == 143
    assert not screen.modes_left()
    assert not hostile_items.PLANTED.search(screen.written)
    assert not hostile_items.INVISIBLE.search(screen.written.decode("utf-8", "replace"))


def test_nothing_was_run_or_unpacked(made: tuple[Path, list[bytes], Path], run: Run) -> None:
    corpus, names, cache = made
    for place in (Path.cwd(), corpus, corpus.parent, cache, Path(os.environ["HOME"])):
        assert not (place / "PWNED").exists()
    assert sorted(os.listdir(os.fsencode(corpus))) == sorted(names)
