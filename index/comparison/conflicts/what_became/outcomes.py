"""How something ended for one person or one thing: won or lost, guilty or not, passed or rejected, in any words.

A scale has points that shut each other out.  A person (or what was voted on) must stand at one point alone in one
article and at another alone in the other, and two sentences that say so must have more in common than that.  All are
only likely: an article may tell of two contests.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.comparison.aligning.naming import names_unknown
from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Passage, Told
from index.comparison.aligning.stems import word_list
from index.comparison.aligning.stopwords import FUNCTION
from index.comparison.aligning.times import other_times
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.findings import Finding, held_against, most_alike
from index.comparison.conflicts.reading.contests import other_contests
from index.comparison.conflicts.reading.cue_patterns import CuePattern
from index.comparison.conflicts.reading.one_event import surely_one_event
from index.comparison.conflicts.reading.phrases import content, is_denied, is_open, person_before
from index.comparison.conflicts.reading.subjects import Subjects, office_holders, subjects_of, surname_key
from index.comparison.model import ConflictKind


class _Scale(NamedTuple):
    """`needed`: content words in common, the person's name not counted."""

    about: str
    points: tuple[CuePattern, ...]
    needed: int
    kind: ConflictKind = "negation"


def _points(*patterns: str) -> tuple[CuePattern, ...]:
    return tuple(CuePattern(rf"\b(?:{pattern})\b") for pattern in patterns)


_CUSTODY = "(?:prison|jail|custody|detention)"
_OF_PEOPLE = (
    _Scale(
        "how it ended for {who}",
        _points(
            "won|wins|(?<=not )win|was elected|was reelected|claimed victory|eked out (?:a )?(?:victory|win)",
            "lost|loses|was defeated|was beaten|conceded|fell short|suffered (?:a )?(?:\\w+ )?(?:defeat|loss)",
        ),
        1,
    ),
    _Scale(
        "the plea of {who}",
        _points(
            "(?:plead|pleaded|pleads|pled|pleading) not guilty|not guilty plea|plea of not guilty",
            "(?:plead|pleaded|pleads|pled|pleading) guilty|(?<!not )guilty plea|plea of guilty",
        ),
        0,
    ),
    _Scale(
        "the verdict on {who}",
        _points(
            "was convicted|were convicted|found (?:(?!not )\\w+ ){0,7}guilty|"
            "(?:was|were) (?:sentenced|jailed|imprisoned)|(?:got|received|was given|was handed) "
            "(?:a |an )?(?:\\w+ ){0,3}(?:sentence|term)",
            "(?:was |were )?acquitted|found (?:(?!not )\\w+ ){0,7}not guilty|cleared of|exonerated",
        ),
        1,
    ),
    _Scale(
        "whether {who} is free",
        _points(
            "(?:was|were|been) (?:released|freed)|walked free|left (?:prison|jail)|is at large|was let go",
            f"(?:remain|remains|remained|stay|stays|stayed|is still|was still|still held|is) in {_CUSTODY}|"
            f"(?:was|were) taken (?:in)?to {_CUSTODY}|(?:was|were) (?:led|taken) away",
        ),
        0,
    ),
    _Scale(
        "whether {who} lived",
        _points(
            "survived|(?<=not )survive|was wounded|was injured|was hurt|was (?:pulled|rescued|saved|plucked)|"
            "(?:is|was|remained|remains) (?:still )?in (?:the |a )?(?:\\w+ )?(?:hospital|clinic|intensive care)|"
            "(?:is|was) (?:being treated|recovering|out of danger)|fighting for (?:his|her) life|"
            "in (?:critical|serious|stable|grave) condition",
            "(?:was|were) killed|died|was shot dead|perished|drowned|was (?:found|pronounced) dead|bled to death|"
            "(?:was|is) (?:among|one of) the (?:dead|victims)|lost (?:his|her) life|succumbed",
        ),
        1,
    ),
    _Scale(
        "how {who} left the post",
        _points(
            "resigned|stepped down|quit|retired|went (?:voluntarily|of (?:his|her) own accord)|left voluntarily|"
            "handed in (?:his|her) (?:notice|resignation)",
            "was (?:fired|dismissed|sacked|ousted|removed)|were (?:fired|dismissed|sacked)|forced out|"
            "(?:was|been) (?:forced|pushed) (?:out|to resign|to quit)|was shown the door|lost (?:his|her) (?:job|post)",
        ),
        1,
        "status",
    ),
    _Scale(
        "how {who} voted",
        _points(
            "voted (?:for|in favou?r|yes|yea|aye)|cast (?:a |the |her |his )?(?:\\w+ )?vote for|voted to approve",
            "voted against|voted no|voted nay|cast (?:a |the |her |his )?(?:\\w+ )?vote against|voted to reject",
            "abstained|stayed away from the vote|"
            "did not (?:vote(?! (?:for|against|in|to|yes|no))|take part in the vote)|missed the vote|"
            "was absent (?:from|for) the vote|withheld (?:his|her) vote",
        ),
        1,
    ),
    _Scale(
        "what {who} said of it",
        _points("denied|denies|disputed|disputes", "confirmed|confirms|acknowledged|acknowledges|admitted|admits"),
        3,
    ),
)
_OF_THINGS = _Scale(
    "what became of it",
    _points(
        "approve[sd]|(?<=not )(?:approve|pass|accept)|pass(?:es|ed)|adopt(?:s|ed)|ratifie[sd]|"
        "endorse[sd]|accept(?:s|ed)|agree[sd] to|upholds|upheld|"
        "gave final approval to",
        "reject(?:s|ed)|defeat(?:s|ed)|voted? down|votes down|turn(?:s|ed) down|block(?:s|ed)|vetoe[sd]|refuse[sd]|"
        "decline[sd]|rebuff(?:s|ed)|str(?:ikes|uck) down|overturn(?:s|ed)",
    ),
    3,
)
_BODIES = frozenset(
    word_list(
        """
        house senate committee subcommittee council court parliament assembly legislature board voters
        commission panel cabinet government president governor judge union
        """
    )
)
_DETERMINERS = frozenset(word_list("the these those some many several few its their his her our"))
_AFTER, _BEFORE = 6, 8  # words from the verb to what was voted on
_MOST = 60
_LONGEST = 200  # words of a sentence; longer ones are no prose
_OPPOSED = 2  # points of a scale of which a denial of one is the other


