"""Voices with the words that are given to them, and what they say, as rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from index.wording import counted
from tui.widgets.columns import Line, Piece, cut_line, one_line, wrap
from tui.widgets.kinds import KIND_NAMES, counted_line

if TYPE_CHECKING:
    from index.across.voices import Spoken, Voice

_FULL = 76
"""Cells from which on it is said how much is in quotation marks, and in how many articles."""


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """A voice; choosing it shows what it says."""

    voice: Voice
    most: int
    height: int = 1
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """Its words, a bar, its name and kind, and how often and how directly it speaks."""
        voice = self.voice
        kind = KIND_NAMES[voice.entity.type] if voice.entity is not None else "not named"
        articles = len(voice.articles)
        said = f"  {len(voice.spoken):,}×"
        if width >= _FULL:
            quoted = 100 * voice.direct // max(1, voice.words)
            one = " " if articles == 1 else ""  # so that what follows stands below what follows in other rows
            said += f" in {counted(articles, 'article')}{one}  {quoted:>3}% “”"
        named = (Piece(one_line(voice.name), "row--strong"), Piece(f"  {kind}", "row--muted"))
        line = counted_line(voice.words, self.most, width, *named)
        return ((*cut_line(line, max(1, width - len(said))), Piece(said, "row--muted")),)


@dataclass(frozen=True, slots=True)
class SpokenRow:
    """Words that are given to a voice; choosing them opens the article there."""

    spoken: Spoken
    height: int = 2
    choosable: bool = True

    def lines(self, width: int) -> tuple[Line, ...]:
        """The words on two lines; marks of quotation only where the article prints them."""
        text = one_line(self.spoken.text)
        quoted = f"“{text}”" if self.spoken.quote.kind == "direct" else text
        return tuple((Piece("  "), Piece(line)) for line in wrap(quoted, max(1, width - 3), 2))
