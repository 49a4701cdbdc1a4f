"""Following names: what the article names stands out, keys walk from one to the next, and Enter opens a dossier."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from index.documents.model import Span
from index.errors import Cancelled, ReaderError
from tui.screens.asking.correcting import Correcting
from tui.screens.reading.linking import LinkingScreen
from tui.widgets.pane.document import DocumentPane, Highlight

if TYPE_CHECKING:
    from collections.abc import Iterable

    from index.documents.model import Document
    from index.entities.model import Annotations, Entity, EntityType, Mention
    from index.library import Library
    from tui.widgets.pane.document import Place

_NAMES_ORDER, _NAME_ORDER = 10, 15
_LONGEST_ADDED = 80
_LONG = 30_000
"""Characters of an article whose names take longer than those in view, which stand out first."""


class FollowingScreen(Correcting, LinkingScreen, part=True):
    """The reader's names."""

    @dataclass(eq=False, repr=False)
    class Annotated(Message):
        """What an article names was found."""

        path: str
        annotations: Annotations

    @dataclass(eq=False, repr=False)
    class Glanced(Message):
        """What is named in view was found, before the rest of the article."""

        document: Document
        mentions: tuple[Mention, ...]

    def start_following(self) -> None:
        """The state of a reader that has found no names yet."""
        self.annotations: Annotations | None = None
        self.shows_names = self.library.settings.highlights
        self.hidden_types: frozenset[EntityType] = frozenset()
        self.mentions: tuple[Mention, ...] = ()
        self._mention: int | None = None

    # -- finding the names

    def show_document(self, document: Document, place: Place) -> None:
        """A document on the screen; its names follow when they are found."""
        super().show_document(document, place)
        self.annotations = None
        self.mentions = ()
        self._mention = None
        if self.is_current or self.is_mounted:
            self.call_after_refresh(self.annotate)
            self.call_after_refresh(self._look_at_view)

    def annotate(self) -> None:
        """Find what the article names, in the background."""
        if self.document is not None:
            self._annotate(self.document)

    @work(thread=True, exclusive=True, group="names", exit_on_error=False)
    def _annotate(self, document: Document) -> None:
        path = document.path
        worker = get_current_worker()

        def found(mentions: tuple[Mention, ...]) -> None:
            if not worker.is_cancelled and all(document.text[m.start : m.end] == m.text for m in mentions):
                self.post_message(self.Glanced(document, mentions))

        try:
            annotations = self.library.annotations(path, lambda: worker.is_cancelled, found)
        except Cancelled:
            return
        except ReaderError as problem:
            self.post_message(self.Failed(str(problem)))
            return
        if not worker.is_cancelled:
            self.post_message(self.Annotated(path, annotations))

    @on(DocumentPane.Moved)
    def _look_at_view(self) -> None:
        """Of a long article, what is in view is highlighted at once."""
        document = self.document
        if document is not None and self.annotations is None and len(document.text) > _LONG and self.shows_names:
            self._glance(document, self.pane.in_view)

    @work(thread=True, exclusive=True, group="glance", exit_on_error=False)
    def _glance(self, document: Document, view: Span) -> None:
        from index.entities.glance import glance

        self.post_message(self.Glanced(document, glance(document, view)))

    @on(Glanced)
    def _show_glanced(self, message: Glanced) -> None:
        if message.document is self.document and self.annotations is None and self.shows_names:
            self._highlight(mention for mention in message.mentions if self.is_shown(mention))

    @on(Annotated)
    def _show_annotations(self, message: Annotated) -> None:
        if self.document is None or message.path != self.document.path:
            return
        at = self.mentions[self._mention].start if self._mention is not None else None
        if self.annotations is None:  # else it was told before
            self._tell_what_lacks(message.annotations.lacking)
        self.annotations = message.annotations
        self.show_names()
        if at is not None:
            self._mention = next((n for n, mention in enumerate(self.mentions) if mention.start == at), None)
        self.renew_panel()

    def _tell_what_lacks(self, lacking: str) -> None:
        """What of the article is left out, where something is."""
        if self.document is not None and self.document.truncated and not self.partial:
            self.tell("The end of this article is left out: it is too long.", alarm=True)
        elif lacking:
            self.tell(f"{lacking[:1].upper()}{lacking[1:]}.", alarm=True)

    def is_shown(self, mention: Mention) -> bool:
        """Whether a mention stands out, and is walked to."""
        return mention.type not in self.hidden_types

    def show_names(self) -> None:
        """Highlight the names that are shown, or none."""
        annotations = self.annotations
        if annotations is None:
            return
        kept = tuple(mention for mention in annotations.mentions if self.is_shown(mention))
        if kept != self.mentions:
            self.mentions = kept
            self._mention = None
            self.pane.clear_layer("current-name")
        self._highlight(self.mentions if self.shows_names else ())

    def _highlight(self, shown: Iterable[Mention]) -> None:
        self.pane.set_layer("names", (Highlight(one.start, one.end, one.type.lower()) for one in shown), _NAMES_ORDER)

    def action_toggle_highlights(self) -> None:
        """Show or hide the names."""
        self.shows_names = not self.shows_names
        self.show_names()
        self.tell("Names are shown" if self.shows_names else "Names are hidden")

    # -- walking

    def action_next_mention(self) -> None:
        """To the next name."""
        self._walk(self.times())

    def action_previous_mention(self) -> None:
        """To the name before."""
        self._walk(-self.times())

    def _walk(self, step: int) -> None:
        if not self.mentions:
            self.tell("Names are being looked for …" if self.annotations is None else "Nothing is named here.")
            self._tell_what_lacks(self.annotations.lacking if self.annotations is not None else "")
            return
        view = self.pane.in_view
        at = self._mention
        # Where the reading has moved on, the walk goes on from what is in view.
        if at is None or not view.start <= self.mentions[at].start < view.end:
            starts = [mention.start for mention in self.mentions]
            at = bisect_left(starts, view.start) - 1 if step > 0 else bisect_right(starts, view.end)
        index = at + step
        if not 0 <= index < len(self.mentions):
            self.tell("That was the last name." if step > 0 else "That was the first name.")
            if step > 0 and self.annotations is not None:
                self._tell_what_lacks(self.annotations.lacking)
            return
        self.go_mention(index)

    def go_mention(self, index: int) -> None:
        """Stand on a name, and bring it into view."""
        self._mention = index
        mention = self.mentions[index]
        self.pane.set_layer("current-name", [Highlight(mention.start, mention.end, "current")], _NAME_ORDER)
        self.pane.scroll_to_offset(mention.start, "visible")
        self.tell(self.described(mention))

    def described(self, mention: Mention) -> str:
        """The name's entity, where it goes by another name, and its kind."""
        from tui.widgets.kinds import KIND_NAMES

        entity = self.entity_here(mention.entity)
        name = entity.name if entity is not None else mention.text
        kind = KIND_NAMES[mention.type]
        return f"{name} · {kind}" + (f" · {mention.value}" if mention.value else "")

    def entity_here(self, entity_id: str) -> Entity | None:
        """An entity of this article, with its counts here."""
        entities = self.annotations.entities if self.annotations is not None else ()
        return next((entity for entity in entities if entity.id == entity_id), None)

    def mention_stood_on(self) -> Mention | None:
        """The name one stands on, or stood on before it went out of view."""
        return self.mentions[self._mention] if self._mention is not None else None

    def mention_at(self, offset: int) -> Mention | None:
        """The name at a place, of those that are shown."""
        at = bisect_right(self.mentions, offset, key=lambda mention: mention.start) - 1
        return self.mentions[at] if at >= 0 and offset < self.mentions[at].end else None

    def current_mention(self) -> Mention | None:
        """The name one stands on, while it is in view."""
        mention = self.mention_stood_on()
        view = self.pane.in_view
        if mention is None or self.pane.is_folded(mention.start):
            return None
        return mention if view.start <= mention.start < view.end else None

    @on(DocumentPane.Clicked)
    def _click(self, message: DocumentPane.Clicked) -> None:
        mention = self.mention_at(message.offset)
        if mention is None:
            self.ask_link(self.link_at(message.offset))
            return
        if mention == self.mention_stood_on():
            self.pane.select(None)
            self.open_dossier(mention.entity)
        else:
            self.go_mention(self.mentions.index(mention))

    def action_open(self) -> None:
        """The dossier of the name one stands on; without one, stand on the next name."""
        mention = self.current_mention()
        if mention is None:
            self._walk(1)
        else:
            self.open_dossier(mention.entity)

    def open_dossier(self, entity: str) -> None:
        """Open the dossier of an entity; it may send us on to another place."""
        from tui.screens.lists.dossier import DossierScreen, Mentioned

        def left(place: Mentioned | None) -> None:
            self.annotate()  # something may have been corrected there
            if place is not None:
                self.open_path(place.document, span=Span(place.start, place.end))

        self.app.push_screen(DossierScreen(self.library, entity), left)

    # -- correcting

    @property
    def corrected_library(self) -> Library:
        """The library of the reader."""
        return self.library

    def entity_to_correct(self) -> Entity | None:
        """What is chosen in the list of names, else the name one stands on; as this article names it, where the corpus
        does not know it yet.
        """
        from tui.widgets.names import NameRow, NamesPanel

        if isinstance(self.panel, NamesPanel):
            row = self.panel.chosen
            return (self.library.known(row.entity.id) or row.entity) if isinstance(row, NameRow) else None
        mention = self.current_mention()
        if mention is None:
            return None
        return self.library.known(mention.entity) or self.entity_here(mention.entity)

    def refused(self, message: str) -> None:
        """Say it where the reader says all else, so that nothing piles up over the text."""
        self.tell(message)

    def corrected(self, entity_id: str | None) -> None:
        """Show the names as they are now."""
        self.annotate()

    def recorrected(self) -> None:
        """Show the names as they are now."""
        self.annotate()

    def action_add_entity(self) -> None:
        """Name the selected words."""
        selected = self.pane.selected
        words = (
            " ".join(self.document.text[selected.start : selected.end].split()) if self.document and selected else ""
        )
        if not words or len(words) > _LONGEST_ADDED:
            self.tell("Select a few words first: v selects by keys, the mouse by dragging.")
        else:
            self.add_entity(words)

    def renew_panel(self) -> None:
        """The list of names with what is named now, and the cursor where it was."""
        from tui.widgets.names import NamesPanel, name_rows

        if isinstance(self.panel, NamesPanel) and self.annotations is not None:
            rows = name_rows(self.annotations, self.hidden_types)
            self.panel.set_rows(rows, self.panel.cursor or 0)

    # -- names in the panel

    def action_entity_panel(self) -> None:
        """Open or close the panel of names."""
        from tui.widgets.names import NamesPanel, name_rows

        if isinstance(self.panel, NamesPanel):
            self.close_panel()
        elif self.annotations is None:
            self.tell("Names are being looked for …")
        else:
            panel = NamesPanel()
            self.open_panel(panel)
            panel.call_after_refresh(panel.set_rows, name_rows(self.annotations, self.hidden_types))

    def toggle_type(self, kind: EntityType) -> None:
        """Show or hide one kind of names."""
        from tui.widgets.names import KindRow, NamesPanel, name_rows

        self.hidden_types = self.hidden_types ^ {kind}
        self.show_names()
        if isinstance(self.panel, NamesPanel) and self.annotations is not None:
            rows = name_rows(self.annotations, self.hidden_types)
            at = next(n for n, row in enumerate(rows) if isinstance(row, KindRow) and row.type == kind)
            self.panel.set_rows(rows, at)
