"""Where a query matches in one article: the same clauses and the same analysis as in the index, applied to the
article's own text.

The words of a text are looked at once, whatever the query; a word seen before costs one look into a table.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple, Protocol

from index.documents.model import Span
from index.entities.model import EntityType, Mention, Recognition
from index.search.answering.expansion import fitting
from index.search.answering.located import Codes
from index.search.answering.spots import runs, together
from index.search.folding import Part, analyse, word_at, words
from index.search.model import Article, Kept, Names, Told
from index.search.query.syntax import (
    And,
    Bag,
    Clause,
    Dated,
    Fuzzy,
    Named,
    Not,
    Noted,
    Or,
    Pattern,
    Phrase,
    Query,
    Slot,
    Word,
    leaves,
)
from index.search.query.times import overlaps
from index.search.stored.entry import dated, own_date
from index.search.stored.postings import SHIFT, TITLE, WIDE
from index.search.stored.starts import places as spots

_START = itemgetter(0)
_Characters = tuple[int, int]
_Places = dict[int, _Characters]
"""Position codes with start and end of the token; both are 0 where a title is not part of the text."""


class Mark(NamedTuple):
    """A match: `start` and `end` are characters of the text, `clause` numbers the clause of the query that matches."""

    start: int
    end: int
    clause: int


class _Naming(Protocol):
    """Whatever knows what an article names."""

    @property
    def recognition(self) -> Recognition: ...


class Matcher:
    """Finds the matches of one query in any number of articles."""

    def __init__(self, clause: Clause, names: Names) -> None:
        self._clause = clause
        self._names = names
        self._surfaces: dict[tuple[str, tuple[EntityType, ...]], frozenset[tuple[EntityType, str]]] = {}
        self._leaves: dict[Clause, int] = {}
        stems: dict[str, list[Slot]] = {}
        self._fits: list[tuple[Slot, Callable[[str], float]]] = []
        for leaf in leaves(clause):
            self._leaves.setdefault(leaf, len(self._leaves))
            if isinstance(leaf, Named) and not leaf.name.endswith("*"):
                self.surfaces(leaf.name, leaf.types)
            for slot in leaf.slots if isinstance(leaf, Phrase) else (leaf,):
                if isinstance(slot, Word):
                    stems.setdefault(slot.stem, [])
                    if slot not in stems[slot.stem]:
                        stems[slot.stem].append(slot)
                elif isinstance(slot, Pattern | Fuzzy) and all(slot != other for other, _ in self._fits):
                    self._fits.append((slot, fitting(slot)))
        self._stems = {stem: tuple(slots) for stem, slots in stems.items()}
        self._seen: dict[str, tuple[int, tuple[tuple[Part, tuple[Slot, ...]], ...]]] = {}
        self._plain: dict[Slot, dict[str, _Characters]] = {}
        """For each slot, words whose first part matches it, and where that part lies in them."""

    def marks(self, article: Article) -> tuple[Mark, ...] | None:
        """The matches in an article in order, not overlapping, or None where the article does not answer the query."""
        document = article.document
        places: dict[Slot, _Places] = {}
        self._look(document.text, 0, 0, places)
        return self._judged(document, article, places)

    def marks_at(self, page: Kept, codes: Codes) -> tuple[Mark, ...] | None:
        """As `marks`, where the positions of the words that match are known from the index.

        Raises ValueError where the text is not the one that was indexed, DamageError where the page is damaged.
        """
        places: dict[Slot, _Places] = {}
        if isinstance(self._clause, Phrase) and self._clause.slop is None:
            codes = _in_runs(self._clause, codes)
        text, gaps = page.text, page.gaps
        titled: set[int] = set()
        for slot, found in codes.items():
            inside = sorted([code for code in found if not code & TITLE])
            if len(inside) < len(found) and slot.zone != "text":
                titled.update([code >> SHIFT for code in found if code & TITLE])
            if slot.zone == "title":
                continue
            plain = self._plain.setdefault(slot, {})
            own: _Places = {}
            for code, (start, before) in zip(inside, spots(gaps, [code >> SHIFT for code in inside]), strict=True):
                word = word_at(text, start)
                if before or code & WIDE:
                    first, last = self._part(word, slot, before, 2 if code & WIDE else 1)
                else:
                    known = plain.get(word)
                    if known is None:
                        known = plain[word] = self._part(word, slot, 0, 1)
                    first, last = known
                own[code] = (start + first, start + last)
            if own:
                places[slot] = own
        return self._judged(page, page, places, titled)

    def _part(self, word: str, slot: Slot, position: int, width: int) -> _Characters:
        """Where the part of a word lies that matches a slot.  Raises ValueError where there is none."""
        known = self._seen.get(word)
        if known is None:
            known = self._seen[word] = self._judge(word)
        for part, slots in known[1]:
            if part.position == position and part.width == width and slot in slots:
                return part.start, part.end
        raise ValueError("another text than was indexed")

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The words that the query asks for, each once."""
        stems = (slot for slots in self._stems.values() for slot in slots)
        return (*stems, *(slot for slot, _ in self._fits))

    def _judged(
        self, document: Told, article: _Naming, places: dict[Slot, _Places], titled: set[int] | None = None
    ) -> tuple[Mark, ...] | None:
        """The marks in an article whose matching words are in `places`; those of its title are at `titled`, or
        anywhere.
        """
        if titled is None or titled:
            self._look(document.title, TITLE, document.title_start(), places, titled)
        found = _Evaluation(self, document, article, places).clause(self._clause)
        return None if found is None else _joined(found)

    def number(self, clause: Clause) -> int:
        """The number of a clause that marks can carry."""
        return self._leaves[clause]

    def surfaces(self, name: str, types: tuple[EntityType, ...]) -> frozenset[tuple[EntityType, str]]:
        """What something named is called; asked for once, when the matcher is made."""
        key = (name, types)
        if key not in self._surfaces:
            self._surfaces[key] = self._names(name, types)
        return self._surfaces[key]

    def _look(
        self, text: str, bits: int, shift: int, places: dict[Slot, _Places], at: Collection[int] | None = None
    ) -> None:
        """Notes the tokens of a text that some word of the query matches; a `shift` below 0 says that they have no
        characters, and `at` are the positions of those that match, where they are known.
        """
        seen, base = self._seen, 0
        for match in words(text):
            word = match[0]
            # A word of letters and digits alone has one position.
            if at is not None and base not in at and word.isalnum():
                base += 1
                continue
            known = seen.get(word)
            if known is None:
                known = seen[word] = self._judge(word)
            if known[1]:
                start = match.start() + shift
                for part, slots in known[1]:
                    code = base + part.position << SHIFT | bits | (WIDE if part.width == 2 else 0)
                    span = (start + part.start, start + part.end) if shift >= 0 else (0, 0)
                    for slot in slots:
                        places.setdefault(slot, {})[code] = span
            base += known[0]

    def _judge(self, word: str) -> tuple[int, tuple[tuple[Part, tuple[Slot, ...]], ...]]:
        """How many positions a word of the text takes, and which parts of it which words of the query match."""
        parts = analyse(word)
        hits: list[tuple[Part, tuple[Slot, ...]]] = []
        for part in parts:
            slots = self._stems.get(part.stem, ()) + tuple(slot for slot, fits in self._fits if fits(part.form))
            if slots:
                hits.append((part, slots))
        return (parts[-1].position + 1 if parts else 1), tuple(hits)


