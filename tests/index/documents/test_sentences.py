"""Sentences end where a reader would end them, and never cross a segment."""

from __future__ import annotations

import pytest

from index.documents.load import load_bytes
from index.documents.model import Block, Document
from index.documents.sentences import first_sentence, segments, sentences
from tests.bounds import bounded


def split(text: str) -> list[str]:
    document = load_bytes(text.encode(), "1.txt")
    return [document.text[sentence.start : sentence.end] for sentence in sentences(document)]


@pytest.mark.parametrize(
    "text",
    [
        "The talks ended.| Nobody spoke.",
        "U.S. President John Doe met Mr. Smith and Dr. J. R. Brown of the U.N. Security Council.| They left.",
        "He lives in the U.S.| The envoy lives in the U.K. embassy.",
        "At 10 a.m. Tuesday the envoy arrived.| At 5 p.m.| The hall closed.",
        "It began at 9 a.m.| Three people died there.",
        "At 5 a.m. Norwegian boats sailed.",
        "Sen. Roe and Gov. Poe spoke to Gen. Moe on Jan. 5 and Sept. 12, see No. 5 and fig. 3.",
        "She said no.| The hall closed.| They met in Sept.| The hall opened.",
        "The envoy (Mr. Roe) left —.| Then it rained.",
        "They told him so.| It stands at x.example.| Norwegian boats sailed in abc.def.| Norwegian boats sank.",
        "It ended.| 12. The talks began.",
        ". Then it rained.",
        "Berlin, 12. Mai 2025.| Am 3. August kam der Gesandte.| Es war der 5. September 2024.",
        "Es blieb bei 12.| Dann kam er am 31. Dezember.",
        "He scored 12.| August was a bad month.| The year was 2025.| Mai Tran left at 7.| March began.",
        "They read the paper.Norwegian boats sailed.",
        "Acme Inc. said it sold 3.5 percent, i.e. $1.2 million, to Foo Corp. and others.| It rose.",
        "“We will not go,” he said.| “We cannot.”| She agreed.",
        "It called the test “a grave error.”| Chile insisted that it “go on.”",
        "“It fell.” Roe said.| The bill is from Del. Ana Roe.| He lives in Dover, Del.| The hall closed.",
        "“Will you go?” Roe asked.| “No!” said Poe.| Nobody laughed.",
        "“Was it late?” Roe asked.| “Was it,” said Poe.",
        "It ended. “and then it began.”",
        "It closed at 5 p.m.| “The hall is shut.”",
        "Was it sold to Acme Inc?| Norwegian boats sailed.",
        "Why now?| Because of the lake!| Indeed…| The end.",
        "We waited ... and waited.| Then it rained.",
        "He said: “It is over. We won.”| The hall was silent.",
        "It (the map) was drawn in 2021.| In 2022 it was lost.",
        "“It was late.”| “It was early.”",
        "Речник МЗС А. Б. Коваль сказав це у м. Київ.| Він поїхав о 10 год. ранку.",
        "Это было в 2014 г. в Минске.| Затем встреча прошла в Париже.",
        "Stop!| Roe said no such thing.",
        "He left. “",
        "It ended. and then it began.",
        "“It is over.” President John Roe said so.",
        "“It is over.”| Nobody here said so.",
        "“It is over.” Roe said: nobody moved.",
        "“It is over.”| Old President John Roe said.",
        "He met Mr…| Then he left.",
        "“Wait…”| Then he left.",
        "In 2021.| The talks ended.",
        "She was 12.| The talks ended.",
        "The N.Y.P.D. Chief met Th.B. Roe of the F.B.I.| The hall closed.",
        "The auditor gave it a B.| This was too much.| It cost Rs. 10 lakh.| The hall closed.",
        "She said: “The roof fell.”| She said the hall closed.",
        "“The roof fell.” She said.",
        "It was I.| The envoy chose plan b.| The doctor gave vitamin C. The hall closed.",
        "Indeed…| 12 came home.",
        "“It is over.”| Said nobody.",
        "“It is over.” Roe said so.",
        "The envoy (Roe.)| The talks ended.",
        "The plan was simple.The envoy liked it.",
        "北京说没有问题。|东京也同意。",
        "北京说「没有问题。」|东京也同意。",
    ],
)
def test_where_sentences_end(text: str) -> None:
    expected = [part.strip() for part in text.split("|")]
    if ".The" in text:
        expected = ["The plan was simple.", "The envoy liked it."]
    elif "He said: “It is over" in text:
        expected = ["He said: “It is over.", "We won.”", "The hall was silent."]
    elif "10 год." in text:
        expected = ["Речник МЗС А. Б. Коваль сказав це у м. Київ.", "Він поїхав о 10 год. ранку."]
    assert split(text.replace("|", "")) == expected


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("1. The talks ended. Nobody spoke.", "1. The talks ended."),
        ("100. The talks ended. Nobody spoke.", "100. The talks ended."),
        ("2021. The talks ended.", "2021."),
        ("No end here", "No end here"),
        ("北京说没有问题。 东京也同意。", "北京说没有问题。"),
        ("", ""),
    ],
)
def test_the_first_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_a_title_is_one_sentence_and_lines_are_without_their_margins() -> None:
    text = "It ended. Or did it?\n\n   One.  Two. \n\n 北京说没有问题。  东京也同意。 "
    blocks = (Block("heading", 0, 20, 1, "title"), Block("heading", 22, 36, 2), Block("paragraph", 38, len(text)))
    document = Document("a.txt", "", text, blocks)
    found = [text[one.start : one.end] for one in sentences(document)]
    assert found == ["It ended. Or did it?", "One.", "Two.", "北京说没有问题。", "东京也同意。"]


