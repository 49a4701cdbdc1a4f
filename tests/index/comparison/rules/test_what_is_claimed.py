"""What sentences of one article state and deny: which answer, in which words, of whom, and what stands beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from index.comparison.conflicts.reading.subjects import Subjects, office_holders
from index.comparison.conflicts.statements.claims import Claim, claims, denied_stems
from index.comparison.conflicts.statements.stances import stances
from tests.index.comparison.rules.texts import one_told


def claimed(text: str, denied_anywhere: str) -> Iterator[Claim]:
    article = one_told(text)
    return claims(article, frozenset(denied_anywhere.split()), Subjects(article, office_holders(article)))


def shown(text: str, denied_anywhere: str = "") -> list[str]:
    """Each claim: what is asked, the point, in brackets its words, the word that does it / who does, and its marks."""
    lines = []
    for claim in claimed(text, denied_anywhere):
        words = claim.passage.words
        asked = stances()[claim.question].about if isinstance(claim.question, int) else claim.question
        printed = text[words[claim.first].start : words[claim.end - 1].end]
        marks = [mark for mark in ("open", "denied", "everyday") if getattr(claim, mark)]
        doer = f"{claim.subject or '-'}/{claim.person or '-'}"
        lines.append(" ".join((asked, str(claim.point), f"[{printed}]", doer, *marks)))
    return lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two miners were hurt in the harbour.", ["whether anyone was hurt 0 [hurt] miner/-"]),
        ("Nobody was hurt in the harbour.", ["whether anyone was hurt 1 [Nobody was hurt] -/-"]),
        ("Anna Hallam attended the meeting.", ["who came 0 [attended] hallam/hallam"]),
        ("Anna Hallam did not attend the meeting.", ["who came 1 [not attend] hallam/hallam denied"]),
        ("Anna Hallam declined to attend the meeting.", ["who came 1 [declined to attend] hallam/hallam denied"]),
        ("Nobody attended the meeting of the guild.", ["who came 1 [Nobody attended] -/- denied"]),
        ("Miners wept.", ["how it was taken 0 [wept] miner/-"]),
        ("Miners had really been hurt.", ["whether anyone was hurt 0 [hurt] miner/-"]),
        ("Miners surely, really had been hurt.", ["whether anyone was hurt 0 [hurt] -/-"]),
        ("The fares quickly went up.", ["whether it rises or falls 0 [went up] fare/- everyday"]),
        ("There was no warning, and the gates shook.", ["whether there was a warning 1 [no warning] -/-"]),
        (
            "Anna Hallam declined the offer of the board.",
            [
                "what became of the proposal 1 [declined] hallam/hallam",
                "whether it rises or falls 1 [declined] hallam/hallam",
            ],
        ),
    ],
)
def test_an_answer_and_its_denial(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Did Anna Hallam attend the meeting?",
        "Anna Hallam attended the meeting?\n\nThe guild of the harbour met again in the rain.",
        "If Anna Hallam attended the meeting, it was brief.",
        "The meeting began, and if so Anna Hallam attended it.",
        "Critics claimed that Anna Hallam attended the meeting.",
        "Anna Hallam denied that she attended the meeting.",
        "The captain, on a charge of arson, attended the meeting.",
        "Charge or no charge, Anna Hallam attended the meeting.",
        "Anna Hallam said that they “attended the meeting” of the board.",
        "Anna Hallam said that of the whole board all “attended”.",
        "“We attended the meeting,” said Anna Hallam of the board.",
        "The law must be approved by the board, and it should go ahead.",
        "The mill is to be paid in cash and the rest in shares.",
    ],
)
def test_what_others_claim_ask_or_say_is_not_stated(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("If so, then later on that day Anna Hallam attended it.", ["who came 0 [attended] hallam/hallam"]),
        ("Anna Hallam attended the meeting if any.", ["who came 0 [attended] hallam/hallam"]),
        ("The captain in charge of the port attended the meeting.", ["who came 0 [attended] port/-"]),
        ("In charge of the port, Anna Hallam attended the meeting.", ["who came 0 [attended] hallam/hallam"]),
        ("The court denied bail to Paul Hein, who wept.", ["whether bail was set 1 [denied bail] court/-"]),
        (
            "The law must be approved by the board, which is split.",
            [
                "whether it has been cleared 1 [must be approved by] =law/-",
                "whether it needs a vote 0 [must be approved] =law/-",
            ],
        ),
        ("“A brief one,” said Anna Hallam, who attended it.", ["who came 0 [attended] hallam/hallam"]),
        ("Anna Hallam attended the “meeting” of the board.", ["who came 0 [attended] hallam/hallam"]),
    ],
)
def test_what_stands_outside_of_such_words_is_stated(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "left_open"),
    [
        ("Anna Hallam will attend the meeting.", True),
        ("Anna Hallam hopes, after all, to attend the meeting.", True),
        ("They came to attend the meeting.", True),
        ("To attend the meeting they came early.", True),
        ("Attended by all, it was the meeting that they came to.", False),
        ("Would they now attend the meeting, all was well.", True),
        ("They may now for one day in June attend the meeting.", False),
        ("They may now for one June day attend the meeting.", True),
        ("In May they attended the meeting.", False),
        ("They came not to attend the meeting.", False),
        ("They would, as ever on a day, not attend the meeting.", True),
        ("They attended the meeting that they might close.", False),
    ],
)
def test_what_is_only_to_come_or_possible_is_open(text: str, left_open: bool) -> None:
    assert [claim.open for claim in claimed(text, "")] == [left_open]


@pytest.mark.parametrize(
    ("text", "denied_anywhere", "expected"),
    [
        ("Anna Hallam opened the gate.", "", []),
        ("Anna Hallam opened the gate.", "open", ["open 0 [opened] hallam/hallam everyday"]),
        ("Anna Hallam never opened the gate.", "open", ["open 1 [never opened] hallam/hallam denied everyday"]),
        ("It was an attack on the mill.", "attack", ["attack 0 [attack] -/-"]),
        ("It was no attack on the mill.", "attack", ["attack 1 [no attack] -/- denied"]),
        ("Attack came, and an attack on the mill.", "attack", ["attack 0 [attack] -/-"]),
        ("Rebels began shelling the harbour.", "shell", ["shell 0 [shelling] -/-"]),
        ("The guards kept shelling the harbour.", "shell", ["shell 0 [shelling] -/-"]),
        ("It was the first attack on the mill.", "attack", []),
        ("There was another attack on the mill.", "attack", []),
        ("Critics alleged an attack on the mill.", "attack", []),
        ("They did not tell of the attack on the mill.", "attack", []),
        ("They did not, in all, tell of the attack on the mill.", "attack", ["attack 0 [attack] -/-"]),
        ("The Mill of Kolmen is the one that was sold.", "mill kolmen one that was", []),
        ("It had a tax, as 30 men surely had to pay, time and again.", "tax 30 had sure time", []),
        ("Toll was paid, the board said.", "toll say said", []),
        ("The toll was said to be paid.", "toll said say", ["toll 0 [toll] -/-"]),
    ],
)
def test_plain_words_are_stated_where_they_are_denied_elsewhere(
    text: str, denied_anywhere: str, expected: list[str]
) -> None:
    assert shown(text, denied_anywhere) == expected


def test_the_stems_of_all_that_an_article_denies() -> None:
    article = one_told("The mill was never sold. It was no attack. Boats were moored at noon. It didn't burn.")
    assert denied_stems(article) == {"sold", "attack", "burn"}


HEAP = "rope, coal, sugar, corn, wood, iron, tar capsized off reef, shoal, rock, cliff, beach, cove"


@pytest.mark.parametrize(
    ("text", "near", "close"),
    [
        (f"The old ferry with zinc, salt, mud, {HEAP}, dune, marsh, lake, hill.", HEAP + " salt mud dune marsh", HEAP),
        ("The law on herring was approved by President Hallam on Monday.", "~law herring hallam", None),
        ("The bill on herring was approved for Russia by way of Kolmen.", "~law herring kolmen", None),
        ("They say that the new people capsized.", "", None),
        ("In Kolmen 30 boats capsized.", "kolmen boat", None),
        ("The Guild of Kolmen capsized it.", "guild kolmen", None),
        ("Reefs by it capsized 30 boats.", "reef boat", None),
        ("Anna Hallam ran in May. Then she capsized it.", "hallam", None),
        (f"The Guild of Kolmen with zinc, salt, {HEAP}.", HEAP + " zinc salt guild kolmen", None),
        ("A reef capsized it, Hallam then said.", "reef hallam", None),
        ("They said that Hallam capsized it.", "hallam", None),
        ("A reef capsized it, Anna Hallam said.", "reef", None),
        ("A reef capsized it, said Anna Hallam.", "reef", None),
        ("Anna Hallam said a reef capsized it.", "reef", None),
        ("A reef capsized it, said one, and Anna Hallam fled.", "reef anna hallam flee", None),
    ],
)
def test_what_stands_beside_a_claim(text: str, near: str, close: str | None) -> None:
    (claim,) = claimed(text, "")
    doer = {claim.subject, "ferri"} - set(near.split())
    assert claim.near - doer == set(near.replace(",", "").split()) - {"capsized", "off"}
    if close is not None:
        assert claim.close - doer == set(close.replace(",", "").split()) - {"capsized", "off"}


@pytest.mark.parametrize(("length", "read"), [(200, True), (201, False)])
def test_a_sentence_without_an_end_is_no_prose(length: int, read: bool) -> None:
    text = "The ferry capsized " + " ".join(["salt"] * (length - 3)) + "."
    assert bool(shown(text)) is read


@pytest.mark.parametrize(("quotations", "stated"), [(20, True), (21, False)])
def test_of_a_heap_of_quotations_nothing_is_its_own(quotations: int, stated: bool) -> None:
    heap = " and ".join(["“salt”"] * quotations)
    assert bool(shown(f"The ferry capsized when it was told {heap}, said Anna Hallam.")) is stated


def test_a_name_ends_at_a_comma_though_who_speaks_follows_it() -> None:
    (claim,) = claimed("The harbour was shelled near Tarn, Minister Roe said in Vardo.", "shell")
    assert "tarn" in claim.near
    assert "roe" not in claim.near
