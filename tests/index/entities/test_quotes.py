"""Quotations: what was said, by whom, and by which word one knows."""

from __future__ import annotations

import pytest

from index.entities.recognise import recognise


def said(make, text: str):
    return [
        (
            text[q.start : q.end],
            text[q.speaker.start : q.speaker.end] if q.speaker else None,
            text[q.cue.start : q.cue.end] if q.cue else None,
            q.kind,
        )
        for q in recognise(make(text)).quotes
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We must stop this war,” he said.", [("We must stop this war", "he", "said", "direct")]),
        (
            '"We are ready to talk," said Dmitry Peskov.',
            [("We are ready to talk", "Dmitry Peskov", "said", "direct")],
        ),
        (
            "The mayor said that the bridge would open in May.",
            [("that the bridge would open in May.", "The mayor", "said", "indirect")],
        ),
        (
            "According to the ministry, prices rose last year.",
            [("prices rose last year.", "the ministry", "According to", "indirect")],
        ),
        (
            "The spokesman said that the plan was “dead on arrival” for them.",
            [("that the plan was “dead on arrival” for them.", "The spokesman", "said", "mixed")],
        ),
        (
            "Prices rose by a tenth, according to two officials.",
            [("Prices rose by a tenth", "two officials", "according to", "indirect")],
        ),
    ],
)
def test_who_said_what(make, text, expected):
    assert said(make, text) == expected


def test_an_interrupted_quotation_is_one_item_a_part(make):
    found = said(make, "“I will go there,” Ana Flores said, “and I will stay there.”")
    assert [(words, speaker) for words, speaker, _, _ in found] == [
        ("I will go there", "Ana Flores"),
        ("and I will stay there.", "Ana Flores"),
    ]


def test_a_quotation_without_cue_goes_to_the_last_voice(make):
    found = said(make, "“We waited for a year,” Ana Flores said. “Then we went home again.”")
    assert found[1][:2] == ("Then we went home again.", "Ana Flores")


@pytest.mark.parametrize(
    "text", ["The so-called “deal” failed.", "The workers' rights were kept.", "It is one of the key demands."]
)
def test_what_is_no_speech(make, text):
    assert said(make, text) == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Elena Kovac smiled and asked the crowd to “remember the old harbour and its people”.", ["Elena Kovac"]),
        ("He stood up and said that the bridge would open in May.", ["He"]),
        ("Ivo Marek attacked the plan, saying, “It is a trap and very unstable.”", ["Ivo Marek"]),
        ("“It is over,” Ivo Marek, R-Ky., said Tuesday.", ["Ivo Marek"]),
        ("Ghana, a friend of both, said it was “resolutely opposed” to the test.", ["Ghana"]),
        ("Said Ivo Marek: “I see no interest in this reform.”", ["Ivo Marek"]),
        ("“We must all take part in this vote.” — Olga Volkova", ["Olga Volkova"]),
        (
            "Ana Flores said she would never agree. “We had no water. The road was shut. Nobody came,” said Ivo Marek.",
            ["Ana Flores", "Ivo Marek", "Ivo Marek", "Ivo Marek"],
        ),
        ("A friend commented: “For you this is the most important reason.”", ["A friend"]),
    ],
)
def test_whose_words_they_are(make, text, speakers):
    assert [speaker for _, speaker, _, _ in said(make, text)] == speakers


def test_a_sentence_too_long_for_prose_has_no_speaker(make):
    said = "Elena Kovac said the bridge was closed"
    assert len(recognise(make(f"{said}.")).quotes) == 1
    assert recognise(make(f"{said} {'and on ' * 1_500}.")).quotes == ()