class _Ended(NamedTuple):
    """Words first to end of a sentence put somebody or something at a point of a scale."""

    passage: Passage
    point: int
    first: int
    end: int


_Anchored = dict[tuple[int, str], list[_Ended]]


def other_outcomes(a: Told, b: Told) -> Iterator[Finding]:
    """People and things that ended otherwise in one article than in the other.

    Of people one word less must be in common where both articles surely report one event.
    """
    holders = office_holders(a, b)
    people_a, people_b = (_of_people(told, subjects_of(told, holders)) for told in (a, b))
    spared = int(surely_one_event(a, b))
    for at, name in sorted(people_a.keys() & people_b.keys()):
        scale = _OF_PEOPLE[at]
        found = _opposed(people_a[at, name], people_b[at, name], scale.needed - spared, {name})
        if found is not None:
            about = scale.about.format(who=_written(a, name))
            yield held_against(scale.kind, "differs", *found, about, 0.6)
    things_a, things_b = _of_things(a), _of_things(b)
    for _, key in sorted(things_a.keys() & things_b.keys()):
        found = _opposed(things_a[0, key], things_b[0, key], _OF_THINGS.needed, set())
        if found is None or _other_bodies(*found):
            continue
        if not (names_unknown(found[0].passage, b) and names_unknown(found[1].passage, a)):
            yield held_against("negation", "differs", *found, _told_of(found[0], key), 0.6)


