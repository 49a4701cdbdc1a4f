"""Searching in titles, paths, names and dates, in any script."""

from __future__ import annotations

from search_articles import article, ask, cut, filled, found, reader

from index.entities.model import EntityType
from index.search.answering.matching import matches
from index.search.query.parsing import parse
from index.search.whoosh_engine import WhooshEngine


def test_title_text_and_path(engine: WhooshEngine) -> None:
    articles = [
        article("north/a.txt", "Talks went on.", title="Truce"),
        article("south/b.txt", "A truce came.", title="Talks"),
    ]
    filled(engine, articles)
    assert found(ask(engine, articles, "title:truce")) == ["north/a.txt"]
    assert found(ask(engine, articles, "text:talks -title:talks")) == ["north/a.txt"]
    assert found(ask(engine, articles, "path:NORTH")) == ["north/a.txt"]
    assert found(ask(engine, articles, "talks path:south")) == ["south/b.txt"]
    (hit,) = ask(engine, articles, "title:truce").hits
    assert cut(articles[0], [hit.first] if hit.first else []) == ["Truce"]


def test_a_person_is_found_under_every_name_and_marked_where_named(engine: WhooshEngine) -> None:
    people: list[tuple[EntityType, str]] = [
        ("PERSON", "Marta Dovzhyk"),
        ("PERSON", "Dovzhik"),
        ("ORG", "Dovzhyk Group"),
    ]
    articles = [
        article("a.txt", "Marta Dovzhyk spoke. Others listened.", names=people),
        article("b.txt", "Later, Dovzhik left.", names=people),
        article("c.txt", "Dovzhyk Group sold grain.", names=people),
    ]
    filled(engine, articles)

    def names(name: str, types: tuple[EntityType, ...]) -> frozenset[tuple[EntityType, str]]:
        assert types == ("PERSON",)
        return frozenset({("PERSON", "marta dovzhyk"), ("PERSON", "dovzhik")} if "dovzh" in name.casefold() else ())

    result = engine.search(parse("person:dovzhyk"), limit=9, read=reader(articles), names=names)
    assert set(found(result)) == {"a.txt", "b.txt"}
    assert {cut(each, matches(parse("person:dovzhyk"), each, names))[0] for each in articles[:2]} == {
        "Marta Dovzhyk",
        "Dovzhik",
    }
    assert engine.search(parse("person:nobody"), limit=9, read=reader(articles), names=names).total == 0
    assert found(engine.search(parse("org:dovzhyk*"), limit=9, read=reader(articles), names=names)) == ["c.txt"]


def test_dates_of_the_article_and_dates_it_names(engine: WhooshEngine) -> None:
    articles = [
        article("april.txt", "A truce.", date="2025-04-21T10:00:00"),
        article("named.txt", "It began in February 2022.", dates={"February 2022": "2022-02"}),
        article("none.txt", "A truce lasted P30D.", dates={"P30D": "P30D"}),
    ]
    filled(engine, articles)
    assert found(ask(engine, articles, "date:2025-04..2025-06")) == ["april.txt"]
    assert found(ask(engine, articles, "date:2025-04-22..")) == []
    assert found(ask(engine, articles, "date:..2022-02-10")) == ["named.txt"]
    assert found(ask(engine, articles, "date:2022")) == ["named.txt"]
    assert found(ask(engine, articles, "truce date:2025")) == ["april.txt", "none.txt"]
    (hit,) = ask(engine, articles, "date:2022-01..2022-03").hits
    assert cut(articles[1], hit.snippets[0].matches) == ["February 2022"]


def test_titles_and_paths_of_any_script(engine: WhooshEngine) -> None:
    articles = [article("тема/停火.txt", "Перемирие в Женеве. 停火协议。", title="Перемирие")]
    filled(engine, articles)
    for query in ("перемирия", "停火", "title:перемирие", "path:停火", "пере*"):
        assert [hit.title for hit in ask(engine, articles, query).hits] == ["Перемирие"], query
