"""The figures of an article, who is a stranger to whom, and how sure a figure in other words is."""

from __future__ import annotations

import pytest

from index.comparison.aligning.alignment import Pair
from index.comparison.aligning.passages import told
from index.comparison.conflicts.figures.ledger import Figures, company, reworded_figures, strangers
from tests.index.comparison.articles import make_sides
from tests.index.comparison.rules.texts import both_told, one_told

STORM = (
    "The storm killed 40 fishermen of the island, the harbour office said.",
    "In the storm 52 fishermen of the island were killed, says the harbour office.",
)
NETS = ("New nets cost the harbour $40 million.", "The nets of the harbour cost $52 million.")
TWO_WORDS = ("New nets cost $40 million.", "All nets cost $52 million.")
ONE_WORD = ("Nets were $40 million.", "For nets went $52 million.")
FAR = (
    "Old storms of the island killed 40 fishermen.",
    "In some storms of the island, as all who went there know too well, 52 fishermen drowned.",
)


@pytest.mark.parametrize(
    ("texts", "score", "levels"),
    [
        (STORM, 0.39, []),
        (STORM, 0.40, ["differs"]),
        (STORM, 0.49, ["differs"]),
        (STORM, 0.50, ["conflict"]),
        (STORM, 0.80, ["conflict"]),
        (NETS, 0.49, ["differs"]),  # nets, cost, harbour
        (TWO_WORDS, 0.49, []),  # nets, cost
        (TWO_WORDS, 0.50, ["conflict"]),
        (ONE_WORD, 0.80, []),  # nets
        (FAR, 0.80, []),  # nothing but what is counted is near both
    ],
)
def test_a_figure_surely_differs_only_in_sentences_that_are_much_alike(
    texts: tuple[str, str], score: float, levels: list[str]
) -> None:
    a, b = map(one_told, texts)
    pair = Pair(a.passages[0], b.passages[0], score)
    assert [found.strength for found in reworded_figures(pair, Figures(a), Figures(b))] == levels


@pytest.mark.parametrize(
    ("title", "sentence", "kinds"),
    [
        ("Storm kills 40 fishermen of island", "The storm killed 52 fishermen of the island.", ["number"]),
        ("New nets cost harbour $40 million", "The new nets cost the harbour $52 million.", []),
        ("Harbour owns 40 percent of new nets", "The harbour owns 52 percent of the new nets.", []),
    ],
)
def test_a_title_is_held_against_a_count_alone(title: str, sentence: str, kinds: list[str]) -> None:
    a, b = (
        told(side)
        for side in make_sides(
            f"{title}\n\nIt rained on the old clocks of the coast all day.\n", f"Old clocks\n\n{sentence}\n"
        )
    )
    assert a.title is not None
    for one, other, pair in ((a, b, Pair(a.title, b.passages[0], 0.8)), (b, a, Pair(b.passages[0], a.title, 0.8))):
        assert [found.kind for found in reworded_figures(pair, Figures(one), Figures(other))] == kinds


def figures(text: str) -> Figures:
    return Figures(one_told(text))


def repeats(text: str, figure: str) -> bool:
    (quantity,) = figures(f"It was told of {figure}.").of[0]
    return figures(text).repeats(quantity)


def test_an_article_gives_a_figure_or_one_that_agrees_with_it() -> None:
    text = "The storm took 40 boats. It cost more than $12 million. Of 52 nets a few were torn, and 7 percent of huts."
    assert repeats(text, "40 nets")
    assert repeats(text, "52 boats")
    assert repeats(text, "about 41 boats")
    assert repeats(text, "$13 million")
    assert not repeats(text, "$9 million")
    assert not repeats(text, "45 nets")
    assert not repeats(text, "40 percent")
    assert repeats(text, "7 percent")
    assert not repeats("The storm took boats.", "40 nets")


def test_too_many_figures_are_not_asked_whether_they_agree() -> None:
    many = ". ".join(", ".join(f"{3000 + 7 * (n + m)} nets" for m in range(100)) for n in range(0, 500, 100))
    assert repeats(f"{many}.", "about 3,001 nets")
    assert not repeats(f"{many}. Then 9000 boats sank.", "about 3,001 nets")
    assert repeats(f"{many}. Then 9000 boats sank.", "3007 nets")


def test_a_figure_in_another_unit_is_the_same_figure() -> None:
    assert repeats("The storm lasted half an hour. It took 0.5 hours.", "30 minutes")
    assert repeats("The storm lasted 36 hours.", "one and a half days")
    assert not repeats("The storm lasted two seconds.", "four seconds")


def test_figures_in_common_are_the_same_to_the_digit() -> None:
    one = figures("The storm took 40 boats and $3.5 million. It tore 52 nets and 0.3333 percent of all.")
    assert one.in_common(figures("$3.5 million and 40 nets were lost, and 53 boats.")) == 2
    assert one.in_common(figures("40 percent were lost, 0.3334 percent found.")) == 0
    assert one.in_common(figures("0.3333 percent were found.")) == 1


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("The boat of Vera Lund sank.", "The boat of Karl Brenner sank.", True),
        ("The boat of Vera Lund sank.", "The boat of Vera Berg sank.", False),
        ("The boat of Vera Lund sank.", "The old boat sank.", False),
        ("The old boat sank.", "The boat of Vera Lund sank.", False),
        ("The old boat sank.", "The new boat sank.", False),
        # The capital of a first word proves nothing, nor does a land, a title or a trade.
        ("Boats of Vera Lund sank.", "Nets of Lund sank.", False),
        ("Lund sank.", "Brenner sank.", False),
        ("Old Lund sank.", "Old Brenner sank.", True),
        ("The boat of France sank.", "The boat of Germany sank.", False),
        ("The boat of Mr. Lund sank.", "The boat of Mr. Brenner sank.", True),
    ],
)
def test_strangers_name_nobody_in_common(a: str, b: str, expected: bool) -> None:
    (left,), (right,) = (told(side).passages for side in make_sides(a, b))
    assert strangers(left, right) == expected


def test_the_company_of_a_figure_are_the_words_near_it() -> None:
    text = "Huts burned; grey gulls saw how old ships lost 40 nets, boats, cats, ropes, sails, oars, ice, ink, mud."
    words = both_told(text, "Nothing.")[0].passages[0].words
    at = next(n for n, w in enumerate(words) if w.value == 40)
    near = company(words, at)
    assert words[at - 9].key not in near
    assert words[at - 8].key in near
    assert {words[at + 1].key, words[at + 8].key} <= near
    assert words[at + 9].key not in near
