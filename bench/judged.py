"""Collections of documents with queries and judgements of what answers them, in the formats of Cranfield and CISI, and
the measures of a ranking.

Both are the format of the SMART system: records begin with `.I` and a number, fields with a letter after a dot.  Judged
are pairs of numbers; Cranfield counts queries by their place in the file, and gives grades, of which 5 is no answer.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_FILES = {
    "cranfield": ("cran.all.1400", "cran.qry", "cranqrel"),
    "cisi": ("CISI.ALL", "CISI.QRY", "CISI.REL"),
}
NAMES = tuple(_FILES)
_NO_ANSWER = "5"
_CUT = 10


@dataclass(frozen=True, slots=True)
class Judged:
    """Documents and queries by number; `answers` has the queries that were judged, with what answers them."""

    name: str
    documents: Mapping[str, str]
    queries: Mapping[str, str]
    answers: Mapping[str, frozenset[str]]

    def write(self, folder: Path) -> None:
        """Writes each document to a file of its number."""
        for number, text in self.documents.items():
            (folder / f"{number}.txt").write_text(text + "\n", encoding="utf-8")


def read(name: str, folder: Path) -> Judged:
    """A collection from the files as they are published."""
    documents, queries, judgements = ((folder / file).read_text(encoding="latin-1") for file in _FILES[name])
    asked = dict(_records(queries, "TW"))
    if name == "cranfield":
        asked = {str(place): text for place, text in enumerate(asked.values(), 1)}
    told = dict(_records(documents, "TW"))
    answers: dict[str, set[str]] = {}
    for query, document, *grade in map(str.split, filter(str.strip, judgements.splitlines())):
        if document in told and query in asked and not (name == "cranfield" and grade[:1] == [_NO_ANSWER]):
            answers.setdefault(query, set()).add(document)
    plain = {number: words(text) for number, text in asked.items() if number in answers}
    return Judged(name, told, plain, {number: frozenset(answers[number]) for number in plain})


def words(query: str) -> str:
    """A query as words in small letters with nothing that could be an operator."""
    found = re.sub(r"[^\w\s'.,-]", " ", query.lower()).split()
    return " ".join(word for word in (word.strip("-'.,_") for word in found) if word)


def _records(text: str, kept: str) -> Iterator[tuple[str, str]]:
    """Number and the kept fields of every record, an empty line between fields."""
    for record in re.split(r"(?m)^\.I\s+", text)[1:]:
        number, _, rest = record.partition("\n")
        fields: dict[str, list[str]] = {}
        name = ""
        for line in rest.splitlines():
            if mark := re.fullmatch(r"\.([A-Z])\s*", line):
                name = mark[1]
            else:
                fields.setdefault(name, []).append(line.rstrip())
        parts = ["\n".join(fields.get(each, [])).strip() for each in kept]
        yield number.strip(), "\n\n".join(filter(None, parts))


def average_precision(found: Sequence[str], answers: frozenset[str]) -> float:
    """The mean of the precision at each answer, those not found being 0."""
    hits, total = 0, 0.0
    for rank, document in enumerate(found, 1):
        if document in answers:
            hits += 1
            total += hits / rank
    return total / len(answers)


def gain(found: Sequence[str], answers: frozenset[str]) -> float:
    """nDCG of the first ten, an answer being worth 1 (Jarvelin and Kekalainen 2002)."""
    best = sum(1 / math.log2(rank + 1) for rank in range(1, min(_CUT, len(answers)) + 1))
    return sum(1 / math.log2(rank + 1) for rank, each in enumerate(found[:_CUT], 1) if each in answers) / best
