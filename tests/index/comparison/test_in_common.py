"""Where little is found of what both tell, the comparison says why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.comparison.compare import compare
from index.comparison.in_common import why_little
from index.comparison.reports.report import markdown
from tests.index.comparison.articles import make_sides

ENGLISH = "Ferry\n\nThe ferry carried 30 passengers from the pier on Monday.\n"
GERMAN = "Fähre\n\nDie Fähre nahm am Montag 30 Menschen vom Anleger mit.\n"
CAKE = "Cake\n\nBeat the butter with the sugar until it is pale.\n"
NOTHING = "Neither tells anything that the other tells."


@pytest.mark.parametrize(
    ("texts", "languages", "says"),
    [
        ((ENGLISH, GERMAN), ("en-GB", "de"), "The articles are in different languages (en, de): words are compared"),
        ((ENGLISH, CAKE), ("en", "en"), NOTHING),
        ((ENGLISH, CAKE), (None, "en"), NOTHING),
        ((ENGLISH, ENGLISH), ("en-GB", "en-US"), ""),
    ],
)
def test_it_says_why_there_is_little(texts: tuple[str, str], languages: tuple[str, str], says: str) -> None:
    a, b = (
        side._replace(document=replace(side.document, language=language))
        for side, language in zip(make_sides(*texts), languages, strict=True)
    )
    comparison = compare(a, b)
    little = why_little(comparison, a.document, b.document)
    assert little.startswith(says)
    assert bool(little) == bool(says)
    report = markdown(comparison, a, b)
    assert (NOTHING in report) == (says == NOTHING)
    assert ("different languages (en, de)" in report) == ("languages" in says)
