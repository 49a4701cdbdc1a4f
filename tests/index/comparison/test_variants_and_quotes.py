"""Other spellings, styles and words are variants; the same quoted words are found however they were changed."""

from __future__ import annotations

import pytest

from index.comparison.said_in_both import left_out, said_by, voiced


def test_spellings_of_a_name_are_variants_not_conflicts(compared) -> None:
    seen = compared(
        "President Volodymyr Zelenskyy visited the harbour. Zelenskyy met the fishermen there.",
        "President Volodymyr Zelensky visited the harbour. Zelensky met the fishermen there.",
    )
    assert ("spelling", "Zelenskyy", "Zelensky") in seen.variants
    assert seen.conflicts == []


def test_a_misspelt_forename_is_a_variant(compared) -> None:
    seen = compared(
        "President Volodyr Zelenskyy visited the harbour. Volodymyr Zelenskyy met the fishermen.",
        "President Volodymyr Zelenskyy came to the town. Zelenskyy slept in the old inn.",
    )
    assert ("spelling", "Volodyr", "Volodymyr") in seen.variants


def test_a_land_and_its_people_are_no_spellings(compared) -> None:
    seen = compared("Russian boats left. Officials in Russia agreed.", "Russia recalled its boats. Russians agreed.")
    assert [v for v in seen.variants if v[0] == "spelling"] == []


@pytest.mark.parametrize(
    ("a", "b", "variant"),
    [
        (
            "Fuel makes up 12 percent of the cost of every crossing.",
            "Fuel makes up 12% of the cost of every crossing.",
            ("style", "percent", "%"),
        ),
        (
            "The U.S. coast guard sent a boat to the strait.",
            "The US coast guard sent a boat to the strait.",
            ("style", "U.S.", "US"),
        ),
        (
            "The harbour board hired three divers for the pier.",
            "The harbour board hired 3 divers for the pier.",
            ("style", "three", "3"),
        ),
        (
            "The fishermen of both towns agreed to a truce in the strait.",
            "The fishermen of both towns agreed to a ceasefire in the strait.",
            ("wording", "truce", "ceasefire"),
        ),
    ],
)
def test_style_and_wording_are_named(compared, a, b, variant) -> None:
    seen = compared(a, b)
    assert variant in seen.variants
    assert seen.conflicts == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The ferry reported the fire at 3:40 a.m. off the cape.",
            "The ferry reported the fire at 03:40 a.m. off the cape.",
        ),
        (
            "The crew of the ferry crossed rough waves of four metres.",
            "The crew of the ferry crossed about four metres of waves.",
        ),
    ],
)
def test_hours_with_a_nought_and_the_sea_are_no_variants(compared, a, b) -> None:
    assert compared(a, b).variants == []


def test_the_name_of_a_painting_is_nothing_that_anybody_says(compared) -> None:
    stolen = 'Among the stolen works is "{}", a portrait of 1641 by a Flemish painter.'
    for title, told in (("The Lace Maker's Daughter", []), ("We have failed you", ["identical"])):
        seen = compared(stolen.format(title), stolen.format(title).replace("Among", "One of").replace("is", "was", 1))
        assert [kind for kind, _, _ in seen.quotes] == told


WORDS = "we will keep the northern pier open for as long as the ice allows it"


def test_identical_quotations(compared) -> None:
    seen = compared(f"“{WORDS},” Anna Hallam said.", f"Anna Hallam told the board: “{WORDS}.”")
    assert [kind for kind, _, _ in seen.quotes] == ["identical"]
    assert "Hallam" in seen.result.quotes[0].speaker


def test_a_quotation_cut_short(compared) -> None:
    cut = " ".join(WORDS.split()[:9])
    seen = compared(f"“{WORDS},” Anna Hallam said on Monday.", f"“{cut},” Anna Hallam said on Monday.")
    assert seen.quotes == [("truncated", WORDS, cut)]
    assert seen.conflicts == []


def test_the_words_left_out_are_told(compared) -> None:
    seen = compared(
        f"“{WORDS}. Nobody will be turned away,” Anna Hallam said.",
        "“We will keep the northern pier open ... as the ice allows it,” Anna Hallam said on Monday.",
    )
    assert [kind for kind, _, _ in seen.quotes] == ["truncated"]
    (pair,) = seen.result.quotes
    assert [seen.in_a(span) for span in pair.dropped_a] == ["for as long", "Nobody will be turned away"]
    assert pair.dropped_b == ()
    texts = seen.a.document.text, seen.b.document.text
    assert left_out(pair, *texts) == "B leaves out “for as long”, “Nobody will be turned away”"
    assert left_out(pair.turned(), *reversed(texts)) == left_out(pair, *texts).replace("B", "A", 1)


def test_a_quotation_begins_where_all_its_words_stand_in_a_row(compared) -> None:
    seen = compared(
        "“I always take the ferry in earnest. I wish I could stay at home,” Anna Hallam said.",
        "“I wish I could stay at home,” Anna Hallam said.",
    )
    (pair,) = seen.result.quotes
    assert [seen.in_a(span) for span in pair.dropped_a] == ["I always take the ferry in earnest"]


