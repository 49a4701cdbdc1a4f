"""Segments, which no sentence and no name may cross, and the sentences inside them.

Sentence ends are found by rule: a stop ends a sentence unless it belongs to an abbreviation, an initial, a number or
an interrupted quotation.  The rule is linear: each stop looks at one word on either side.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from index.documents.model import BlockKind, BlockRole, Document
from index.documents.patterns import late
from index.documents.wordlists import words


class Segment(NamedTuple):
    """A unit of text that stands by itself: a line of a block or a table's cell; `block` is its block's number."""

    start: int
    end: int
    kind: BlockKind
    role: BlockRole
    block: int


class Sentence(NamedTuple):
    """A sentence, without white space at its ends; `block` is its block's number."""

    start: int
    end: int
    kind: BlockKind
    role: BlockRole
    block: int


NEVER_ENDING: Final = words(
    """
    mr mrs ms mx dr prof sen sens rep reps gov govs gen lt col sgt cpl capt cmdr maj adm rev hon st pres amb
    pfc const ald rt ven cllr asst assoc flt cde smt gens dra bro drs profs comdr capts maj.-gen maj-gen brig.-gen
    brig-gen lt.-gen lt-gen lt.-col lt-col
    supt det pvt sr fr msgr mt ft vs v e.g i.e cf viz approx ca al messrs mme mlle brig spc atty insp dipl ing
    mag hr hrsg bzw z.b d.h u.a г-н г-жа им ул просп акад проф доц ген полк т.е т.к т.н напр св обл р-н вул ім
    пл м-р sra srta dña ud uds p.ej pág
    """
)
"""Abbreviations that never end a sentence."""
_BEFORE_FIGURE: Final = words(
    """
    no nos nr art sec fig p pp vol ch para par ver op n jan feb mar apr jun jul aug sep sept oct nov dec стр ст
    рис № с rs tk ksh tsh ush
    """
)
"""Abbreviations only before a figure (months: before anything but a sentence's beginning)."""
_MONTHS: Final = words(
    """
    jan feb mar apr jun jul aug sep sept oct nov dec
    """
)
_GERMAN_MONTHS: Final = words(
    """
    januar jänner februar feber märz april mai juni juli august september oktober november dezember
    """
)
_ENGLISH_TOO: Final = words("april august september november")
_BEFORE_DAY: Final = words("am vom zum bis seit ab dem den der des")
_SOMETIMES: Final = words(
    """
    inc ltd co corp bros llc plc a.m p.m etc est dept jr sr ph.d m.d b.a m.a u.s u.k u.n e.u u.s.a d.c u.s.s.r
    a.d b.c del ave blvd rd sq esq assn univ ret gmbh cie г гг р рр т.д т.п др млн млрд тыс тис тыс в вв ст руб грн
    коп
    """
)
"""Abbreviations that may end a sentence: they do before a word that likes to begin one."""
_STARTERS: Final = words(
    """
    the a an in on at by for from with he she it they we you i his her its their our this that these those there
    then but and or so yet when while if although though however meanwhile after before since as what who why how
    where both some many most one two three four five six seven eight nine ten eleven twelve dozens hundreds
    thousands nearly about around several more nobody everyone nothing also no not still now even such asked
    instead according despite during under over between в на и но а он она они мы вы это этот также по с к у за для
    і й та але він вона вони ми ви це цей також з у до від der die das ein eine er sie es wir und aber in im am le
    la les il elle ils un une et mais dans en el los las un una y pero
    """
)
_SPEECH: Final = words(
    """
    said says asked asks told replied added wrote writes tweeted shouted cried demanded wondered exclaimed
    declared answered insisted posted
    """
)
_SUBJECTS: Final = frozenset(("He", "She", "They", "We", "I"))
_STOP: Final = late(
    r"(?<![.!?…])(?P<stop>[.!?…]++(?:[\"'”’»)\]]|\[\d{1,3}\])*+)\s++(?=\S)|[。！？]+[」』”’)]*|(?<=[^\W\d_A-Z]{3})\.[”’\"]?(?=[A-Z][a-z]+\s)"
)
_OPENERS: Final = "\"'“‘«([„—–-•* "
_LOOK_BACK: Final = 24
_LOOK_AHEAD: Final = 64
_WORD: Final = late(r"[^\W\d_][\w’'-]*")


def segments(document: Document) -> tuple[Segment, ...]:
    """The document's segments in order: every line of every block, every cell of every table that is not empty."""
    return tuple(_segments(document))


def sentences(document: Document) -> tuple[Sentence, ...]:
    """The document's sentences in order; none crosses a segment, together they hold all text but white space."""
    found: list[Sentence] = []
    text = document.text
    for segment in _segments(document):
        if segment.kind == "heading" and segment.role == "title":
            found.append(Sentence(segment.start, segment.end, segment.kind, segment.role, segment.block))
            continue
        start = segment.start
        for end, following in _ends(text, segment.start, segment.end):
            found.append(Sentence(start, end, segment.kind, segment.role, segment.block))
            start = following
        if start < segment.end:
            found.append(Sentence(start, segment.end, segment.kind, segment.role, segment.block))
    return tuple(found)


