"""Mutation testing stands on this: a fault that is put in is where it would have been, had it been written there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

BEFORE = """
import sys
from pathlib import Path
sys.path.insert(0, "tools")
from mutants import mutants
from index.comparison.conflicts.figures import figures_in_place
from index.comparison.conflicts.reading import deeds, in_place
from index.comparison.conflicts.when_and_where import hours, relative_times
from index.comparison.conflicts.word_for_word import slots
from index.comparison.reports import matrix_report as report
from index.comparison.aligning.tokens import tokenize

def put_in(module, fault):
    (mutant,) = (m for m in mutants(Path(module.__file__), module.__name__) if fault in m.name)
    mutant.put_in()

words = tokenize("Lund resigned.", 0, 14)
assert [key for *_, key in deeds.deeds(words)] == ["~resigned"]
"""


@pytest.mark.parametrize(
    "then",
    [
        # in a function that others hold already
        """put_in(deeds, "statement dropped in `break`"); assert hours.deeds is deeds.deeds""",
        # in a function that keeps what it came to
        """put_in(deeds, "'~' -> ''"); assert [key for *_, key in hours.deeds(words)] == ["resigned"]""",
        # in a table
        """put_in(relative_times, "0 -> 1 in `_AWAY"); assert relative_times._AWAY["this"] == 1""",
        # in a table that other modules have imported, and in what they made of it
        """put_in(in_place, "0.8 -> 1.8"); assert slots.COPY == figures_in_place.COPY == in_place.COPY == 1.8""",
        # in what only those see that import the module: it keeps what it came to
        """from remaking import importers; from index.comparison.conflicts.what_became import things
rules = "index.comparison.conflicts.what_became"
assert importers(f"{rules}.states") == (f"{rules}.predicates", f"{rules}.things")""",
        # in what a parameter is without an argument
        """put_in(report, "2 -> 3 in `def matrix_markdown"); assert report.matrix_markdown.__defaults__ == (3,)""",
    ],
)
def test_a_fault_is_put_in(then: str) -> None:
    run = subprocess.run([sys.executable, "-c", BEFORE + then], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
