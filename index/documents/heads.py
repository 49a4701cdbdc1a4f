"""What stands above an article in plain text: the address that it comes from, and lines that say what it is, as
programs that save or send articles write them (`Title: ...`, `Subject: ...`, `URL: ...`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from index.documents.addresses import page_address
from index.documents.patterns import late
from index.documents.wordlists import phrases

LINES_AT_MOST: Final = 16
_LONGEST: Final = 2000
_WRAPPED_AT_MOST: Final = 2
"""Lines in which one of the head goes on."""
_LABELLED: Final = late(r"([A-Za-z][A-Za-z -]{1,19}):\s+(\S.*)")

Says = Literal["title", "date", "address", ""]

_SAYS: Final[dict[str, Says]] = {
    **dict.fromkeys(phrases("title; headline; subject"), "title"),
    **dict.fromkeys(phrases("date; published; published on; date published; publication date; posted; sent"), "date"),
    **dict.fromkeys(phrases("url; link; address; web address; permalink; source url; original url"), "address"),
    **dict.fromkeys(
        phrases(
            """
            author; authors; byline; by; from; to; cc; reply-to; source; publisher; publication; outlet; newspaper;
            section; category; tags; keywords; language; country; location; updated; retrieved; accessed
            """
        ),
        "",
    ),
}


class HeadLine(NamedTuple):
    """One line: what its `value` is of the article."""

    says: Says
    value: str


def head_lines(physical: Sequence[str]) -> tuple[list[str], int]:
    """The lines of the head above a text, each joined with those that it goes on in, and how many lines of the text
    they take; ([], 0) where there is no head.

    A line goes on in the next one where that has no label, is set in or begins with a small letter, and stands above
    one that has a label, without a blank line between.
    """
    found: list[str] = []
    waiting: list[str] = []
    taken = 0
    for number, line in enumerate(physical):
        bare = line.strip()
        if len(found) == LINES_AT_MOST or len(waiting) > _WRAPPED_AT_MOST or (waiting and not bare):
            break
        if not bare:
            continue
        if _told(bare) is None:
            above = taken == number - len(waiting)  # there is one, and no blank line between
            if not (found and above and (line[0] == " " or bare[0].islower())):
                break
            waiting.append(bare)
            continue
        if waiting:
            found[-1] = " ".join((found[-1], *waiting))
            waiting = []
        found.append(bare)
        taken = number + 1
    return (found, taken) if head(found) else ([], 0)


def head(lines: Sequence[str]) -> list[HeadLine]:
    """What the first lines say of the article below them; none where they are the article already.

    A line with a label says nothing by itself, unless it is the title: an article may begin with one.
    """
    found: list[HeadLine] = []
    labelled = 0
    for line in lines[:LINES_AT_MOST]:
        one = _told(line)
        if one is None:
            break
        labelled += not page_address((line,))
        found.append(one)
    told = {each.says for each in found} - {""}
    return found if "title" in told or (told and (labelled != 1 or len(found) > 1)) else []


def _told(line: str) -> HeadLine | None:
    """What a line says of the article; None where it is none of a head."""
    if len(line) > _LONGEST:
        return None
    if "//" in line and (one := page_address((line,))):
        return HeadLine("address", one)
    parts = _LABELLED.fullmatch(line)
    says = _SAYS.get(parts[1].lower()) if parts else None
    if parts is None or says is None:
        return None
    return HeadLine(says, page_address((parts[2],)) if says == "address" else parts[2])
