"""How sure a figure in other words is: by how alike its sentences are."""

from __future__ import annotations

import pytest

from index.comparison.aligning.alignment import Pair
from index.comparison.aligning.passages import told
from index.comparison.conflicts.ledger import Figures, reworded_figures
from tests.index.comparison.articles import make_sides


@pytest.mark.parametrize(
    ("score", "levels"), [(0.39, []), (0.42, ["differs"]), (0.5, ["conflict"]), (0.8, ["conflict"])]
)
def test_a_figure_surely_differs_only_in_sentences_that_are_much_alike(score: float, levels: list[str]) -> None:
    a, b = map(
        told,
        make_sides(
            "The storm killed 40 fishermen of the island, the harbour office said.",
            "In the storm 52 fishermen of the island were killed, says the harbour office.",
        ),
    )
    pair = Pair(a.passages[0], b.passages[0], score)
    assert [found.strength for found in reworded_figures(pair, Figures(a), Figures(b))] == levels
