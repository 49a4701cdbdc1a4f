"""The screen is not stopped by looking for garbage among what stays."""

from __future__ import annotations

import gc

from tui.commandline.screen import collect_seldom


def test_what_stays_is_left_alone_and_the_rest_looked_through_seldom() -> None:
    before = gc.get_threshold()
    kept: list[object] = [[]]
    usual = (700, 10, 10)  # whatever ran before in this process
    try:
        gc.set_threshold(*usual)
        collect_seldom()
        assert gc.get_freeze_count() > 0
        assert not any(each is kept for each in gc.get_objects())
        assert gc.get_threshold()[0] > usual[0]
        assert gc.get_threshold()[2] > usual[2]
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
