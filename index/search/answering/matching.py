"""Where a query matches in one article: the same clauses and the same analysis as in the index, applied to the
article's own text.

The words of a text are looked at once, whatever the query; a word seen before costs one look into a table.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from index.documents.model import Span
from index.entities.model import EntityType
from index.search.answering.begun import MayBegin, words_begun
from index.search.answering.expansion import fitting
from index.search.answering.located import Codes
from index.search.answering.marking import Characters, Mark, Naming, Numbers, Places, joined, marked, marking
from index.search.answering.spots import runs
from index.search.folding import Part, analyse, is_plain, word_at, words
from index.search.model import Article, Kept, Names, Told
from index.search.query.syntax import Clause, Fuzzy, Pattern, Phrase, Query, Slot, Word, leaves
from index.search.stored.postings import SHIFT, TITLE, WIDE

_NOWHERE: Characters = 0, 0


class Matcher:
    """Finds the matches of one query in any number of articles."""

    def __init__(self, clause: Clause, names: Names) -> None:
        self._names = names
        self._surfaces: dict[tuple[str, tuple[EntityType, ...]], frozenset[tuple[EntityType, str]]] = {}
        numbers: dict[Slot, int] = {}
        clauses: dict[Clause, int] = {}
        stems: dict[str, list[int]] = {}
        forms: dict[str, list[int]] = {}
        self._fits: list[tuple[int, Callable[[str], float]]] = []
        for leaf in leaves(clause):
            clauses.setdefault(leaf, len(clauses))
            for slot in leaf.slots if isinstance(leaf, Phrase) else (leaf,):
                if isinstance(slot, Word | Pattern | Fuzzy) and slot not in numbers:
                    number = numbers[slot] = len(numbers)
                    if isinstance(slot, Word):
                        stems.setdefault(slot.stem, []).append(number)
                        for form in slot.inflected:
                            forms.setdefault(form, []).append(number)
                    else:
                        self._fits.append((number, fitting(slot)))
        self.slots = tuple(numbers)
        """The words that the query asks for, each once; a number of a word is its place here."""
        self._stems = {stem: tuple(slots) for stem, slots in stems.items()}
        self._forms = {form: tuple(slots) for form, slots in forms.items()}
        self._seen: dict[str, tuple[int, tuple[tuple[Part, tuple[int, ...]], ...]]] = {}
        self._plain: list[dict[str, Characters]] = [{} for _ in numbers]
        """For each word of the query, words that match it with what comes after them, and where it lies in them."""
        self._may_begin = {
            number: MayBegin(slot.beginning) for slot, number in numbers.items() if isinstance(slot, Pattern)
        }
        self._marking = marking(clause, Numbers(numbers, clauses, self.surfaces))
        in_text = isinstance(clause, Phrase) and clause.slop is None and clause.zone != "title"
        self._in_order = [numbers[slot] for slot in clause.slots] if isinstance(clause, Phrase) and in_text else []
        """Of a query that is one phrase, its words."""
        # Where a title is part of the text, its words stand there too.  The form that a sign stands for need not: of
        # those that begin with a few letters, only some are looked for.
        self._words_alone = all(isinstance(slot, Word) for slot in numbers)
        """Whether every word of the query is in an article just where the index says."""

    def marks(self, article: Article) -> tuple[Mark, ...] | None:
        """The matches in an article in order, not overlapping, or None where the article does not answer the query."""
        document = article.document
        places = self._nowhere()
        self._look(document.text, 0, 0, places)
        self._look(document.title, TITLE, document.title_start(), places)
        return self._judged(document, article, places)

    def marks_at(self, page: Kept, codes: Codes) -> tuple[Mark, ...] | None:
        """As `marks`, where the positions of the words that match are known from the index.

        Raises ValueError where the text is not the one that was indexed, DamageError where the page is damaged.
        """
        if self._in_order:
            return self._marks_in_order(page, codes)
        places = self._nowhere()
        asked: set[int] = set()
        for number, found in enumerate(codes):
            if found is None:
                places[number] = self._begun(page, number)
                continue
            zone = self.slots[number].zone
            titled = [code for code in found if code & TITLE] if zone != "text" else ()
            if zone == "title":
                if page.title_start():
                    asked.update([code >> SHIFT for code in titled])
                else:  # the words of the title are the first ones of the text
                    inside = sorted([code - TITLE for code in titled])
                    at = self._located(page, number, inside)
                    places[number] = {code | TITLE: span for code, span in zip(inside, at, strict=True)}
                continue
            if self._words_alone or (titled and _is_plain_title(page.title)):
                places[number] = dict.fromkeys(titled, _NOWHERE)
            else:
                asked.update([code >> SHIFT for code in titled])
            inside = sorted([code for code in found if not code & TITLE])
            places[number].update(zip(inside, self._located(page, number, inside), strict=True))
        if asked or None in codes:
            self._look(page.title, TITLE, page.title_start(), places, None if None in codes else asked)
        return self._judged(page, page, places)

    def _marks_in_order(self, page: Kept, codes: Codes) -> tuple[Mark, ...] | None:
        """The matches of a phrase: only where its words follow one another are they looked for in the text."""
        slots = self._in_order
        found = runs([set(codes[slot] or ()) for slot in slots])
        inside = [run for run in found if not run[0] & TITLE]
        if not inside and (not found or self.slots[slots[0]].zone == "text"):
            return None
        located: list[Places] = []
        for slot, column in zip(slots, zip(*inside, strict=True), strict=False):
            ascending = sorted(set(column))
            located.append(dict(zip(ascending, self._located(page, slot, ascending), strict=True)))
        return joined(marked(0, [(located[0][run[0]][0], located[-1][run[-1]][1]) for run in inside]))

    def _begun(self, page: Kept, number: int) -> Places:
        """Where the text of a page has words that begin with the letters of a word of the query."""
        places: Places = {}
        text = page.text
        for position, start in words_begun(text, page.gaps, self._may_begin[number]):
            word = word_at(text, start)
            known = self._seen.get(word)
            if known is None:
                known = self._seen[word] = self._judge(word)
            for part, slots in known[1]:
                if number in slots:
                    code = position + part.position << SHIFT | (WIDE if part.width == 2 else 0)
                    places[code] = start + part.start, start + part.end
        return places

    def _located(self, page: Kept, number: int, codes: Sequence[int]) -> list[Characters]:
        """Where the text of a page has a word of the query, by ascending position codes."""
        text, gaps, plain = page.text, page.gaps, self._plain[number]
        positions = len(gaps)
        if codes and codes[-1] >> SHIFT >= positions:
            raise ValueError("a position beyond the text")
        located: list[Characters] = []
        start = following = 0
        for code in codes:
            position = code >> SHIFT
            start += sum(gaps[following : position + 1])
            following = position + 1
            # The word and what is between it and the next one.
            piece = text[start : start + gaps[following]] if following < positions else text[start:]
            known = plain.get(piece)
            if known is None or code & WIDE or not (gaps[position] or not position):
                known = self._looked_up(text, start, piece, gaps, code, number)
            first, last = known
            located.append((start + first, start + last))
        return located

    def _looked_up(self, text: str, start: int, piece: str, gaps: Sequence[int], code: int, number: int) -> Characters:
        """Where, in the word that begins at `start`, the part lies that a word of the query matches."""
        position = first = code >> SHIFT
        while first and not gaps[first]:
            first -= 1
        word = word_at(text, start)
        found = self._part(word, number, position - first, 2 if code & WIDE else 1)
        if first == position and not code & WIDE and is_plain(word, piece):
            self._plain[number][piece] = found
        return found

    def _part(self, word: str, number: int, position: int, width: int) -> Characters:
        """Where the part of a word lies that matches a word of the query.  Raises ValueError where there is none."""
        known = self._seen.get(word)
        if known is None:
            known = self._seen[word] = self._judge(word)
        for part, slots in known[1]:
            if part.position == position and part.width == width and number in slots:
                return part.start, part.end
        raise ValueError("another text than was indexed")

    def _nowhere(self) -> list[Places]:
        return [{} for _ in self.slots]

    def _judged(self, document: Told, article: Naming, places: Sequence[Places]) -> tuple[Mark, ...] | None:
        """The marks in an article whose matching words are in `places`."""
        found = self._marking(document, article, places)
        return None if found is None else joined(found)

    def surfaces(self, name: str, types: tuple[EntityType, ...]) -> frozenset[tuple[EntityType, str]]:
        """What something named is called; asked for once, when the matcher is made."""
        key = (name, types)
        if key not in self._surfaces:
            self._surfaces[key] = self._names(name, types)
        return self._surfaces[key]

    def _look(
        self, text: str, bits: int, shift: int, places: Sequence[Places], at: Collection[int] | None = None
    ) -> None:
        """Notes the tokens of a text that some word of the query matches; a `shift` below 0 says that they have no
        characters, and `at` are the positions of those that match, where they are known.
        """
        seen, base = self._seen, 0
        last = max(at) if at is not None else -1
        for match in words(text):
            word = match[0]
            if at is not None:
                if base > last:
                    break
                # A word of letters and digits alone has one position.
                if base not in at and word.isalnum():
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
                        places[slot][code] = span
            base += known[0]

    def _judge(self, word: str) -> tuple[int, tuple[tuple[Part, tuple[int, ...]], ...]]:
        """How many positions a word of the text takes, and which parts of it which words of the query match."""
        parts = analyse(word)
        hits: list[tuple[Part, tuple[int, ...]]] = []
        for part in parts:
            slots = self._stems.get(part.stem, ()) + self._forms.get(part.form, ())
            slots += tuple(slot for slot, fits in self._fits if fits(part.form))
            if slots:
                hits.append((part, slots))
        return (parts[-1].position + 1 if parts else 1), tuple(hits)


def _is_plain_title(title: str) -> bool:
    """Whether no word of a title can have several parts."""
    return title.isascii() and "-" not in title and "'" not in title


def matches(query: Query, article: Article, names: Names) -> tuple[Span, ...]:
    """Every match in one article, in order, not overlapping; none where the article does not answer the query."""
    return tuple(Span(mark.start, mark.end) for mark in Matcher(query.clause, names).marks(article) or ())
