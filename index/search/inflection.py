"""Endings of words in languages of Latin letters, cut off so that the forms of a word become alike.

Light stems in the manner of Savoy (2006), "Light stemming approaches for the French, Portuguese, German and Hungarian
languages": plurals, genders and cases of nouns and adjectives, hardly any of verbs, and nothing of how words are
derived.  Only its article tells the language of a word.  So these stems are no terms of their own: a word is looked for
by those forms of its stem that articles in that language have.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SHORTEST, _LONGEST = 4, 40
"""Letters of a word whose ending is looked at."""
_LEAST = 3
"""Letters that are left of a word."""
_LONG = 4
"""Letters of an ending from which on it is looked for in long words alone: Fischer and Oliver are no adjectives."""
_LEAST_OF_LONG = 6
_CONSONANTS = "bdfgklmnprst"

_NO_PLURALS = ("frances", "ingles", "japones", "portugues", "holandes", "irlandes", "libanes")
_AS_THEY_ARE = " ".join(f"{word}>{word}" for word in _NO_PLURALS)
"""Spanish and Portuguese words that end like a plural and are none."""

_Step = tuple[tuple[str, str], ...]
"""Endings and what stands in their place; the first one that fits is exchanged, and no other of the step."""


def _step(*written: str) -> _Step:
    """A step of endings with spaces between them, each with `>` and what stands in its place, if anything does."""
    each = " ".join(written).split()
    return tuple((ending, instead) for ending, _, instead in (one.partition(">") for one in each))


_STEPS: dict[str, tuple[_Step, ...]] = {
    "de": (
        _step("bs>b ds>d fs>f gs>g hs>h js>j ks>k ls>l ms>m ns>n rs>r ts>t ws>w"),
        # Of -er only what adjectives have: a Politiker is no Politik.
        _step("innen>in ischer>isch licher>lich iger>ig aler>al eller>ell iver>iv ern>er em en es e"),
        _step("niss>nis"),
    ),
    "fr": (
        _step("ais>ais ois>ois ss>ss eaux>eau aux>al s"),
        _step("trice>teur euse>eux e"),
        _step("iv>if enn>en onn>on ell>el ett>et"),
    ),
    "es": (
        _step(_AS_THEY_ARE, "ces>z es as>a os>o is>is us>us s"),
        _step("a e o"),
    ),
    "it": (_step("chi>c che>c ghi>g ghe>g a e i o"), _step("i")),
    "pt": (
        _step(
            _AS_THEY_ARE, "oes>ao aes>ao aos>ao pais>pais ais>al eis>el ois>ol ns>m res>r zes>z ses>s as>a es>e os>o"
        ),
        _step("a e o"),
    ),
    "nl": (
        _step("heden>heid ds>d fs>f gs>g ks>k ls>l ms>m ns>n ps>p rs>r ts>t"),
        _step("en e"),
        _step(*(f"{letter}{letter}>{letter}" for letter in _CONSONANTS)),
        _step("v>f z>s"),
        _step(*(f"{vowel}{vowel}{letter}>{vowel}{letter}" for vowel in "aeou" for letter in _CONSONANTS)),
    ),
    "pl": (
        _step("iego iemu ymi imi iami ami iach ach ego emu owi iom om ych ich iej ej iem em ie ia iu io y i a e u o"),
        _step("ow"),
    ),
}
LANGUAGES = tuple(_STEPS)
"""Tags of the languages whose endings are known."""
_SPELLED_OUT = re.compile("(?<![aeq])([aou])e")
"""Umlauts as they are written where the keyboard has none."""


@lru_cache(maxsize=1 << 14)
def stem_in(language: str, form: str) -> str:
    """The stem of a folded form as a word of one of the `LANGUAGES`."""
    if not (_SHORTEST <= len(form) <= _LONGEST and form.isalpha()):
        return form
    if language == "de":
        form = _SPELLED_OUT.sub(r"\1", form)
    for step in _STEPS[language]:
        for ending, instead in step:
            if form.endswith(ending):
                cut = form[: len(form) - len(ending)] + instead
                if len(cut) >= (_LEAST_OF_LONG if _LONG <= len(ending) > len(instead) else _LEAST):
                    form = cut
                    break
    return form
