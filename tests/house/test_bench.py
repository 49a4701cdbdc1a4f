"""The measurements run, and their corpus is the same each time."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bench import corpus, corrected, edited, hard, left_out, names, newswire, planted, ranking, typed
from bench.figure import figure, table, worse
from bench.judged import average_precision, gain, read, words
from bench.questions import KINDS, Question, questions
from bench.timing import table as timing_table
from bench.timing import timing
from index.documents.load import load_bytes
from index.library import Library
from index.settings import Settings
from tests.conftest import ROOT


def test_the_corpus_is_the_same_each_time(tmp_path: Path) -> None:
    written = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        written.append([path.read_text(encoding="utf-8") for path in corpus.write(tmp_path / name, 5)])
    assert written[0] == written[1]
    assert len(set(written[0])) == 5


def test_medians_and_ratio() -> None:
    one = figure("x", "ms", [3.0, 1.0, 2.0], [4.0, 4.0, 100.0], "peer")
    assert (one.ours, one.peer, one.ratio, one.runs) == (2.0, 4.0, 0.5, 3)
    assert "0.50" in table([one])


def test_percentiles() -> None:
    one = timing("x", "ms", [5.0, *range(1, 101)][1:], 16)
    assert (one.p50, one.p95, one.runs) == (50, 95, 100)
    assert "16" in timing_table([one])
    assert timing("y", "ms", [3.0]).p95 == 3.0


def test_measuring_corrections(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corrected, "_NAMED_AT_LEAST", 1)
    (tmp_path / "articles").mkdir()
    text = "Elena Kovac met the envoy of the other side, Peter Moen, in Oslo. Kovac and Moen said nothing.\n"
    (tmp_path / "articles" / "a.txt").write_text(text, encoding="utf-8")
    settings = Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data", restore=False)
    library = Library.open(tmp_path / "articles", settings=settings)
    library.refresh()
    before = library.entities()
    timings = corrected.measure(tmp_path / "articles", settings, 1, 1)
    assert {one.name.split(",")[0] for one in timings} == {
        "merge",
        "split",
        "rename",
        "retype",
        "ignore",
        "add",
        "undo",
    }
    assert library.entities() == before
    library.close()


def test_measuring_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "_LONG", 10_000)
    monkeypatch.setattr(names, "_start", lambda what: (100.0, 20.0))
    (tmp_path / "articles").mkdir()
    figures, timings = names.measure(corpus.write(tmp_path / "articles", 3), tmp_path, 1)
    assert [one.unit for one in figures] == ["kB/s", "MB"]
    assert all(one.ours > 0 for one in figures)
    assert all(one.p95 > 0 for one in timings)
    assert len(timings) == 7


def test_measuring_index_and_search() -> None:
    command = [sys.executable, "-m", "bench", "index", "search", "--articles", "12", "--runs", "1"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, cwd=ROOT, check=True)
    answer = json.loads(done.stdout.splitlines()[-1])
    assert answer["articles"] == 12
    measured = {each["figure"] for each in answer["figures"]}
    assert {
        "indexing words",
        "index to text, words and names",
        "search, term p50",
        "search, phrase p95",
        "typing, a key to its results p95",
    } <= measured
    assert all(each["ratio"] is None or each["ratio"] > 0 for each in answer["figures"])


def test_queries_made_to_be_slow_are_measured(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    paths = corpus.write(tmp_path / "articles", 30)
    settings = Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data")
    with closing(Library.open(tmp_path / "articles", settings=settings)) as library:
        library.refresh(names=False)
        measured = hard.measure(library, paths)
    assert len({each.name for each in measured}) == len(measured) == len(list(hard.queries(paths)))
    assert [each.taken for each in measured] == sorted((each.taken for each in measured), reverse=True)
    assert all(0 <= each.unseen <= each.taken for each in measured)
    said = {each.name: each.said for each in measured}
    assert said["1 commonest words"] == "30"
    assert "A wildcard needs at least" in said["****x"]
    assert "1 commonest words: 30" in hard.table(measured)
    assert hard.reference() > 0


def test_what_became_worse_by_a_fifth_is_told() -> None:
    before = {
        "figures": [
            {"figure": "slow", "peer_name": "peer", "ratio": 1.0},
            {"figure": "rate", "peer_name": "peer", "ratio": 1.0},
        ]
    }
    assert (
        worse([figure("slow", "ms", [1.1], [1.0], "peer"), figure("rate", "x/s", [1.3], [1.0], "peer")], before) == []
    )
    told = worse([figure("slow", "ms", [1.3], [1.0], "peer"), figure("rate", "x/s", [0.8], [1.0], "peer")], before)
    assert [line.split()[0] for line in told] == ["slow", "rate"]


def test_the_questions_are_the_same_each_time(tmp_path: Path) -> None:
    paths = corpus.write(tmp_path, 8)
    asked = questions(paths, 3)
    assert asked == questions(paths, 3)
    assert {each.kind for each in asked} == set(KINDS)


def _collection(folder: Path) -> Path:
    """Three abstracts and three queries in the format of Cranfield; the third query is judged with grade 5 alone."""
    cranfield = folder / "cranfield"
    cranfield.mkdir(parents=True)
    (cranfield / "cran.all.1400").write_text(
        ".I 1\n.T\nships .\n.A\nsomebody\n.W\nships .\nships at sea .\n"
        ".I 2\n.T\nbridges\n.W\nbridges over rivers\nand ships\n"
        ".I 3\n.T\nroads\n.W\nroads and bridges\n"
    )
    (cranfield / "cran.qry").write_text(
        ".I 007\n.W\nwhat ships\ncan't sail ?\n.I 009\n.W\nBridges\n.I 010\n.W\nroads\n"
    )
    (cranfield / "cranqrel").write_text("1 1 2\n1 2 5\n2 2 -1\n2 3 4\n2 9 1\n3 3 5\n")
    return folder


def test_a_judged_collection_is_read_as_it_is_published(tmp_path: Path) -> None:
    judged = read("cranfield", _collection(tmp_path) / "cranfield")
    assert judged.documents["1"] == "ships .\n\nships .\nships at sea ."
    # Queries are judged by their place in the file; what is judged to be no answer, or is no document, counts nothing.
    assert judged.queries == {"1": "what ships can't sail", "2": "bridges"}
    assert judged.answers == {"1": frozenset("1"), "2": frozenset("23")}


def test_a_query_of_a_collection_holds_no_operator() -> None:
    assert words('What (is) "this" - a TEST: of 3.5 things?') == "what is this a test of 3.5 things"


def test_measures_of_a_ranking() -> None:
    answers = frozenset("ac")
    assert average_precision("abc", answers) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision("xyz", answers) == 0.0
    assert gain("abc", answers) == pytest.approx((1 + 0.5) / (1 + 0.6309), abs=1e-3)
    assert gain("acb", answers) == 1.0


def test_ranking_is_measured_beside_the_engines_there_are(tmp_path: Path) -> None:
    measured = ranking.measure(_collection(tmp_path), {"tantivy": "false", "xapian": "false"})
    assert [(each.collection, each.engine, each.queries) for each in measured] == [
        ("cranfield", "ceasefire-reader", 2),
        ("cranfield", "fts5", 2),
    ]
    assert measured[0].map == measured[0].ndcg == 1.0
    assert "fts5" in ranking.table(measured)
    assert ranking.measure(tmp_path / "nothing", {}) == []


def test_typing_is_measured_until_it_is_painted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "articles").mkdir()
    paths = corpus.write(tmp_path / "articles", 8)
    settings = Settings(cache_dir=tmp_path / "cache", data_dir=tmp_path / "data", restore=False)
    with closing(Library.open(tmp_path / "articles", settings=settings)) as library:
        library.refresh(names=False)
    monkeypatch.setattr(typed, "_BETWEEN", 0.0)
    monkeypatch.setattr(typed, "questions", lambda *_: [Question("term", ("truce",)), Question("phrase", ("a", "b"))])
    elapsed, used = typed.measure(tmp_path / "articles", paths, settings, 1)
    assert elapsed.name == "a key to its results, 8 articles"
    assert elapsed.runs == used.runs == len("truce")
    assert 0 < elapsed.p50 <= elapsed.p95 <= elapsed.p99


def _report(number: int, topic: str) -> str:
    body = f"&#2;Prices of lot {number} rose &lt;again>,\n    and traders were calm. " + "They said so. " * 40
    return (
        f'<REUTERS TOPICS="YES" NEWID="{number}"><TOPICS><D>{topic}</D></TOPICS><TEXT><TITLE>LOT {number} UP</TITLE>'
        f"<BODY>{body}\n REUTER\n&#3;</BODY></TEXT></REUTERS>\n"
    )


def test_headlines_are_asked_for_their_own_article_and_for_those_of_their_topic(tmp_path: Path) -> None:
    reports = [_report(number, "tin" if number < 5 else f"only{number}") for number in range(8)]
    (tmp_path / "a.sgm").write_text("".join(reports) + _report(9, "tin").replace("They said so. ", ""), "latin-1")
    headlines, topics = newswire.collections(tmp_path)
    assert sorted(headlines.documents) == [str(number) for number in range(8)]
    assert headlines.queries["3"] == "lot 3 up"
    assert headlines.answers == {number: frozenset({number}) for number in headlines.documents}
    assert headlines.documents["3"].startswith("Prices of lot 3 rose <again>,\n\nand traders")
    assert headlines.documents["3"].endswith("They said so.")
    assert len(topics.queries) == 3
    assert all(answers == {str(number) for number in range(5)} - {one} for one, answers in topics.answers.items())


PLANTED = """Council approves new quay

