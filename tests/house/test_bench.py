"""The measurements run, and their corpus is the same each time."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from bench import corpus
from bench.figure import figure, table, worse
from bench.questions import KINDS, questions
from bench.timing import table as timing_table
from bench.timing import timing
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
