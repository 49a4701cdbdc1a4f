"""Of what it is told that it rises or falls, and of whom that they were unharmed: in words before it or after it."""

from __future__ import annotations

import pytest

from tests.index.comparison.rules.rules import found


def opposed(a: str, b: str) -> bool:
    one, other = found("opposed_claims", a, b), found("opposed_claims", b, a)
    assert bool(one) == bool(other)
    return bool(one)


FARES_FELL = "Fares fell at the harvest festival."


@pytest.mark.parametrize(
    ("told", "of_fares"),
    [
        # What rises stands before the verb, up to nine words away.
        ("At the harvest festival fares rose.", True),
        ("Fares rose at the harvest festival.", True),
        ("Fares rise before the harvest festival.", True),
        ("Fares rose in towns at the harvest festival.", True),
        ("Fares went up at the harvest festival.", True),
        ("Fares rose before harvest and festival and the fair.", True),
        ("Tempers rose with the fares at the harvest festival.", False),
        ("In all of the towns the tempers rose at the harvest festival.", False),
        ("Fares for the old and new and big ferry rose at the harvest festival.", True),
        ("Fares for the old and new and very big ferry rose at the harvest festival.", False),
        # What somebody raises stands after it, up to six words away and before what leads to something else.
        ("At the harvest festival the board raised fares.", True),
        ("At the harvest festival the board raised the fares.", True),
        ("At the harvest festival the board increased the fares.", True),
        ("At the harvest festival the board raised the steep and unfair ferry fares.", True),
        ("At the harvest festival the board raised the steep stiff and unfair ferry fares.", False),
        ("At the harvest festival the board raised tolls with fares.", False),
        ("Fares raised tempers at the harvest festival.", False),
        ("Fares increased the fears at the harvest festival.", False),
        ("At the harvest festival the board raised fares that were low.", True),
        ("At the harvest festival boards that were new soon raised fares.", True),
        # What was raised stands before it.
        ("The fares were raised at the harvest festival.", True),
        ("The fares were soon raised at the harvest festival.", True),
        ("The fares were increased the day of the harvest festival.", True),
        # What there is a rise of stands after it.
        ("There was a rise in fares at the harvest festival.", True),
        ("There was an increase of the fares at the harvest festival.", True),
        ("There was a rise in tempers at the harvest festival.", False),
        ("Beside the fares there was a rise in tempers at the harvest festival.", False),
    ],
)
def test_what_rises_must_be_what_falls(told: str, of_fares: bool) -> None:
    assert opposed(told, FARES_FELL) == of_fares


def test_little_words_in_common_are_nothing_that_rises() -> None:
    assert not opposed("By the tempers of the many it rose at the harvest festival.", FARES_FELL)
    assert not opposed("At the harvest festival the board raised the tolls.", "At the harvest festival the wages fell.")


@pytest.mark.parametrize(
    ("unharmed", "shut_out"),
    [
        # Of everyone, up to six words before.
        ("Nobody was hurt by it.", True),
        ("All were unharmed.", True),
        ("All in the town hall were unharmed.", True),
        ("All in the old town hall were unharmed.", False),
        ("Drivers were unharmed, which pleased all.", False),
        # Of the same, up to six words before.
        ("The helpers were unharmed.", True),
        ("Helpers at trams were unharmed.", True),
        ("Helpers of the town hall were unharmed.", True),
        ("Helpers of the old town hall were unharmed.", False),
        ("The drivers were unharmed and thanked the helpers.", False),
        ("They were unharmed.", False),
    ],
)
def test_who_was_unharmed_is_everyone_or_the_same(unharmed: str, shut_out: bool) -> None:
    assert opposed("Several helpers were hurt by the blast.", unharmed) == shut_out


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        # Who backs a plan may well oppose a tax.
        ("The harbour board supports a bridge over the old river.", "The harbour board opposes a bridge.", True),
        ("The harbour board supports a bridge over the old river.", "The harbour board opposes a toll.", False),
        ("The harbour board supports a bridge.", "A bridge was opposed by the harbour board.", True),
        ("The harbour board supports a bridge.", "Of the bridge, the harbour board opposed it.", True),
        ("The harbour board encouraged pilots to strike.", "The harbour board warned against fog at sea.", False),
        ("The harbour board encouraged pilots to strike.", "The harbour board discouraged pilots.", True),
        # Leaving something to others is leaving no post.
        ("Marc Roe will leave the harbour board.", "Marc Roe will remain on the harbour board.", True),
        ("Nets drift, leaving the harbour board of Roe.", "Marc Falk stays on, the harbour board of Roe says.", False),
    ],
)
def test_to_whom_or_what_it_is_done(a: str, b: str, told: bool) -> None:
    assert opposed(a, b) == told
