"""What leaves through standard output and standard error: JSON lines for programs, clean text for people.

Everything printed for people passes the cleaning door once more, so that no document and no file name can speak to the
terminal.  Bold and underline are used on a terminal only, and not with NO_COLOR or TERM=dumb.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Mapping, Sequence
from typing import IO, TYPE_CHECKING

from index.documents.cleaning import clean, clean_line
from index.documents.patterns import late
from tui.commandline.wrapping import wrapped

if TYPE_CHECKING:
    from index.documents.model import Span  # data classes take a third of the time of --help

_STYLES = {"strong": "\x1b[1m", "match": "\x1b[1;4m", "quiet": "\x1b[2m"}
_PLAIN = "\x1b[0m"
_PATIENCE = 0.2
"""Seconds of work that pass before progress is shown."""

_DECEIVING = late(
    "[\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Controls, marks of direction and width, separators of lines, tags, and halves of characters."""


def json_line(value: Mapping[str, object]) -> None:
    """One object as one line of UTF-8, whatever the locale says, seen at once by who reads the pipe."""
    sys.stdout.flush()
    sys.stdout.buffer.write(json_text(value).encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


def json_text(value: Mapping[str, object]) -> str:
    """One object on one line, in which nothing deceives who looks at it."""
    import json  # deferred: the screen does without

    return _DECEIVING.sub(_escaped, json.dumps(value, ensure_ascii=False, separators=(", ", ": ")))


def _escaped(found: re.Match[str]) -> str:
    """What no eye sees, or sees wrongly, as JSON escapes: the value stays the same, and a terminal shows it."""
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def plain_terminal() -> bool:
    """Whether the terminal says of itself that it understands nothing but text."""
    return os.environ.get("TERM", "dumb") in ("", "dumb", "unknown")


def terminal_columns() -> int:
    """How wide the terminal is, or $COLUMNS."""
    from shutil import get_terminal_size  # brings along two ways to compress

    return get_terminal_size().columns


class Paper:
    """Standard output for people."""

    def __init__(self, stream: IO[str] | None = None) -> None:
        self._stream = stream or sys.stdout
        self.styled = self._stream.isatty() and not os.environ.get("NO_COLOR") and not plain_terminal()
        self.columns = terminal_columns() if self._stream.isatty() else None
        """How wide lines may be; None where no terminal breaks them."""

    def line(self, text: str = "") -> None:
        """One line, cleaned; the spaces it begins with stay."""
        indent = len(text) - len(text.lstrip(" "))
        self._write([("", " " * indent + clean_line(text))])

    def lines(self, text: str) -> None:
        """A text of several lines, cleaned."""
        cleaned = clean(text).rstrip("\n")
        if self.columns is None:
            self._stream.write(cleaned + "\n")
            return
        for line in cleaned.split("\n"):
            self._write([("", line)])

    def styled_line(self, *parts: str | tuple[str, str]) -> None:
        """One line of parts, some of them a (style, text); styles are "strong", "match", "quiet"."""
        pairs = (part if isinstance(part, tuple) else ("", part) for part in parts)
        self._write([(style, _inside_a_line(text)) for style, text in pairs])

    def passage(
        self,
        text: str,
        offset: int,
        matches: Sequence[Span],
        indent: str = "    ",
        cut: tuple[bool, bool] = (False, False),
    ) -> None:
        """A passage on one line with its matches set off; `matches` count from where `text` begins, less `offset`.

        An ellipsis stands where `cut` says that a sentence is broken off before the passage, or after it.
        """
        parts: list[str | tuple[str, str]] = [indent, ("quiet", "… ") if cut[0] else ""]
        at = 0
        for start, end in matches:
            start, end = max(start - offset, at), min(end - offset, len(text))
            if start >= end:
                continue
            parts += [text[at:start], ("match", text[start:end])]
            at = end
        self.styled_line(*parts, text[at:], ("quiet", " …") if cut[1] else "")

    def _write(self, parts: list[tuple[str, str]]) -> None:
        """One line of cleaned (style, text), broken between words where a terminal would break it anywhere."""
        lines = [parts] if self.columns is None else wrapped(parts, self.columns)
        for line in lines:
            self._stream.write("".join(self._as_styled(style, text) for style, text in line) + "\n")

    def _as_styled(self, style: str, text: str) -> str:
        return f"{_STYLES[style]}{text}{_PLAIN}" if style and self.styled and text else text


def _inside_a_line(text: str) -> str:
    """Cleaned and on one line, with every space kept, so that offsets into it stay true."""
    return clean(text).replace("\n", " ")


def say(text: str) -> None:
    """One line on standard error: a warning or a word on what is going on; on a full disk it is lost."""
    try:
        print(f"ceasefire-reader: {clean_line(text)}", file=sys.stderr, flush=True)
    except OSError:
        to_nowhere(sys.stderr)


def to_nowhere(stream: IO[str]) -> None:
    """Nothing more is written to a stream that failed, not even by Python's own flush at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


class Progress:
    """Work under way, on one line of standard error that is rewritten; silent where that is no terminal."""

    def __init__(self, what: str) -> None:
        self._what = what
        self.shown = sys.stderr.isatty() and not plain_terminal()  # a line that is rewritten takes an escape
        """Whether anybody sees it."""
        self._next = time.monotonic() + _PATIENCE
        self._drawn = False

    def __call__(self, done: int, total: int) -> None:
        """Hears how much of how much is done."""
        now = time.monotonic()
        if self.shown and now >= self._next:
            self._next = now + _PATIENCE
            self.tell(f"{done:,} of {total:,}")

    def tell(self, how: str) -> None:
        """Says at once how it goes."""
        if self.shown:
            self._drawn = True
            line = clean_line(f"{self._what}: {how}")
            # A line that is wrapped cannot be written over; most letters beyond ASCII may take two places.
            room = terminal_columns() - 1
            sys.stderr.write(f"\r{line[: room if line.isascii() else room // 2]}\x1b[K")
            sys.stderr.flush()

    def end(self) -> None:
        """Leaves the line clean."""
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
