"""The closing words of a sentence that say who says it: ", the agency said", "according to officials".

Two reports of one fact often have it from different people, and a long title at the end ("Defence Minister Margarita
Robles said") outweighs a short statement.  So the words count for little when sentences are aligned.
"""

from __future__ import annotations

import re

_SAYS = r"(?:said|says|say|told|tells|wrote|writes|added|announced|reported|noted|stated|warned|explained|confirmed)"
_ADJUNCT = (
    r"(?:on|in|at|during|after|before|to|by|via|through|this|last|late|later|earlier|yesterday|today|again|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b[^,;:“”\"]{0,60}"
)
_NAME = r"[A-Z][\w.’'-]*"
_WITHIN = r"[^,;:“”\"]"
_CLOSING = re.compile(
    rf",[”\"’']?\s++(?:{_NAME}(?:\s{_NAME}){{0,3}},\s(?:[a-z]{_WITHIN}{{1,60}},\s)?)?{_WITHIN}{{0,90}}?\b{_SAYS}"
    rf"(?:\s(?:reporters|journalists|(?:the|a)\s\w+(?:\s\w+)?|[A-Z]\w+(?:\s[A-Z]\w+)?))?(?:\s{_ADJUNCT})?\.?[”\"’']?$"
    rf"|,[”\"’']?\s++{_SAYS}\s[^;:“”\"]{{1,120}}$"
    rf"|(?<!\s),?\s++according\s++to\s[^;:“”\"]{{1,120}}$"
)
_LONGEST = 300  # characters of an attribution: further back it is not looked for
_SAID = 0.4  # of a sentence at least: a longer attribution is a statement of its own


def attribution(text: str, start: int, end: int) -> int:
    """Where the words begin that say who says text[start:end]; `end` where it does not close with such words."""
    found = _CLOSING.search(text, max(start, end - _LONGEST), end)
    if found is None or found.start() - start < _SAID * (end - start):
        return end
    return found.start()
