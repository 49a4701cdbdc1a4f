"""The open article follows its file: what changes on disk is shown, at the place where one was reading."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from index.errors import ReaderError
from index.user.placing import moved_offset
from tui.screens.reading.selecting import SelectingScreen
from tui.widgets.pane.document import Place

if TYPE_CHECKING:
    from index.documents.model import Document, SourceFile
    from tui.watching import Watcher

_WATCH_AFTER = 0.5
"""Seconds after the first paint: reading comes first."""
_FEW = 5_000
"""Files that are quickly looked at once more when the watching begins."""


class LiveScreen(SelectingScreen, part=True):
    """The reader's following of the files."""

    @dataclass(eq=False, repr=False)
    class FilesChanged(Message):
        """Files of the corpus were added, changed or removed: those at these places, or (None) any."""

        places: frozenset[str] | None

    @dataclass(eq=False, repr=False)
    class Reread(Message):
        """The file of the open article was read again; None where it is gone. Renamed, it has another path."""

        path: str
        document: Document | None

    _watcher: Watcher | None = None
    _gone = False
    _files: tuple[SourceFile, ...] = ()
    """The files that were there when that of the open article last was."""
    _renamed_from: frozenset[str] = frozenset()
    """Paths from which the file of the open article was renamed: it is told of as renamed, and not as gone."""

    def show_document(self, document: Document, place: Place) -> None:
        """A document on the screen, whose file was there just now."""
        self._gone = False
        self.say(gone=False)
        super().show_document(document, place)

    def annotate(self) -> None:
        """Find what the article names, when all of it is there; of one that is gone the names that were found stay."""
        if not self._gone and not self.partial:
            super().annotate()

    def watch_files(self) -> None:
        """Follow the files from soon on."""
        self.set_timer(_WATCH_AFTER, self._watch_now)

    def _watch_now(self) -> None:
        from tui.watching import Watcher

        self._watcher = Watcher(self.library.root, self._tell_changed, self._look_once_more)
        self._watcher.start()

    def on_unmount(self) -> None:
        """Nothing is watched any more."""
        if self._watcher is not None:
            self._watcher.stop()

    def _tell_changed(self, places: frozenset[str] | None = None) -> None:
        self.post_message(self.FilesChanged(places))

    def _look_once_more(self) -> None:
        """What changed between the scan and the watching is found by comparing."""
        from index.documents.scan import scan

        try:
            files = self._files = self.library.files()
            if len(files) <= _FEW and scan(self.library.root).files != files:
                self._tell_changed()
        except ReaderError:
            self._tell_changed()

    @on(FilesChanged)
    def _follow_files(self, message: FilesChanged) -> None:
        self.files_changed(message.places)
        if self.document is not None and not self.partial:
            self._reread(self.document)

    def files_changed(self, places: frozenset[str] | None) -> None:
        """What else follows the files at these places, or (None) all files."""

    def look_for_what_is_gone(self) -> None:
        """Read the open article again where its file was gone: the list of articles may have it again."""
        if self._gone and self.document is not None:
            self._reread(self.document)

    @work(thread=True, exclusive=True, group="reread", exit_on_error=False)
    def _reread(self, before: Document) -> None:
        worker = get_current_worker()
        now: Document | None = None
        known = self._files or self.library.files()
        try:
            now = self.library.read(before.path)
            self._files = self.library.files()
        except ReaderError:
            with suppress(ReaderError):
                now = self.library.renamed(before, known)
        same = now is not None and (now.path, now.sha256) == (before.path, before.sha256)
        if not worker.is_cancelled and (self._gone or not same):
            self.post_message(self.Reread(before.path, now))

    @on(Reread)
    def _show_reread(self, message: Reread) -> None:
        before = self.document
        if before is None or before.path != message.path:
            return
        if message.document is None:
            gone_before, self._gone = self._gone, True
            self.say(gone=True)
            if not gone_before:  # it is told once; the sign stays
                self.tell("The file of this article is gone or cannot be read; what was read of it stays.", alarm=True)
            return
        if message.document.path != before.path:
            self._follow_renamed(before, message.document)
            return
        offset, blanks = self.pane.place
        furthest, same = self._furthest, message.document.sha256 == before.sha256
        moved = moved_offset(before.text, message.document.text, offset)
        self.show_document(message.document, Place(moved, blanks))
        self._furthest = min(furthest, len(message.document.text))
        self.tell("The file is there again." if same else "The file has changed: this is the article as it is now.")

    def _follow_renamed(self, before: Document, now: Document) -> None:
        """The same article under another path, with all that was made of it."""
        place, furthest = self.pane.place, self._furthest
        self.keep_position()
        with self.telling_problems():
            self.state.rename(before.path, now.path)
        self.history.rename(before.path, now.path)
        self._renamed_from |= {before.path}
        self.show_document(now, place)
        self._furthest = furthest
        self.tell(f"The file was renamed to {now.path}.")
