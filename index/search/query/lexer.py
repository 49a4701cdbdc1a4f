"""A query as typed becomes symbols: brackets, operators, quoted phrases and words, each with its place in the query."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from index.errors import QueryError

Kind = Literal["open", "close", "and", "or", "not", "plus", "minus", "field", "phrase", "word"]

ZONES = ("title", "text")
ENTITY_FIELDS = ("person", "org", "place", "group", "date", "event", "number")
FIELDS = (*ZONES, "path", "note", *ENTITY_FIELDS)
_WITH_SPACE = frozenset(FIELDS) - {"note"}
"""Fields that may have a space after the colon; "Note: this" begins many a sentence."""

_QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02'
_OPERATORS: dict[str, Kind] = {"AND": "and", "OR": "or", "NOT": "not"}
_SYMBOL = re.compile(rf"\s+|[()]|[{_QUOTES}]|[^\s(){_QUOTES}]+")
_CLOSING = re.compile(f"[{_QUOTES}]")
_FIELD = re.compile(r"([^\W\d_]+):(?!//)")
_SUFFIX = re.compile(r"(?:~(>?)(\d{0,6}))?(?:\^(\d{1,3}(?:\.\d{1,3})?))?(?![^\s()])")
_BOOST = re.compile(r"\^(\d{1,3}(?:\.\d{1,3})?)$")
_TILDE = re.compile(r"~(\d{0,6})$")


class Symbol(NamedTuple):
    """One symbol; `tilde` is the number after `~` (-1: a bare ~; None: no ~), `boost` the one after `^`; `ordered`
    says that it is `~>`."""

    kind: Kind
    text: str
    start: int
    end: int
    tilde: int | None = None
    boost: float = 1.0
    ordered: bool = False


def symbols(text: str, *, typing: bool = False) -> list[Symbol]:
    """The symbols of a query in order, in one pass.

    `typing` closes what the user has not closed yet.  Raises `QueryError` for an unclosed quotation mark or an unknown
    field.
    """
    found: list[Symbol] = []
    place = 0
    while place < len(text):
        match = _SYMBOL.match(text, place)
        assert match is not None  # the pattern's four cases are all characters
        piece, start, place = match[0], place, match.end()
        if piece.isspace():
            continue
        if piece in _QUOTES:
            place = _phrase(text, start, typing, found)
        elif piece == "(":
            found.append(Symbol("open", piece, start, place))
        elif piece == ")":
            suffix = _SUFFIX.match(text, place)
            boost = float(suffix[3]) if suffix and suffix[3] else 1.0
            place = suffix.end() if suffix else place
            found.append(Symbol("close", piece, start, place, boost=boost))
        else:
            place = _run(text, start, match.end(), found)
    return found


def _phrase(text: str, start: int, typing: bool, found: list[Symbol]) -> int:
    """Reads a quoted phrase; gives where it ends."""
    closing = _CLOSING.search(text, start + 1)
    if closing is None:
        if not typing:
            raise QueryError("The quotation mark is not closed", start, len(text))
        found.append(Symbol("phrase", text[start + 1 :], start, len(text)))
        return len(text)
    place, tilde, boost, ordered = closing.end(), None, 1.0, False
    suffix = _SUFFIX.match(text, place)
    if suffix:
        place = suffix.end()
        tilde = None if suffix[2] is None else int(suffix[2] or -1)
        boost = float(suffix[3]) if suffix[3] else 1.0
        ordered = bool(suffix[1])
    found.append(Symbol("phrase", text[start + 1 : closing.start()], start, place, tilde, boost, ordered))
    return place


def _run(text: str, start: int, end: int, found: list[Symbol]) -> int:
    """Reads a run of characters without space: an operator, or + or - or a field in front, and a word; gives where it
    ends.
    """
    if text[start:end] in _OPERATORS:
        found.append(Symbol(_OPERATORS[text[start:end]], text[start:end], start, end))
        return end
    first = start == 0 or text[start - 1].isspace() or text[start - 1] == "("
    after = text[start + 1 : start + 2]
    if first and text[start] in "+-\u2212" and after and not after.isspace() and after not in "+-\u2212)":
        found.append(Symbol("plus" if text[start] == "+" else "minus", text[start], start, start + 1))
        start += 1
    field = _FIELD.match(text, start, end)
    # "Note: this" is no field, "note:this" and "note:(this)" are meant as one.
    if field and (field[1].lower() in _WITH_SPACE or field.end() < end or text[end : end + 1] in ("(", *_QUOTES)):
        name = field[1].lower()
        if name not in FIELDS:
            names = ", ".join(FIELDS[:-1]) + " and " + FIELDS[-1]
            raise QueryError(f"There is no field {field[1][:40]}: the fields are {names}", field.start(1), field.end(1))
        found.append(Symbol("field", name, field.start(), field.end()))
        start = field.end()
    if start < end:
        found.append(_word(text[start:end], start, end))
    return end


def _word(word: str, start: int, end: int) -> Symbol:
    """A word with its suffixes taken off."""
    body, tilde, boost = word, None, 1.0
    found = _BOOST.search(body[-9:])
    if found:
        boost = float(found[1])
        body = body[: len(body) - len(found[0])]
    found = _TILDE.search(body[-8:])
    if found:
        tilde = int(found[1] or -1)
        body = body[: len(body) - len(found[0])]
    return Symbol("word", body, start, end, tilde, boost)
