"""Attending to one name: walking its mentions or those of its kind, showing it alone, dimming the rest, its card."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.message import Message
from textual.worker import get_current_worker

from index.errors import ReaderError
from tui.screens.reading.following import FollowingScreen
from tui.widgets.pane.document import DocumentPane, Highlight

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.entities.model import Entity, EntityType, Mention
    from tui.commands import Context
    from tui.widgets.entity_card import EntityCard

_DIM_ORDER = 4
"""Under notes, names and matches: what they mark stays as it is."""
_LOWEST_WITH_CARD = 14
"""Rows of the screen; on fewer, the header says what a card would."""


class FocusingScreen(FollowingScreen, part=True):
    """The reader's attention to one entity or kind."""

    @dataclass(eq=False, repr=False)
    class Counted(Message):
        """How often the corpus mentions an entity, and in how many articles."""

        entity: str
        mentions: int
        articles: int

    alone: str | None = None
    """The id of the entity that alone is shown, in this article and the next ones."""
    dims = False
    _card: EntityCard | None = None
    _covered = False
    """Whether the card waits behind the results of a search."""
    _hovered: Mention | None = None

    # -- what is shown

    def is_shown(self, mention: Mention) -> bool:
        """The mentions of the entity that alone is shown, else of the kinds that are shown."""
        if self.alone is not None:
            return mention.entity == self.alone
        return super().is_shown(mention)

    def show_names(self) -> None:
        """The names, and what is dimmed around them."""
        super().show_names()
        if not (self.dims and self.document is not None):
            self.pane.clear_layer("dim")
            return
        edges = [0]
        for mention in self.mentions if self.shows_names else ():
            edges += [mention.start, mention.end]
        edges.append(len(self.document.text))
        self.pane.set_layer(
            "dim", (Highlight(edges[at], edges[at + 1], "dim") for at in range(0, len(edges), 2)), _DIM_ORDER
        )

    def action_dim(self) -> None:
        """Dim all but the names, or nothing."""
        self.dims = not self.dims
        self.shows_names = self.shows_names or self.dims
        self.show_names()
        self.tell("All but the names is dimmed" if self.dims else "Nothing is dimmed")

    def action_alone(self) -> None:
        """Only the entity one stands on, or all again; in the list of names, of a kind, only that kind."""
        from tui.widgets.names import KindRow, NamesPanel

        row = self.panel.chosen if isinstance(self.panel, NamesPanel) else None
        if isinstance(row, KindRow):
            self._only_kind(row.type)
            return
        entity = self._attended()
        if self.alone is not None and (entity is None or entity.id == self.alone):
            self.show_all()
        elif entity is None:
            self.tell("Go to a name first: ] and [ walk, E lists the names.")
        else:
            at = self.current_mention()
            self.alone, self.shows_names = entity.id, True
            self.say(only=entity.name)
            self._show_kept(at)

    def _only_kind(self, kind: EntityType) -> None:
        from index.entities.model import ENTITY_TYPES

        others = frozenset(ENTITY_TYPES) - {kind}
        self.alone, self.shows_names = None, True
        self.hidden_types = frozenset() if self.hidden_types == others else others
        self.say(only="")
        self.show_names()
        self.renew_panel()

    def show_all(self) -> None:
        """Show the names of all entities again."""
        at = self.current_mention()
        self.alone = None
        self.say(only="")
        self._show_kept(at)

    def _show_kept(self, at: Mention | None) -> None:
        """Show the names, standing on the same one as before."""
        self.show_names()
        if at in self.mentions:
            self.go_mention(self.mentions.index(at))

    def _attended(self) -> Entity | None:
        """The entity of this article that is chosen in the list of names, else the one that one stands on."""
        from tui.widgets.names import NameRow, NamesPanel

        if isinstance(self.panel, NamesPanel) and isinstance(row := self.panel.chosen, NameRow):
            return row.entity
        mention = self.current_mention()
        return self.entity_here(mention.entity) if mention is not None else None

    def action_toggle_kind(self) -> None:
        """Show or hide a kind by its number: typed before, else asked for."""
        from index.entities.model import ENTITY_TYPES
        from tui.screens.asking.prompts import LetterScreen
        from tui.widgets.kinds import KINDS_NAMES

        number = self.counted()
        if number is not None:
            self._toggle_number(str(number))
            return
        kinds = " ".join(f"{at} {KINDS_NAMES[kind].casefold()}" for at, kind in enumerate(ENTITY_TYPES, start=1))
        self.app.push_screen(LetterScreen(f"On or off: {kinds} 0 all"), self._toggle_number)

    def _toggle_number(self, typed: str | None) -> None:
        from index.entities.model import ENTITY_TYPES
        from tui.widgets.kinds import KINDS_NAMES

        if not typed or not typed.isdecimal() or int(typed) > len(ENTITY_TYPES):
            return
        if self.alone is not None:
            self.show_all()
        if typed == "0":
            self.hidden_types = frozenset()
            self.show_names()
            self.renew_panel()
            self.tell("All kinds are shown")
            return
        kind = ENTITY_TYPES[int(typed) - 1]
        self.toggle_type(kind)
        self.tell(f"{KINDS_NAMES[kind]} are {'hidden' if kind in self.hidden_types else 'shown'}")

    # -- walking

    def action_next_of_entity(self) -> None:
        """To the next mention of the entity one stands on."""
        self._walk_alike(self.times(), lambda mention: mention.entity, "of this name")

    def action_previous_of_entity(self) -> None:
        """To the mention before of the entity one stands on."""
        self._walk_alike(-self.times(), lambda mention: mention.entity, "of this name")

    def action_next_of_kind(self) -> None:
        """To the next name of the kind one stands on."""
        self._walk_alike(self.times(), lambda mention: mention.type, "of this kind")

    def action_previous_of_kind(self) -> None:
        """To the name before of the kind one stands on."""
        self._walk_alike(-self.times(), lambda mention: mention.type, "of this kind")

    def _walk_alike(self, step: int, key: Callable[[Mention], str], what: str) -> None:
        here = self.current_mention() or self.mention_stood_on()
        if here is None:
            self.tell("Go to a name first: ] and [ walk, E lists the names.")
            return
        alike = [at for at, mention in enumerate(self.mentions) if key(mention) == key(here)]
        at = bisect_left(alike, self.mentions.index(here)) + step
        if 0 <= at < len(alike):
            self.go_mention(alike[at])
            self.tell(f"{self.described(self.mentions[alike[at]])} · {at + 1} of {len(alike)}")
        else:
            self.tell(f"That was the {'last' if step > 0 else 'first'} {what}.")

    # -- the card

    def renew_panel(self) -> None:
        """The list of names with what is named now, and the card with who that is now."""
        super().renew_panel()
        self._follow_card()

    def go_mention(self, index: int) -> None:
        """Stand on a name; its card is shown, and the name is brought to where the card is not."""
        super().go_mention(index)
        self._hovered = None
        self._show_card()
        mention, card = self.mentions[index], self._card
        if card is not None and card.display and card.covers(self._row_in_view(mention), self.pane.column.height):
            self.pane.scroll_to_offset(mention.start, "center")
            self._show_card()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Under the mouse, a name shows its card."""
        region = self.pane.content_region
        inside = region.contains(event.screen_x, event.screen_y) and self.app.screen is self
        offset = self.pane.offset_under(event.screen_x - region.x, event.screen_y - region.y) if inside else None
        hovered = self.mention_at(offset) if offset is not None else None
        if hovered != self._hovered:
            self._hovered = hovered
            self._show_card()

    @on(DocumentPane.Moved)
    def _follow_card(self) -> None:
        """A name that goes out of view takes its card along, and one that is another's by now has the other's."""
        back = self._covered and self._bar is None
        if back or (self._card is not None and self._card.display):
            self._hovered, self._covered = None, self._covered and not back
            self._show_card()

    def _show_card(self) -> None:
        from tui.widgets.entity_card import EntityCard

        mention = self._hovered or self.current_mention()
        entity = self.entity_here(mention.entity) if mention is not None else None
        if mention is None or entity is None or self.size.height < _LOWEST_WITH_CARD:
            if self._card is not None:
                self._card.display = False
            return
        if self._card is None:
            self._card = EntityCard()
            self.mount(self._card)
        self._card.show_entity(entity, mention, self.pane.column, self.pane.region, self._row_in_view(mention))
        self._count(entity.id)

    def _row_in_view(self, mention: Mention) -> int:
        return self.pane.row_of(mention.start) - self.pane.scroll_offset.y

    def show_context(self, context: Context) -> None:
        """No card lies over results; it waits until the article is in view again."""
        super().show_context(context)
        if self._card is not None and context == "search":
            self._covered = self._covered or self._card.display
            self._card.display = False

    @work(thread=True, exclusive=True, group="card", exit_on_error=False)
    def _count(self, entity_id: str) -> None:
        worker = get_current_worker()
        try:
            articles = self.library.documents_naming(entity_id)
        except ReaderError:
            return  # the card shows what this article says
        if not worker.is_cancelled:
            self.post_message(self.Counted(entity_id, sum(articles.values()), len(articles)))

    @on(Counted)
    def _show_counted(self, message: Counted) -> None:
        if self._card is not None:
            self._card.show_counted(message.entity, message.mentions, message.articles)

    # -- leaving

    def action_leave(self) -> None:
        """The card goes, and what was shown alone gives way, when nothing else is to be left."""
        if self._card is not None and self._card.display:
            self._card.display = False
        before = (self._bar, self.panel, self.matches)
        super().action_leave()
        if self.alone is not None and before == (None, None, None):
            self.show_all()
