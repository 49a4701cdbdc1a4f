"""Which commands of a comparison have nothing to do now, so that its footer does not offer them."""

from __future__ import annotations

from collections.abc import Sequence

from tui.widgets.comparison.ledger import Entry

_OF_CONFLICTS = frozenset({"next_conflict", "previous_conflict"})
_OF_FINDINGS = _OF_CONFLICTS | {"next_finding", "previous_finding"}
_OF_COMPARED = _OF_FINDINGS | {"export", "highlights"}


def idle_commands(entries: Sequence[Entry] | None) -> frozenset[str]:
    """By their ids; `entries` is the ledger, None as long as there is no comparison."""
    if entries is None:
        return _OF_COMPARED
    if not entries:
        return _OF_FINDINGS
    return frozenset() if any(entry.kind in ("conflict", "differs") for entry in entries) else _OF_CONFLICTS
