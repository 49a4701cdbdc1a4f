"""A corpus with what it names: the entities of an article and of all articles, as the user corrected them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from index.documents.model import Document
from index.errors import QueryError
from index.library.remembering import RememberingCorpus
from index.settings import Settings

if TYPE_CHECKING:
    from index.building.kept import Page
    from index.entities.correcting.corrected_view import CorrectedView
    from index.entities.correcting.corrections import Corrections
    from index.entities.correcting.forms import Forms
    from index.entities.model import Annotations, Entity, Mention
    from index.search.model import Article, Cancel


class NamedCorpus(RememberingCorpus):
    """A corpus, and who and what is named in it."""

    def __init__(
        self, root: Path, settings: Settings, *, temporary: tempfile.TemporaryDirectory[str] | None = None
    ) -> None:
        super().__init__(root, settings, temporary=temporary)
        self._forms: Forms | None = None
        self._view: tuple[Corrections, CorrectedView] | None = None

    def annotations(
        self,
        path: str,
        cancelled: Cancel | None = None,
        found: Callable[[tuple[Mention, ...]], None] | None = None,
    ) -> Annotations:
        """What the document as it is now names; entity ids and names are those of the corpus.  Where its names are not
        in the index, and it is not long, `found` hears its mentions before it is known who is who.

        Raises Cancelled where the caller asked to stop.
        """
        document = self.read(path)
        recognition = self._recognition(document, cancelled, found)
        return self._corrected().annotations(path, recognition, document)

    def entities(self) -> tuple[Entity, ...]:
        """Everything named in the corpus, most mentioned first."""
        return self._corrected().entities()

    def known_entities(self) -> tuple[Entity, ...]:
        """As `entities`, at once: what takes reading many articles to count is left out of the counts."""
        return self._corrected().known_entities()

    def entity(
        self,
        entity_id: str,
        cancelled: Cancel | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Entity | None:
        """One entity of the corpus, or None.  `progress` hears articles read and to read, where it bears added words.

        Raises Cancelled where the caller asked to stop.
        """
        view = self._corrected()
        view.look(entity_id, progress, cancelled)
        return view.entity(entity_id)

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

    def _corrected(self) -> CorrectedView:
        """The entities of the corpus as corrected by now."""
        from index.entities.correcting.corrected_view import CorrectedView
        from index.entities.correcting.forms import Forms

        resolution, said = self._resolving(), self.corrections()
        with self._lock:
            if self._forms is None or self._forms.resolution is not resolution:
                self._forms, self._view = Forms(resolution, self._each_kept, self._holding), None
            if self._view is None or self._view[0] is not said:
                self._view = said, CorrectedView(self._forms, said.corrections)
            return self._view[1]

    def _each_kept(self, paths: Sequence[str]) -> Iterator[tuple[str, Page]]:
        return self._stored().each(paths)

    def _holding(self, words: str) -> list[str]:
        """The articles that may hold these words."""
        from index.search.query.parsing import parse

        plain = words.replace('"', " ")
        try:
            query = parse(f'"{plain}"')
        except QueryError:  # nothing in it is a word
            return []
        ranking = self._engined().ranking(query, read=self._article, names=lambda name, types: frozenset())
        return [path for path, _ in ranking.articles]

    def _article(self, path: str) -> Article:
        """As it stands in the index, so that it fits the postings; where it is not there, as its file is now."""
        from index.search.model import Article

        article = self._stored().article(path)
        if article is None:
            document = self.read(path)
            article = Article(document, self._recognition(document))
        return article