@pytest.mark.parametrize(
    ("a", "b", "kinds"),
    [
        # a reporting verb, an order, an interruption, an editor's brackets and a spelling change nothing
        (f"“{WORDS},” Anna Hallam said.", f"As Anna Hallam put it: “{WORDS}.”", ["identical"]),
        (
            f"“{WORDS},” Anna Hallam said.",
            "“We will keep the northern pier open,” Anna Hallam said, “for as long as the ice allows it.”",
            ["identical", "identical"],
        ),
        (
            f"“{WORDS},” Anna Hallam said.",
            "“[The board] will keep the northern pier open for as long as the ice allows it,” Anna Hallam said.",
            ["identical"],
        ),
        (
            "“Sen. Okafor never saw the pier,” Anna Hallam said.",
            "“Senator Okafor never saw the pier,” Anna Hallam said.",
            ["identical"],
        ),
        # a fragment, of the same speaker
        (
            "“This fire was a disaster for the whole town and its people,” Anna Hallam said.",
            "Anna Hallam called the fire “a disaster” when asked.",
            ["truncated"],
        ),
        (
            "“This fire was a disaster for the whole town and its people,” Anna Hallam said.",
            "Grace Okafor called the vote “a disaster” when asked.",
            [],
        ),
        # sentences of one quotation belong together
        (
            f"“{WORDS}. Nobody will be turned away. Ask the board,” Anna Hallam said.",
            f"“{WORDS}. Nobody will be turned away. Ask the board,” Grace Okafor said.",
            ["reattributed"],
        ),
        (
            f"“{WORDS}. Nobody will be turned away. Ask the board,” Anna Hallam said.",
            f"“{WORDS}. Nobody will be sent away. Ask the board,” Anna Hallam said.",
            ["paraphrased"],
        ),
        # what stands beside the other's quotation marks is not left out
        (
            "“It was a war of the governor’s choosing,” Anna Hallam said.",
            "Anna Hallam said that it was a “war of the governor’s choosing”.",
            ["identical"],
        ),
        (
            "“The ferry will sink with all aboard,” Anna Hallam said.",
            "Anna Hallam warned that the ferry “will sink with all” aboard.",
            ["identical"],
        ),
        (
            "“The ferry will sink with all aboard,” Anna Hallam said.",
            "Anna Hallam warned\nthat boats “will sink with all” the crew.",
            ["truncated"],
        ),
        # nor what another quotation of the same article gives
        (
            "“We lost the pier for good; I am being frank with you,” Anna Hallam said. “We have work to do tonight.”",
            "“We lost the pier for good,” Anna Hallam said. “I am being frank with you. We have work to do tonight.”",
            ["identical", "identical"],
        ),
    ],
)
def test_whole_quotations(compared, a, b, kinds) -> None:
    rest = " Anna Hallam lives here. Grace Okafor lives there."
    assert [kind for kind, _, _ in compared(a + rest, b + rest).quotes] == kinds
    assert [kind for kind, _, _ in compared(b + rest, a + rest).quotes] == kinds


def test_a_quotation_in_other_words(compared) -> None:
    changed = "we shall keep the northern pier open so long as the ice allows"
    seen = compared(f'"{WORDS}," Anna Hallam said.', f'Anna Hallam said: "{changed}."')
    assert [kind for kind, _, _ in seen.quotes] == ["paraphrased"]


def test_a_quotation_given_to_someone_else_is_a_conflict(compared) -> None:
    rest = " Anna Hallam lives here. Grace Okafor lives there."
    seen = compared(f"“{WORDS},” Anna Hallam said.{rest}", f"“{WORDS},” Grace Okafor said.{rest}")
    assert [kind for kind, _, _ in seen.quotes] == ["reattributed"]
    assert ("attribution", "Anna Hallam", "Grace Okafor") in seen.conflicts


@pytest.mark.parametrize("voice", ["{}", "The mayor’s friend {}", "Harbour Board Secretary {}"])
def test_whoever_is_named_beside_any_sentence_of_a_quotation_said_it(compared, voice) -> None:
    rest = " Anna Hallam lives here. Grace Okafor lives there."
    told = "“{}. It’s wrong,” " + voice + " said on the quay.{}"
    seen = compared(told.format(WORDS, "Anna Hallam", rest), told.format(WORDS, "Grace Okafor", rest))
    assert [kind for kind, _, _ in seen.quotes] == ["reattributed"]
    assert [(a, b) for kind, a, b in seen.conflicts if kind == "attribution"] == [("Anna Hallam", "Grace Okafor")]


def test_a_reattributed_quotation_conflicts_in_other_sentences_too(compared) -> None:
    rest = " Anna Hallam lives here. Grace Okafor lives there."
    seen = compared(
        f"“{WORDS},” Anna Hallam said.{rest}",
        f"Late in the evening the meeting grew loud. “{WORDS},” Grace Okafor said to the fishermen.{rest}",
    )
    assert ("attribution", "Anna Hallam", "Grace Okafor") in seen.conflicts


