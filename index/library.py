"""The library: one opened corpus, and the only door through which the screen and the commands reach all of `index`.

Opening is cheap: nothing is scanned, no index opened and no names table loaded before it is asked for.  All methods may
be called from any thread.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from index import cache
from index.corpus import locate
from index.documents.cleaning import clean_line
from index.documents.model import Document, Span
from index.errors import Cancelled, CorpusError, QueryError
from index.indexed import IndexedCorpus, Status
from index.settings import Settings, load_settings

if TYPE_CHECKING:
    from index.comparison.matrix_model import Matrix
    from index.comparison.model import Comparison, Side
    from index.dossier import Dossier
    from index.entities.corrected_view import CorrectedView
    from index.entities.corrections import Correction, Corrections
    from index.entities.corrections_file import CorrectionsFile
    from index.entities.forms import Forms
    from index.entities.model import Annotations, Entity, EntityType, Recognition
    from index.search.concordance import Concordance
    from index.search.explain import Explanation
    from index.search.facets import Faceted
    from index.search.keyness import KeyWords
    from index.search.model import Article, Cancel, Ranking, SearchResult
    from index.search.syntax import Clause, Places, Query
    from index.search.versions import Sketch
    from index.state import State

__all__ = ["Library", "Status"]

_RELATED_WORDS = 40
_LIKE_WORDS = 20
"""Words of a query for more like an article."""


class Library(IndexedCorpus):
    """One corpus, with the ways into it."""

    def __init__(
        self, root: Path, settings: Settings, *, temporary: tempfile.TemporaryDirectory[str] | None = None
    ) -> None:
        super().__init__(root, settings, temporary=temporary)
        self._corrections: CorrectionsFile | None = None
        self._forms: Forms | None = None
        self._view: tuple[Corrections, CorrectedView] | None = None
        self._state: State | None = None
        self._state_lock = threading.Lock()
        self._sketches: tuple[str, dict[str, Sketch]] = ("", {})
        """Of the articles that were looked at since the index last changed."""

    @classmethod
    def open(cls, corpus: str | Path | None = None, *, settings: Settings | None = None) -> Library:
        """Opens a folder or a file; without one, what the settings name, else `./seeds`, else the starter corpus.

        Raises CorpusError where it is missing or cannot be read.
        """
        settings = settings or load_settings()
        return cls(locate(corpus, settings), settings)

    @classmethod
    def open_bytes(cls, data: bytes, *, settings: Settings | None = None) -> Library:
        """A library of one document that is in no file (standard input); its index goes with the library."""
        temporary = tempfile.TemporaryDirectory(prefix="ceasefire-reader-", ignore_cleanup_errors=True)
        folder = Path(temporary.name)
        beginning = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        name = "standard-input" + (".html" if beginning.startswith((b"<!doctype html", b"<html")) else ".txt")
        (folder / "corpus").mkdir()
        (folder / "corpus" / name).write_bytes(data)
        settings = replace(settings or load_settings(), cache_dir=folder / "cache")
        return cls(folder / "corpus" / name, settings, temporary=temporary)

    # -- searching

    def search(
        self, text: str, limit: int = 20, cancelled: Cancel | None = None, *, typing: bool = False, skip: int = 0
    ) -> SearchResult:
        """The articles that answer a query, best first, from what is in the index now; the first `skip` of the `limit`
        are passed over.

        `typing`: the query may be unfinished, so that its last word also stands for all that begin with it.
        Raises QueryError, Cancelled, EngineError.
        """
        query = self._query(text, typing=typing)
        return self._engined().search(
            query,
            limit=limit,
            read=self._article,
            names=self._names,
            pages=self._stored().pages,
            cancelled=cancelled,
            skip=skip,
        )

    def matches(self, text: str, path: str, *, typing: bool = False) -> tuple[Span, ...]:
        """Every place where a query matches in the document as it is now, in order; `typing` as in `search`.

        Raises QueryError.
        """
        from index.search.model import Article

        document = self.read(path)
        return self._engined().matches(
            self._query(text, typing=typing), Article(document, self._recognition(document)), self._names
        )

    def explain(
        self, text: str, paths: Sequence[str], cancelled: Cancel | None = None, *, typing: bool = False
    ) -> Mapping[str, Explanation]:
        """Why articles answer a query and what their scores are made of, by path.  Raises as `search` does."""
        query = self._query(text, typing=typing)
        return self._engined().explain(query, paths, read=self._article, names=self._names, cancelled=cancelled)

    def ranking(self, text: str, cancelled: Cancel | None = None, *, typing: bool = False) -> Ranking:
        """Every article that answers a query, best first; raises as `search` does."""
        query = self._query(text, typing=typing)
        return self._engined().ranking(query, read=self._article, names=self._names, cancelled=cancelled)

    def concordance(
        self,
        text: str,
        told: Callable[[Concordance], None] | None = None,
        cancelled: Cancel | None = None,
        *,
        typing: bool = False,
    ) -> Concordance:
        """Every occurrence of a query in context; `told` hears what is there so far.  Raises as `search` does."""
        from index.search.concordance import concordance

        ranking = self.ranking(text, cancelled, typing=typing)
        return concordance(ranking, self._article, self._names, told=told, cancelled=cancelled)

    def facets(self, text: str, cancelled: Cancel | None = None, *, typing: bool = False) -> Faceted:
        """How the articles that answer a query spread over names, years and folders.  Raises as `search` does."""
        from index.search.facets import Faceted, Naming, facets

        ranking = self.ranking(text, cancelled, typing=typing)
        naming = Naming(lambda path: self.annotations(path).entities, self.entities, self.documents_naming)
        dates = {listed.path: listed.date for listed in self.listing()}
        paths = [path for path, _ in ranking.articles]
        return Faceted(ranking.query.text, len(paths), facets(paths, naming, dates, cancelled=cancelled))

    def versions(self, paths: Sequence[str], cancelled: Cancel | None = None) -> dict[str, str]:
        """Of articles in the order of a search, those that are near-duplicates of one before them, with that one.

        Raises Cancelled.
        """
        from index.search.versions import leaders, sketch

        mark = self._stored().mark()
        known = self._sketches
        if known[0] != mark:
            known = self._sketches = (mark, {})
        for path in paths:
            if cancelled is not None and cancelled():
                raise Cancelled("the search was stopped")
            if path not in known[1] and (page := self._stored().pages([path]).get(path)) is not None:
                known[1][path] = sketch(page.text)
        there = [path for path in paths if path in known[1]]
        found = zip(there, leaders([known[1][path] for path in there]), strict=True)
        return {path: there[leader] for path, leader in found if there[leader] != path}

    def key_words(self, text: str, cancelled: Cancel | None = None, *, typing: bool = False) -> KeyWords:
        """The words of the articles that answer a query, and how key they are against all others.

        Raises as `search` does.
        """
        from index.search.keyness import MOST_ARTICLES, MOST_WORDS, KeyWords, counted, key_words

        ranking = self.ranking(text, cancelled, typing=typing)
        paths = [path for path, _ in ranking.articles[:MOST_ARTICLES]]

        def texts() -> Iterator[str]:
            for path in paths:
                if cancelled is not None and cancelled():
                    raise Cancelled("the counting was stopped")
                yield from (page.text for page in self._stored().pages([path]).values())

        counts, inside = counted(texts())
        commonest = dict(counts.most_common(MOST_WORDS))
        engine = self._engined()
        words = engine.words()
        found = key_words(commonest, inside, engine.occurrences(list(commonest)), words)
        return KeyWords(ranking.query.text, len(ranking.articles), len(paths), inside, max(0, words - inside), found)

    def more_like(self, path: str, span: Span | None = None) -> str:
        """A query for articles like one, or like a part of it: the words that tell it from the rest.

        The article itself is left out where its path is no part of another's.  "" where it has no such words.
        """
        document = self.read(path)
        text = document.text[span.start : span.end] if span is not None else f"{document.title}\n{document.text}"
        words = " ".join(self._engined().telling(text, _LIKE_WORDS))
        own = path.casefold()
        if (
            not words
            or '"' in path
            or any(own in other.path.casefold() for other in self.files() if other.path != path)
        ):
            return words
        return f'{words} -path:"{path}"'

    def related(self, path: str) -> tuple[tuple[str, float], ...]:
        """The other articles, most related first, with a relatedness from 0 to 1 (the share of the best score)."""
        article = self._article(path)
        scores = self._engined().similar(article, limit=max(len(self.files()), _RELATED_WORDS))
        best = max((score for other, score in scores if other != path), default=0.0)
        found = [(other, score / best) for other, score in scores if other != path and best > 0]
        missing = {file.path for file in self.files()} - {other for other, _ in found} - {path}
        return (*found, *((other, 0.0) for other in sorted(missing)))

    def asks_for_names(self, text: str) -> bool:
        """Whether the answer to a query depends on what articles name.  Raises QueryError."""
        from index.search.added_names import depends_on_names
        from index.search.query import parse

        return depends_on_names(parse(text, notes=self._noted).clause)

    def _query(self, text: str, *, typing: bool) -> Query:
        from index.search.added_names import asks_for_names, with_added
        from index.search.query import parse

        query = parse(text, typing=typing, notes=self._noted)
        if not asks_for_names(query.clause) or all(each.kind != "add" for each in self.corrections().corrections):
            return query
        view = self._corrected()
        return with_added(query, lambda named: view.added(named.name, named.types))

    def _article(self, path: str) -> Article:
        """As it stands in the index, so that it fits the postings; where it is not there, as its file is now."""
        from index.search.model import Article

        article = self._stored().article(path)
        if article is None:
            document = self.read(path)
            article = Article(document, self._recognition(document))
        return article

    def _noted(self, clause: Clause | None) -> Places:
        """The passages whose notes answer a clause."""
        from index.search.notes import noted

        return noted(self.state.notes() if self.remembers else (), clause)

    def _names(self, name: str, types: tuple[EntityType, ...]) -> frozenset[tuple[EntityType, str]]:
        resolution = self._corrected()
        return frozenset().union(*(resolution.surfaces(entity.id) for entity in resolution.find(name, types)))

    # -- entities

    def annotations(self, path: str, cancelled: Cancel | None = None) -> Annotations:
        """What the document as it is now names; entity ids and names are those of the corpus.

        Raises Cancelled where the caller asked to stop.
        """
        document = self.read(path)
        recognition = self._recognition(document, cancelled)
        return self._corrected().annotations(path, recognition, document)

    def entities(self) -> tuple[Entity, ...]:
        """Everything named in the corpus, most mentioned first."""
        return self._corrected().entities()

    def entity(self, entity_id: str) -> Entity | None:
        """One entity of the corpus, or None."""
        return self._corrected().entity(entity_id)

    def known(self, entity_id: str) -> Entity | None:
        """As `entity`, at once: what takes reading many articles to count is left out of its count."""
        return self._corrected().known(entity_id)

    def documents_naming(self, entity_id: str) -> dict[str, int]:
        """The documents that name an entity, with the number of mentions."""
        return self._corrected().documents(entity_id)

    def seen(self, path: str) -> tuple[Document, Annotations]:
        """An article as the index keeps it, with what it names; read now where the index has none."""
        article = self._article(path)
        return article.document, self._corrected().annotations(path, article.recognition, article.document)

    def answering(self, text: str, cancelled: Cancel | None = None) -> tuple[str, ...]:
        """The articles that answer a query, best first; for an empty one all, in order.  Raises as `search` does."""
        if not text.strip():
            return tuple(file.path for file in self.files())
        return tuple(path for path, _ in self.ranking(text, cancelled).articles)

    def dossier(self, entity_id: str, cancelled: Cancel | None = None) -> Dossier:
        """All that the corpus says of one entity.  Raises CorpusError where there is no such entity."""
        from index.dossier import dossier

        return dossier(self, entity_id, cancelled)

    # -- corrections of entities

    def corrections(self) -> Corrections:
        """What the user put right, as the file of corrections is now, and what is wrong with that file."""
        return self._correcting().read()

    def correct(self, correction: Correction) -> None:
        """Keeps a correction and applies it.  Raises StateError where it cannot be kept."""
        self._correcting().append(correction)

    def undo_correction(self) -> Correction | None:
        """Takes the last correction back and gives it; None where there is none.  Raises StateError."""
        return self._correcting().undo()

    @property
    def corrections_file(self) -> Path:
        """The file of corrections, which a person may edit; it need not exist."""
        return self.settings.data_dir / "corrections" / f"{cache.corpus_folder(Path(), self.root).name}.toml"

    def _correcting(self) -> CorrectionsFile:
        from index.entities.corrections_file import CorrectionsFile

        with self._state_lock:
            if self._corrections is None:
                self._corrections = CorrectionsFile(self.corrections_file, clean_line(str(self.root)))
            return self._corrections

    def _corrected(self) -> CorrectedView:
        """The entities of the corpus as corrected by now."""
        from index.entities.corrected_view import CorrectedView
        from index.entities.forms import Forms

        resolution, said = self._resolving(), self.corrections()
        with self._lock:
            if self._forms is None or self._forms.resolution is not resolution:
                self._forms, self._view = Forms(resolution, self._kept, self._holding), None
            if self._view is None or self._view[0] is not said:
                self._view = said, CorrectedView(self._forms, said.corrections)
            return self._view[1]

    def _kept(self, path: str) -> tuple[Document, Recognition] | None:
        article = self._stored().article(path)
        return (article.document, article.recognition) if article is not None else None

    def _holding(self, words: str) -> list[str]:
        """The articles that may hold these words."""
        plain = words.replace('"', " ")
        try:
            return [path for path, _ in self.ranking(f'"{plain}"').articles]
        except QueryError:  # nothing in it is a word
            return []

    # -- comparing

    def side(self, path: str) -> Side:
        """One side of a comparison.  Raises CorpusError where the article is too long to be compared."""
        from index.comparison.model import LONGEST, Side

        document = self.read(path)
        if len(document.text) > LONGEST:
            raise CorpusError(f"{path} is too long to be compared: more than {LONGEST:,} characters")
        return Side(document, self.annotations(path))

    def compare(self, a: str, b: str, cancelled: Cancel | None = None) -> Comparison:
        """What two articles say of one event.  Raises CorpusError where one is too long."""
        from index.comparison.compare import compare

        return compare(self.side(a), self.side(b), cancelled)

    def matrix(
        self,
        paths: Sequence[str],
        cancelled: Cancel | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Matrix:
        """Which of several articles reports what; `progress` hears pairs compared and to compare.

        Raises CorpusError where they are too few or too many.
        """
        from index.comparison.coverage_matrix import matrix

        return matrix([self.side(path) for path in dict.fromkeys(paths)], cancelled, progress)

    # -- what the user made

    @property
    def remembers(self) -> bool:
        """Whether this user has read anything before; where not, `state` need not be opened to find a place."""
        return (self.settings.data_dir / "state.sqlite").exists()

    @property
    def state(self) -> State:
        """Positions, marks, notes and searches of this corpus.  Raises StateError where the file cannot be used."""
        from index.state import State

        with self._state_lock:  # of its own: what is at work on the index must not hold up the screen
            if self._state is None:
                self._state = State(self.settings.data_dir / "state.sqlite", str(self.root))
            return self._state

    def close(self) -> None:
        """Lets go of every file."""
        with self._state_lock:
            if self._state is not None:
                self._state.close()
                self._state = None
        if self._temporary is not None:
            self._temporary.cleanup()  # before waiting for who holds the lock, since the program may not wait so long
        with self._lock:
            self._close_index()
