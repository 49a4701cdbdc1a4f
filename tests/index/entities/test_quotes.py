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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“It's madness,” says café owner Rosa Lind, whose takings have halved.",
            [("It's madness", "café owner Rosa Lind, whose takings have halved", "direct")],
        ),
        ("“It is madness,” said lawyers for the family.", [("It is madness", "lawyers for the family", "direct")]),
        (
            "“I saw it coming,” a neighbour who gave her name only as Mo said through tears.",
            [("I saw it coming", "a neighbour", "direct")],
        ),
        (
            '"It is all theatre," one docker, who asked not to be named, told the newspaper.',
            [("It is all theatre", "one docker, who asked not to be named,", "direct")],
        ),
        (
            "President Nomvula Sithole, speaking in Lagos, said her government “will not intervene”.",
            [("her government “will not intervene”", "President Nomvula Sithole", "mixed")],
        ),
        (
            "The union, which represents 4,000 dockers, said it would not budge.",
            [("it would not budge.", "The union, which represents 4,000 dockers,", "indirect")],
        ),
        (
            'Tom Okafor called the plan "a gift to contractors" and said voters deserved better.',
            [
                ('the plan "a gift to contractors"', "Tom Okafor", "mixed"),
                ("voters deserved better.", "Tom Okafor", "indirect"),
            ],
        ),
        (
            "Rosa Lind assured the islanders that the ferry would come back.",
            [("that the ferry would come back.", "Rosa Lind", "indirect")],
        ),
        (
            "This follows a brief “winter truce” announced by the islanders, which nobody kept.",
            [],
        ),
        (
            "Rosa Lind asked for a ceasefire that both fleets would sign.",
            [("for a ceasefire that both fleets would sign.", "Rosa Lind", "indirect")],
        ),
        ("European Union member states, while supporting the plan, sent nobody to the talks.", []),
        (
            'Her rival, Tom Okafor, called the plan "a gift".',
            [('the plan "a gift"', "Her rival, Tom Okafor,", "mixed")],
        ),
        (
            'The company "regrets any delay", a spokeswoman said.',
            [('The company "regrets any delay"', "a spokeswoman", "mixed")],
        ),
        (
            "“We are asking for dignity,” Rosa Lind told the crowd. “Not charity. Dignity.”",
            [
                ("We are asking for dignity", "Rosa Lind", "direct"),
                ("Not charity.", "Rosa Lind", "direct"),
                ("Dignity.", "Rosa Lind", "direct"),
            ],
        ),
    ],
)
def test_voices_told_by_more_than_a_name(make, text, expected):
    assert [(words, speaker, kind) for words, speaker, _, kind in said(make, text)] == expected


def test_an_interview_of_two_after_one_question(make):
    found = said(make, "Q: Is the dam safe?\n\nRosa Lind: It is safe now.\n\nTom Okafor: I doubt it.")
    assert [(words, speaker) for words, speaker, _, _ in found] == [
        ("Is the dam safe?", "Q"),
        ("It is safe now.", "Rosa Lind"),
        ("I doubt it.", "Tom Okafor"),
    ]


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
        ("“It is over,” Ivo Marek, R-Ky., said Tuesday.", ["Ivo Marek, R-Ky.,"]),
        ("Ghana, a friend of both, said it was “resolutely opposed” to the test.", ["Ghana, a friend of both,"]),
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


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        # with what commas put behind the name
        (
            "Ana Flores, 59, of Lima, who saw the fire from the hill, said the noise was terrible.",
            "the noise",
            "Ana Flores, 59, of Lima, who saw the fire from the hill,",
        ),
        (
            "Ivo Marek, who has long backed Elena Kovac in parliament, said the plan was bad.",
            "the plan",
            "Ivo Marek, who has long backed Elena Kovac in parliament,",
        ),
        # a word that announces nothing, and one that does
        ("The minister said he hopes the march sends a message that “people stand up”.", "he hopes", "The minister"),
        ("Elena Kovac has urged the council to leave the old bridge standing.", "the council to leave", "Elena Kovac"),
        ("Many residents believe the bridge was never safe.", "the bridge", "Many residents"),
        ("Ivo Marek asked whether anybody had seen the contract.", "whether anybody", "Ivo Marek"),
        ("Reporters questioned Ivo Marek’s claim that nobody had been warned.", "that nobody", "Ivo Marek"),
        ("“The primary source is lawful,” as Elena Kovac put it in May.", "The primary", "Elena Kovac"),
        # announced in the paragraph before
        ("Elena Kovac stood up.\n\nIvo Marek said:\n\n“We will not leave this harbour.”", "We will", "Ivo Marek"),
        # signed, though it holds a cue; opened with the wrong mark
        ("“I will not live in what he calls “hell” with anyone.” ― Olga Volkova", "I will", "Olga Volkova"),
        ("”I am truly afraid that he will win the vote.” ― Olga Volkova", "I am", "Olga Volkova"),
        # marks of two styles
        (
            'Elena Kovac spoke of "work-related” letters. Ivo Marek said it “was a private matter” for all.',
            "it “was",
            "Ivo Marek",
        ),
        ("Olga Volkova sagte: „Wir bleiben hier und warten.“ Then she left.", "Wir bleiben", "Olga Volkova"),
    ],
)
def test_where_the_words_begin(make, text, words, speaker):
    found = [quote for quote in said(make, text) if quote[0].startswith(words)]
    assert [quote[1] for quote in found] == [speaker], said(make, text)


