"""What every engine does: the conformance suite, and what is promised of ranking, correction and times."""

from __future__ import annotations

import contextlib
import os
import random
import threading
from pathlib import Path

import pytest
from search_articles import article, ask, cut, filled, found, nobody, reader

from index.entities.model import EntityType
from index.errors import Cancelled, EngineError, QueryError
from index.search.answering.matching import matches
from index.search.model import Article
from index.search.payload import search_payload
from index.search.query.parsing import parse
from index.search.whoosh_engine import WhooshEngine
from tests.bounds import bounded

CALM = "Nothing happened on the river that day and nobody asked why. "


def test_put_replace_remove(engine: WhooshEngine) -> None:
    first, second = article("a.txt", "A truce."), article("a.txt", "A battle.")
    other = article("b.txt", "A truce and a battle.")
    filled(engine, [first, other])
    assert engine.documents() == {"a.txt", "b.txt"}
    assert found(ask(engine, [first, other], "truce")) == ["a.txt", "b.txt"]
    filled(engine, [second])
    assert found(ask(engine, [second, other], "truce")) == ["b.txt"]
    assert set(found(ask(engine, [second, other], "battle"))) == {"a.txt", "b.txt"}
    with engine.refresh() as batch:
        batch.remove("b.txt")
        batch.remove("never there.txt")
    assert engine.documents() == {"a.txt"}
    assert found(ask(engine, [second], "truce")) == []


def test_within_one_batch_the_last_word_counts(engine: WhooshEngine) -> None:
    old, new = article("a.txt", "A truce."), article("a.txt", "A battle.")
    with engine.refresh() as batch:
        batch.put(old)
        batch.put(new)
        batch.put(article("b.txt", "A truce."))
        batch.remove("b.txt")
    assert engine.documents() == {"a.txt"}
    assert ask(engine, [new], "battle").total == 1
    assert ask(engine, [new], "NOT battle").total == 0


def test_a_commit_in_between_is_seen_and_an_error_drops_the_rest(engine: WhooshEngine) -> None:

    def broken_off() -> None:
        with engine.refresh() as batch:
            batch.put(article("a.txt", "A truce."))
            batch.commit()
            assert engine.documents() == {"a.txt"}
            batch.put(article("b.txt", "A truce."))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken_off()
    assert engine.documents() == {"a.txt"}
    filled(engine, [article("c.txt", "A truce.")])
    assert engine.documents() == {"a.txt", "c.txt"}


def test_what_was_committed_is_there_after_opening_again(tmp_path: Path) -> None:
    each = article("a.txt", "A truce.")
    filled(WhooshEngine(tmp_path / "index"), [each]).close()
    assert found(ask(WhooshEngine(tmp_path / "index"), [each], "truce")) == ["a.txt"]


def test_one_writer_at_a_time(engine: WhooshEngine, tmp_path: Path) -> None:
    with engine.refresh() as batch:
        batch.put(article("a.txt", "A truce."))
        second = WhooshEngine(tmp_path / "index")
        with pytest.raises(EngineError, match="another window"), second.refresh() as other:
            other.put(article("b.txt", "A truce."))
    assert engine.documents() == {"a.txt"}


def test_an_empty_index_answers(engine: WhooshEngine) -> None:
    for query in ("truce", "NOT truce", "tru*", "trcue~", '"a truce"', "date:2025..", "a b c d e f g"):
        assert ask(engine, [], query).total == 0
    assert engine.similar(article("a.txt", "A truce."), limit=5) == ()


def test_many_commits_leave_few_segments_and_lose_nothing(engine: WhooshEngine) -> None:
    articles = [article(f"{number}.txt", f"word{number} truce") for number in range(60)]
    for each in articles:
        filled(engine, [each])
    assert engine.documents() == {each.document.path for each in articles}
    assert ask(engine, articles, "truce").total == 60
    assert found(ask(engine, articles, "word17")) == ["17.txt"]
    with engine._snapshots.latest() as snapshot:
        assert len(snapshot.segments) <= 12


def test_a_history_of_changes_ranks_like_a_new_index(tmp_path: Path) -> None:
    texts = {f"{n}.txt": f"truce {'talks ' * (n % 5)} {'envoy ' * (n % 3)} {CALM * (n % 4)}" for n in range(30)}
    articles = [article(path, text, title="Talks") for path, text in texts.items()]
    fresh = filled(WhooshEngine(tmp_path / "fresh"), articles)
    grown = WhooshEngine(tmp_path / "grown")
    for start in range(0, 30, 7):
        filled(grown, [article(each.document.path, "truce old words") for each in articles[start : start + 9]])
    filled(grown, [*articles, article("gone.txt", "truce talks envoy")])
    with grown.refresh() as batch:
        batch.remove("gone.txt")
    for query in ("truce", "talks envoy", '"truce talks"', "title:talks river", "env* AND talks", "envoi~"):
        one, other = ask(fresh, articles, query), ask(grown, articles, query)
        assert [(h.document, round(h.score, 9)) for h in one.hits] == [
            (h.document, round(h.score, 9)) for h in other.hits
        ]


