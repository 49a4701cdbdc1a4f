"""`search` answers one query or a batch, in JSON or for people, with exact spans."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.search.answering import reach
from tests.commandline.conftest import Run
from tests.commandline.schema import check

PRISONERS = "zelensky-proposes-talks-next-week.txt"


def test_json_spans_are_forms_of_the_word(run: Run, starter: Path) -> None:
    outcome = run("search", "ceasefire", "--corpus", starter, "--json")
    assert outcome.status == 0
    answer = outcome.object()
    check("search", answer)
    assert answer["total"] == len(answer["hits"]) == 5
    for hit in answer["hits"]:
        text = run("show", hit["document"], "--corpus", starter, "--json").object()["text"]
        assert hit["snippets"]
        for snippet in hit["snippets"]:
            assert snippet["text"] == text[snippet["start"] : snippet["end"]]
            assert snippet["matches"]
            for start, end in snippet["matches"]:
                assert text[start:end].casefold() in ("ceasefire", "ceasefires")


def test_a_phrase(run: Run, starter: Path) -> None:
    answer = run("search", '"prisoner exchanges"', "--corpus", starter, "--json").object()
    assert [hit["document"] for hit in answer["hits"]] == [PRISONERS]


def test_a_person_under_every_spelling(run: Run, starter: Path) -> None:
    answer = run("search", "person:zelensky", "--corpus", starter, "--json").object()
    assert answer["total"] == 5


def test_nothing_found(run: Run, starter: Path) -> None:
    outcome = run("search", "xylophone", "--corpus", starter, "--json")
    assert outcome.status == 1
    check("search", outcome.object())
    assert outcome.object()["hits"] == []
    assert run("search", "xylophone", "--corpus", starter).out == "Nothing found.\n"


def test_bad_queries_are_explained(run: Run, starter: Path) -> None:
    for query in ('"unclosed', "colour:red", ""):
        outcome = run("search", query, "--corpus", starter, "--json")
        assert outcome.status == 2, query
        assert outcome.out == ""
        assert len(outcome.err.splitlines()) == 1
        assert outcome.err.startswith("ceasefire-reader: ")


def test_limit(run: Run, starter: Path) -> None:
    answer = run("search", "ceasefire", "--limit", 2, "--corpus", starter, "--json").object()
    assert (answer["total"], len(answer["hits"])) == (5, 2)
    assert run("search", "ceasefire", "--limit", 10**9, "--corpus", starter, "--json").object()["total"] == 5
    assert run("search", "ceasefire", "--limit", 0, "--corpus", starter).status == 2


def test_for_people(run: Run, starter: Path) -> None:
    outcome = run("search", "prisoner", "exchanges", "--corpus", starter, "--limit", 1)
    assert outcome.status == 0
    assert PRISONERS in outcome.out.splitlines()[0]
    assert "prisoner exchanges" in outcome.out
    assert "\x1b" not in outcome.out


def test_a_query_that_asks_for_too_much_says_what_was_left_out(
    run: Run, starter: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reach, "_MOST_SCORED", 1)
    query = "russia ukraine ceasefire talks istanbul prisoners peskov"
    outcome = run("search", query, "--corpus", starter, "--limit", 1)
    assert "found without 2 of its words, the commonest." in outcome.out
    assert "The best 1 of at least " in outcome.out
    answer = run("search", query, "--corpus", starter, "--json").object()
    check("search", answer)
    assert answer["left_out"] == 2


def test_a_batch_answers_every_line_in_order(run: Run, starter: Path, tmp_path: Path) -> None:
    queries = ["ceasefire", "", '"unclosed', "xylophone", "istanbul"]
    batch = tmp_path / "queries"
    batch.write_text("\n".join(queries) + "\n", encoding="utf-8")
    outcome = run("search", "--batch", batch, "--corpus", starter)
    assert outcome.status == 0
    answers = outcome.objects()
    assert [answer["query"] for answer in answers] == queries
    assert ["error" in answer for answer in answers] == [False, True, True, False, False]
    assert [answer.get("total") for answer in answers] == [5, None, None, 0, 1]
    for answer in answers:
        check("search", answer)


def test_a_batch_from_standard_input(run: Run, starter: Path) -> None:
    answers = run("search", "--batch", "-", "--corpus", starter, stdin=b"istanbul\r\nlond\xffon").objects()
    assert answers[0]["hits"][0]["document"] == PRISONERS
    assert len(answers) == 2


def test_a_query_or_a_batch(run: Run, starter: Path) -> None:
    assert run("search", "--corpus", starter).status == 2
    assert run("search", "truce", "--batch", "-", "--corpus", starter).status == 2
    assert run("search", "--batch", "/nowhere/queries", "--corpus", starter).status == 2


def test_a_hit_is_explained(run: Run, starter: Path, tmp_path: Path) -> None:
    answer = run("search", "ceasefire talks person:zelensky", "--explain", "--corpus", starter, "--json").object()
    check("search", answer)
    for hit in answer["hits"]:
        assert abs(sum(part["score"] for part in hit["explained"]) - hit["score"]) < 0.001
        named = [form for part in hit["explained"] if part["kind"] == "name" for form, _ in part["forms"]]
        assert all("Zelensky" in form or "Volod" in form for form in named)
    batch = tmp_path / "queries"
    batch.write_text("ceasfire\nxylophone\n", encoding="utf-8")
    found, nothing = run("search", "--batch", batch, "--explain", "--corpus", starter).objects()
    assert found["hits"][0]["explained"][0]["asked"] == "ceasefire"
    assert nothing["hits"] == []
    shown = run("search", "talks", "--explain", "--limit", 1, "--corpus", starter).out
    assert "talks: every form of talks (stem talk)" in shown
    assert "explained" not in run("search", "talks", "--corpus", starter, "--json").object()["hits"][0]


def test_key_words_of_what_is_found(run: Run, starter: Path) -> None:
    answer = run("search", "istanbul", "--words", "--corpus", starter, "--json").object()
    check("search", answer)
    keyness = [word["log_likelihood"] for word in answer["words"]]
    assert keyness == sorted(keyness, reverse=True)
    assert len(keyness) == 100
    first = answer["words"][0]["word"]
    shown = run("search", "istanbul", "--words", "--corpus", starter).out
    assert any(line.endswith(f"  {first}") for line in shown.splitlines())
    assert "words" not in run("search", "istanbul", "--corpus", starter, "--json").object()
