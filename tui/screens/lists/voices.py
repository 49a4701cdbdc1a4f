"""Who speaks here: the voices with the words given to each, and what each says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from index.across.voices import Spoken, Voice, Voices, voices
from index.wording import counted
from tui.screens.lists.across import AcrossScreen
from tui.screens.lists.dossier import Mentioned
from tui.widgets.columns import Line, Piece, fit, one_line, wrap
from tui.widgets.filtering import share
from tui.widgets.row_list import Row
from tui.widgets.rows.voices import SpokenRow, VoiceRow

if TYPE_CHECKING:
    from index.search.model import Cancel
    from tui.screens.coming_back import Kept


class VoicesScreen(AcrossScreen[Voices]):
    """The voices; choosing one shows its words, choosing these leads to them."""

    name_shown = "Who speaks"
    comes_as = "voices"
    exports = ("Write who speaks to", ".md or .json", "voices.md")
    stands_by: ClassVar[Kept] = {"_scope": None, "_by_articles": (False, True)}
    headed = False
    _by_articles = False
    _voice: Voice | None = None

    def standing(self) -> dict[str, object]:
        """Also whose words are shown."""
        return {**super().standing(), "voice": self._voice.name if self._voice is not None else ""}

    def ask(self, paths: Sequence[str], cancelled: Cancel, progress: Callable[[int, int], None]) -> Voices:
        """The voices of the articles."""
        return voices(paths, self.library.seen, self.library.known, cancelled=cancelled, progress=progress)

    def rows(self, found: Voices) -> Sequence[tuple[str, Row]]:
        """The voices, or what the chosen one says."""
        if left := self.was_left("voice", ""):
            self.came_back = None
            self._voice = next((voice for voice in found.voices if voice.name == left), None)
        if self._voice is not None:
            return [(f"{one.text} {one.document}", SpokenRow(one)) for one in self._voice.spoken]
        most = max((voice.words for voice in found.voices), default=1)
        ordered = sorted(found.voices, key=lambda voice: -len(voice.articles)) if self._by_articles else found.voices
        return [
            (" ".join((voice.name, *(voice.entity.aliases if voice.entity else ()))), VoiceRow(voice, most))
            for voice in ordered
        ]

    def action_order(self) -> None:
        """Those with most words first, or those in most articles; what one voice says stands in the articles' order."""
        if self._voice is None:
            self._by_articles = not self._by_articles
            self.show_rows()
            self.main_list.action_first()

    def written(self, found: Voices, *, as_json: bool) -> str | Mapping[str, object]:
        """The voices that are listed with all they say, or what the chosen one says."""
        from index.across.as_markdown import voices_markdown
        from index.across.voices import voices_payload

        shown = tuple(row.voice for row in self.main_list.rows if isinstance(row, VoiceRow))
        found = replace(found, voices=shown if self._voice is None else (self._voice,))
        return voices_payload(found) if as_json else voices_markdown(found)

    def said(self, found: Voices, shown: int) -> str:
        """How many words are given to whom."""
        if self._voice is not None:
            said = len(self._voice.spoken)
            times = "once" if said == 1 else f"{said:,} times"
            times = times if shown == said else f"{shown:,} of {times}"
            return f"{self._voice.name}: {counted(self._voice.words, 'word')}, {times} · Esc: all voices"
        given = sum(voice.words for voice in found.voices)
        nobody = f", {found.unknown:,} more of nobody named" if found.unknown else ""
        order = " · most articles first" if self._by_articles else ""
        who = share(shown, len(found.voices), "voice")
        return f"{who} with {given:,} of {counted(found.words, 'word')}{nobody}{order}"

    def about(self, row: Row, width: int) -> Sequence[Line]:
        """The words in full, and where they stand; of a voice, the first."""
        one = _spoken(row)
        if one is None:
            return ()
        where = f"{one.quote.kind} · {counted(one.words, 'word')} · {one.document}"
        lines = wrap(one_line(one.text), width, 2)
        return (*((Piece(line),) for line in lines), (Piece(fit(where, width).rstrip(), "row--muted"),))

    def place(self, row: Row) -> Mentioned | None:
        """The words; a voice is opened instead."""
        if isinstance(row, VoiceRow):
            self._voice = row.voice
            self.filter_field.value = ""
            self.remove_class("-filter")
            self.show_rows()
            self.main_list.action_first()
            return None
        return self.passage(row)

    def passage(self, row: Row) -> Mentioned | None:
        """The words; of a voice, the first."""
        one = _spoken(row)
        return Mentioned(one.document, one.quote.start, one.quote.end) if one is not None else None

    def action_scope(self) -> None:
        """The next choice of articles, with all its voices."""
        self._voice = None
        super().action_scope()

    def action_close(self) -> None:
        """From what a voice says back to all voices; from there leave."""
        if self._voice is None or self.has_class("-filter"):
            super().action_close()
            return
        voice, self._voice = self._voice, None
        self.show_rows()
        at = next(
            (n for n, row in enumerate(self.main_list.rows) if isinstance(row, VoiceRow) and row.voice == voice), 0
        )
        self.main_list.move_to(at)


def _spoken(row: Row) -> Spoken | None:
    """The words that a row shows; of a voice, the first."""
    return row.spoken if isinstance(row, SpokenRow) else row.voice.spoken[0] if isinstance(row, VoiceRow) else None
