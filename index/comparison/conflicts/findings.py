"""What the conflict finders hand on: a conflict before it is put into words, since A and B may still change places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple, Protocol, TypeVar

from index.comparison.aligning.alignment import similarity
from index.comparison.aligning.passages import Passage
from index.comparison.aligning.words import span_of
from index.comparison.conflicts.labels import as_written
from index.comparison.model import Conflict, ConflictKind, Strength
from index.documents.model import Span


class Telling(Protocol):
    """Words `first` to `end` (exclusive) of a passage that tell one thing, however it was read."""

    @property
    def passage(self) -> Passage: ...
    @property
    def first(self) -> int: ...
    @property
    def end(self) -> int: ...


class Wording(NamedTuple):
    """The plainest telling: nothing but the words."""

    passage: Passage
    first: int
    end: int


X = TypeVar("X", bound=Telling)
Y = TypeVar("Y", bound=Telling)


class Finding(NamedTuple):
    """A fact told in two ways; `about` names the fact in a few words ("the number of people", "Donald Trump's office").

    `sure` is the score of the alignment it was found in, 0 to 1: of two about the same words the surer is kept.
    `opening` begins the explanation where that of the kind would not be true; {about} stands for the fact.
    `note` says why it is only likely, where there is more to say than that.
    """

    kind: ConflictKind
    strength: Strength
    a: Span
    b: Span
    a_sentence: Span
    b_sentence: Span
    about: str
    sure: float
    opening: str = ""
    note: str = ""

    def turned(self) -> Finding:
        """The same with A and B exchanged."""
        return self._replace(a=self.b, b=self.a, a_sentence=self.b_sentence, b_sentence=self.a_sentence)


def held_against(
    kind: ConflictKind, strength: Strength, a: Telling, b: Telling, about: str, sure: float, opening: str = ""
) -> Finding:
    """The finding that what `a` tells (of A) does not go with what `b` tells (of B)."""
    return Finding(
        kind,
        strength,
        span_of(a.passage.words, a.first, a.end),
        span_of(b.passage.words, b.first, b.end),
        a.passage.span,
        b.passage.span,
        about,
        sure,
        opening,
    )


def most_alike(pairs: Iterable[tuple[X, Y]], before: Callable[[Y], bool] = lambda _: False) -> tuple[X, Y]:
    """Of several tellings on both sides the two whose sentences resemble each other most.

    Those come first whose second `before` prefers; of equal ones the earliest.
    """
    return max(
        pairs,
        key=lambda p: (
            before(p[1]),
            similarity(p[0].passage, p[1].passage),
            -p[0].passage.order,
            -p[1].passage.order,
        ),
    )


_OPENINGS = {
    "number": "They give different figures for {about}",
    "date": "They give different times for {about}",
    "place": "They give different places for {about}",
    "participant": "They name different {about}",
    "status": "They differ on {about}",
    "attribution": "They differ on {about}",
    "negation": "One denies what the other states about {about}",
    "modality": "They are not equally sure of {about}",
}


# What changes the meaning of a report most comes first: whether it happened, who did it, who said it, then figures and
# places.
_IMPORTANCE: tuple[ConflictKind, ...] = (
    "negation",
    "participant",
    "status",
    "attribution",
    "number",
    "date",
    "place",
    "modality",
)


def by_importance(found: Iterable[Conflict]) -> list[Conflict]:
    """The certain ones first, inside them by what they change, then as A tells them."""
    return sorted(found, key=lambda c: (c.strength != "conflict", _IMPORTANCE.index(c.kind), c.a, c.b))


def explained(finding: Finding, text_a: str, text_b: str, names: tuple[str, str] = ("A", "B")) -> Conflict:
    """The finding as a conflict, with one plain sentence that names both values and what they are about.

    `names` are what that sentence calls the two articles.
    """
    said_a, said_b = (" ".join(t[s.start : s.end].split()) for t, s in ((text_a, finding.a), (text_b, finding.b)))
    sentences = (t[s.start : s.end] for t, s in ((text_a, finding.a_sentence), (text_b, finding.b_sentence)))
    about = as_written(finding.about, *sentences)
    opening = (finding.opening or _opening(finding.kind, about)).replace("{about}", about)
    guess = f" ({finding.note or 'likely, not certain'})" if finding.strength == "differs" else ""
    return Conflict(
        finding.kind,
        finding.strength,
        finding.a,
        finding.b,
        finding.a_sentence,
        finding.b_sentence,
        f"{opening}: {names[0]} has “{_short(said_a)}”, {names[1]} has “{_short(said_b)}”{guess}.",
    )


def _opening(kind: ConflictKind, about: str) -> str:
    """How an explanation begins; what is a question already ("whether Nouri is free") is neither stated nor denied."""
    return _OPENINGS["status"] if kind == "negation" and not _QUOTES.match(about) else _OPENINGS[kind]


def without_wordings(explanation: str) -> str:
    """The explanation for a place that shows both wordings already: "They give different figures for “boats”."."""
    wordings = _WORDINGS.search(explanation)
    if wordings is None:
        return explanation
    opening = explanation[: wordings.start()]
    guess = _GUESS.search(explanation, wordings.end())
    if guess is None:
        return f"{opening}."
    if opening.endswith(")"):  # no two asides stand side by side
        return f"{opening[:-1]}; {guess[0][1:]}"
    return f"{opening} {guess[0]}"


def opening_of(explanation: str) -> str:
    """What an explanation is about, without the wordings and how sure it is: two of one matter begin alike."""
    wordings = _WORDINGS.search(explanation)
    return explanation if wordings is None else explanation[: wordings.start()]


_QUOTES = re.compile("[^“]*“")
_WORDINGS = re.compile(r": (?:A|article \d+) has “")
_GUESS = re.compile(r"\([^()“”]*\)\.$")


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79].rstrip() + "…"
