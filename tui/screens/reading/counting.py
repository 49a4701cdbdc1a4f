"""Counts: a number typed before a command tells how often it is done, or to which part of the article to go."""

from __future__ import annotations

from functools import cached_property

from textual import events

from tui.commands import command, keys_of
from tui.screens.reading.article import ArticleScreen

_DIGITS_AT_MOST = 5


class CountingScreen(ArticleScreen, part=True):
    """The reader's counts.

    A typed number holds for the key after it and no longer, whatever that key does.
    """

    _typed = ""
    _ready: int | None = None

    def action_count(self, digit: str) -> None:
        """One more digit of a count; no count begins with a nought."""
        if self.focused is self.pane and (self._typed or digit != "0"):
            self._typed = (self._typed + digit)[:_DIGITS_AT_MOST]
            self.say(typed=self._typed)

    @cached_property
    def _count_keys(self) -> frozenset[str]:
        each = command("count")
        own = keys_of(each, self.library.settings.keys)
        return frozenset(own if len(own) == len(each.keys) else each.keys)

    def on_key(self, event: events.Key) -> None:
        """Every key comes here before its command: Esc drops the count, another key takes it."""
        if event.key in self._count_keys:
            return
        dropped = bool(self._typed) and event.key == "escape"
        self._ready = int(self._typed) if self._typed and not dropped else None
        if self._typed:
            self._typed = ""
            self.say(typed="")
        if dropped:
            event.stop()

    def counted(self) -> int | None:
        """The number typed before this command, None for none; it is used up."""
        count, self._ready = self._ready, None
        return count

    def times(self) -> int:
        """How often to do what is asked for."""
        return self.counted() or 1

    def action_percent(self) -> None:
        """To where so much of the article is above."""
        count = self.counted()
        if count is None:
            self.tell("Type a number first: 50% goes to the middle.")
        elif self.document is not None:
            self.leave_place()
            self.pane.scroll_to_offset(len(self.document.text) * min(count, 100) // 100)

    def action_top(self) -> None:
        """To the beginning, or to the paragraph that was counted."""
        if not self._go_counted():
            super().action_top()

    def action_bottom(self) -> None:
        """To the end, or to the paragraph that was counted."""
        if not self._go_counted():
            super().action_bottom()

    def _go_counted(self) -> bool:
        count = self.counted()
        blocks = self.document.blocks if self.document is not None else ()
        if not count or not blocks:
            return False
        self.leave_place()
        number = min(count, len(blocks))
        self.pane.scroll_to_offset(blocks[number - 1].start)
        self.tell(f"Paragraph {number:,} of {len(blocks):,}")
        return True
