"""What a result holds: what matched and where, a corrected word, likeness, articles that are gone."""

from __future__ import annotations

from search_articles import article, ask, cut, filled, nobody

from index.search.answering.matching import matches
from index.search.payload import search_payload
from index.search.query.parsing import parse
from index.search.whoosh_engine import WhooshEngine


def test_an_empty_index_answers(engine: WhooshEngine) -> None:
    for query in ("truce", "NOT truce", "tru*", "trcue~", '"a truce"', "date:2025..", "a b c d e f g"):
        assert ask(engine, [], query).total == 0
    assert engine.similar(article("a.txt", "A truce."), limit=5) == ()


def test_only_the_tokens_that_take_part_are_marked(engine: WhooshEngine) -> None:
    each = article("a.txt", "An exchange came. The prisoner exchange ended; a prisoner waited for the next exchange.")
    assert cut(each, matches(parse('"prisoner exchange"'), each, nobody)) == ["prisoner exchange"]
    assert cut(each, matches(parse('"prisoner next"~3'), each, nobody)) == ["prisoner", "next"]
    assert cut(each, matches(parse("next -river"), each, nobody)) == ["next"]
    assert matches(parse("next -waited"), each, nobody) == ()
    assert matches(parse("next AND river"), each, nobody) == ()


def test_matches_agree_with_the_hit(engine: WhooshEngine) -> None:
    each = article("a.txt", "Cease-fire! The ceasefire’s end; fire ceased in Kyïv.", title="Ceasefire")
    (hit,) = ask(filled(engine, [each]), [each], "ceasefire kyiv").hits
    spans = matches(parse("ceasefire kyiv"), each, nobody)
    assert cut(each, spans) == ["Ceasefire", "Cease-fire", "ceasefire", "Kyïv"]
    assert (hit.matches, hit.first) == (len(spans), spans[0])
    assert all(match in spans for snippet in hit.snippets for match in snippet.matches)


def test_a_word_that_nothing_has_is_corrected_and_said_so(engine: WhooshEngine) -> None:
    articles = [article(f"{n}.txt", "The ceasefire held and the agreement was kept.") for n in range(4)]
    articles.append(article("z.txt", "A ceasefare."))
    filled(engine, articles)
    result = ask(engine, articles, "ceasefrie")
    assert (result.corrected, result.total) == ("ceasefire", 4)
    assert cut(articles[0], result.hits[0].snippets[0].matches) == ["ceasefire"]
    assert ask(engine, articles, '"ceasefre held"').corrected == '"ceasefire held"'
    assert ask(engine, articles, "agreemnt ceasefire").corrected == "agreement ceasefire"
    assert ask(engine, articles, "ceasefire").corrected is None
    assert ask(engine, articles, "xylophone").corrected is None
    assert ask(engine, articles, "-ceasefrie").corrected is None
    assert ask(engine, articles, "agre", typing=True).corrected is None


def test_similar_articles(engine: WhooshEngine) -> None:
    articles = [
        article("a.txt", "Grain ships left the harbour under a corridor deal."),
        article("b.txt", "The corridor lets grain ships leave the harbour."),
        article("c.txt", "A football match ended without goals; ships were not mentioned, nor grain silos elsewhere."),
        article("d.txt", "Quiet weather."),
    ]
    paths = [path for path, _ in filled(engine, articles).similar(articles[0], limit=5)]
    assert paths == ["b.txt", "c.txt"]


def test_an_article_that_is_gone_is_listed_without_passages(engine: WhooshEngine) -> None:
    filled(engine, [article("a.txt", "A truce.", title="Calm")])
    (hit,) = ask(engine, [], "truce").hits
    assert (hit.document, hit.title, hit.snippets) == ("a.txt", "Calm", ())


def test_the_payload_is_what_the_design_says(engine: WhooshEngine) -> None:
    each = article("a.txt", "A truce held.", title="Calm")
    payload = search_payload(ask(filled(engine, [each]), [each], "truce"), {})
    assert list(payload)[:4] == ["query", "total", "took_ms", "corrected"]
    (hit,) = payload["hits"]  # type: ignore[misc]
    assert (hit["document"], hit["title"]) == ("a.txt", "Calm")
    (snippet,) = hit["snippets"]
    (span,) = snippet["matches"]
    assert snippet["text"] == each.document.text[snippet["start"] : snippet["end"]]
    assert each.document.text[span[0] : span[1]] == "truce"
