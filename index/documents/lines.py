"""What one line of plain text is by its looks: heading, question, caption, list item.

Every test here is cheap and looks at the line itself, at most at the length of what follows; `text.py` decides with
the context.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from index.documents.patterns import late
from index.documents.wordlists import phrases, words

HEADING_WORDS: Final = 16
HEADING_CHARACTERS: Final = 110
_QUESTION_CHARACTERS: Final = 250
_PROSE_FROM: Final = max(HEADING_CHARACTERS, _QUESTION_CHARACTERS)

_CLOSERS: Final = "\"'”’»)]*_"
_FINAL: Final = frozenset(".!?…:;,。！？")
_SMALL_WORDS: Final = words(
    """
    a an and as at but by for from in into nor of on onto or over per so than the to up upon via vs with yet is
    are be de la le les du des et en el los las y der die das und von zu im
    """
)
_FAQ: Final = late(
    r"(?:frequently asked questions|faqs?|(?:common )?questions (?:and|&) answers|q ?(?:&|and) ?a"
    r"|часті (?:за)?питання|част(?:о|ые)(?: задаваемые)? вопросы)"
    r"(?:\s*\(faqs?\))?(?:\s+(?:about|on)\b.*)?:?",
    re.IGNORECASE,
)
_ASKED: Final = late(r"(?:question|q|питання|вопрос)\s*+(?:\d{1,3}\s*+)?[:.]\s*+\S", re.IGNORECASE)
_MONTH: Final = r"(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}"
_CAPITALS: Final = r"[A-Z][A-Z .'’-]{1,40}"
_CAPTION_PLACE: Final = late(
    rf"{_CAPITALS}(?:,\s*{_CAPITALS})?\s*[-–—:,]\s*(?:{_MONTH}\.?\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH}),?\s+\d{{4}}\s*[:.–—-]"
)
_CREDIT_START: Final = late(
    r"(?:file (?:photo|picture|image)|photo(?:graph)?s?|image|picture|pic|illustration|video|credits?)"
    r"(?:\s+(?:credits?|source|courtesy))?(?:\s*[:|/]|\s+(?:by|courtesy|via|credit)\b)"
    r"|(?:FILE PHOTO|FILE)\s*[:–—-]\s|\(?(?:AP|AFP|EPA|Reuters) (?:photo|file)\b|фото\s*:",
    re.IGNORECASE,
)
_CREDITS_BEGIN: Final = frozenset("FfPpIiVvCc(AaEeRr")
"""How each of these begins that begins with a plain letter or sign."""
_CREDIT_END: Final = late(
    r"(?:(?:/|via|by|[|(])\s*(?:getty(?: images)?|reuters|afp|ap|epa|shutterstock(?:\.com)?|anadolu|tass|ukrinform"
    r"|bloomberg|alamy|unsplash|pool)(?:\s*/\s*[\w .’'-]{1,40})?|\((?:photo|image|picture)s?\b[^()]{1,80}\)"
    r"|(?:photo|image|picture) ?(?:by|:|courtesy of) [\w .,’'/-]{1,60}|shutterstock\.com[^.]{0,60})"
    r"\s*[.)\]]{0,2}",
    re.IGNORECASE,
)
_CREDITED: Final = phrases(
    """
    getty; reuters; afp; (ap; /ap; / ap; by ap; via ap; |ap; | ap; epa; shutterstock; anadolu; tass; ukrinform;
    bloomberg; alamy; unsplash; pool; photo; image; picture
    """
)
_BEFORE_CREDITED: Final = phrases("(; /; |; by; via; photo; image; picture; shutterstock")
"""What stands before the name of whoever is credited, or is that name."""
_BULLET: Final = "-*+•▪◦‣●·∙■□–▶►➤✓"
_SURE_BULLETS: Final = frozenset("•▪◦‣●∙■□▶►➤✓")
_ITEM: Final = late(
    rf"(?P<bullet>[{re.escape(_BULLET)}])\s+(?=\S)|(?P<open>\()?(?P<number>\d{{1,3}}|[A-Za-z])(?P<close>[.)])\s+(?=\S)"
)
_TIME: Final = r"(?:\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)(?:\s+\(?[A-Z]{2,5}\)?)?"
_HOUR: Final = late(
    r"(?:(?:last )?(?:posted|published|updated)(?: at| on)?:?\s+|(?:um|stand|aktualisiert|mis à jour à)\b:?\s*)?"
    rf"{_TIME}(?:\s+{_TIME})?"
    r"(?:,?\s+(?:on )?(?:\d{1,2}\.? [^\W\d_]{3,9}\.?|[^\W\d_]{3,9}\.? \d{1,2})(?:,? \d{4})?)?",
    re.IGNORECASE,
)
_SIGNED: Final = late(r"[—–-]{1,2}\s?.{1,60}\(@\w{1,30}\).{0,40}")
_FIGURE: Final = late(r"\d[.,]\d")
_ATX: Final = late(r"(#{1,6})\s++(.*)")


class Item(NamedTuple):
    """The mark at the start of a list item: `number` counts from 1 for figures and letters, 0 for bullets; `length`
    with its space.
    """

    marker: str
    style: str
    number: int
    length: int
    sure: bool


def word_count(line: str) -> int:
    """Words by white space."""
    return len(line.split())


def is_final(line: str) -> bool:
    """Whether a line ends as a sentence ends, closing quotes and brackets put aside."""
    end = line[-1:]
    return end in _FINAL or line.rstrip(_CLOSERS + " ")[-1:] in _FINAL


def looks_like_heading(line: str, after: str | None) -> bool:
    """Whether a line can be a heading before the line `after`: short, unfinished, upper-case, in title case or
    before a long line.
    """
    if len(line) > HEADING_CHARACTERS or after is None or is_final(line):
        return False
    words = line.split()
    if len(words) > HEADING_WORDS or not starts_upper(line):
        return False
    return len(after) >= 2.5 * len(line) or is_title_case(words)


def is_row_of_figures(line: str) -> bool:
    """Whether a line gives several figures, as those of a table without marks do ("Net 801,000 vs 703,000")."""
    return len(_FIGURE.findall(line)) > 1


def is_short(line: str) -> bool:
    """Whether a line is short and unfinished, as headings and the entries of lists are."""
    return 0 < len(line) <= HEADING_CHARACTERS and not is_final(line) and "|" not in line


def starts_upper(line: str) -> bool:
    """Whether the first letter or figure is a capital or a figure; scripts without case pass."""
    for character in line[:6]:
        if character.isalnum():
            return not character.islower()
    return False


def is_title_case(words: list[str]) -> bool:
    """Whether all words but the small ones begin with a capital (one exception in six is forgiven)."""
    own = [word.lstrip("\"'“‘«([*_") for word in words]
    big = [word for word in own if word[:1].isalpha() and word.lower() not in _SMALL_WORDS]
    small = sum(1 for word in big if word[0].islower())
    return bool(big) and small * 6 <= len(big)


def is_question(line: str) -> bool:
    """Whether a line is one question, as FAQ lists print them."""
    return line.rstrip(_CLOSERS + " ").endswith("?") and len(line) <= _QUESTION_CHARACTERS and word_count(line) <= 40


def is_asked(line: str) -> bool:
    """Whether a line begins with "Question:" or "Q:"."""
    return line[:1] in "QqПпВв" and _ASKED.match(line) is not None and len(line) <= 400


def is_faq_heading(line: str) -> bool:
    """Whether a line heads a list of questions and answers."""
    return len(line) <= HEADING_CHARACTERS and _FAQ.fullmatch(line.rstrip()) is not None


def is_hour(line: str) -> bool:
    """Whether a line gives but the hour at which an entry of a running report, or a message, was written."""
    return len(line) <= 40 and _HOUR.fullmatch(line) is not None


def is_caption(line: str) -> bool:
    """Whether a line is a picture's caption: place and date in capitals, a photo credit, or the same sentence twice; or
    names who wrote the message above ("— Jane Roe (@jane) May 2, 2025").
    """
    if len(line) > 1500:
        return False
    if line[0].isupper() and line[:3].isupper() and _CAPTION_PLACE.match(line):
        return True
    if line[0] in "—–-" and len(line) <= 140 and _SIGNED.fullmatch(line):
        return True
    if len(line) <= 300 and (_begins_with_credit(line) or _credited(line)):
        return True
    return _repeats(line)


def _begins_with_credit(line: str) -> bool:
    may = line[0] in _CREDITS_BEGIN or not line[0].isascii()
    return may and _CREDIT_START.match(line) is not None


def _credited(line: str) -> bool:
    tail = line[-110:]
    folded = tail.lower()
    for needed in (_BEFORE_CREDITED, _CREDITED):  # spares most lines the search below
        if not any(map(folded.__contains__, needed)):
            return False
    return any(found.end() == len(tail) for found in _CREDIT_END.finditer(tail))


def _repeats(line: str) -> bool:
    if len(line) < 80:
        return False
    sentences = line.rstrip(" .!?").split(". ")
    if len(sentences) == 1:
        return False
    if len(set(map(str.strip, sentences))) == len(sentences):  # as nearly always
        return False
    long = [sentence for sentence in sentences if sentence.count(" ") >= 4]
    return len(long) > 1 and len({sentence.strip() for sentence in long}) < len(long)


def item(line: str) -> Item | None:
    """The list mark that a line begins with, or None."""
    if line[0].isalpha() and line[1:2] not in (".", ")"):  # as nearly always
        return None
    if (
        line[0] not in _BULLET
        and line[0] != "("
        and not line[:4].strip().rstrip(".)").isalnum()
        and line[1:2] not in (".", ")")
    ):
        found = _ITEM.match(line) if line[0].isdigit() else None
    else:
        found = _ITEM.match(line)
    if found is None:
        return None
    if bullet := found["bullet"]:
        return Item("•" if bullet in "*+•·" else bullet, bullet, 0, found.end(), bullet in _SURE_BULLETS)
    if found["open"] and found["close"] != ")":
        return None
    label = found["number"]
    number = int(label) if label.isdigit() else ord(label.lower()) - 96
    kind = "1" if label.isdigit() else "a" if label.islower() else "A"
    return Item(found.group().strip(), (found["open"] or "") + kind + found["close"], number, found.end(), False)


def atx(line: str) -> tuple[int, str] | None:
    """Level and text of a Markdown heading (`## text`), or None."""
    found = _ATX.match(line) if line[0] == "#" else None
    if not found:
        return None
    heading = found[2]
    bare = heading.rstrip("#")
    if bare != heading and bare[-1:].isspace():  # what closes it, as in `## text ##`
        heading = bare.rstrip()
    return (len(found[1]), heading) if heading else None


def is_long_prose(line: str) -> bool:
    """Whether a line can be nothing but a paragraph, a caption, or what the page says to its readers: it is too long
    for headings, dates, bylines and rows of a log, and begins as no item, table or mark does.
    """
    return (
        len(line) > _PROSE_FROM and line[0].isalpha() and line[1] not in ".)" and "|" not in line and not is_asked(line)
    )


def is_rule(line: str) -> bool:
    """Whether a line only draws a rule: at least three of the same - * _ = ~, maybe with spaces."""
    return line[0] in "-*_=~—–#" and len(line) >= 3 and len(set(line) - {" "}) == 1 and len(line.replace(" ", "")) >= 3