The council approved the new quay on Monday because the old one had been flooded in 2004, Greta Falk said.

Some 40 boats sank before the storm ended, and Anna Hallam told Greta Falk that her sister had lost her house.

Anna Hallam said the loan of 3 million rose to twice that sum, the first in Tarnow.
"""


def test_disagreements_are_planted_and_counted(tmp_path: Path) -> None:
    (tmp_path / "quay.txt").write_text(PLANTED, encoding="utf-8")
    near, again, far = (planted.measure(tmp_path, 3, 5, 9, far=far) for far in (False, False, True))
    assert near.payload() == again.payload()
    assert sum(near.planted.values()) >= 3
    assert near.planted["title"] == near.found["title"] == 1
    assert near.false == 0
    assert sum(far.planted.values()) == sum(near.planted.values())
    assert "title" in planted.table(near, "near")


TOLD = (
    "“We shall keep the northern pier open for as long as the ice allows, and nobody will be turned away,” "
    "Anna Hallam said on the quay in the evening."
)


DAY = (
    "A ferry with 140 passengers ran aground near the island of Tolme.",
    "The captain was questioned by police of the district about alcohol.",
    "Two tons of fuel leaked from a tank into the bird reserve.",
    "Teachers in Oslo walked out over wages for the third week.",
    "The museum returned a bronze mask to its former owners.",
    "Snow closed the mountain pass before the weekend traffic.",
    "A court fined the bakery for selling mouldy bread.",
    "Parliament voted to lower the speed limit in villages.",
    "The orchestra cancelled its tour after the conductor fell ill.",
    "Farmers found a Roman coin while digging a well.",
    "An engineer proposed a tunnel beneath the narrow strait.",
    "Swimmers set two records at the new indoor pool.",
)


def test_sentences_that_were_left_out_are_the_holes() -> None:
    document = load_bytes(f"A day\n\n{' '.join(DAY)}\n".encode(), "a.txt")
    table, rows = left_out.measure([document, document], random.Random(3))
    assert rows[0] == {"changed": "10%", "dropped": 4, "found": 4, "holes": 4, "right": 4}
    assert "60%" in table


@pytest.mark.parametrize("kind", edited.KINDS)
def test_planted_edits_are_judged(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for place in ("Oslo", "Bergen"):
        rest = " ".join(f"The mayor Grace Okafor opened hall {n} of the fair in {place}." for n in range(30))
        (tmp_path / f"{place}.txt").write_text(f"Fair in {place}\n\n{TOLD}\n\n{rest}\n", encoding="utf-8")
    assert edited.main([kind, str(tmp_path)]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert told["articles"] == 2
    if kind == "quotations":
        assert sum(row["edits"] for row in told["figures"]) == 2
        assert all(row["recall"] == 1.0 for row in told["figures"] if row["edits"])
    elif kind == "holes":
        assert all(row["found"] <= row["dropped"] > 0 and row["right"] <= row["holes"] for row in told["figures"])
    else:
        least = {row["changed"]: row["least"] for row in told["figures"]}
        assert least["words, 5%"] > least["words, 40%"]
