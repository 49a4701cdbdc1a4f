"""Correcting what is named, wherever a name is chosen: one key, at most one answer, and it shows at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from index.errors import ReaderError
from index.wording import sentence
from tui.last_told import tell_last

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from index.entities.correcting.corrections import Correction
    from index.entities.model import Entity, EntityType
    from index.library import Library


class Correcting:
    """For a screen, before `Screen` among its bases."""

    app: App[None]
    _waits = False
    """Is what was chosen named by an article that is not indexed yet?"""

    @property
    def corrected_library(self) -> Library:
        """Where corrections are kept."""
        raise NotImplementedError

    def entity_to_correct(self) -> Entity | None:
        """The entity that is chosen now."""
        raise NotImplementedError

    def corrected(self, entity_id: str | None) -> None:
        """A correction holds from now on; what was chosen goes by `entity_id`, None where it is no more."""
        raise NotImplementedError

    def recorrected(self) -> None:
        """The corrections were changed from elsewhere."""
        raise NotImplementedError

    def refused(self, message: str) -> None:
        """Say why nothing is corrected."""
        self.app.notify(message, markup=False)

    def _chosen_entity(self) -> Entity | None:
        entity = self.entity_to_correct()
        if entity is None:
            self.refused("Go to a name first: ] and [ walk, E lists the names.")
        else:
            self._waits = self.corrected_library.known(entity.id) is None
        return entity

    def action_merge_entity(self) -> None:
        """Choose the other entity that is the same one."""
        from index.entities.correcting.corrections import Correction
        from tui.screens.asking.picking import PickScreen, entity_choices

        if (entity := self._chosen_entity()) is None:
            return

        def chosen(picked: Entity | None) -> None:
            if picked is not None:
                kind = entity.type if entity.type == picked.type else None
                self._correct(Correction("merge", (picked.name, entity.name), kind), picked.id)

        library = self.corrected_library
        question = f"{entity.name} is the same as …"
        self.app.push_screen(PickScreen(question, lambda: entity_choices(library, entity)), chosen)

    def action_split_entity(self) -> None:
        """Choose the form that is another's."""
        from index.entities.correcting.corrections import Correction
        from tui.screens.asking.picking import Choice, PickScreen

        if (entity := self._chosen_entity()) is None:
            return
        forms = (entity.name, *entity.aliases)
        if len(forms) < 2:
            self.refused(f"{entity.name} goes by this name only.")
            return

        def chosen(form: str | None) -> None:
            if form is not None:
                self._correct(Correction("split", (form,), entity.type), entity.id)

        choices = [Choice(form, form) for form in forms]
        self.app.push_screen(PickScreen(f"Not {entity.name}, but another:", lambda: choices), chosen)

    def action_rename_entity(self) -> None:
        """Ask for the name to show."""
        from index.entities.correcting.corrections import Correction
        from tui.screens.asking.prompts import LineScreen

        if (entity := self._chosen_entity()) is None:
            return

        def written(name: str | None) -> None:
            if name is not None and name != entity.name:
                self._correct(Correction("rename", (entity.name,), entity.type, name), entity.id)

        self.app.push_screen(LineScreen("Rename", entity.name, entity.name), written)

    def action_retype_entity(self) -> None:
        """Choose what kind of thing it is."""
        from index.entities.correcting.corrections import Correction

        if (entity := self._chosen_entity()) is not None:
            self._ask_type(
                f"{entity.name} is a …",
                lambda kind: self._correct(Correction("retype", (entity.name,), entity.type, kind), entity.id),
                without=entity.type,
            )

    def action_ignore_entity(self) -> None:
        """It is nothing to be named."""
        from index.entities.correcting.corrections import Correction

        if (entity := self._chosen_entity()) is not None:
            self._correct(Correction("ignore", (entity.name,), entity.type), None)

    def add_entity(self, words: str) -> None:
        """Ask what kind of thing some words name; then they do so wherever they stand."""
        from index.entities.correcting.corrections import Correction

        self._ask_type(f"{words} is a …", lambda kind: self._correct(Correction("add", (words,), kind), None))

    def _ask_type(
        self, question: str, answer: Callable[[EntityType], object], without: EntityType | None = None
    ) -> None:
        from index.entities.model import ENTITY_TYPES
        from tui.screens.asking.picking import Choice, PickScreen
        from tui.widgets.kinds import KIND_NAMES

        def chosen(kind: EntityType | None) -> None:
            if kind is not None:
                answer(kind)

        choices = [Choice(kind, KIND_NAMES[kind]) for kind in ENTITY_TYPES if kind != without]
        self.app.push_screen(PickScreen(question, lambda: choices), chosen)

    @work(thread=True, group="correct", exit_on_error=False)
    def _correct(self, correction: Correction, entity_id: str | None) -> None:
        try:
            self.corrected_library.correct(correction)
        except ReaderError as problem:
            self._say(str(problem), entity_id, done=False)
            return
        waits = "  It shows once this article is indexed." if self._waits and correction.kind != "add" else ""
        self._say(f"{sentence(told(correction))}{waits}  U takes it back.", entity_id)

    @work(thread=True, group="correct", exit_on_error=False)
    def action_undo_correction(self) -> None:
        """Take the last correction back."""
        entity = self.entity_to_correct()
        try:
            undone = self.corrected_library.undo_correction()
        except ReaderError as problem:
            self._say(str(problem), None, done=False)
            return
        if undone is None:
            self.app.call_from_thread(self.refused, "There is no correction to take back.")
        else:
            self._say(sentence(f"Taken back: {told(undone)}"), entity.id if entity is not None else None)

    def _say(self, message: str, entity_id: str | None, *, done: bool = True) -> None:
        """From a worker: tell it, and show the corpus as it is now."""
        self.app.call_from_thread(tell_last, self.app, message)
        if done:
            self.app.call_from_thread(self.corrected, entity_id)


def told(correction: Correction) -> str:
    """The correction in a few words."""
    from tui.widgets.kinds import A_KIND

    name, *others = correction.names
    match correction.kind:
        case "merge":
            return f"{', '.join(others)} merged into {name}"
        case "split":
            return f"{name} split off"
        case "rename":
            return f"{name} renamed {correction.to}"
        case "retype":
            return f"{name} made {A_KIND[correction.new_type()]}"
        case "ignore":
            return f"{name} ignored"
        case "add":
            return f"{name} added"
