"""Pages that are built to stall the parser: the HTML5 algorithm takes quadratic time for a few shapes, so a page is
looked over first, in linear time.
"""

from __future__ import annotations

import re
from typing import Final

from index.documents.wordlists import words

DEPTH_AT_MOST: Final = 400
TAGS_AT_MOST: Final = 50_000
_TAG: Final = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?P<rest>[^<>]*)|<!--")
# Elements that the parser closes by itself do not pile up.
_CLOSED_BY_ITSELF: Final = words(
    """
    p li td th tr dt dd option optgroup tbody thead tfoot colgroup col br hr img input meta link area base embed
    source track wbr param html head body a
    """
)
_FORMATTING: Final = words(
    """
    b big code em font i nobr s small strike strong tt u
    """
)
_RAW: Final = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))
_ATTRIBUTES_AT_MOST: Final = 400


def is_hostile(source: str) -> bool:
    """Whether the HTML5 algorithm could take long over `source`: nesting, formatting left open, or attributes
    without end.
    """
    depth = formatting = most_formatting = tags = blocks = at = 0
    while found := _TAG.search(source, at):
        at = found.end()
        name = found["name"]
        if name is None:
            end = source.find("-->", at)
            if end < 0:
                return False  # the rest of the page is a comment
            at = end + 3
            continue
        tags += 1
        name = name.lower()
        rest = found["rest"]
        if (
            len(rest) > _ATTRIBUTES_AT_MOST
            and (rest.count(" ") + rest.count("\n") + rest.count("=")) > 2 * _ATTRIBUTES_AT_MOST
        ):
            return True
        if not found["close"] and name in _RAW:
            end = source.lower().find("</" + name, at) if len(source) < 4096 else _raw_end(source, name, at)
            if end < 0:
                return False
            at = end
        elif name in _FORMATTING:
            formatting = max(0, formatting + (-1 if found["close"] else 1))
            most_formatting = max(most_formatting, formatting)
            depth = max(0, depth + (-1 if found["close"] else 1))
        elif name not in _CLOSED_BY_ITSELF:
            depth = max(0, depth + (-1 if found["close"] else 1))
            blocks += 1
        else:
            blocks += 1
        if depth > DEPTH_AT_MOST or tags > TAGS_AT_MOST:
            return True
    return most_formatting * blocks > 8 * TAGS_AT_MOST


def _raw_end(source: str, name: str, at: int) -> int:
    found = re.compile("</" + name, re.IGNORECASE).search(source, at)
    return found.start() if found else -1
