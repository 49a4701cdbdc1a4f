"""Which sentences tell the same, what is told by one side alone, and how much of one article the other covers."""

from __future__ import annotations

import pytest

from index.comparison.aligning import thesaurus
from index.comparison.aligning.attribution import attribution
from index.comparison.aligning.familiar import Familiar
from index.comparison.aligning.passages import shared_words, told
from index.comparison.aligning.stems import PAST_FORMS, stem
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.compare import compare
from tests.index.comparison.articles import make_sides

FERRY = "The new ferry carried its first passengers across the strait on Monday."
PIER = "Divers found cracks in two pillars of the northern pier, the harbour board said."
CHOIR = "A choir of schoolchildren sang on the quay before the band took over."
PRICE = "A return ticket will cost nine crowns until the end of the summer."


def test_equal_sentences_align_in_any_order(compared) -> None:
    seen = compared(f"{FERRY} {PIER} {CHOIR}", f"{CHOIR} {FERRY} {PIER}")
    pairs = {(seen.in_a(x.a), seen.in_b(x.b)) for x in seen.result.alignments}
    assert pairs == {(FERRY, FERRY), (PIER, PIER), (CHOIR, CHOIR)}
    assert {x.kind for x in seen.result.alignments} == {"same"}
    assert {x.score for x in seen.result.alignments} == {1.0}
    assert seen.result.a_in_b == seen.result.b_in_a == 1.0


def test_a_sentence_in_other_words_aligns(compared) -> None:
    other = "According to the harbour board, cracks were discovered by divers in pillars of the pier in the north."
    seen = compared(f"{FERRY} {PIER}", f"{other} {CHOIR}")
    assert [(seen.in_a(x.a), seen.in_b(x.b)) for x in seen.result.alignments] == [(PIER, other)]
    assert seen.only_a == [FERRY]
    assert seen.only_b == [CHOIR]
    assert seen.result.a_in_b == 0.5


def test_who_says_it_at_the_end_of_a_sentence_says_little_for_or_against_two_sentences(compared) -> None:
    sent = "More than 300 crates have been shipped, Deputy Harbour Minister Johanna Lindqvist Aalto said."
    other = "Some 300 boxes, all of them crates for the island, had left by sea."
    unlike = "The old lighthouse needs paint, Deputy Harbour Minister Johanna Lindqvist Aalto said."
    seen = compared(sent, f"{other} {unlike}")
    assert [(seen.in_a(x.a), seen.in_b(x.b)) for x in seen.result.alignments] == [(sent, other)]


@pytest.mark.parametrize(
    ("said", "closing"),
    [
        ("The line will stay closed for four days or more", ", the operator said on Monday."),
        ("The bridge is safe again for lorries", ", according to the harbour board, which tested it."),
        ("“We were in the cellar for six hours", ",” said Maria Aalto, mayor of Lund."),
        ("“They will not go there ever again", ",” Jane Roe, a spokeswoman, said in a statement."),
        ("No money was taken from the accounts", ", chief executive Liv Aalto told reporters."),
        ("In March, Smith told reporters the town had been destroyed.", ""),
        ("On Monday after the vote in Madrid, Smith said taxes would rise.", ""),
        ("Yes", ""),
        ("Sure, the deputy minister for trade and harbours said.", ""),
    ],
)
def test_the_words_that_say_who_says_it_end_a_sentence(said: str, closing: str) -> None:
    text = f"Before it. {said}{closing}"
    assert text[attribution(text, 11, len(text)) :] == closing


def test_synonyms_of_the_news_align(compared) -> None:
    seen = compared(
        "Both parties opened negotiations about a truce.",
        "Talks on a ceasefire have started between the two sides.",
    )
    assert len(seen.result.alignments) == 1


def test_one_sentence_may_have_several_partners(compared) -> None:
    first = "Divers found cracks in two pillars of the pier."
    second = "The pier has cracks in its pillars, as the divers found."
    seen = compared(first, f"{second} {CHOIR} {PIER}")
    assert {seen.in_b(x.b) for x in seen.result.alignments} == {second, PIER}


def test_what_is_unrelated_does_not_align(compared) -> None:
    seen = compared(f"{FERRY} {PIER}", f"{CHOIR} {PRICE}")
    assert seen.result.alignments == ()
    assert seen.only_a == [FERRY, PIER]
    assert seen.only_b == [CHOIR, PRICE]
    assert seen.result.a_in_b == 0.0


def test_headings_questions_and_labels_are_not_counted(compared) -> None:
    questions = "Frequently Asked Questions\n\nWhen was the pier built?"
    seen = compared(f"{FERRY}\n\nWhat Divers Found Below\n\n{PIER}\n\n{questions}\n\n{CHOIR}", FERRY)
    assert seen.only_a == [PIER, CHOIR]


def test_a_table_row_is_told_too(compared) -> None:
    table = f"Key Point | Details |\n---|---|\nThe pier | {PIER} |\nThe choir | {CHOIR} |\n"
    seen = compared(f"{FERRY}\n\n{table}", PIER)
    assert [(seen.in_a(x.a), seen.in_b(x.b)) for x in seen.result.alignments] == [(PIER, PIER)]
    assert seen.only_a == [FERRY, CHOIR]


