"""What is typed is read as UTF-8; bytes that are none, as of a terminal of another encoding, are passed over."""

from __future__ import annotations

from codecs import getincrementaldecoder
from functools import partial

from textual.drivers import linux_driver


def pass_over_what_is_no_text() -> None:
    """Textual decodes what comes from the terminal strictly: a single such byte ended the program."""

    def forgiving(encoding: str) -> object:
        return partial(getincrementaldecoder(encoding), errors="ignore")

    linux_driver.getincrementaldecoder = forgiving  # type: ignore[attr-defined, assignment]