def first_sentence(text: str) -> str:
    """The first sentence of a paragraph; all of it where it is only one."""
    return text[: next((end for end, _ in _ends(text, 0, len(text))), len(text))]


def _segments(document: Document) -> Iterator[Segment]:
    text = document.text
    for number, block in enumerate(document.blocks):
        if block.kind == "table":
            for row in block.rows:
                for cell in row:
                    if cell.start < cell.end:
                        yield Segment(cell.start, cell.end, block.kind, block.role, number)
            continue
        start = block.start
        while start < block.end:
            end = text.find("\n", start, block.end)
            end = block.end if end < 0 else end
            left, right = start, end
            while left < right and text[left].isspace():
                left += 1
            while right > left and text[right - 1].isspace():
                right -= 1
            if left < right:
                yield Segment(left, right, block.kind, block.role, number)
            start = end + 1


def _ends(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where sentences end and the next ones begin, inside characters `start` to `end`."""
    begun = start
    for found in _STOP.finditer(text, start, end):
        stop = found["stop"]
        if stop is None:
            following = found.end()
            while following < end and text[following].isspace():
                following += 1
            if following < end and (
                found.group()[0] in "。！？" or _first_word(text, following, end).lower() in _STARTERS
            ):
                yield found.end(), following
                begun = following
        elif _is_end(text, begun, found.start(), stop, found.end(), end):
            yield found.end("stop"), found.end()
            begun = found.end()


def _is_end(text: str, begun: int, at: int, stop: str, following: int, end: int) -> bool:
    """Whether the stop at `at` ends the sentence that began at `begun`; `following` is the next character that is
    no space.
    """
    ahead = text[following : min(following + _LOOK_AHEAD, end)]
    bare = ahead.lstrip(_OPENERS)
    if not bare:
        return False
    first = bare[0]
    if first.islower():
        return False
    quoted = stop[-1] in "\"'”’»"
    if stop[0] in "!?":
        return not (quoted and _is_speech(bare))
    if len(stop.rstrip("\"'”’»)]")) > 1 or stop[0] == "…":
        return first.isupper() or not first.isalpha()
    if quoted:
        return not _is_speech(bare)
    return _is_end_after(text[max(begun, at - _LOOK_BACK) : at], bare, at - begun)


def _is_end_after(before: str, bare: str, length: int) -> bool:
    """Whether a full stop behind `before` ends a sentence whose rest starts with `bare`; `length` characters lie
    before the stop.
    """
    parts = before.split()
    if not parts:
        return False
    word = parts[-1].lstrip("\"'“‘«([„—–-")
    if not word:
        return True
    lower = word.lower()
    next_word = _first_word(bare, 0, len(bare))
    starts = next_word.lower() in _STARTERS and next_word[:1].isupper()
    if word.isdigit():
        if _is_german_day(parts, word, next_word, bare):
            return False
        return not (len(word) <= 3 and length == len(word))
    if lower in NEVER_ENDING:
        return False
    if lower in _BEFORE_FIGURE and (bare[0].isdigit() or lower in _MONTHS):
        return lower in _MONTHS and starts
    if len(word) == 1 and word.isalpha():
        graded = len(parts) > 1 and parts[-2].lower() in ("a", "an")  # the auditor gave it a B.
        return starts and (word == "I" or word.islower() or graded)
    if lower in _SOMETIMES or ("." in word and all(len(part) <= 2 for part in word.split("."))):
        return starts
    return True


def _is_german_day(parts: list[str], word: str, next_word: str, bare: str) -> bool:
    """Whether a number and its full stop are the day of the month that follows ("am 12. Mai"), as German writes it.

    What English calls a month too needs a German word before the day or a year behind: "He scored 12. August was …".
    """
    month = next_word.lower()
    if len(word) > 2 or month not in _GERMAN_MONTHS:
        return False
    if month not in _ENGLISH_TOO:
        return True
    german = len(parts) > 1 and parts[-2].lower() in _BEFORE_DAY
    return german or bare[len(next_word) :].lstrip()[:4].isdigit()


def _first_word(text: str, start: int, end: int) -> str:
    found = _WORD.match(text, start, end)
    return found.group() if found else ""


def _is_speech(bare: str) -> bool:
    """Whether what follows a quotation says who spoke: a name of up to three words and a verb of speech."""
    words = [word.strip(".,;:") for word in bare.split(None, 4)[:4]]
    spoken = [word.lower() in _SPEECH for word in words]
    if words[:1] and words[0] in _SUBJECTS and len(spoken) > 1 and not bare.split(None, 2)[1].endswith((".", ",")):
        return False  # “… it fell.” She said that nobody …
    if not any(spoken[1:]):
        return False
    cue = spoken.index(True)
    if bare.split(None, cue + 2)[cue + 1 : cue + 2] == ["that"]:
        return False  # “… it fell.” Kovac said that nobody …
    return all(word[:1].isupper() for word in words[:cue])
