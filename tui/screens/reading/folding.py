"""Folding: captions and what belongs to the page are shown as one line each, and stay so in the article."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from index.wording import counted
from tui.screens.reading.counting import CountingScreen

if TYPE_CHECKING:
    from index.documents.model import Document
    from tui.widgets.pane.document import Place


class FoldingScreen(CountingScreen, part=True):
    """The reader's folding."""

    def show_document(self, document: Document, place: Place) -> None:
        """A document on the screen, with what was folded of it."""
        same = self.document is not None and self.document.path == document.path
        texts = self._folded_texts() if same else Counter[str]()
        kept = () if same and not self.partial else self._kept_folds(document)
        super().show_document(document, place)
        if texts or kept:
            starts = set(kept)
            for one in self.pane.foldable:
                text = document.text[one.start : one.end]
                if texts[text] > 0:
                    texts[text] -= 1
                    starts.add(one.start)
            self.pane.fold(starts)

    def _folded_texts(self) -> Counter[str]:
        """What is folded now, by its words: where it stands may change with the file."""
        folded = set(self.pane.folded)
        text = self.document.text if self.document is not None else ""
        return Counter(text[one.start : one.end] for one in self.pane.foldable if one.start in folded)

    def _kept_folds(self, document: Document) -> tuple[int, ...]:
        """What was folded when the article was last left."""
        if not self.library.remembers:
            return ()
        with self.telling_problems():
            position = self.state.position(document.path)
            if position is not None and position.length == len(document.text):
                return position.folded
        return ()

    def action_fold(self) -> None:
        """Fold the first caption or boilerplate in view, or unfold it; after a number, that one."""
        number = self.times()
        seen = self.pane.foldable_in_view()
        if len(seen) >= number:
            one = seen[number - 1]
            self.tell(f"Folded: {one.label}" if self.pane.toggle_fold(one) else f"Unfolded: {one.label}")
        elif self.pane.foldable:
            self.tell("No caption and no boilerplate is in view.")
        else:
            self._say_none()

    def action_fold_all(self) -> None:
        """Fold all captions and boilerplate of the article, or unfold all."""
        every = self.pane.foldable
        if not every:
            self._say_none()
        elif self.pane.folded:
            self.pane.fold(())
            self.tell("Nothing is folded")
        else:
            self.pane.fold(one.start for one in every)
            self.tell(f"Folded in {counted(len(every), 'place')}")

    def _say_none(self) -> None:
        self.tell("This article has no captions and no boilerplate.")
