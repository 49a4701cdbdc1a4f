"""The palette: every command that holds on the screen below it, found by a part of its name."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode

from tui.commands import COMMANDS, Command, key_label


class Offer(NamedTuple):
    """A command, and where its action is run."""

    command: Command
    node: DOMNode
    action: str
    key: str


class CommandsProvider(Provider):
    """Offers the commands of the screen, in the order of the table."""

    def _offers(self) -> Iterator[Offer]:
        active = {bound.binding.id: bound for bound in self.screen.active_bindings.values() if bound.enabled}
        for command in COMMANDS:
            bound = active.get(command.id)
            if command.palette and bound is not None:
                yield Offer(command, bound.node, bound.binding.action, key_label(bound.binding.key))
            elif command.palette and "app" in command.contexts:
                yield Offer(command, self.app, command.action, "")

    async def discover(self) -> Hits:
        """All of them, while nothing is typed."""
        for offer in self._offers():
            yield DiscoveryHit(
                _shown(offer), partial(self.app.run_action, offer.action, offer.node), help=offer.command.help
            )

    async def search(self, query: str) -> Hits:
        """Those whose name holds what is typed, best first."""
        matcher = self.matcher(query)
        for offer in self._offers():
            score = matcher.match(offer.command.title)
            if score > 0:
                title = matcher.highlight(offer.command.title)
                run = partial(self.app.run_action, offer.action, offer.node)
                yield Hit(score, title, run, help=offer.command.help)


def _shown(offer: Offer) -> Content:
    return Content(f"{offer.command.title}  {offer.key}".rstrip())