# -- what ranks first


def test_all_the_words_before_some_of_them(engine: WhooshEngine) -> None:
    articles = [
        article("some.txt", "truce " * 30),
        article("all.txt", CALM * 20 + "truce " + CALM * 20 + "envoy " + CALM * 20),
        article("other.txt", CALM),
    ]
    assert found(ask(filled(engine, articles), articles, "truce envoy")) == ["all.txt", "some.txt"]


def test_near_each_other_before_far_apart(engine: WhooshEngine) -> None:
    articles = [
        article("a-far.txt", "truce " + CALM * 6 + "envoy " + CALM),
        article("b-near.txt", CALM * 3 + "truce envoy " + CALM * 4),
    ]
    assert found(ask(filled(engine, articles), articles, "truce envoy"))[0] == "b-near.txt"


def test_in_the_title_before_in_the_text(engine: WhooshEngine) -> None:
    articles = [
        article("a.txt", CALM * 2 + "A truce came. " + CALM, title="River news"),
        article("b.txt", CALM * 3 + "An hour passed.", title="Truce news"),
    ]
    assert found(ask(filled(engine, articles), articles, "truce"))[0] == "b.txt"


def test_any_of_the_words_is_enough_unless_required(engine: WhooshEngine) -> None:
    articles = [article("a.txt", "A truce."), article("b.txt", "An envoy."), article("c.txt", "An envoy and a truce.")]
    filled(engine, articles)
    assert set(found(ask(engine, articles, "truce envoy"))) == {"a.txt", "b.txt", "c.txt"}
    assert set(found(ask(engine, articles, "+truce envoy"))) == {"a.txt", "c.txt"}
    assert found(ask(engine, articles, "truce AND envoy")) == ["c.txt"]
    assert found(ask(engine, articles, "truce -envoy")) == ["a.txt"]
    assert found(ask(engine, articles, "the")) == []


def test_scores_fall_and_equal_ones_go_by_path(engine: WhooshEngine) -> None:
    articles = [article(f"{number}.txt", "A truce.") for number in (3, 1, 2)] + [article("0.txt", "truce truce truce")]
    result = ask(filled(engine, articles), articles, "truce")
    assert found(result) == ["0.txt", "1.txt", "2.txt", "3.txt"]
    assert [hit.score for hit in result.hits] == sorted((hit.score for hit in result.hits), reverse=True)


@pytest.mark.parametrize("query", ["truce", "truce envoy", "truce envoy river word5 asked", "tru*"])
def test_a_smaller_limit_gives_the_beginning_of_the_same_list(engine: WhooshEngine, query: str) -> None:
    articles = [article(f"{n}.txt", f"truce {'envoy ' * (n % 7)} word{n} {CALM * (n % 5)}") for n in range(50)]
    filled(engine, articles)
    whole = ask(engine, articles, query)
    for limit in (0, 1, 5, 20):
        part = ask(engine, articles, query, limit=limit)
        assert found(part) == found(whole)[:limit]
        assert part.total == whole.total


# -- fields, names and dates


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


# -- matches


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


# -- correction, likeness, cancelling, limits


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


def test_a_cancelled_search_stops(engine: WhooshEngine) -> None:
    articles = [article(f"{n}.txt", "A truce.") for n in range(5)]
    filled(engine, articles)
    with pytest.raises(Cancelled):
        engine.search(parse("truce"), limit=5, read=reader(articles), names=nobody, cancelled=lambda: True)


def test_an_article_that_is_gone_is_listed_without_passages(engine: WhooshEngine) -> None:
    filled(engine, [article("a.txt", "A truce.", title="Calm")])
    (hit,) = ask(engine, [], "truce").hits
    assert (hit.document, hit.title, hit.snippets) == ("a.txt", "Calm", ())


def test_a_wildcard_for_too_many_words_is_explained(engine: WhooshEngine) -> None:
    articles = [article("a.txt", " ".join(f"ab{number}" for number in range(2500)))]
    filled(engine, articles)
    with pytest.raises(QueryError, match="more than 2,000 words"):
        ask(engine, articles, "ab*")
    assert ask(engine, articles, "ab", typing=True).total == 1


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


