"""A corpus with what its user made: places, marks, notes and searches, and the corrections of its entities."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from index import cache
from index.documents.cleaning import clean_line
from index.errors import StateError
from index.library.current import CurrentCorpus
from index.settings import Settings

if TYPE_CHECKING:
    from index.building.store import Store
    from index.documents.model import SourceFile
    from index.entities.correcting.corrections import Correction, Corrections
    from index.entities.correcting.corrections_file import CorrectionsFile
    from index.user.state import State


class RememberingCorpus(CurrentCorpus):
    """A corpus, and what its user made."""

    def __init__(
        self, root: Path, settings: Settings, *, temporary: tempfile.TemporaryDirectory[str] | None = None
    ) -> None:
        super().__init__(root, settings, temporary=temporary)
        self._corrections: CorrectionsFile | None = None
        self._state: State | None = None
        self._state_lock = threading.Lock()

    @property
    def remembers(self) -> bool:
        """Whether this user has read anything before; where not, `state` need not be opened to find a place."""
        return (self.settings.data_dir / "state.sqlite").exists()

    @property
    def state(self) -> State:
        """Positions, marks, notes and searches of this corpus.  Raises StateError where the file cannot be used."""
        from index.user.state import State

        with self._state_lock:  # of its own: what is at work on the index must not hold up the screen
            if self._state is not None and self._state.is_read_only:  # the disk may have room again
                self._state.close()
                self._state = None
            if self._state is None:
                self._state = State(self.settings.data_dir / "state.sqlite", str(self.root))
            return self._state

    def _before_changes(self, store: Store, files: Sequence[SourceFile]) -> None:
        """What was made of an article whose file was renamed goes with it, also where nobody looked meanwhile."""
        if not self.remembers:
            return
        with suppress(StateError):  # marks and notes that cannot be read are told of where they are asked for
            state = self.state
            gone = store.stamps(state.documents().difference(file.path for file in self.files()))
            if gone:
                from index.building.moved import moved

                known = store.stamps()
                for before, now in moved(gone, (file for file in files if file.path not in known)).items():
                    state.rename(before, now)

    def follow_renamed(self) -> None:
        """What was made of articles whose files were renamed or moved while nobody looked goes with them at once, not
        only with the next refresh.  Raises EngineError where the index cannot be read.
        """
        self._before_changes(self._stored(), self.files())

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
        return self.settings.data_dir / "corrections" / f"{cache.corpus_name(self.root)}.toml"

    def _correcting(self) -> CorrectionsFile:
        from index.entities.correcting.corrections_file import CorrectionsFile

        with self._state_lock:
            if self._corrections is None:
                self._corrections = CorrectionsFile(self.corrections_file, clean_line(str(self.root)))
            return self._corrections

    def close(self) -> None:
        """Lets go of every file."""
        with self._state_lock:
            if self._state is not None:
                self._state.close()
                self._state = None
        super().close()
