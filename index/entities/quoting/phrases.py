"""The noun phrase beside a cue: who is said to speak, in the words of the article.

Without parts of speech: a phrase is read word by word up to a mark or a word that no noun phrase goes on with.
"""

from __future__ import annotations

import re
from functools import partial

from index.documents.model import Span
from index.entities.quoting.speech import PARTICIPLES, PRONOUNS, QUOTING, VERBS, is_speaker
from index.entities.wordset import wordset

_BEFORE_CUE = wordset(
    "has had have long also then later previously repeatedly would will could did not does often once further recently "
    "reportedly publicly simply only just still already always never now since even first again quickly falsely flatly "
    "was is were are didn't don't doesn't hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't can't "
    "couldn't"
)
_ALSO = frozenset(("also", "often", "then", "now", "since", "long", "once", "never", "not", "already", "still"))
_BE = wordset("was were is are be been being")
_STOP = wordset(
    "that and but as when while because if which who whom whose where after before since although though so or "
    "than then like until what how why whether said says told with by"
)
_WITHIN = wordset("with by")
"""Of these, what goes on inside of a phrase that is read from its end (two people familiar with the talks)."""
_CLAUSES = _STOP - _WITHIN - {"and", "or", "like", "than"}
DETERMINERS = wordset(
    "the a an this that these those his her its their our my your some many several two three one another other most"
)
_BEFORE_DETERMINERS = DETERMINERS | wordset("all both half")
_PREPOSITIONS = frozenset(
    ["in", "on", "at", "during", "after", "of", "for", "to", "from", "about", "into", "against", "over"]
)
OF_PHRASES = _WITHIN | wordset(
    "of for to in at from on about near behind against inside outside around across within between"
)
"""Prepositions after which a phrase goes on with its own article (the head of the union)."""
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+(?:morning|afternoon|evening|night))?"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
OCCASION = (
    rf"(?:(?:(?:late|early)\s+)?(?:on\s+)?{_DAY}|today|yesterday|tonight|in\s+{_MONTH}"
    r"|(?:(?:late|earlier)\s+)?(?:last|this)\s+(?:week|weekend|month|year|spring|summer|autumn|fall|winter)"
    r"|in\s+(?:a|an|the)\s+(?:\w+\s+)?"
    r"(?:statement|interview|speech|tweet|letter|report|post|memo|email|message|address|briefing))"
)
"""When and where something was said, between a voice and its cue or between a cue and what was said."""
_OCCASIONS = re.compile(rf"(?:(?<!\s)\s++{OCCASION}){{1,8}}\Z")
_AUXILIARIES = wordset(
    "isn't wasn't aren't weren't don't doesn't didn't won't can't couldn't wouldn't "
    "was is are were be been has have had will would could should did does do can may might must shall cannot"
)
_NO_VOICES = wordset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december today yesterday earlier later"
)
_LINKS = wordset("and but then")
_FOCUS = wordset("even only also perhaps maybe indeed just")
"""What stands before a phrase without being part of it."""
_WORD = re.compile(
    r"[^\W_](?:[\w'’&-]++|[./](?=\w)|,(?=\d{3}\b)|(?<=\b[A-Z])\.|(?<=\b(?:Mr|Ms|Dr|St|Lt|Jr|Sr))\.|(?<=\b(?:Mrs|Sen|Rep|Del|Gov|Gen|Rev))\.)*|[^\w\s]"
)
LONGEST_SPEAKER = 14
LONGEST_RELATIVE = 6
_RELATIVE = frozenset(("who", "that", "which"))
IRREGULAR = wordset(
    "ran led took made built held won lost came went began rose fell lay sat stood left sold bought kept "
    "spoke gave met got saw put set"
)
"""Verbs of relative clauses that their ending does not tell."""
_ADJUNCTS = frozenset(("in", "on", "at", "during", "about", "to", "told", "from"))
"""What ends a phrase that is read from its beginning."""
_KNOWING = {"familiar": "with", "briefed": "on"}
"""Words that need one of these (according to those familiar with the matter)."""
HIDDEN = "\x00"
_span = partial(tuple.__new__, Span)


def words(text: str, at: int) -> list[Span]:
    """The words and marks of a text that stands at `at` in the document, what is hidden in it left out."""
    return [_span((m.start() + at, m.end() + at)) for m in _WORD.finditer(text) if m[0][0] != HIDDEN]


def opening(text: str, start: int, end: int) -> Span | None:
    """The first word or mark between two places of a text, None where there is none."""
    match = _WORD.search(text, start, end)
    return Span(*match.span()) if match else None


def last_before(text: str, row: list[Span], at: int) -> int:
    """The word before word `at`, auxiliaries and adverbs aside; -1 where there is none."""
    k = at - 1
    while k >= 0 and (_lower(text, row[k]) in _BEFORE_CUE or _adverb(text, row[k])):
        k -= 1
    return k