class _Evaluation:
    """The clauses of a query evaluated on one article: each gives its marks, or None where it is not fulfilled."""

    def __init__(self, matcher: Matcher, document: Told, article: _Naming, places: dict[Slot, _Places]) -> None:
        self._matcher = matcher
        self._document = document
        self._article = article
        self._places = places

    def clause(self, clause: Clause) -> list[Mark] | None:
        """The marks of a clause."""
        if isinstance(clause, Word | Pattern | Fuzzy):
            return self._slot(clause)
        if isinstance(clause, Phrase):
            return self._phrase(clause)
        if isinstance(clause, Named):
            return self._named(clause)
        if isinstance(clause, And):
            return self._all(clause.clauses)
        if isinstance(clause, Or):
            return self._any(clause.clauses)
        if isinstance(clause, Not):
            return [] if self.clause(clause.clause) is None else None
        if isinstance(clause, Bag):
            return self._bag(clause)
        if isinstance(clause, Dated):
            return self._dated(clause)
        if isinstance(clause, Noted):
            return self._noted(clause)
        return [] if clause.text in self._document.path.casefold() else None

    def _all(self, clauses: Sequence[Clause]) -> list[Mark] | None:
        marks: list[Mark] = []
        for clause in clauses:
            found = self.clause(clause)
            if found is None:
                return None
            marks += found
        return marks

    def _any(self, clauses: Sequence[Clause]) -> list[Mark] | None:
        found = [marks for marks in map(self.clause, clauses) if marks is not None]
        return [mark for marks in found for mark in marks] if found else None

    def _bag(self, bag: Bag) -> list[Mark] | None:
        if any(self.clause(clause) is not None for clause in bag.never):
            return None
        required = self._all(bag.must)
        optional = self._any(bag.may)
        among = self._all(bag.within)
        if required is None or among is None or (bag.may and not bag.must and optional is None):
            return None
        return required + (optional or []) + among

    def _marks(self, clause: Clause, spans: Iterable[_Characters]) -> list[Mark]:
        number = self._matcher.number(clause)
        return [Mark(start, end, number) for start, end in spans if end]

    def _slot(self, slot: Slot) -> list[Mark] | None:
        found = self._places.get(slot, {})
        places = found
        if slot.zone != "any":
            places = {code: span for code, span in found.items() if (slot.zone == "title") == bool(code & TITLE)}
        return self._marks(slot, places.values()) if places else None

    def _phrase(self, phrase: Phrase) -> list[Mark] | None:
        places = [self._places.get(slot, {}) for slot in phrase.slots]
        spans: list[_Characters] = []
        fulfilled = False
        for title in (0, TITLE):
            if phrase.zone != "any" and (phrase.zone == "title") != bool(title):
                continue
            codes = [{code for code in found if code & TITLE == title} for found in places]
            if not codes[0]:
                continue
            if phrase.slop is None:
                for run in runs(codes):
                    fulfilled = True
                    spans.append((places[0][run[0]][0], places[-1][run[-1]][1]))
            else:
                for code in together(codes, phrase.keys(), phrase.slop, ordered=phrase.ordered):
                    fulfilled = True
                    spans.append(next(found[code] for found in places if code in found))
        return self._marks(phrase, spans) if fulfilled else None

    def _named(self, named: Named) -> list[Mark] | None:
        article = self._article
        if named.name.endswith("*"):
            beginning = named.name.rstrip("*").casefold()

            def fits(mention: Mention) -> bool:
                return mention.type in named.types and mention.text.casefold().startswith(beginning)
        else:
            surfaces = self._matcher.surfaces(named.name, named.types)

            def fits(mention: Mention) -> bool:
                return (mention.type, mention.text.casefold()) in surfaces

        def valued(mention: Mention) -> bool:
            return bool(named.value) and dated(mention.type, mention.value) and mention.value.startswith(named.value)

        spans = [(each.start, each.end) for each in article.recognition.mentions if fits(each) or valued(each)]
        own = named.value and own_date(self._document).startswith(named.value)
        return self._marks(named, spans) if spans or own else None

    def _dated(self, wanted: Dated) -> list[Mark] | None:
        article = self._article
        spans = [
            (each.start, each.end)
            for each in article.recognition.mentions
            if dated(each.type, each.value) and overlaps(each.value, wanted.low, wanted.high)
        ]
        own = own_date(self._document)
        return self._marks(wanted, spans) if spans or (own and overlaps(own, wanted.low, wanted.high)) else None

    def _noted(self, wanted: Noted) -> list[Mark] | None:
        document = self._document
        own = [span for path, span in wanted.places if path == document.path]
        # A note outlives a text that has become shorter.
        return self._marks(wanted, (span for span in own if span.end <= len(document.text))) if own else None


