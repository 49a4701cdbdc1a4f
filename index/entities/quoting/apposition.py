"""What explains a voice beside its name (Ana Flores, a lawyer for the families, said): part of the words for it.

As in treebanks, an apposition or a relative clause between two commas belongs to the noun phrase, as both commas do.
"""

from __future__ import annotations

import re

from index.documents.model import Span
from index.entities.quoting.speech import is_speaker

_LONGEST = 250
_BRACKETS = re.compile(r"\s\([A-Z\d][^()\n]{0,25}\)")
"""What is put beside a name in brackets: a party, an age, an abbreviation."""
_BETWEEN = re.compile(r"(?P<inner>,\s[^;:“”\"\n]+,)(?:\s+\w+){0,3}\s*")
"""From the end of a name to its cue, where two commas part them; a few adverbs and auxiliaries before the cue aside."""
_NO_APPOSITION = re.compile(
    r",\s+(?:(?:in|on|at|by|with|as|when|while|after|before|during|since|if|once|for|from|to|under|over|despite|following"
    r"|amid|through|via|unlike|like|and|or|but|though|although|because|where|however|meanwhile|too|also|then|again"
    r"|instead|therefore|asked|he|she|they|we|i|it|you|last|this|today|yesterday|earlier|later)\b|(?!including)\w+(?:ing|ly)\b)",
    re.IGNORECASE,
)
"""What stands between commas without explaining who somebody is: a time, a place, an occasion, a link of sentences."""
_BEHIND = re.compile(
    r"(?P<age>,\s\d{1,3}(?=[,.]))?(?P<inner>,\s(?P<first>an?|the|of|one\sof|who|whose|his|her|their|its|our|my|former"
    r"|(?:[\w’'-]+\s){0,3}(?P<role>[\w’'-]+)\s(?:of|at|for|with|in))\b[^,;:“”\"\n—–]*)?(?P<who>,\swho(?:se)?\s[^,;:“”\"\n—–]*)?"
)
"""Behind a name that follows its cue: an age, and what begins like an apposition or a relative clause."""
_OF_OTHERS = frozenset(("the", "his", "her", "their", "its", "our", "my"))
"""What begins an apposition as often as another clause."""
_CLAUSE = re.compile(
    r"(?:(?!\b(?:who|whose|which|that|whom)\b).)*?\b(?:is|was|are|were|has|had|have|will|would|could|can|should|may|might"
    r"|did|does)\b",
    re.DOTALL,
)
"""What has a verb of its own, outside of a relative clause, is a clause and explains nobody."""


def explained_before(text: str, voice: Span, cue: int) -> Span:
    """A voice that stands before its cue, which begins at `cue`, with what explains it."""
    brackets = _BRACKETS.match(text, voice.end, cue)
    end = brackets.end() if brackets else voice.end
    if cue - end > _LONGEST:
        return voice
    between = _BETWEEN.fullmatch(text, end, cue)
    if between is not None and not _NO_APPOSITION.match(text, end):
        end = between.end("inner")
    return Span(voice.start, end)


def explained_behind(text: str, voice: Span, end: int, *, leads: bool = False) -> Span:
    """A voice behind its cue, in a sentence that goes to `end`, with what explains it.

    `leads`: what was said follows, so that only what another comma closes, and no "the ..." can be told from it.
    """
    brackets = _BRACKETS.match(text, voice.end, end)
    start = brackets.end() if brackets else voice.end
    match = _BEHIND.match(text, start, min(end, start + _LONGEST))
    if match is None or (match["inner"] and _CLAUSE.match(match["inner"])):
        return Span(voice.start, start)
    if match["role"] and not is_speaker(match["role"]):
        return Span(voice.start, start)
    stop = start + len(match[0].rstrip(" ."))
    if leads and (text[stop : stop + 1] != "," or match["first"] in _OF_OTHERS):
        return Span(voice.start, start)
    return Span(voice.start, stop)
