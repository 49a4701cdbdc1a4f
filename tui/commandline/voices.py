"""`voices`: who speaks, and how many words the articles give to each."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from index.wording import counted
from tui.commandline.across import articles
from tui.commandline.output import Paper, json_line
from tui.commandline.status import DONE, NOTHING_FOUND

if TYPE_CHECKING:
    from index.across.voices import Voices


def run(options: Namespace) -> int:
    """Prints the voices."""
    from index.across.voices import voices, voices_payload

    with articles(options) as (library, paths, progress):
        found = voices(paths, library.seen, library.known, progress=progress)
    if options.json:
        json_line(voices_payload(found))
    else:
        _print(found)
    return DONE if found.voices else NOTHING_FOUND


def _print(found: Voices) -> None:
    paper = Paper()
    if not found.articles:
        paper.line("Nothing found.")
        return
    if found.voices:
        paper.styled_line("  words  quoted   times  articles  voice")
    for voice in found.voices:
        kind = voice.entity.type if voice.entity is not None else "not named"
        paper.styled_line(
            f"{voice.words:>7,} {voice.direct:>7,} {len(voice.spoken):>7,} {len(voice.articles):>9,}  ",
            *(("strong", voice.name), ("quiet", f"  {kind}")),
        )
    given = sum(voice.words for voice in found.voices)
    all_words = f"{counted(found.words, 'word')} of {counted(found.articles, 'article')}"
    paper.line(f"{given:,} of {all_words} are given to a voice that is told, {found.unknown:,} to one that is not.")
