"""What a finding is about, as the article writes it.

Finders name it by words, which know nothing of what stands between them: of "by-election turnout" and "home on
Thea's Landing" they keep “by election turnout” and “home on Thea”.
"""

from __future__ import annotations

import re

_QUOTED = re.compile("“([^“”]*)”")
_CUT = re.compile(" ?… ?")
_BETWEEN = r"(?:['’]s?)?\W{0,4}?"
"""What no word holds: a possessive, marks, spaces."""
_WHOSE = r"(?:['’]s?\s+\w+(?:['’-]\w+)*)?"
"""Nothing is named by its owner: with an apostrophe goes the word after it."""
_INNER = str.maketrans("", "", '“”"')  # they would end the quotation, or be left open in it


def as_written(about: str, *sentences: str) -> str:
    """The words that `about` quotes, as the first of the sentences that has them writes them; unchanged where none has.

    "the cost of “home on Thea”" becomes "the cost of “home on Thea's Landing”".
    """
    return _QUOTED.sub(lambda quoted: f"“{_written(quoted[1], sentences)}”", about)


def _written(label: str, sentences: tuple[str, ...]) -> str:
    parts = _CUT.split(label)
    for number, part in enumerate(parts):
        behind = _WHOSE if number == len(parts) - 1 else ""
        pattern = _BETWEEN.join(map(re.escape, part.split()))
        found = (re.search(rf"(?<!\w){pattern}{behind}(?!\w)", sentence) for sentence in sentences if pattern)
        first = next(filter(None, found), None)
        if first is not None:
            parts[number] = " ".join(first[0].translate(_INNER).split())
    return "".join(f"{part}{cut}" for part, cut in zip(parts, (*_CUT.findall(label), ""), strict=True))
