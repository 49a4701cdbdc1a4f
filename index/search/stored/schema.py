"""What the index holds of an article: its words, what it names, its dates, and the few values that ranking and listing
need.
"""

from __future__ import annotations

from whoosh import columns, fields

from index.search import folding

VERSION = f"9.{folding.VERSION}"
"""Of the index folder; another version is built anew."""

FORM, STEM, NAME, DATE, INFLECTED = "form", "stem", "name", "date", "inflected"
"""Fields with posting lists: folded forms and stems with positions, `TYPE\\x1fsurface` of mentions, `d` or `m` and an
ISO date of the article or of a mention, and `LANGUAGE\\x1fstem\\x1fform` of the words of articles in languages of
`inflection`."""

BEGINNING = "beginning"
"""The field of letters with which many forms begin, without positions (see `beginnings`)."""

WHERE, TITLE, LENGTH = "where", "title", "length"
"""Columns: path and title in UTF-8, and the number of words of the text."""

WHERE_COLUMN = columns.VarBytesColumn()
TITLE_COLUMN = columns.VarBytesColumn()
LENGTH_COLUMN = columns.NumericColumn("I")


def schema() -> fields.Schema:
    """The Whoosh schema.  `ID` fields are used for any posting list: words are analysed before they come here."""
    made = fields.Schema()
    for name in (FORM, STEM, NAME, DATE, INFLECTED, BEGINNING):
        made.add(name, fields.ID())
    for name, column in ((WHERE, WHERE_COLUMN), (TITLE, TITLE_COLUMN), (LENGTH, LENGTH_COLUMN)):
        made.add(name, fields.COLUMN(column))
    return made
