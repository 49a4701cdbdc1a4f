"""An article in the index's file: it comes back as it was put, whole or in parts, and damage is told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from index.building.kept import Page
from index.building.reading import made_ready
from index.building.recent import RecentPages
from index.building.store import Store
from index.documents.load import load
from index.documents.model import SourceFile
from index.documents.scan import scan
from index.errors import Cancelled, DamageError
from index.naming import names
from index.search.model import Article
from index.search.stored.pieces import cut
from index.starter import starter_corpus


@pytest.fixture
def put(tmp_path: Path) -> tuple[Store, dict[str, Article]]:
    """A file with the starter corpus in it."""
    store = Store(tmp_path / "articles.sqlite")
    read = [(file, load(file)) for file in scan(starter_corpus()).files]
    articles: list[tuple[SourceFile, Article]] = [(file, Article(one, names(one))) for file, one in read]
    store.put((file, made_ready(article.document, article.recognition).packed) for file, article in articles)
    return store, {file.path: article for file, article in articles}


def test_articles_come_back_as_they_were_put(put: tuple[Store, dict[str, Article]]) -> None:
    store, articles = put
    pages = store.pages([*articles, "not there.txt"])
    assert pages.keys() == articles.keys()
    for path, article in articles.items():
        page = pages[path]
        assert store.article(path) == article
        assert (page.title, page.date, page.text) == (
            article.document.title,
            article.document.date,
            article.document.text,
        )
        assert tuple(page.blocks) == article.document.blocks
        assert page.blocks[-1] == article.document.blocks[-1]
        assert page.blocks[:2] == list(article.document.blocks[:2])
        assert list(page.gaps) == list(cut(article.document.text).gaps())
    store.close()


def test_what_is_damaged_is_told_and_then_not_there(put: tuple[Store, dict[str, Article]]) -> None:
    store, articles = put
    path = next(iter(articles))
    store._rows("UPDATE article SET text=? WHERE path=?", b"nonsense", path)
    with pytest.raises(DamageError):
        _ = store.pages([path])[path].text
    assert store.article(path) is None
    assert store.pages([path]) == {}
    damaged = Page("a", "", None, "", b"", b"", b"", b"")
    for part in ("text", "blocks", "gaps", "document", "recognition"):
        with pytest.raises(DamageError):
            getattr(damaged, part)
    store.close()


def test_a_page_shown_lately_is_not_read_again_until_something_changes(
    put: tuple[Store, dict[str, Article]], tmp_path: Path
) -> None:
    store, articles = put
    path, other, *_ = articles
    page = store.pages([path])[path]
    assert store.pages([other, path])[path] is page
    # Another process, another connection.
    elsewhere = Store(tmp_path / "articles.sqlite")
    elsewhere.remove([path])
    assert store.pages([path]) == {}
    assert store.pages([other]).keys() == {other}
    store.remove([other])
    assert store.pages([other]) == {}
    elsewhere.close()
    store.close()


def test_few_pages_are_kept_and_no_large_ones() -> None:
    asked: list[str] = []

    def read(paths: Sequence[str]) -> dict[str, Page]:
        asked.extend(paths)
        size = {"large": 1 << 20}
        return {path: Page(path, "", None, "", b"t" * size.get(path, 1), b"", b"", b"") for path in paths}

    pages = RecentPages(read, lambda: 0)
    names = [str(number) for number in range(300)]
    assert list(pages(["large", *names])) == ["large", *names]
    asked.clear()
    assert set(pages(["large", "0", "299"])) == {"large", "0", "299"}
    assert asked == ["large", "0"]


def test_dates_are_read_a_few_at_a_time(put: tuple[Store, dict[str, Article]], monkeypatch: pytest.MonkeyPatch) -> None:
    store, articles = put
    monkeypatch.setattr("index.building.store._SOME", 1)
    looks = iter([False, False, True])
    with pytest.raises(Cancelled):
        store.dates(lambda: next(looks))
    assert store.dates() == {path: article.document.date for path, article in articles.items()}
    store.close()


def test_dates_follow_what_is_kept(put: tuple[Store, dict[str, Article]]) -> None:
    store, articles = put
    dates = store.dates()
    assert dates == {path: article.document.date for path, article in articles.items()}
    assert store.dates() is dates
    gone = next(iter(articles))
    store.remove([gone])
    with pytest.raises(Cancelled):
        store.dates(lambda: True)
    assert store.dates().keys() == articles.keys() - {gone}
    store.close()
