"""Matches by way of the posting lists: where the text is another than was indexed, it is looked at itself."""

from __future__ import annotations

from collections.abc import Sequence

from search_articles import article, cut, filled, found, nobody, pages, reader

from index.building.kept import Page
from index.search.query.parsing import parse
from index.search.whoosh_engine import WhooshEngine


def test_a_text_that_changed_since_is_looked_at_itself(engine: WhooshEngine) -> None:
    indexed = article("a.txt", "A truce was signed in Istanbul and a truce was broken.")
    now = article("a.txt", "Nobody signed anything: no truce, no talks, nothing at all.")
    filled(engine, [indexed])
    result = engine.search(parse("truce"), limit=5, read=reader([now]), names=nobody, pages=pages([now]))
    (hit,) = result.hits
    assert hit.matches == 1
    assert cut(now, hit.snippets[0].matches) == ["truce"]


def test_a_damaged_page_costs_nothing_but_time(engine: WhooshEngine) -> None:
    one, other = article("a.txt", "A truce."), article("b.txt", "Another truce, another day.")
    filled(engine, [one, other])
    damaged = Page("a.txt", "", None, b"", b"", b"", b"")

    def broken(paths: Sequence[str]) -> dict[str, Page]:
        return {path: damaged for path in paths if path == "a.txt"}

    result = engine.search(parse("truce"), limit=5, read=reader([one, other]), names=nobody, pages=broken)
    assert sorted(found(result)) == ["a.txt", "b.txt"]
    assert [hit.matches for hit in result.hits] == [1, 1]
