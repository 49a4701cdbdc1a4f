"""The coverage matrix: who reports what, where it conflicts, what an article leaves out."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from typing import Any

import pytest

from index.comparison.aligning.passages import told
from index.comparison.matrix.clusters import Likeness, clusters
from index.comparison.matrix.coverage_matrix import MOST_ARTICLES, matrix
from index.comparison.matrix.holes import holes
from index.comparison.matrix.model import Matrix
from index.comparison.matrix.nearest import Nearest
from index.comparison.model import Side
from index.comparison.reports.matrix_payload import matrix_payload
from index.comparison.reports.verify import verify
from index.errors import Cancelled, CorpusError
from tests.bounds import calls
from tests.index.comparison.articles import make_sides

CRASH = "A ferry with 140 passengers ran aground near the island of Tolme on Monday evening."
CRASH_AGAIN = "On Monday evening a ferry carrying 140 passengers ran aground close to the island of Tolme."
CRASH_OTHERWISE = "A ferry with 190 passengers ran aground near the island of Tolme on Monday evening."
CAPTAIN = "The captain, Henrik Osvald, was questioned by the police of the district about his use of alcohol."
CAPTAIN_AGAIN = "Police of the district questioned the captain, Henrik Osvald, about alcohol."
OIL = "About two tons of fuel leaked from the damaged tank and reached the bird reserve on the northern shore."
OIL_AGAIN = "Two tons of fuel leaked out of a damaged tank and reached a bird reserve on the northern shore."
WEATHER = "Fog had been forecast by the weather service all week."


@pytest.fixture(scope="module")
def sides() -> list[Side]:
    return make_sides(
        f"{CRASH} {CAPTAIN} {OIL}",
        f"{CRASH_AGAIN} {CAPTAIN_AGAIN}",
        f"{OIL_AGAIN} {CRASH_OTHERWISE}",
        f"{CRASH_AGAIN.replace('On Monday evening a', 'A')} {WEATHER}",
    )


@pytest.fixture(scope="module")
def found(sides: list[Side]) -> Matrix:
    return matrix(sides)


def _states(found: Matrix, sides: list[Side]) -> dict[str, str]:
    letters = {"reported": "r", "absent": "a", "conflict": "c", "differs": "d"}
    return {
        sides[row.column].document.text[slice(*row.label)]: "".join(letters[cell.state] for cell in row.cells)
        for row in found.rows
    }


def _row(states: dict[str, str], word: str) -> str:
    (row,) = [row for label, row in states.items() if word in label]
    return row


def test_facts_are_rows_and_articles_columns(found: Matrix, sides: list[Side]) -> None:
    states = _states(found, sides)
    assert [column.path for column in found.columns] == [side.document.path for side in sides]
    assert _row(states, "Osvald") == "rraa"
    assert _row(states, "fuel") == "rara"
    assert _row(states, "Fog") == "aaar"
    assert len(states) == 4


def test_a_conflict_stands_in_its_row_and_comes_first(found: Matrix, sides: list[Side]) -> None:
    first = found.rows[0]
    assert "ferry" in sides[first.column].document.text[slice(*first.label)]
    assert [cell.state for cell in first.cells][2] == "conflict"
    assert first.conflicts
    for one in first.conflicts:
        said = {sides[one.a].document.text[slice(*one.conflict.a)], sides[one.b].document.text[slice(*one.conflict.b)]}
        assert said == {"140", "190"}
        assert f"article {one.a + 1} has" in one.conflict.explanation
    assert [row.voices for row in found.rows] == [4, 2, 2, 1]


def test_every_cell_cites_sentences_of_its_article(found: Matrix, sides: list[Side]) -> None:
    for row in found.rows:
        assert any(row.label in cell.spans for cell in row.cells)
        for side, cell in zip(sides, row.cells, strict=True):
            assert (cell.state == "absent") == (not cell.spans)
            assert all(side.document.text[slice(*span)].endswith(".") for span in cell.spans)


def test_holes_name_what_others_report_with_sources(found: Matrix, sides: list[Side]) -> None:
    missing = {
        at: [sides[h.sources[0].column].document.text[slice(*h.sources[0].span)] for h in holes(found, at)]
        for at in range(4)
    }
    assert missing == {0: [], 1: [OIL], 2: [CAPTAIN], 3: [CAPTAIN, OIL]} or missing[3] == [OIL, CAPTAIN]
    assert [source.column for source in holes(found, 2)[0].sources] == [0, 1]
    assert holes(found, 3, at_least=3) == ()


STONES = (
    "Opponents of the dam threw stones at the car of mayor Berit Holm before the vote on the water plant, police said."
)
STONES_AGAIN = (
    "Stones were thrown at mayor Berit Holm's car by opponents of a dam ahead of the vote on the water plant."
)
IN_OTHER_WORDS = (
    "Long after midnight, when the lamps of the square went out and the last trams had gone, Holm walked home by"
    " the canal with two clerks because stones had cracked a window of the car. Foes of the dam, some of them"
    " neighbours of the mayor, had gathered in the rain since noon with drums and lanterns and sung until the vote"
    " on the water plant was over."
)


@pytest.mark.parametrize(("third", "lacks"), [(IN_OTHER_WORDS, False), (WEATHER, True)])
def test_what_an_article_tells_in_other_words_it_does_not_lack(third: str, lacks: bool) -> None:
    whole = matrix(make_sides(f"{STONES} {OIL}", f"{STONES_AGAIN} {WEATHER}", f"{third} {CAPTAIN}"))
    (row,) = [n for n, one in enumerate(whole.rows) if one.cells[0].spans and one.cells[1].spans]
    assert [hole.row for hole in holes(whole, 2)] == ([row] if lacks else [])
    nearest = Nearest([told(side) for side in make_sides(STONES, STONES_AGAIN, third)])
    found = nearest.in_article(2, nearest.fact([(0, 0), (1, 0)]))
    assert (found is None) == lacks


MOVED = "About 2,400 people were evacuated to four schools, governor Piotr Wolan said."
MOVED_AGAIN = "Some 2,400 people were evacuated to schools, according to governor Piotr Wolan."


@pytest.mark.parametrize(
    ("third", "lacks"),
    [
        ("At least nine died and 2,500 residents were moved to safety after the levee failed in the night.", False),
        ("Nobody died, and the levee was mended in the night by 2,500 soldiers of the engineers.", True),
    ],
)
def test_an_article_that_answers_what_a_row_is_about_does_not_lack_it(third: str, lacks: bool) -> None:
    whole = matrix(make_sides(f"{MOVED} {OIL}", f"{MOVED_AGAIN} {WEATHER}", f"{third} {CAPTAIN}"))
    (row,) = [n for n, one in enumerate(whole.rows) if one.cells[0].spans and one.cells[1].spans and one.voices > 1]
    assert [hole.row for hole in holes(whole, 2)] == ([row] if lacks else [])


CLEAR = "The mate landed the small plane in clear weather, an airport spokesman said."
CLEAR_AGAIN = "In clear weather the mate brought the small plane down, said a spokesman for the airport."
AIRPORT = "Kolmen and Oldrum closed their airports, mayor Berit Holm said."


@pytest.mark.parametrize(("weather", "lacks"), [("in thick fog", False), ("in three hours", True)])
def test_an_article_that_tells_the_opposite_of_a_row_does_not_lack_it(weather: str, lacks: bool) -> None:
    third = f"A hero wrestled the stricken jet to the ground by hand {weather}."
    whole = matrix(make_sides(f"{AIRPORT} {CLEAR}", f"{AIRPORT} {CLEAR_AGAIN}", f"{AIRPORT} {third}"))
    missing = [row for row in (whole.rows[hole.row] for hole in holes(whole, 2)) if not row.cells[2].spans]
    assert [row.voices for row in missing] == ([2] if lacks else [])


VAN = "The van was found burnt out near Oldrum, 25 kilometres away, at noon."
VAN_AGAIN = "A burnt-out van has been found in a field at Oldrum."
VAN_OTHERWISE = "They fled in a Transit, which was torched beside a motorway close to Oldrum."


@pytest.mark.parametrize(("first", "lacks"), [(WEATHER, False), ("Oldrum holds its market on the first Sunday.", True)])
def test_an_article_that_names_a_town_which_only_one_fact_is_about_does_not_lack_it(first: str, lacks: bool) -> None:
    whole = matrix(make_sides(f"{first} {VAN}", f"{VAN_AGAIN} {CAPTAIN}", f"{VAN_OTHERWISE} {OIL}"))
    (row,) = [n for n, one in enumerate(whole.rows) if one.cells[0].spans and one.cells[1].spans]
    assert [hole.row for hole in holes(whole, 2)] == ([row] if lacks else [])


def test_one_word_in_common_makes_no_fact_however_short_a_sentence_is() -> None:
    families = "But tonight there are families on both sides who can hope again."
    sides = make_sides(f"{families} {OIL}", f"{families} {CAPTAIN}", f"Yet there are reasons to hope. {WEATHER}")
    (row,) = [one for one in matrix(sides).rows if one.cells[0].spans and one.cells[1].spans]
    assert row.cells[2].spans == ()


def test_a_hole_cites_the_sentence_that_says_most_of_the_fact() -> None:
    leak = "A small leak in one of the pumps was found and repaired within six days."
    sides = make_sides(
        f"An inspection of the Solvind in November had found a leak in one of the pumps, repaired within a week. {OIL}",
        f"The Solvind was last inspected in November. {leak} {WEATHER}",
        CAPTAIN,
    )
    (told_of,) = [hole for hole in holes(matrix(sides), 2) if len(hole.sources) > 1]
    cell = matrix(sides).rows[told_of.row].cells[1]
    assert len(cell.spans) == 2
    assert sides[1].document.text[slice(*told_of.sources[1].span)] == leak


def test_a_greeting_in_two_articles_is_nothing_that_a_third_lacks() -> None:
    greeting = "“How are you?” he said."
    whole = matrix(make_sides(f"{OIL} {greeting}", f"{CAPTAIN} {greeting}", WEATHER))
    (row,) = [one for one in whole.rows if one.voices == 2]
    assert row.slight
    assert holes(whole, 2) == ()


def test_a_row_is_founded_on_more_likeness_than_it_grows_by() -> None:
    one, two, three = (0, 0), (1, 0), (2, 0)

    def rows(first: float, second: float) -> list[list[tuple[int, int]]]:
        known = {(one, two): first, (one, three): second, (two, three): second}
        return clusters([(first, one, two), (second, one, three)], Likeness([], known))

    assert rows(0.5, 0.3) == [[one, two, three]]
    assert rows(0.5, 0.26) == [[one, two]]
    assert rows(0.3, 0.3) == []


_FACTS = (
    "A crane fell into the basin of Lindow harbour on Tuesday morning and blocked the channel.",
    "The bakery in the old quarter won the yearly prize for rye bread for the fourth time.",
    "Twelve freighters with grain and timber are waiting in the bay for a berth.",
    "Parliament will vote on the new fishing quota before the end of the month.",
    "Doctors at the children's hospital have begun a strike over night shifts.",
    "An orchestra from Oslo plays in the cathedral to raise money for the roof.",
)


@pytest.mark.parametrize("seed", range(4))
def test_holes_are_what_counting_by_hand_gives(seed: int) -> None:
    """Tellers are joined two by two, by voice or by a passage that holds most of a sentence of both."""
    chance = random.Random(seed)
    texts = [" ".join(chance.sample(_FACTS, chance.randrange(1, 6))) for _ in range(5)]
    whole = matrix(make_sides(*texts))
    copied = {(r.first, r.second): r.passages for r in whole.reuses}

    def most(span, of) -> bool:
        return 2 * len(set(range(*span)) & set(range(*of))) >= of.end - of.start

    for row in whole.rows:
        tellers = [n for n, cell in enumerate(row.cells) if cell.spans]
        groups = [{n} for n in tellers]
        for i in tellers:
            for j in tellers:
                if i < j and (
                    whole.columns[i].voice == whole.columns[j].voice
                    or any(
                        any(most(p.a, s) for s in row.cells[i].spans) and any(most(p.b, s) for s in row.cells[j].spans)
                        for p in copied.get((i, j), ())
                    )
                ):
                    joined = [g for g in groups if g & {i, j}]
                    groups = [g for g in groups if not g & {i, j}] + [set().union(*joined)]
        assert row.voices == len(groups)
    for column, text in enumerate(texts):
        for voices in (1, 2, 3):
            found = {hole.row for hole in holes(whole, column, voices)}
            expected = {
                number
                for number, row in enumerate(whole.rows)
                if row.voices >= voices
                and not (row.disputed or row.slight)
                and not row.cells[column].spans
                and row.cells[column].near is None
            }
            assert found == expected
        lacking = {fact for fact in _FACTS if fact not in text and any(fact in other for other in texts)}
        assert len(holes(whole, column, 1)) == len(lacking)


def test_copies_of_one_story_are_one_voice() -> None:
    story = f"{CRASH} {CAPTAIN} {OIL}"
    sides = make_sides(story, story + " More follows.", story, f"{CRASH_AGAIN} {WEATHER}", f"{WEATHER}")
    found = matrix(sides)
    assert [column.voice for column in found.columns] == [0, 0, 0, 3, 4]
    states = {sides[row.column].document.text[slice(*row.label)]: row.voices for row in found.rows}
    assert next(voices for label, voices in states.items() if "Osvald" in label) == 1
    assert next(voices for label, voices in states.items() if "ferry" in label) == 2
    assert not [hole for hole in holes(found, 4) if "Osvald" in story[slice(*hole.sources[0].span)]]


def test_five_lightly_edited_copies_are_one_voice() -> None:
    story = [CRASH, CAPTAIN, OIL, "Divers will look at the tank on Thursday, the harbour office of the district said."]
    edited = [
        " ".join(story),
        " ".join([story[0].replace("ran aground", "grounded"), *story[1:]]),
        " ".join([story[0], story[1].replace("Henrik Osvald", "Mr. Osvald"), story[2], story[3]]),
        " ".join(story[:3]),
        " ".join(["Tolme (Wire) -", *story[:2], story[3], "No one was hurt."]),
    ]
    found = matrix(make_sides(*edited, f"{CRASH_AGAIN} {CAPTAIN_AGAIN} {WEATHER}"))
    assert [column.voice for column in found.columns] == [0, 0, 0, 0, 0, 5]
    assert max(row.voices for row in found.rows) == 2
    assert all(row.voices == 1 for row in found.rows if not row.cells[5].spans)


def test_the_json_of_a_matrix_is_checked_by_every_passage(found: Matrix, sides: list[Side]) -> None:
    documents = {side.document.path: side.document for side in sides}
    payload = matrix_payload(found, [side.document for side in sides])
    report = json.dumps(payload)
    outcome = verify(report, documents.__getitem__)
    assert not outcome.drifts
    assert outcome.checked > len(found.rows)
    for row in payload["rows"]:
        for column, cell in enumerate(row["cells"]):
            for passage in cell["passages"]:
                path = payload["articles"][column]["path"]
                text = documents[path].text
                at = passage["span"][0]
                changed = replace(documents[path], text=text[:at] + "#" + text[at + 1 :])
                drifts = verify(report, (documents | {path: changed}).__getitem__).drifts
                assert drifts
                for drift in drifts:
                    at: Any = payload
                    for step in drift.where.split("/")[1:]:
                        at = at[int(step) if isinstance(at, list) else step]
                    assert at["span"] == [drift.start, drift.end]
    for damaged in (
        report.replace('"hash": "', '"hash": "0'),
        report.replace("ferry", "barge"),
        report.replace('"span": [', '"span": ["x", '),
    ):
        assert verify(damaged, documents.__getitem__).drifts


def test_the_order_of_the_articles_changes_nothing_else(sides: list[Side], found: Matrix) -> None:
    def told(one: Matrix) -> set[tuple[tuple[str, str, tuple[tuple[int, int], ...]], ...]]:
        return {
            tuple(sorted((c.path, cell.state, cell.spans) for c, cell in zip(one.columns, row.cells, strict=True)))
            for row in one.rows
        }

    for seed in range(4):
        shuffled = random.Random(seed).sample(sides, len(sides))
        again = matrix(shuffled)
        assert told(again) == told(found)
        assert [row.voices for row in again.rows] == [row.voices for row in found.rows]


def test_one_link_does_not_chain_two_facts() -> None:
    both = (
        CAPTAIN.rstrip(".")
        + ", while about two tons of fuel leaked from the damaged tank and reached the bird reserve."
    )
    sides = make_sides(CAPTAIN, OIL, both, CAPTAIN_AGAIN, OIL_AGAIN)
    found = matrix(sides)
    for row in found.rows:
        assert not (row.cells[0].spans and row.cells[1].spans), "the captain and the fuel are two facts"


def test_it_stops_when_asked_and_says_how_far_it_is(sides: list[Side]) -> None:
    heard: list[tuple[int, int]] = []
    matrix(sides, None, lambda done, total: heard.append((done, total)))
    assert heard == [(done, 6) for done in range(6)]
    with pytest.raises(Cancelled):
        matrix(sides, lambda: True)


def test_the_number_of_articles_is_bounded(sides: list[Side]) -> None:
    for wrong in (sides[:1], [], [sides[0]] * (MOST_ARTICLES + 1)):
        with pytest.raises(CorpusError, match="2 to 40"):
            matrix(wrong)


def _news(articles: int, sentences: int) -> list[Side]:
    """Articles that each tell half of some facts, in words of their own."""
    parts = ("ba", "de", "ki", "lo", "mu", "ra", "te", "so", "vin", "gor", "pal", "hes")
    words = [f"{a}{b}{c}" for a in parts for b in parts for c in ("nt", "rk", "sk", "lm", "pt")]
    pick = random.Random(7)
    often = [1 / rank for rank in range(10, len(words) + 10)]  # as in language, few words are most of a text
    facts = [" ".join(pick.choices(words, often, k=20)).capitalize() for _ in range(2 * sentences)]
    return make_sides(
        *(
            " ".join(f"{fact} {pick.choice(words)} {pick.choice(words)}." for fact in pick.sample(facts, sentences))
            for _ in range(articles)
        )
    )


def test_the_work_grows_by_the_pairs_of_articles_and_not_by_the_pairs_of_sentences() -> None:
    few, many, longer = _news(3, 20), _news(8, 20), _news(3, 60)
    matrix(few)  # what is kept of single words is made once
    work = calls(lambda: matrix(few))
    assert calls(lambda: matrix(many)) < 1.4 * work * (8 * 7) / (3 * 2)
    assert calls(lambda: matrix(longer)) < 1.6 * work * 60 / 20  # nine times as many pairs of sentences
    found = matrix(many)
    assert max(sum(cell.state != "absent" for cell in row.cells) for row in found.rows) >= 5


def test_words_in_a_row_put_two_tellings_into_one_row() -> None:
    """Two sentences too little alike, were it not for "to file criminal charges against"; two without such a row."""
    lawyer = (
        "The harbour master's lawyer confirmed on Friday that prosecutors plan to file criminal charges against him."
    )
    state = "Tomas Brandl said the state attorney disclosed its intent to file criminal charges against them on Monday."
    apart = "Tomas Brandl said on Monday that charges, all of them criminal, would be filed by the state attorney."
    for other, tellers in ((state, 2), (apart, 1)):
        whole = matrix(make_sides(f"{lawyer} {_FACTS[1]}", f"{other} {_FACTS[3]}"))
        told = [row for row in whole.rows if row.cells[0].spans and row.cells[0].spans[0].start == 0]
        assert [sum(bool(cell.spans) for cell in row.cells) for row in told] == [tellers]
