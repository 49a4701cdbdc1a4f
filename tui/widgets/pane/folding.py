"""A pane whose captions and boilerplate can be folded to one row each; what is to be seen of them is unfolded."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from textual import events
from textual.selection import Selection

from index.documents.model import Document, Span
from tui.citation import passage_shown
from tui.widgets.pane.document import DocumentPane, Place, Where
from tui.widgets.typeset.flow import Parts
from tui.widgets.typeset.folds import Stretch, stretches


class FoldingPane(DocumentPane):
    """A document that is shown without what the reader has folded."""

    _foldable: tuple[Stretch, ...] | None = None
    _folded: tuple[Stretch, ...] = ()

    def take(self, document: Document) -> None:
        """Show another document, with nothing folded."""
        self._foldable, self._folded = None, ()
        super().take(document)

    @property
    def foldable(self) -> tuple[Stretch, ...]:
        """What can be folded, in order."""
        if self._foldable is None:
            self._foldable = stretches(self._document) if self._document is not None else ()
        return self._foldable

    @property
    def folded(self) -> tuple[int, ...]:
        """Where each stretch begins that is folded, in order."""
        return tuple(one.start for one in self._folded)

    @property
    def folded_spans(self) -> list[Span]:
        """The stretches that are folded, in order."""
        return [Span(one.start, one.end) for one in self._folded]

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text as one sees it, as Textual asks for it."""
        span = self.selected
        if span is None or self._document is None:
            return None
        return passage_shown(self._document, span, self.folded_spans), "\n"

    def is_folded(self, offset: int) -> bool:
        """Whether the character at `offset` is folded away."""
        return self._fold_over(offset) is not None

    def _fold_over(self, offset: int) -> Stretch | None:
        at = bisect_right(self._folded, offset, key=lambda one: one.start) - 1
        return self._folded[at] if at >= 0 and offset < self._folded[at].end else None

    def fold(self, starts: Iterable[int]) -> None:
        """Fold the stretches that begin at `starts`, and no others; the same text stays at the top."""
        wanted = set(starts)
        folded = tuple(one for one in self.foldable if one.start in wanted) if wanted else ()
        if self._document is None or folded == self._folded:
            return
        self._folded = folded
        self._parts = Parts(self._document, folded)
        self._flow = None
        place = self._anchor
        self._reset()
        if self._page:
            over = self._fold_over(place.offset)
            self._go(Place(over.start, place.blanks) if over is not None else place)
            self.post_message(self.Moved(self))

    def toggle_fold(self, stretch: Stretch) -> bool:
        """Fold a stretch, or unfold it and bring it into view; whether it is folded now."""
        self.fold(set(self.folded) ^ {stretch.start})
        if stretch in self._folded:
            return True
        below = self.row_of(stretch.end - 1) + 1 - self.scroll_offset.y - self._page
        room = self.row_of(stretch.start) - self.scroll_offset.y
        if below > 0:
            self.move_lines(min(below, room))
        return False

    def unfold(self, span: Span) -> None:
        """Unfold whatever holds a character of `span`."""
        hidden = {one.start for one in self._folded if one.start < span.end and span.start < one.end}
        if hidden:
            self.fold(set(self.folded) - hidden)

    def foldable_in_view(self) -> list[Stretch]:
        """The stretches that are in view, folded or not, from the top."""
        view = self.in_view
        return [one for one in self.foldable if one.start < view.end and view.start < one.end]

    # -- what is to be seen

    def scroll_to_offset(self, offset: int, where: Where = "top") -> None:
        """Bring the character at `offset` into view; what it is folded into is unfolded."""
        self.unfold(Span(offset, offset + 1))
        super().scroll_to_offset(offset, where)

    def restore(self, place: Place) -> None:
        """Go to where `place` was taken; the row of a folded stretch stands for the beginning of it."""
        over = self._fold_over(place.offset)
        if over is not None and place.offset > over.start:
            self.unfold(Span(place.offset, place.offset + 1))
        super().restore(place)

    def on_click(self, event: events.Click) -> None:
        """A folded stretch is unfolded where it is clicked."""
        flow = self._set_flow()
        found = flow.row(self.scroll_offset.y + event.y) if flow else None
        over = self._fold_over(found[2].start) if found is not None and not found[2].blank else None
        if over is not None:
            event.prevent_default()
            self.toggle_fold(over)
