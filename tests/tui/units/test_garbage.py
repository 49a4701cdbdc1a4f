"""The screen is not stopped by looking for garbage: neither among what stays, nor while somebody types."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator

import pytest

from index.library import Library
from tui import garbage
from tui.app import ReaderApp
from tui.garbage import Garbage, collect_seldom


class Circle:
    """What only a look for garbage frees."""

    def __init__(self) -> None:
        self.itself = self


class Later:
    """What is to be called after a while, called when a test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []
        self.seconds: list[float] = []

    def __call__(self, look: Callable[[], None], seconds: float) -> None:
        self.waiting.append(look)
        self.seconds.append(seconds)

    def a_while_passes(self) -> None:
        """Calls it."""
        assert len(self.waiting) == 1
        self.waiting.pop()()


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Python looks for garbage as it did, afterwards; in a test only where it is told to."""
    before = gc.get_threshold()
    gc.collect()
    gc.disable()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)
    gc.enable()


@pytest.fixture
def later() -> Later:
    """The passing of time."""
    return Later()


def left_behind(number: int = garbage.WORTH_IT) -> weakref.ref[Circle]:
    """Leaves so many objects behind in circles, and watches one of them."""
    circles = [Circle() for _ in range(number)]
    return weakref.ref(circles[0])


def test_what_stays_is_left_alone_and_the_rest_looked_through_seldom() -> None:
    kept: list[object] = [[]]
    usual = (700, 10, 10)  # whatever ran before in this process
    gc.set_threshold(*usual)
    collect_seldom()
    assert gc.get_freeze_count() > 0
    assert not any(each is kept for each in gc.get_objects())
    assert gc.get_threshold()[0] > usual[0]
    assert gc.get_threshold()[2] > usual[2]


def test_what_is_left_behind_is_freed_at_rest_and_not_before(later: Later) -> None:
    looks = Garbage(lambda: False, later)
    looks.typed()
    one = left_behind()
    later.a_while_passes()  # since the key
    assert one() is not None
    for _ in range(3):
        looks.typed()
        later.a_while_passes()
        assert one() is not None
    later.a_while_passes()
    assert one() is None
    assert not later.waiting


def test_after_a_rest_the_next_key_begins_anew(later: Later) -> None:
    looks = Garbage(lambda: False, later)
    for _ in range(2):
        looks.typed()
        one = left_behind()
        later.a_while_passes()
        later.a_while_passes()
        assert one() is None


@pytest.mark.parametrize(
    ("took", "rest"), [(0.0001, garbage.REST), (0.125, 0.125 * garbage.TIMES), (60.0, garbage.LONGEST_REST)]
)
def test_the_longer_a_look_takes_the_longer_the_rest_before_the_next(later: Later, took: float, rest: float) -> None:
    times = iter([0.0, took])
    looks = Garbage(lambda: False, later, lambda: next(times))
    looks.typed()
    one = left_behind()
    later.a_while_passes()
    later.a_while_passes()
    assert one() is None
    looks.typed()
    later.a_while_passes()
    assert later.seconds == [garbage.REST, garbage.REST, pytest.approx(rest), pytest.approx(rest)]


def test_for_little_nobody_looks(later: Later) -> None:
    looks = Garbage(lambda: False, later)
    looks.typed()
    one = left_behind(10)
    later.a_while_passes()
    later.a_while_passes()
    assert one() is not None
    assert not later.waiting


@pytest.mark.parametrize("settled", [True, False])
def test_much_that_stays_is_passed_over_once_nothing_is_open_that_will_be_closed(later: Later, settled: bool) -> None:
    stays = [[number] for number in range(garbage.MANY)]
    looks = Garbage(lambda: settled, later)
    one = left_behind()
    looks.typed()
    later.a_while_passes()
    later.a_while_passes()
    assert one() is None
    assert any(each is stays for each in gc.get_objects()) != settled


def test_little_that_stays_is_looked_through_again(later: Later) -> None:
    gc.freeze()  # of other tests
    stays = [[number] for number in range(garbage.MANY // 3)]
    looks = Garbage(lambda: True, later)
    one = left_behind()
    looks.typed()
    later.a_while_passes()
    later.a_while_passes()
    assert one() is None
    assert any(each is stays for each in gc.get_objects())


def test_the_next_time_it_must_be_twice_as_much(later: Later) -> None:
    gc.freeze()  # of other tests
    looks = Garbage(lambda: True, later)
    for times, passed_over in ((1, True), (1, False), (2, True), (3, False)):
        stays = [[number] for number in range(garbage.MANY * times)]
        one = left_behind()
        looks.typed()
        later.a_while_passes()
        later.a_while_passes()
        assert one() is None
        assert any(each is stays for each in gc.get_objects()) != passed_over


async def test_every_key_and_click_puts_it_off(
    starter_library: Library, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "after_a_while", later)
    app = ReaderApp(starter_library)
    app.collect_at_rest()
    looked: list[None] = []
    monkeypatch.setattr(garbage.gc, "collect", lambda: looked.append(None))
    monkeypatch.setattr(garbage, "_made", lambda: garbage.WORTH_IT)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert not later.waiting
        for act in (lambda: pilot.press("j"), lambda: pilot.click("#body"), lambda: pilot.press("E")):
            await act()
            later.a_while_passes()
            assert not looked
        later.a_while_passes()
        assert len(looked) == 1