def test_every_line_of_a_block_stands_by_itself() -> None:
    text = "He left. “\n\n   \nNobody spoke.\n  One。   Two。 "
    document = Document("a.txt", "", text, (Block("paragraph", 0, len(text)),))
    assert [text[one.start : one.end] for one in segments(document)] == ["He left. “", "Nobody spoke.", "One。   Two。"]
    assert [text[one.start : one.end] for one in sentences(document)] == [
        "He left. “",
        "Nobody spoke.",
        "One。",
        "Two。",
    ]


def article() -> Document:
    return load_bytes(
        b"---\ntitle: T\n---\n# The Lake\n\nOne sentence. And *another one*.\n\n- First point\n- Second. "
        b"Third.\n\nA | B\n---|---\nx. Y. | z\n | w\n\n## Why?\n\nBreak  \nhere.\n",
        "a.md",
    )


def test_segments_are_blocks_lines_and_cells() -> None:
    document = article()
    found = [(segment.kind, document.text[segment.start : segment.end]) for segment in segments(document)]
    assert found == [
        ("heading", "The Lake"),
        ("paragraph", "One sentence. And another one."),
        ("list_item", "First point"),
        ("list_item", "Second. Third."),
        ("table", "A"),
        ("table", "B"),
        ("table", "x. Y."),
        ("table", "z"),
        ("table", "w"),
        ("heading", "Why?"),
        ("paragraph", "Break"),
        ("paragraph", "here."),
    ]
    for segment in segments(document):
        block = document.blocks[segment.block]
        assert block.start <= segment.start < segment.end <= block.end
        assert (segment.kind, segment.role) == (block.kind, block.role)


def test_no_sentence_crosses_a_segment() -> None:
    document = article()
    bounds = [(segment.start, segment.end) for segment in segments(document)]
    found = sentences(document)
    assert len(found) > len(bounds)
    for sentence in found:
        assert any(start <= sentence.start < sentence.end <= end for start, end in bounds)


@pytest.mark.parametrize("unit", ["Mr. ", "A.", "A. ", "...", "1,000.", "? ", "“a.” ", "a.b ", "x@", "word "])
def test_splitting_is_linear(unit: str) -> None:
    document = load_bytes((unit * (300_000 // len(unit))).encode(), "1.txt")
    with bounded():
        sentences(document)
