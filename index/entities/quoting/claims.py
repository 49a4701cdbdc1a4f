"""What is told with a noun or an adjective for its cue: Marek's claim that …, fears that …, was confident that …"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from index.documents.model import Span
from index.documents.patterns import late
from index.entities.model import Quote
from index.entities.quoting.beginnings import is_clause
from index.entities.quoting.parts import quote
from index.entities.quoting.phrases import before
from index.entities.quoting.speaking import Clause
from index.entities.quoting.speech import PRONOUNS
from index.entities.quoting.voices import Voices

_CLAIMS = (
    r"(?:claim|statement|assertion|belief|allegation|suggestion|argument|contention|accusation|promise|pledge|warning"
    r"|threat|insistence|declaration|prediction|admission|announcement|conclusion|remark|comment|complaint|hope|fear"
    r"|demand|concern|finding|denial|view|opinion|doubt|worry|rumou?r|charge|report)s?|worries|speculation"
)
_AIMS = "promise|pledge|threat|hope|demand|vow|proposal"
_BY = r"(?P<by>(?:by|from|among)\s(?P<who>[^,.;:“”\"\n]{2,60}?)\s)?"
_SURE = (
    r"confident|convinced|worried|concerned|adamant|hopeful|optimistic|sceptical|skeptical|certain|sure|unsure|afraid"
    r"|disappointed|frustrated|alarmed|doubtful|fearful|surprised|unaware|aware|glad|proud|grateful"
)
_CLAIM = late(
    r"(?P<whose>\b(?:his|her|their|its|our|my)|[’']s|(?<=s)[’'])\s+(?:[a-z-]+\s+){0,2}?"
    rf"(?:(?P<noun>{_CLAIMS})\s+(?P<that>that)|(?P<aim>(?:{_AIMS})s?)\s+(?P<to>to))\s"
    rf"|\b(?P<voiced>(?:(?:express|voic|rais|issu|repeat|reiterat|sound)ed|ma[dk]e)\s(?:[a-z-]+\s){{0,3}}?)?"
    rf"(?P<told>{_CLAIMS})\s{_BY}(?P<clause>that)\s"
    rf"|\b(?:is|was|are|were|am|be|been|feels?|felt|remains?|remained)\s(?:[a-z]+ly\s|very\s|more\s|not\s|also\s){{0,2}}"
    rf"(?P<sure>{_SURE})\s(?P<of>that|whether)\s"
    r"|\b(?P<clear>ma[dk]es?\s(?:it\s)?(?:[a-z]+ly\s|very\s)?(?:clear|plain|known))\s(?P<what>that)\s"
)
"""Where a claim is told, and the word with which it begins."""
_LINK = re.compile(r"\s(?:and|but)(?:\s\w+)?\s?\Z")
"""Before the next cue, what joins it."""
_RELATIVE = re.compile(r"that\s(?:\w+ed|was|were|is|are|has|had|have|would|will|could|may|might|led|drew)\s")
"""What explains the noun before it and is no claim (his remarks that hinted at it)."""
_OPENS = re.compile(
    r"\s(?:\w+ing|not|if|in|as|because|even|without|with|on|at|for|when|one|two|three|both|each|every)\s"
)
"""Words with which a clause behind "that" begins, and no relative clause."""
_OWNED = ("belief", "hope", "fear", "concern", "doubt", "worr", "view", "opinion", "statement", "remark", "comment")
"""Beginnings of words for what is somebody's, and told as nobody's where no voice stands beside them."""
_VERB_AFTER = PRONOUNS | {"to", "who", "would", "will", "not"}
"""Words before a verb that looks like a noun (they fear that …)."""
_FEWEST = 5
"""Words of a clause that is no relative one (the promise that she made)."""
_HINTS = (" that ", " whether ", *(f"{aim} to " for one in _AIMS.split("|") for aim in (one, f"{one}s")))
"""What stands in every sentence in which a claim is told."""
_BEGINS = ("that", "to", "clause", "of", "what")


def told_claims(masked: str) -> Iterator[re.Match[str]]:
    """Where a sentence, its quoted passages hidden, tells claims."""
    return _CLAIM.finditer(masked) if any(hint in masked for hint in _HINTS) else iter(())


def claim(clause: Clause, match: re.Match[str], at: int, voices: Voices) -> list[Quote]:
    """What is told as somebody's claim where `_CLAIM` matches the clause's sentence, which begins at `at`."""
    text, stop = clause.text, clause.bounds.end
    begins = next(at + match.start(name) for name in _BEGINS if match[name])
    if match["noun"] and _RELATIVE.match(text, begins):
        return []
    who = _whose(clause, match, at, voices) if match["whose"] else _told(clause, match, at, begins, voices)
    if who is None:
        return []
    end = text.find(", ", begins, stop)
    if end < 0:
        link = _LINK.search(text, begins, stop)
        end = link.start() if link else stop
    return quote(clause, begins, end, *who)


def _whose(clause: Clause, match: re.Match[str], at: int, voices: Voices) -> tuple[Span | None, Span] | None:
    """Owner and cue of a claim that is somebody's; None where they do not stand in the clause."""
    text, row = clause.text, clause.row
    first = at + match.start("whose")
    k = bisect_left(row, Span(first + 1, 0)) - 1
    noun = "noun" if match["noun"] else "aim"
    cue = Span(at + match.start(noun), at + match.end(noun))
    if k < 0 or cue.start < clause.bounds.start:
        return None
    if text[first] not in "’'":
        return row[k], cue
    held = voices.ending(first) or before(text, row, k + 1)
    return None if held is None else Span(held.start, max(first, held.start + 1)), cue


def _told(
    clause: Clause, match: re.Match[str], at: int, begins: int, voices: Voices
) -> tuple[Span | None, Span] | None:
    """Voice and cue of a claim that nobody owns; None where what follows is no clause, or the claimant no voice."""
    text, row = clause.text, clause.row
    stop = clause.bounds.end
    first = begins + len(match["clause"] or match["of"] or match["what"])
    if not (
        match["of"]
        or (match["told"] or "").endswith("s")
        or _OPENS.match(text, first, stop)
        or is_clause(text, first, stop)
    ):
        return None
    name = next(one for one in ("told", "sure", "clear") if match[one])
    cue = Span(at + match.start(name), at + match.end(name))
    if match["by"]:
        who = Span(at + match.start("who"), at + match.end("who"))
        return (who, cue) if voices.may_speak(text, who) else None
    if name == "told" and not match["voiced"]:
        if not _is_noun(text, cue) or len(text[first:stop].split()) < _FEWEST:
            return None
        held = voices.ending(cue.start - 1)
        return None if held is None and match["told"].startswith(_OWNED) else (held, cue)
    verb = at + match.start()
    k = bisect_left(row, Span(verb, 0))
    speaker = before(text, row, k)
    return (speaker, cue) if speaker is not None and voices.may_speak(text, speaker) else None


def _is_noun(text: str, cue: Span) -> bool:
    """Is the word a noun, and no "greatest fear" that a relative clause goes on with?"""
    before_it = text[max(0, cue.start - 12) : cue.start].split()
    return bool(before_it) and not before_it[-1].endswith("est") and before_it[-1] not in _VERB_AFTER
