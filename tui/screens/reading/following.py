"""Following names: what the article names stands out, the keys walk from one to the next, and Enter opens a dossier."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from index.documents.model import Span
from index.errors import Cancelled, ReaderError
from tui.screens.correcting import Correcting
from tui.screens.reading.searching import SearchingScreen
from tui.widgets.document_pane import DocumentPane, Highlight

if TYPE_CHECKING:
    from index.documents.model import Document
    from index.entities.model import Annotations, Entity, EntityType, Mention
    from index.library import Library
    from tui.widgets.document_pane import Place

_NAMES_ORDER, _NAME_ORDER = 10, 15
_LONGEST_ADDED = 80


class FollowingScreen(Correcting, SearchingScreen):
    """The reader's names and headings."""

    @dataclass
    class Annotated(Message):
        """What an article names was found."""

        path: str
        annotations: Annotations

    def start_following(self) -> None:
        """The state of a reader that has found no names yet."""
        self.annotations: Annotations | None = None
        self.shows_names = self.library.settings.highlights
        self.hidden_types: frozenset[EntityType] = frozenset()
        self._mentions: tuple[Mention, ...] = ()
        self._mention: int | None = None
        self._heading: tuple[int, Place] | None = None

    # -- finding the names

    def show_document(self, document: Document, place: Place) -> None:
        """A document on the screen; its names follow when they are found."""
        super().show_document(document, place)
        self.annotations = None
        self._mentions = ()
        self._mention = None
        self._heading = None
        if self.is_current or self.is_mounted:
            self.call_after_refresh(self.annotate)

    def annotate(self) -> None:
        """Find what the article names, in the background."""
        if self.document is not None:
            self._annotate(self.document.path)

    @work(thread=True, exclusive=True, group="names", exit_on_error=False)
    def _annotate(self, path: str) -> None:
        worker = get_current_worker()
        try:
            annotations = self.library.annotations(path, lambda: worker.is_cancelled)
        except Cancelled:
            return
        except ReaderError as problem:
            self.post_message(self.Failed(str(problem)))
            return
        if not worker.is_cancelled:
            self.post_message(self.Annotated(path, annotations))

    @on(Annotated)
    def _show_annotations(self, message: Annotated) -> None:
        if self.document is None or message.path != self.document.path:
            return
        at = self._mentions[self._mention].start if self._mention is not None else None
        self.annotations = message.annotations
        self.show_names()
        if at is not None:
            self._mention = next((n for n, mention in enumerate(self._mentions) if mention.start == at), None)
        self._renew_panel()

    def show_names(self) -> None:
        """Highlight the names of the kinds that are shown, or none."""
        annotations = self.annotations
        if annotations is None:
            return
        kept = tuple(mention for mention in annotations.mentions if mention.type not in self.hidden_types)
        if kept != self._mentions:
            self._mentions = kept
            self._mention = None
            self.pane.clear_layer("current-name")
        shown = self._mentions if self.shows_names else ()
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
        if not self._mentions:
            self.tell("Names are being looked for …" if self.annotations is None else "Nothing is named here.")
            return
        view = self.pane.in_view
        at = self._mention
        # Where the reading has moved on, the walk goes on from what is in view.
        if at is None or not view.start <= self._mentions[at].start < view.end:
            starts = [mention.start for mention in self._mentions]
            at = bisect_left(starts, view.start) - 1 if step > 0 else bisect_right(starts, view.end)
        index = at + step
        if not 0 <= index < len(self._mentions):
            self.tell("That was the last name." if step > 0 else "That was the first name.")
            return
        self.go_mention(index)

    def go_mention(self, index: int) -> None:
        """Stand on a name, and bring it into view."""
        self._mention = index
        mention = self._mentions[index]
        self.pane.set_layer("current-name", [Highlight(mention.start, mention.end, "current")], _NAME_ORDER)
        self.pane.scroll_to_offset(mention.start, "visible")
        self.tell(self._described(mention))

    def _described(self, mention: Mention) -> str:
        """The name's entity, where it goes by another name, and its kind."""
        from tui.widgets.kinds import KIND_NAMES

        entities = self.annotations.entities if self.annotations is not None else ()
        name = next((entity.name for entity in entities if entity.id == mention.entity), mention.text)
        kind = KIND_NAMES[mention.type]
        return f"{name} · {kind}" + (f" · {mention.value}" if mention.value else "")

    def current_mention(self) -> Mention | None:
        """The name one stands on, while it is in view."""
        if self._mention is None or self._mention >= len(self._mentions):
            return None
        mention = self._mentions[self._mention]
        view = self.pane.in_view
        return mention if view.start <= mention.start < view.end else None

    @on(DocumentPane.Clicked)
    def _click(self, message: DocumentPane.Clicked) -> None:
        for index, mention in enumerate(self._mentions):
            if mention.start <= message.offset < mention.end:
                if index == self._mention:
                    self.open_dossier(mention.entity)
                else:
                    self.go_mention(index)
                return

    def action_open(self) -> None:
        """The dossier of the name one stands on; without one, stand on the next name."""
        mention = self.current_mention()
        if mention is None:
            self._walk(1)
        else:
            self.open_dossier(mention.entity)

    def open_dossier(self, entity: str) -> None:
        """Open the dossier of an entity; it may send us on to another place."""
        from tui.screens.dossier import DossierScreen, Mentioned

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
        """What is chosen in the list of names, else the name one stands on."""
        from tui.widgets.names import NameRow, NamesPanel

        if isinstance(self.panel, NamesPanel):
            row = self.panel.chosen
            return self.library.known(row.entity.id) if isinstance(row, NameRow) else None
        mention = self.current_mention()
        return self.library.known(mention.entity) if mention is not None else None

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

    def _renew_panel(self) -> None:
        """The list of names with what is named now, and the cursor where it was."""
        from tui.widgets.names import NamesPanel, name_rows

        if isinstance(self.panel, NamesPanel) and self.annotations is not None:
            rows = name_rows(self.annotations, self.hidden_types)
            self.panel.set_rows(rows, self.panel.cursor or 0)

    # -- names and headings in the panel

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

    def action_outline(self) -> None:
        """Open or close the outline."""
        from tui.widgets.outline import Outline, outline_rows

        if isinstance(self.panel, Outline):
            self.close_panel()
            return
        rows = outline_rows(self.document, self.pane.position) if self.document is not None else ()
        if not rows:
            self.tell("This article has no headings.")
            return
        panel = Outline()
        self.open_panel(panel)
        at = next((number for number, row in enumerate(rows) if row.reading), 0)
        panel.call_after_refresh(panel.set_rows, rows, at)

    @on(DocumentPane.Moved)
    def _mark_heading(self) -> None:
        """The outline follows the reading."""
        from tui.widgets.outline import Outline

        if isinstance(self.panel, Outline) and self.document is not None:
            self.panel.follow(self.document, self.pane.position)

    def action_next_heading(self) -> None:
        """To the next heading."""
        self._go_heading(self.times())

    def action_previous_heading(self) -> None:
        """To the heading before."""
        self._go_heading(-self.times())

    def _go_heading(self, step: int) -> None:
        from tui.widgets.outline import headings

        starts = [block.start for block in headings(self.document)] if self.document is not None else []
        # Near the end a heading cannot come to the top: then the walk goes on from the heading last gone to.
        if self._heading is not None and self._heading[1] == self.pane.place:
            index = self._heading[0] + step
        elif step > 0:
            index = bisect_right(starts, self.pane.position) + step - 1
        else:
            index = bisect_left(starts, self.pane.position) + step
        if not 0 <= index < len(starts):
            self.tell("No heading follows." if step > 0 else "No heading comes before.")
            return
        self.pane.scroll_to_offset(starts[index])
        self._heading = (index, self.pane.place)