def quoted_voice(text: str, row: list[Span], at: int) -> Span | None:
    """Whom somebody else quotes with the "saying" at word `at` (quoted his mother as saying)."""
    last = at - 1
    if last > 0 and text[row[last].start : row[last].end] == "as":
        last -= 1
    for k in range(last, max(-1, last - LONGEST_SPEAKER), -1):
        word = text[row[k].start : row[k].end]
        if word.lower() in QUOTING:
            return Span(row[k + 1].start, row[last].end) if k < last else None
        if not word[0].isalnum() or word.lower() in _STOP:
            return None
    return None


def is_passive(text: str, row: list[Span], at: int) -> bool:
    """Is the cue at word `at` told of somebody who did not speak (was asked, has been called)?"""
    k = at - 1
    while k >= 0 and (_adverb(text, row[k]) or text[row[k].start : row[k].end] in _ALSO):
        k -= 1
    participle = text[row[at].start : row[at].end].lower()
    return k >= 0 and not participle.endswith("ing") and text[row[k].start : row[k].end].lower() in _BE


def before(text: str, row: list[Span], at: int) -> Span | None:
    """The noun phrase that ends just before word `at`, auxiliaries and adverbs and a clause between commas aside."""
    k = last_before(text, row, at)
    if k < 0:
        return None
    if text[row[k].start] == ",":
        other = _comma_before(text, row, k)
        if other is None or other < 1:
            return None
        k = other - 1
    if text[row[k].start] == ")":
        while k > 0 and text[row[k].start] != "(":
            k -= 1
        k -= 1
    if k < 0 or not text[row[k].start].isalnum() or text[row[k].start : row[k].end].lower() in _LINKS:
        return None
    k = without_occasion(text, row, k)
    pronoun = _lower(text, row[k]).partition("'")[0]
    if pronoun in PRONOUNS:
        return Span(row[k].start, row[k].start + len(pronoun))
    if pronoun == "whom" and k > 1 and _lower(text, row[k - 1]) == "of":
        return Span(row[k - 2].start, row[k].end)
    first = _phrase(text, row, k)
    if first > 0 and _lower(text, row[first]) in _PREPOSITIONS:
        return before(text, row, first)  # who in May said
    first = _joined(text, row, _explained(text, row, first))
    return Span(row[first + _focuses(text, row, first, k)].start, row[k].end)


def _focuses(text: str, row: list[Span], first: int, last: int) -> bool:
    """Does a word that is no part of it begin the phrase of words `first` to `last` (even Chile, apparently Kovac)?
    Between commas it is left.
    """
    if first == last or (first and text[row[first - 1].start] == ","):
        return False
    return _lower(text, row[first]) in _FOCUS or (_adverb(text, row[first]) and text[row[first + 1].start].isupper())


def _lower(text: str, word: Span) -> str:
    return text[word.start : word.end].lower().replace("’", "'")


def without_occasion(text: str, row: list[Span], k: int) -> int:
    """The last word of the phrase that ends with word `k`, when and where it was said aside (Kovac on Tuesday)."""
    begin = row[max(0, k - LONGEST_SPEAKER)].start
    match = _OCCASIONS.search(text[begin : row[k].end])
    if match is None:
        return k
    while k >= 0 and row[k].start >= begin + match.start():
        k -= 1
    return k


def _phrase(text: str, row: list[Span], k: int) -> int:
    """The first word of the noun phrase that ends with word `k`."""
    last = first = k
    while k >= 0 and last - k < LONGEST_SPEAKER:
        word = _lower(text, row[k])
        if not word[0].isalnum() or (word in _STOP and word not in _WITHIN) or word in _BE:
            if word != "and" or first != k + 1 or _lower(text, row[first]) not in OF_PHRASES:
                break
            k -= 1  # in the north and around the capital
            continue
        first = k
        previous = _lower(text, row[k - 1]) if k else ""
        if word in DETERMINERS and previous not in OF_PHRASES and previous not in _BEFORE_DETERMINERS:
            break
        k -= 1
    return first


def _explained(text: str, row: list[Span], first: int) -> int:
    """The first word of the noun phrase that a relative clause ends which goes on at word `first` (a man who lived next
    door, the officer who shot the man); `first` where there is none.
    """
    link = first - 1
    while link > first - LONGEST_RELATIVE and link > 0 and _lower(text, row[link]) not in _RELATIVE:
        word = _lower(text, row[link])
        if not word[0].isalnum() or word in _STOP or word in VERBS:
            return first
        link -= 1
    if link <= 0 or _lower(text, row[link]) not in _RELATIVE:
        return first
    head, verb = _lower(text, row[link - 1]), text[row[link + 1].start : row[link + 1].end]
    if not head[0].isalnum() or head in _STOP or head in VERBS or head in _BE or head in PRONOUNS:
        return first
    does = verb.lower() in _AUXILIARIES or verb.endswith("ed") or verb in IRREGULAR
    if not (does or (_lower(text, row[link]) == "who" and _is_verb_or_adverb(verb))):
        return first
    return _phrase(text, row, link - 1)


def _is_verb_or_adverb(word: str) -> bool:
    """May the word follow "who" as what somebody does: no name, pronoun or article ("who the mayor said")?"""
    return word[0].islower() and word not in DETERMINERS and word not in PRONOUNS and word not in VERBS