def matches(query: Query, article: Article, names: Names) -> tuple[Span, ...]:
    """Every match in one article, in order, not overlapping; none where the article does not answer the query."""
    return tuple(Span(mark.start, mark.end) for mark in Matcher(query.clause, names).marks(article) or ())


def _in_runs(phrase: Phrase, codes: Codes) -> Codes:
    """Those position codes at which all words of a phrase stand one after another: only these are looked for in the
    text.
    """
    kept: dict[Slot, set[int]] = {}
    for slot, found in zip(
        phrase.slots, zip(*runs([set(codes.get(slot, ())) for slot in phrase.slots]), strict=True), strict=False
    ):
        kept.setdefault(slot, set()).update(found)
    return {slot: sorted(found) for slot, found in kept.items()}


def _joined(marks: list[Mark]) -> tuple[Mark, ...]:
    """The marks in order, those that overlap made one."""
    if len(marks) == 1:
        return (marks[0],)
    result: list[Mark] = []
    last = -1
    # Those of one clause are in order already.
    for mark in sorted(marks, key=_START):
        if mark.start < last:
            before = result[-1]
            if mark.end > last:
                # Of several that begin together the longest tells the clause.
                clause = mark.clause if mark.start == before.start else before.clause
                result[-1] = Mark(before.start, mark.end, clause)
                last = mark.end
        else:
            result.append(mark)
            last = mark.end
    return tuple(result)
