"""How an article says who wrote it: the lines of bylines, and the names in them."""

from __future__ import annotations

import re
from typing import Final

from index.documents.dates import day_said, line_date
from index.documents.patterns import late
from index.documents.wordlists import phrases

_BYLINE_AT_MOST: Final = 120
_WRITERS_AT_MOST: Final = 200
"""Characters of a line that gives nothing but names, or a name and an office."""
_BYLINES: Final = ("by ", "written by ", "reported by ")
_BYLINES_ELSEWHERE: Final = phrases("von; par; por; di; autor:; autorin:; автор:; автори:; авторы:; tekst:")
_AND_ELSEWHERE: Final = late(r"\s{0,3},\s{0,3}|\s{1,3}(?:und|et|y|e|i|та|і|й|и)\s{1,3}")
_IN_NAMES: Final = frozenset(("von", "van", "de", "del", "della", "der", "da", "di", "du", "le", "la", "el", "al"))
_MARK: Final = r"(?:\s{0,3}[|·•]\s{0,3}|\s{1,3}[–—-]\s{1,3})"
_BESIDE: Final = late(_MARK)
"""What parts a writer from the day, and from how long it takes to read."""
_STATED_BESIDE: Final = late(rf"{_MARK}(?=[^|·•]{{0,40}}\d)")
_OFFICES: Final = "(?:correspondent|reporter|editor|writer|analyst)s?"
_WITH_OFFICE: Final = late(
    r"(?:[A-Z][\w.'’-]{0,30},? ){2,5}(?:(?:[A-Z][\w'’-]{0,20}|senior|chief|political|foreign|diplomatic|defen[cs]e"
    r"|security|business|economics|science|health|legal|crime|sports?|staff|special|world|and|&|in) ){0,4}?" + _OFFICES
)
_BY_WITH_OFFICE: Final = late(
    r"(?:[A-Z][a-z]{1,20} b|B)y (?:[A-Z][\w.'’-]{0,30} (?:and )?){1,7}[A-Z][\w.'’-]{0,30}, "
    rf"(?:[\w&'’-]{{1,20}} ){{0,4}}{_OFFICES}"
)
"""Behind a "by" any words may lead to the office, and one word may lead to the "by": "Analysis by …"."""
_WRITTEN_BY: Final = late(r"(?:by|von|par|por|di)\s++", re.IGNORECASE)
_FROM: Final = late(r"(?:\s(?:in|à|a|en)|,)(?:\s[^\W\d_a-z][\w'’-]{1,30}){1,3}$|\s\([^()]{1,80}\)$")
"""Where a writer wrote, behind the name."""
_BETWEEN_WRITERS: Final = late(r"\s{0,3}[,;&|·]\s{0,3}|\s{1,3}and\s{1,3}")


def is_byline(line: str) -> bool:
    """Whether a line names the writer, perhaps with the day and how long it takes to read."""
    if len(line) > _BYLINE_AT_MOST or line.endswith("."):
        return False
    if ", " in line and _BY_WITH_OFFICE.fullmatch(line):
        return True
    if line[:1] not in "BbWR":
        return _is_byline_elsewhere(line)
    line = _STATED_BESIDE.split(line, maxsplit=1)[0]
    lead = next((lead for lead in _BYLINES if line[: len(lead)].lower() == lead), None)
    if lead is None:
        return False
    names = line[len(lead) :].split()
    capitals = sum(name[0].isupper() for name in names)
    return 0 < len(names) <= 12 and names[0][0].isupper() and 2 * capitals > len(names)


def _is_byline_elsewhere(line: str) -> bool:
    """The same in German, French, Spanish, Italian, Polish, Ukrainian and Russian, where the word for "by" begins many
    a heading too: so whole names must follow, and the last may be a place.
    """
    lead, _, rest = line.partition(" ")
    if lead.lower() not in _BYLINES_ELSEWHERE:
        return False
    names = [name.split() for name in _AND_ELSEWHERE.split(rest.partition("(")[0].strip())]
    if not all(names) or not all(word[0].isupper() or word in _IN_NAMES for name in names for word in name):
        return False
    return all(1 < len(name) < 5 for name in (names[:-1] if len(names) > 1 else names))


def writers_named(names: str) -> list[str]:
    """The names in a list of writers ("jane roe, john doe and ann poe")."""
    return [name for each in _BETWEEN_WRITERS.split(names) if (name := each.strip())]


def gives_writers(text: str, writers: frozenset[str]) -> bool:
    """Whether a line gives nobody but the writers: "Jane Roe", "By Jane Roe and John Doe"."""
    if len(text) > _WRITERS_AT_MOST:
        return False
    bare = _FROM.sub("", _WRITTEN_BY.sub("", text))
    names = writers_named(bare.casefold())
    return bool(names) and writers.issuperset(names)


def says_who_and_when(text: str) -> bool:
    """Whether a line gives a name and a day and nothing else: "Jane Roe — 2 March 2025"."""
    if len(text) > _WRITERS_AT_MOST // 2:
        return False
    told = [part for part in _BESIDE.split(text) if part]
    days = [part for part in told if line_date(part)]
    rest = [part.split() for part in told if part not in days]
    return bool(days) and all(len(words) < 5 and all(word[0].isupper() for word in words) for words in rest)


def gives_writer_or_day(text: str, writers: frozenset[str]) -> bool:
    """Whether a short line about the headline names a writer, or a day, and is no sentence."""
    if len(text) > _BYLINE_AT_MOST or text.endswith((".", "!", "?", ":")):
        return False
    folded = text.casefold()
    return (
        bool(day_said(text)) or any(" " in writer and writer in folded for writer in writers) or _is_list_of_names(text)
    )


def _is_list_of_names(text: str) -> bool:
    """Whether a line gives a writer, agencies and places, parted by strokes ("Jane Roe | Agencies | Madrid")."""
    parts = [part.split() for part in text.split("|")]
    return len(parts) > 2 and all(
        0 < len(words) < 5 and all(word[0].isupper() or word in _IN_NAMES for word in words) for words in parts
    )


def is_with_office(text: str) -> bool:
    """Whether a line gives a writer and an office and nothing else: "Jane Roe, Chief Political Correspondent"."""
    return len(text) <= _WRITERS_AT_MOST and _WITH_OFFICE.fullmatch(text) is not None