def _opposed(mine: list[_Ended], theirs: list[_Ended], needed: int, names: set[str]) -> tuple[_Ended, _Ended] | None:
    """The two tellings that resemble each other most, where each article has one point alone, and another."""
    if len({x.point for x in mine}) != 1 or len({y.point for y in theirs}) != 1 or mine[0].point == theirs[0].point:
        return None
    pairs = [
        (x, y)
        for x in mine[:_MOST]
        for y in theirs[:_MOST]
        if len(_beside(x) & _beside(y) - names) >= needed
        and not other_times(x.passage, y.passage)
        and not other_contests(x.passage, y.passage)
    ]
    return most_alike(pairs) if pairs else None


def _beside(ended: _Ended) -> set[str]:
    """What the sentence tells beside the outcome."""
    words = ended.passage.words
    return content([*words[: ended.first], *words[ended.end :]])


def _written(told: Told, key: str) -> str:
    """The surname as it is written, of which `key` is the stem."""
    named = (m.text.split()[-1] for m in told.mentions if m.type == "PERSON" and surname_key(m) == key)
    return next(named, key.title())


def _of_people(told: Told, subjects: Subjects) -> _Anchored:
    """By scale and person the outcomes told of people, of a pronoun or an office too."""
    found: _Anchored = defaultdict(list)
    for at, ended, named in _named(told):
        who = named or subjects.meant(ended.passage, ended.first)
        if who:
            found[at, who].append(ended)
    return found


@once
def _named(told: Told) -> list[tuple[int, _Ended, str]]:
    """Each outcome with its scale and whoever is named before it, "" where nobody is."""
    found = []
    for passage in _prose(told):
        for at, scale in enumerate(_OF_PEOPLE):
            for ended in _ended(passage, scale):
                person = person_before(told, passage, ended.end - 1)
                found.append((at, ended, "" if person is None else surname_key(person)))
    return found


@once
def _of_things(told: Told) -> _Anchored:
    found: _Anchored = defaultdict(list)
    for passage in _prose(told):
        outcomes = list(_ended(passage, _OF_THINGS))
        for key in {key for ended in outcomes for key in _voted_on(ended)}:
            found[0, key] += outcomes  # "it" may stand for the same thing where a sentence has two outcomes
    return found


def _prose(told: Told) -> Iterator[Passage]:
    return (passage for passage in told.stated if len(passage.words) <= _LONGEST)


def _voted_on(ended: _Ended) -> set[str]:
    """The keys of the words beside an outcome that may name what it befell."""
    words = ended.passage.words
    passive = ended.first > 0 and words[ended.first - 1].folded in ("was", "were", "been", "being")
    near = words[max(0, ended.first - _BEFORE) : ended.first] if passive else words[ended.end : ended.end + _AFTER]
    return content([w for w in near if not w.capital and w.folded not in _BODIES])


def _ended(passage: Passage, scale: _Scale) -> Iterator[_Ended]:
    """The outcomes that a sentence states; a denied one of two points is the other."""
    for point, pattern in enumerate(scale.points):
        for first, end in pattern.found_in(passage):
            if not is_open(passage.words, first) and not _is_noun(passage.words, first):
                denied = is_denied(passage.words, first)
                if denied and len(scale.points) > _OPPOSED:
                    continue
                yield _Ended(passage, 1 - point if denied else point, first, end)


def _is_noun(words: Sequence[Word], at: int) -> bool:
    """Is what ends as a verb of the present a thing: "two blocks from the site", "the passes"?"""
    word = words[at].folded
    if not at or not word.endswith("s") or word.endswith("ss") or word in FUNCTION:
        return False
    return words[at - 1].kind == "number" or words[at - 1].folded in _DETERMINERS


def _other_bodies(x: _Ended, y: _Ended) -> bool:
    """Did the House do the one and the Senate the other?"""
    in_x, in_y = ({w.folded for w in e.passage.words} & _BODIES for e in (x, y))
    return bool(in_x ^ in_y)


def _told_of(ended: _Ended, key: str) -> str:
    word = next(w.text for w in ended.passage.words if w.key == key)
    return f"what became of the {word}"