@pytest.mark.parametrize(
    ("a", "b", "kind", "said", "told"),
    [
        (
            f"“{WORDS},” Anna Hallam said.",
            f"“{WORDS},” said a fisherman.",
            "identical",
            "",
            "A has it from Anna Hallam, B from a fisherman",
        ),
        (
            f"“{WORDS},” said the board’s lawyer, Anna Hallam, 54.",
            f"“{WORDS},” said its head, Grace Okafor, on Monday.",
            "reattributed",
            "",
            "A has it from Anna Hallam, B from Grace Okafor",
        ),
        # somebody who may be named elsewhere, nobody, and one person under two names are no second voice
        (f"“{WORDS},” Anna Hallam said.", f"“{WORDS},” said the lawyer.", "identical", "Anna Hallam", ""),
        (f"“{WORDS},” Anna Hallam said.", f"On the wall stood “{WORDS}”.", "identical", "Anna Hallam", ""),
        (f"“{WORDS},” Anna Hallam said.", f"“{WORDS},” Ms Hallam said.", "identical", "Anna Hallam", ""),
    ],
)
def test_two_voices_for_one_quotation_are_both_told(compared, a, b, kind, said, told) -> None:
    (quote,) = compared(a, b).result.quotes
    assert (quote.kind, said_by(quote), voiced(quote)) == (kind, said, told)
    (turned,) = compared(b, a).result.quotes
    assert (turned.speaker_a, turned.speaker_b) == (quote.speaker_b, quote.speaker_a)


def test_different_quotations_are_no_pair(compared) -> None:
    seen = compared(f"“{WORDS},” Anna Hallam said.", "“Nobody asked the fishermen of the town,” Anna Hallam said.")
    assert seen.quotes == []


def test_of_words_that_both_use_one_wording_is_enough(compared) -> None:
    seen = compared(
        "The talks about the old pier began on Monday. The harbour board hopes that the negotiations go well."
        " A choir sang when the discussions about the ferry came to a good end.",
        "The negotiations about the old pier began on Monday. The harbour board hopes that the discussions go well."
        " A choir sang when the talks about the ferry came to a good end.",
    )
    assert [kind for kind, _, _ in seen.variants] == ["wording"]


def test_a_word_that_the_other_article_lacks_is_told_always(compared) -> None:
    seen = compared(
        "The talks about the old pier began on Monday. The harbour board hopes that the talks go well.",
        "The negotiations about the old pier began on Monday. The harbour board hopes that the dialogue goes well.",
    )
    assert {(a, b) for _, a, b in seen.variants} == {("talks", "negotiations"), ("talks", "dialogue")}


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (
            "The council plans to reduce benefits for pensioners in May.",
            "The council cuts benefits for pensioners in May.",
            1,
        ),
        (
            "The council wants to reduce benefits of pensioners.",
            "The council wants reductions of benefits of pensioners.",
            0,
        ),
        (
            "Prosecutors in Lindow looked at how Tomas Brandl paid for his race two winters ago, at the harbour.",
            "Tomas Brandl denied to prosecutors in Lindow that a dull and long campaign at sea made him ill.",
            0,
        ),
        # one sentence holds both words, the words are forms of one, or one is who does it
        (
            "The envoys of Lindow want guarantees for their harbour and truce in the strait.",
            "The envoys of Lindow want guarantees for their truce and ceasefire in the strait.",
            0,
        ),
        (
            "The envoys of Lindow want guarantees for their truce in the strait.",
            "The envoys of Lindow want guarantees for their ceasefire in the strait.",
            1,
        ),
        # told beside each other, but not the same; or how it is against how it is done
        (
            "The envoys of Lindow want guarantees for their sovereignty in the strait.",
            "The envoys of Lindow want guarantees for their integrity in the strait.",
            0,
        ),
        (
            "The officials of Lindow spoke about the truce in the strait on Monday.",
            "The counterparts of Lindow spoke about the truce in the strait on Monday.",
            0,
        ),
        (
            "The envoys of Lindow are possibly leaving the strait on Monday.",
            "The envoys of Lindow are potential guests leaving the strait on Monday.",
            0,
        ),
        (
            "The council could not prove that the pier of Lindow was sold to Tomas Brandl.",
            "The council had no proof that the pier of Lindow was sold to Tomas Brandl.",
            0,
        ),
        (
            "Tomas Brandl was criticized in Lindow over the pier by the harbour board on Monday.",
            "Tomas Brandl and opponents in Lindow spoke over the pier with the harbour board on Monday.",
            0,
        ),
    ],
)
def test_a_wording_is_told_where_other_words_show_that_one_thing_is_meant(compared, one, other, told) -> None:
    seen = compared(one, other)
    assert seen.result.alignments
    assert len([kind for kind, _, _ in seen.variants if kind == "wording"]) == told