def test_two_sayings_in_one_sentence(make):
    text = (
        "“It was legal,” Ivo Marek said in a statement, adding that the letters were burnt, "
        "but Ana Flores said they were not."
    )
    assert [(words.split()[-1], speaker) for words, speaker, _, _ in said(make, text)] == [
        ("legal", "Ivo Marek"),
        ("burnt", "Ivo Marek"),
        ("not.", "Ana Flores"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was called a ruin by nobody.",
        "The speech raises hopes that the strike will end soon.",
        "Elena Kovac spoke on “Face the Nation” and in “The Long Night of the Harbour”.",
        "The gap between what Ivo Marek says the plan would do and its text is wide.",
    ],
)
def test_words_that_give_nothing_to_anybody(make, text):
    assert said(make, text) == []


def test_a_transcript(make):
    text = (
        "Elena Kovac spoke on Monday.\n\nMODERATOR: Will the bridge open this year?\n\n"
        "KOVAC: I believe that it will.\n\n"
        "There is money for it.\n\nMODERATOR: And the harbour?\n\nKOVAC (laughing): Not yet.\n\nThe hall was full."
    )
    assert [(words, speaker) for words, speaker, _, _ in said(make, text)] == [
        ("Will the bridge open this year?", "MODERATOR"),
        ("I believe that it will.", "KOVAC"),
        ("There is money for it.", "KOVAC"),
        ("And the harbour?", "MODERATOR"),
        ("Not yet.", "KOVAC"),
    ]
    assert said(make, "Time: 9 am\n\nPlace: Lima\n\nPrice: free") == []


@pytest.mark.parametrize(
    ("heading", "words", "speaker"),
    [
        ("Elena Kovac: No more talks with the harbour", "No more talks with the harbour", "Elena Kovac"),
        ("Elena Kovac rallies Lima to ‘save the harbour’", "save the harbour", "Elena Kovac"),
    ],
)
def test_a_heading(make, heading, words, speaker):
    found = recognise(make(heading, kind="heading")).quotes
    assert [(heading[q.start : q.end], heading[slice(*q.speaker)]) for q in found] == [(words, speaker)]
    assert recognise(make("Harbour ‘a ruin’: the whole story", kind="heading")).quotes == ()


@pytest.mark.parametrize("end", ["", ".", "; both left."])
def test_a_quotation_that_is_never_closed_ends_in_its_article(make, end):
    text = f"Putin said that Moscow “d discuss with Kyiv how to stop{end}"
    found = recognise(make(text)).quotes
    assert found
    assert all(q.end <= len(text) and text[q.start : q.end] == text[q.start : q.end].strip() for q in found)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("“Let them try,” shouted Ana.", "Let them try", "Ana"),
        ("He quoted his mother as saying: “Never lend a boat.”", "Never lend a boat.", "his mother"),
        ("Lena Fors would only say that an inquiry was under way.", "that an inquiry was under way.", "Lena Fors"),
        ("“I have nothing to add to that” — Elena Kovac on the leak", "I have nothing to add to that", "Elena Kovac"),
        ("‘Nobody ever asked us here’: villagers on the new mine", "Nobody ever asked us here", "villagers"),
    ],
)
def test_voices_behind_a_quotation_or_inside_another(make, text, words, speaker):
    assert [quote[:2] for quote in said(make, text)] == [(words, speaker)]
