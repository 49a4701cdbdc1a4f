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


def head(lines: Sequence[str]) -> list[HeadLine]:
    """What the first lines say of the article below them; none where they are the article already.

    A line with a label says nothing by itself, unless it is the title: an article may begin with one.
    """
    found: list[HeadLine] = []
    labelled = 0
    for line in lines[:LINES_AT_MOST]:
        if len(line) > _LONGEST:
            break
        if one := page_address((line,)):
            found.append(HeadLine("address", one))
            continue
        parts = _LABELLED.fullmatch(line)
        says = _SAYS.get(parts[1].lower()) if parts else None
        if parts is None or says is None:
            break
        labelled += 1
        found.append(HeadLine(says, page_address((parts[2],)) if says == "address" else parts[2]))
    told = {each.says for each in found} - {""}
    return found if "title" in told or (told and (labelled != 1 or len(found) > 1)) else []