def test_titles_and_paths_of_any_script(engine: WhooshEngine) -> None:
    articles = [article("тема/停火.txt", "Перемирие в Женеве. 停火协议。", title="Перемирие")]
    filled(engine, articles)
    for query in ("перемирия", "停火", "title:перемирие", "path:停火", "пере*"):
        assert [hit.title for hit in ask(engine, articles, query).hits] == ["Перемирие"], query


def _corpus(number: int) -> list[Article]:
    words = [
        f"{a}{b}{c}"
        for a in ("ta", "ce", "mor", "zel", "pri")
        for b in ("lk", "ase", "ta", "ens")
        for c in ("", "s", "ky", "er")
    ]
    return [
        article(f"{n}.txt", " ".join(words[(n * 7 + k * k) % len(words)] for k in range(120)), title=f"Title {n}")
        for n in range(number)
    ]


HARD = [
    " ".join(f"talk{n}" for n in range(1500)),
    " ".join(f"tal{chr(97 + n % 26)}~2" for n in range(10)),
    " ".join(f"{a}{b}*" for a in "tcmzp" for b in "aeor"),
    '"' + " ".join(["talks"] * 100) + '"',
    '"' + " ".join(["talks", "ceases"] * 50) + '"~100',
    "*ens* OR *ase* OR *ta* OR *lk*".replace("*ta*", "*tas*").replace("*lk*", "*lks*"),
    "(NOT talks) " * 300,
    " OR ".join(["(talks AND NOT ceases)"] * 300),
    "a" * 10_000,
]


@pytest.mark.parametrize("query", HARD)
def test_hard_queries_are_answered_or_explained_in_time(query: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    engine, articles = _big(tmp_path_factory)
    with bounded(), contextlib.suppress(QueryError):
        ask(engine, articles, query, limit=20)


_made: list[tuple[WhooshEngine, list[Article]]] = []


def _big(factory: pytest.TempPathFactory) -> tuple[WhooshEngine, list[Article]]:
    if not _made:
        articles = _corpus(1500)
        _made.append((filled(WhooshEngine(factory.mktemp("big") / "index"), articles), articles))
    return _made[0]


def test_readers_go_on_while_a_writer_commits(engine: WhooshEngine, tmp_path: Path) -> None:
    articles = [article(f"{n}.txt", f"truce word{n}") for n in range(120)]
    filled(engine, articles[:10])
    problems: list[BaseException] = []
    done = threading.Event()

    def search(own: WhooshEngine) -> None:
        least = 0
        try:
            while not done.is_set():
                total = ask(own, articles, "truce", limit=5).total
                assert total >= least
                least = total
        except BaseException as problem:  # noqa: BLE001 - handed to the main thread
            problems.append(problem)

    other = WhooshEngine(tmp_path / "index")
    threads = [threading.Thread(target=search, args=(own,)) for own in (engine, engine, other)]
    for thread in threads:
        thread.start()
    for start in range(10, 120, 10):
        filled(engine, articles[start : start + 10])
    done.set()
    for thread in threads:
        thread.join()
    other.close()
    assert not problems
    assert ask(engine, articles, "truce", limit=5).total == 120


def test_a_commit_is_seen_at_once_and_long_after_a_look(engine: WhooshEngine, tmp_path: Path) -> None:
    first, second, third = (article(f"{name}.txt", f"A truce in {name}.") for name in ("Lviv", "Kyiv", "Odesa"))
    filled(engine, [first])
    assert ask(engine, [first], "truce").total == 1
    filled(engine, [second])
    assert ask(engine, [first, second], "truce").total == 2
    # As if nothing had changed for long: the folder's time alone tells of the next commit.
    os.utime(tmp_path / "index", ns=(1, 1))
    assert ask(engine, [first, second], "truce").total == 2
    assert ask(engine, [first, second], "truce").total == 2
    filled(engine, [third])
    assert ask(engine, [first, second, third], "truce").total == 3


def test_of_a_page_of_results_the_order_is_that_of_all(engine: WhooshEngine) -> None:
    dice = random.Random(7)
    words = ["truce", "talks", "signed", "border", "prisoners"]
    many = [
        article(f"{number:03}.txt", " ".join(dice.choices(words, weights=[8, 4, 2, 1, 1], k=dice.randint(5, 60))))
        for number in range(150)
    ]
    filled(engine, many)
    for query in ("truce talks", "border prisoners", "signed AND border talks", '"truce talks" border'):
        whole = ask(engine, many, query, limit=200).hits
        for limit in (1, 5, 20, 50):
            some = ask(engine, many, query, limit=limit).hits
            assert [(hit.document, hit.score) for hit in some] == [(hit.document, hit.score) for hit in whole[:limit]]