def _joined(text: str, row: list[Span], first: int) -> int:
    """The first word of the voice that "and" joins to the one that begins at word `first` (Rossi and Bianchi said);
    `first` where there is none, or where another clause may end before it.
    """
    if first < 2 or _lower(text, row[first - 1]) != "and":
        return first
    left = _phrase(text, row, first - 2)
    if _opens_clause(text, row, left) and _goes_on(text, row[left : first - 1]):
        return left
    named = [text[word.start : word.end] for word in row[left : first - 1]]
    if not (named[-1][0].isupper() or is_speaker(named[-1].lower())) or not all(
        word[0].isupper() or is_speaker(word.lower()) or word in DETERMINERS for word in named
    ):
        return first
    if left and text[row[left - 1].start] == ",":
        return left if left > 1 and not text[row[left - 2].start].isupper() else first  # no list of three
    return left if _opens_clause(text, row, left) else first


def _opens_clause(text: str, row: list[Span], left: int) -> bool:
    """May a clause begin with word `left`?"""
    return not left or not text[row[left - 1].start].isalnum() or _lower(text, row[left - 1]) in _CLAUSES


def _goes_on(text: str, named: list[Span]) -> bool:
    """Is this someone with a preposition and what goes on behind "and" (experts on trade and tax, a study by Harvard
    and the agency, research conducted by the bank), with no verb?
    """
    held = [text[word.start : word.end] for word in named]
    at = next((k for k, word in enumerate(held) if k and word in OF_PHRASES), 0)
    if held[at : at + 1] == ["by"] and held[at - 1].endswith("ed"):
        at -= 1
        del held[at]
    return (
        at > 0
        and is_speaker(held[at - 1].lower())
        and not any(
            word in IRREGULAR or goes_before_cue(word) or (word.endswith("ed") and word.islower()) for word in held
        )
    )


def whole(text: str, row: list[Span], name: int) -> int:
    """The first word of the phrase that the name which begins at word `name` belongs to by a preposition; `name` where
    there is none.
    """
    if name < 2 or _lower(text, row[name - 1]) not in OF_PHRASES | {"the"}:
        return name
    left = _phrase(text, row, name - 1)
    return left if _opens_clause(text, row, left) and _goes_on(text, row[left:name]) else name


def shares_subject(text: str, row: list[Span], at: int) -> bool:
    """Does the cue at word `at` have the subject of the verb before it (Kovac smiled and said; Kovac left, saying)?"""
    k = last_before(text, row, at)
    if text[row[at].start : row[at].end] in PARTICIPLES:
        return all(_lower(text, word).removesuffix("n't") not in _BE for word in row[max(k, 0) : at])
    return k >= 0 and text[row[k].start : row[k].end].lower() in _LINKS


def is_voice(text: str, row: list[Span], at: int) -> bool:
    """May the name of a voice begin at word `at`, after a cue: no day, and no clause of its own (said it was wrong)?"""
    first = text[row[at].start : row[at].end].lower()
    if first in _NO_VOICES or first in _STOP or first in _PREPOSITIONS:
        return False
    for k in range(at, min(len(row), at + LONGEST_SPEAKER)):
        word = text[row[k].start : row[k].end].lower()
        if not word[0].isalnum():
            break
        if word in _AUXILIARIES:
            return False
    return True


def goes_before_cue(word: str) -> bool:
    """Is this a verb that helps another, or an adverb that may stand between a voice and its cue?"""
    return word in _AUXILIARIES or word in _BEFORE_CUE


def _adverb(text: str, span: Span) -> bool:
    return span.end - span.start > 4 and text[span.start].islower() and text[span.end - 2 : span.end] == "ly"


def _comma_before(text: str, row: list[Span], k: int) -> int | None:
    """The comma that opens the apposition closed by the comma at `k`."""
    for j in range(k - 1, max(-1, k - 30), -1):
        if text[row[j].start] == ",":
            return j
        if text[row[j].start] in ';:"“”':
            return None
    return None


def _done_by(text: str, row: list[Span], k: int) -> bool:
    """Is word `k` the "by" of a participle (a complaint filed by the agency)?"""
    return _lower(text, row[k]) == "by" and _lower(text, row[k - 1]).endswith("ed")


def after(text: str, row: list[Span], at: int) -> Span | None:
    """The noun phrase that begins at word `at`, up to a mark or a word that begins a clause."""
    last = None
    for k in range(at, min(len(row), at + LONGEST_SPEAKER)):
        word = text[row[k].start : row[k].end]
        lower = word.lower()
        knows = k > at and _KNOWING.get(_lower(text, row[k - 1])) == lower
        ends = (lower in _STOP or lower in _ADJUNCTS) and k > at and not knows and not _done_by(text, row, k)
        if not word[0].isalnum() or ends:
            break
        if k == at and lower in PRONOUNS:
            return row[k]
        last = k
    return Span(row[at].start, row[last].end) if last is not None else None
