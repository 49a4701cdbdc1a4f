"""Indirect speech: where its words begin and end, which words tell of it, and who speaks."""

from __future__ import annotations

import pytest

from index.entities.recognise import recognise


def said(make, text: str):
    return [
        (
            text[q.start : q.end],
            text[q.speaker.start : q.speaker.end] if q.speaker else None,
            text[q.cue.start : q.cue.end] if q.cue else None,
        )
        for q in recognise(make(text)).quotes
    ]


@pytest.mark.parametrize(
    ("text", "words", "speaker", "cue"),
    [
        # intentions, and what others are asked to do
        ("Elena Kovac wants to widen the harbour.", "to widen the harbour.", "Elena Kovac", "wants"),
        ("Elena Kovac wants the council to act.", "the council to act.", "Elena Kovac", "wants"),
        ("The company plans to cut 300 jobs.", "to cut 300 jobs.", "The company", "plans"),
        ("Ivo Marek threatened on Monday to leave.", "to leave.", "Ivo Marek", "threatened"),
        ("Ivo Marek encouraged voters to stay.", "voters to stay.", "Ivo Marek", "encouraged"),
        # noun phrases
        ("Ivo Marek promised lower taxes for all.", "lower taxes for all.", "Ivo Marek", "promised"),
        ("Ivo Marek cited a lack of evidence.", "a lack of evidence.", "Ivo Marek", "cited"),
        # what is said of somebody
        (
            "Police accused Ivo Marek of hiding the boat, a day after the storm.",
            "Ivo Marek of hiding the boat",
            "Police",
            "accused",
        ),
        ("Ivo Marek blamed the storm for the delay.", "the storm for the delay.", "Ivo Marek", "blamed"),
        ("Ivo Marek called the plan a hoax.", "the plan a hoax.", "Ivo Marek", "called"),
        ("Ivo Marek dismissed the plan as a fantasy.", "the plan as a fantasy.", "Ivo Marek", "dismissed"),
        # clauses without "that"
        ("Ivo Marek left, arguing the bridge was unsafe.", "the bridge was unsafe.", "Ivo Marek", "arguing"),
        ("Polls showed Marek was ahead.", "Marek was ahead.", "Polls", "showed"),
        # infinitives of cues
        ("Ivo Marek went on to explain how he won.", "how he won.", "Ivo Marek", "explain"),
        ("Ivo Marek appeared to suggest that it was safe.", "that it was safe.", "Ivo Marek", "suggest"),
        # progressives, means
        ("Elena Kovac is demanding that he resign.", "that he resign.", "Elena Kovac", "demanding"),
        ("Elena Kovac began by saying that she was tired.", "that she was tired.", "Elena Kovac", "saying"),
        # denied
        ("Elena Kovac did not say that she would stay.", "that she would stay.", "Elena Kovac", "did not say"),
        # a source of the voice is no part of its words
        (
            "Ivo Marek said, citing two officials, that the bridge was unsafe.",
            "that the bridge was unsafe.",
            "Ivo Marek",
            "said",
        ),
        # told at the end, with hearer and occasion
        (
            "The bridge was never safe, Ivo Marek told the Harbour Post in an interview on Friday.",
            "The bridge was never safe",
            "Ivo Marek",
            "told",
        ),
    ],
)
def test_one_saying(make, text, words, speaker, cue):
    assert said(make, text) == [(words, speaker, cue)]


@pytest.mark.parametrize(
    ("text", "words", "speaker", "cue"),
    [
        ("Voters have expressed concern that changing it could harm them.", "that changing", "Voters", "concern"),
        ("Ivo Marek was confident that the talks would go on.", "that the talks", "Ivo Marek", "confident"),
        ("Elena Kovac has made clear that she will not run.", "that she will", "Elena Kovac", "made clear"),
        ("They looked into allegations that he had sold the boat.", "that he had", None, "allegations"),
        ("There were complaints from residents that it was too loud.", "that it was", "residents", "complaints"),
        ("He scoffed at Marek’s claim that nobody was warned.", "that nobody", "Marek", "claim"),
    ],
)
def test_nouns_and_adjectives_tell_of_claims(make, text, words, speaker, cue):
    (found,) = said(make, text)
    assert found[0].startswith(words)
    assert found[1:] == (speaker, cue)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ivo Marek claimed vast wealth and said it made him free.",
            [("vast wealth", "Ivo Marek"), ("it made him free.", "Ivo Marek")],
        ),
        (
            "Elena Kovac called the vote a mistake, but she noted that others had erred.",
            [("the vote a mistake", "Elena Kovac"), ("that others had erred.", "she")],
        ),
        (
            "The harbour plan, Ivo Marek said, would fail.",
            [("The harbour plan", "Ivo Marek"), ("would fail.", "Ivo Marek")],
        ),
        (
            "The harbour plan, according to Ivo Marek, would fail.",
            [("The harbour plan", "Ivo Marek"), ("would fail.", "Ivo Marek")],
        ),
        (
            "While Ivo Marek said the bridge was safe, Elena Kovac said it was not.",
            [("the bridge was safe", "Ivo Marek"), ("it was not.", "Elena Kovac")],
        ),
        (
            "As Ivo Marek promised lower taxes for all, the campaign of his rival said that nobody believed it.",
            [("lower taxes for all", "Ivo Marek"), ("that nobody believed it.", "the campaign of his rival")],
        ),
        (
            "Although Ivo Marek has admitted using the boat, he does not defend it.",
            [("using the boat", "Ivo Marek")],
        ),
        (
            "“It is over,” Ivo Marek said, questioning the wisdom of the plan.",
            [("It is over", "Ivo Marek"), ("the wisdom of the plan.", "Ivo Marek")],
        ),
    ],
)
def test_several_sayings_in_one_sentence(make, text, expected):
    assert [found[:2] for found in said(make, text)] == expected


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A harbour judge has rejected the request of Ivo Marek, saying it came late.", "A harbour judge"),
        ("Rival Elena Kovac mocked it, saying that it was late.", "Rival Elena Kovac"),
        ("On Friday, the mayor of the town left, saying that it was late.", "the mayor of the town"),
        ("Speaking in Rome, Elena Kovac smiled and said that it was late.", "Elena Kovac"),
        ("The mayor closed the bridge, with some residents arguing that it was safe.", "some residents"),
        ("Observers in Rome and around the country say that it was late.", "Observers in Rome and around the country"),
        ("Candidates Ivo Marek and Elena Kovac said that it was late.", "Candidates Ivo Marek and Elena Kovac"),
        ("It angered the voters, many of whom say that it was late.", "many of whom"),
        (
            "A lawyer for the town, Elena Kovac of Rome, left early and said that it was late.",
            "A lawyer for the town, Elena Kovac of Rome,",
        ),
    ],
)
def test_who_speaks(make, text, speaker):
    assert said(make, text)[-1][1] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The minister called a meeting on Friday.",
        "The mayor called the police on his neighbour.",
        "The army attacked the village for three days.",
        "Elena Kovac described him as he was.",
        "Elena Kovac declined to say whether she would stay.",
        "He kept the promise that she made.",
        "It is the greatest fear that I have ever known of.",
        "Do what you want to do with the boat.",
        "Elena Kovac cited two officials.",
        "It was the latest in a string of statements that he has made as head of the town.",
        "The dispute with Elena Kovac continued on Friday and worried the town.",
        "The Marek report drew a crowd to the harbour.",
        "The company’s plans to cut jobs were late.",
        "The house, which is also called the Old Mill, has stood here since 1900.",
    ],
)
def test_nothing_was_said(make, text):
    assert said(make, text) == []
