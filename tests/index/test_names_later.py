"""Of many new articles the words are indexed first; the names follow, and then all is as if both had come at once."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from index.building.kept import Page
from index.building.reading import Named, name_page
from index.entities.model import Mention
from index.errors import Cancelled
from index.library import Library
from index.settings import Settings

MANY = 60
QUERIES = ("ferry", "person:kovac", "place:paris ferry", "date:2024..2025", '"harbour of paris"')


def write(corpus: Path, number: int, more: str = "") -> None:
    file = corpus / f"{number:03}.txt"
    text = (
        f"Ferry number {number} sails\n\nElena Kovac met Ivan Horvat in the harbour of Paris on 3 May 2024.\n\n"
        f'"It is ferry {number}," Kovac said. {more}\n'
    )
    file.write_text(text)
    os.utime(file, (1_700_000_000 + len(more), 1_700_000_000 + len(more)))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for number in range(MANY):
        write(folder, number)
    return folder


@pytest.fixture
def library(corpus: Path, tmp_path: Path) -> Library:
    return opened(corpus, tmp_path / "one")


def opened(corpus: Path, place: Path) -> Library:
    return Library.open(corpus, settings=replace(Settings(), cache_dir=place / "cache", data_dir=place / "data"))


def answers(library: Library) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for query in QUERIES:
        result = library.search(query, limit=MANY)
        found[query] = [(hit.document, round(hit.score, 9), hit.snippets) for hit in result.hits]
    found["names"] = library.annotations("007.txt")
    found["entities"] = library.entities()
    found["listing"] = library.listing()
    return found


def test_a_long_article_is_left_to_a_process_that_can_be_killed(
    library: Library, corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(corpus, 0, "and on " * 10_000)
    library.refresh(names=False)
    here: list[str] = []

    def noted(page: Page) -> Named | str:
        here.append(page.path)
        return name_page(page)

    monkeypatch.setattr("index.building.refresh.name_page", noted)
    status = library.refresh()
    assert (status.named, "001.txt" in here, "000.txt" in here) == (MANY, True, False)
    assert "Elena Kovac" in {mention.text for mention in library.annotations("000.txt").mentions}


def test_articles_that_name_nothing_stay_as_they_are(library: Library, corpus: Path, tmp_path: Path) -> None:
    for number in range(0, MANY, 3):  # read here, and by children
        file = corpus / f"{number:03}.txt"
        file.write_text("ferry after ferry went to and fro\n" * (1_600 if number == 45 else 1))
        os.utime(file, (1_700_000_100, 1_700_000_100))
    library.refresh(names=False)
    assert library.refresh().named == MANY
    assert library.annotations("000.txt").mentions == ()
    assert library.search("person:kovac", limit=MANY).total == MANY - MANY // 3
    other = opened(corpus, tmp_path / "other")
    other.refresh()
    assert answers(library) == answers(other)


def test_of_few_new_articles_names_can_wait_until_they_are_asked_for(
    library: Library, corpus: Path, tmp_path: Path
) -> None:
    library.refresh()
    write(corpus, 7, "Grace Sato came too.")
    status = library.refresh(names=False, few_names=False)
    assert (status.changed, status.current, status.named) == ({"007.txt"}, True, MANY - 1)
    assert library.search("sato").total == 1
    assert opened(corpus, tmp_path / "one").refresh(names=False, few_names=False).changed == frozenset()
    assert library.refresh().named == MANY
    other = opened(corpus, tmp_path / "other")
    other.refresh()
    assert answers(library) == answers(other)


def test_words_first_then_names_as_if_at_once(library: Library, corpus: Path, tmp_path: Path) -> None:
    status = library.refresh(names=False)
    assert (status.articles, status.named, status.current) == (MANY, 0, True)
    words = library.search("ferry", limit=MANY)
    assert words.total == MANY
    assert library.search("person:kovac").total == 0
    # What one article names is known whenever it is asked for.
    assert "Elena Kovac" in {mention.text for mention in library.annotations("007.txt").mentions}
    assert library._article("007.txt").recognition.mentions
    heard: list[tuple[int, int]] = []
    status = library.refresh(lambda done, todo: heard.append((done, todo)))
    assert (status.articles, status.named, len(status.changed)) == (MANY, MANY, MANY)
    assert heard[-1] == (MANY, MANY)
    assert [hit.document for hit in library.search("ferry", limit=MANY).hits] == [hit.document for hit in words.hits]
    other = opened(corpus, tmp_path / "other")
    other.refresh()
    assert answers(library) == answers(other)
    assert library.search("person:kovac").total == MANY
    assert library.refresh().changed == frozenset()


def test_what_is_named_is_heard_before_who_is_who_is_known(library: Library) -> None:
    heard: list[tuple[Mention, ...]] = []
    found = library.annotations("007.txt", found=heard.append)  # the index knows nothing yet
    library.refresh(names=False)
    assert library.annotations("007.txt", found=heard.append) == found  # nor what it names
    assert [[(m.start, m.text, m.type) for m in each] for each in heard] == [
        [(m.start, m.text, m.type) for m in found.mentions]
    ] * 2
    library.refresh()
    assert library.annotations("007.txt", found=heard.append).mentions
    assert len(heard) == 2


def test_names_go_on_where_they_were_stopped(library: Library, corpus: Path, tmp_path: Path) -> None:
    library.refresh(names=False)
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > 41

    with pytest.raises(Cancelled):
        library.refresh(cancelled=cancelled)
    status = library.status()
    assert 0 < status.named < MANY
    assert library.search("ferry", limit=MANY).total == MANY
    assert library.search("person:kovac", limit=MANY).total == status.named
    write(corpus, 3, "It went back to Rome.")
    (corpus / "004.txt").unlink()
    library.close()
    again = opened(corpus, tmp_path / "one")
    status = again.refresh()
    assert (status.articles, status.named) == (MANY - 1, MANY - 1)
    other = opened(corpus, tmp_path / "other")
    other.refresh()
    assert answers(again) == answers(other)


def test_names_are_found_apart(library: Library) -> None:
    status = library.refresh_apart()
    assert (status.articles, status.named) == (MANY, 0)
    status = library.find_names_apart()
    assert status.named == MANY
    assert library.search("person:kovac", limit=MANY).total == MANY
    assert library.find_names_apart().changed == frozenset()


@pytest.mark.parametrize(
    ("query", "asks"),
    [
        ("ferry", False),
        ("person:kovac", True),
        ("ferry -(person:kovac)", True),
        ("ferry date:2024..2025", True),  # dates that an article names count, too
        ("ferry path:sport", False),
    ],
)
def test_which_queries_wait_for_names(library: Library, query: str, asks: bool) -> None:
    assert library.asks_for_names(query) is asks