def test_a_sentence_repeated_on_one_side_is_told_each_time(compared) -> None:
    seen = compared(f"{FERRY}\n\n{PIER}\n\n{FERRY}", f"{FERRY} {PIER}")
    assert seen.only_a == []
    assert len(seen.result.alignments) == 3


def test_an_empty_side_covers_nothing(sides) -> None:
    from index.comparison.compare import compare

    full, empty = sides(f"Harbour news\n\n{FERRY}\n", "")
    result = compare(full, empty)
    assert result.alignments == ()
    assert len(result.only_a) == 1
    assert (result.a_in_b, result.b_in_a) == (0.0, 0.0)


def test_a_word_of_a_group_and_its_stem_begin_alike_so_that_few_are_stemmed() -> None:
    words = thesaurus._words()
    for word in words:
        assert stem(word)[: thesaurus._BEGINNING] == word[: thesaurus._BEGINNING]
        assert word.startswith(stem(word)[: -thesaurus._CHANGED]) or word in PAST_FORMS
        group = thesaurus.concept(word, stem(word))
        assert group.startswith("=")
        if stem(word) not in FUNCTION:
            assert thesaurus.concept(f"{word}'s own form", stem(word)).startswith("=")
    assert thesaurus.concept("will", "will") == "will"
    assert thesaurus.concept("tries", stem("tries")) == thesaurus.concept("try", stem("try"))


TOPIC = "President Solberg praised the peace talks of Oslo at the opening of the fair."
TALKS = "President Solberg fears that the peace talks in Oslo will ruin the northern fishermen."
HORSE = "Before the peace talks in Oslo, President Solberg bought a horse from the widow Hallam."


def test_what_aligned_sentences_share_speaks_less_for_the_next_pair(sides) -> None:
    topic, talks, horse = told(sides(f"Harbour news\n\n{TOPIC} {TALKS} {HORSE}\n")[0]).passages
    likenesses = []
    for firm in ((), (topic,), (topic, talks), (topic, talks, horse)):
        familiar = Familiar(firm)
        likenesses.append(familiar.likeness(talks, horse, shared_words(talks, horse)))
        assert familiar.likeness(horse, talks, shared_words(horse, talks)) == likenesses[-1]
        assert familiar.likeness(talks, talks, shared_words(talks, talks)) > 0.9
    assert likenesses == sorted(likenesses, reverse=True)
    assert likenesses[-1] < 0.5 * likenesses[0]


def test_what_articles_speak_of_throughout_makes_no_pair(compared) -> None:
    told = "Of the birth certificate, {}."
    one = [told.format("the harbour master doubts the seal"), told.format("a clerk keeps one copy in Marn")]
    other = [told.format("the harbour master called the seal doubtful"), told.format("journalists in Oslo wrote songs")]
    seen = compared(" ".join(one), " ".join(other))
    assert [(seen.in_a(x.a), seen.in_b(x.b)) for x in seen.result.alignments] == [(one[0], other[0])]


def test_irregular_forms_of_a_verb_are_one_word() -> None:
    assert stem("wrote") == stem("written") == stem("writes")
    assert stem("shot") == stem("shooting")


def test_the_sign_of_a_footnote_is_no_figure(compared) -> None:
    told = "The ferry carried 30 passengers to the island on Monday.{} The captain was praised by the mayor."
    seen = compared(told.format("[1]"), told.format("[12]"))
    assert seen.conflicts == []
    assert [one.kind for one in seen.result.alignments] == ["same", "same"]


def test_what_a_page_says_for_itself_is_not_compared() -> None:
    prose = "Nine people died after a levee broke on Sunday, the mayor of the town said."
    page = f"<!doctype html><html><body><p>4 hours ago</p><p>{prose}</p><h2>Read next</h2><ul><li>Oil falls</ul></body>"
    (side,) = make_sides(page)
    assert [side.document.text[one.span.start : one.span.end] for one in told(side).passages] == [prose]


def test_names_in_lines_of_the_page_are_not_named_by_the_article() -> None:
    prose = "<p>Nine people died after a levee broke on Sunday, Mayor Helena Brandt said in Vienna.</p>"
    others = "<h2>Read next</h2><ul><li>Oil falls as OPEC talks end in Vienna<li>Angela Merkel speaks</ul>"
    a, b = make_sides(*(f"<!doctype html><html><body>{one}</body>" for one in (prose + others, prose + others[:-31])))
    named = compare(a, b)
    ids = {a.document.text[m.start : m.end]: m.entity for m in a.annotations.mentions}
    assert {ids["Vienna"], ids["Helena Brandt"]} <= set(named.both)
    assert not {ids["OPEC"], ids["Angela Merkel"]} & {*named.both, *named.named_a, *named.named_b}


def test_a_sentence_repeated_in_other_letters_is_told_each_time(compared) -> None:
    price = "The price of herring is told per {}."
    seen = compared(f"{price.format('CWT')}\n\n{FERRY}\n\n{price.format('cwt')}", f"{price.format('CWT')} {PIER}")
    assert seen.only_a == [FERRY]
