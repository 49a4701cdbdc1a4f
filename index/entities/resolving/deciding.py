"""Which key a profile gets, given what else is named: profiles of one type and key are one entity.

The same few decisions are made for all profiles at once (`resolve.py`) and, after a change, for those that it touches
(`resolution_change.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from index.entities.gender import of_given
from index.entities.resolving.normal_forms import normal_form
from index.entities.resolving.people import two_names
from index.entities.resolving.personal import PersonName, person_name
from index.entities.resolving.profile import MAN, UNDECIDED, WOMAN, Profile
from index.entities.resolving.spelling import skeleton

_DOMINANT = 4
"""A surname alone goes to the person with this many times the articles of the next one who bears it."""


def rank(name: PersonName, articles: int) -> tuple[bool, bool, int, PersonName]:
    """The place of a full name in the order in which names become persons: the most usual come first and become the
    keys; initials last, so that they join, but never bring others together.
    """
    return name.junior, len(name.words[0]) == 1, -articles, name


def person_names(forms: Iterable[str]) -> list[PersonName]:
    """The different names that the forms of a person are."""
    return sorted({name for name in map(person_name, forms) if name.words})


def is_full(name: PersonName) -> bool:
    """Does a name tell by itself who it is?"""
    return len(name.words) > 1


def most_usual(names: Iterable[PersonName], articles: Mapping[PersonName, int]) -> PersonName | None:
    """Of the full names, the one that most articles print."""
    return max(filter(is_full, names), key=lambda name: (articles[name], name), default=None)


def lone_word(names: list[PersonName]) -> str:
    """What stands for a person of whom no full name is printed."""
    return skeleton(names[0].words[0]) if names else ""


def bearer(names: list[PersonName], told: str, articles: Mapping[str, int], others: Collection[str]) -> str:
    """The key of a person called by one word, of whom `told` is told (`profile.py`): that of the full name which stands
    out among those who bear it and may be meant, with the articles of each; else the word itself, a man's and a woman's
    apart where `others`, all that is told of people called so, has both.
    """
    word = lone_word(names)
    if told == UNDECIDED:
        return word
    ranked = sorted(
        (key for key in articles if _may_be(key, names[0].words[0], told)), key=lambda key: (-articles[key], key)
    )[:2]
    if ranked and (len(ranked) == 1 or articles[ranked[0]] >= _DOMINANT * articles[ranked[1]]):
        return ranked[0]
    return f"{word} ({told})" if told and {MAN, WOMAN} <= set(others) else word


def _may_be(key: str, printed: str, told: str) -> bool:
    """May the person of a key be called by this last name, and be the man or the woman that is told?"""
    given = of_given(key.partition(" ")[0]) if told else ""
    return not two_names(printed, _last_name(key)) and (not given or given == told)


def _last_name(key: str) -> str:
    """The last name in the key of a person (`People.add`)."""
    return key.removesuffix(" jr").rpartition(" ")[2]


def usual_forms(profile: Profile) -> list[str]:
    """The normal forms of what is no person, the one first that it goes by."""
    kind, value, forms = profile
    if kind in ("DATE", "NUMBER"):
        return [value or normal_form(forms[0], kind)]
    return sorted({normal_form(form, kind) for form in forms}, key=lambda form: (" " not in form, form))


def spelled_out(articles: Mapping[str, int]) -> str:
    """What an acronym goes to: what most articles print beside it."""
    return min(Counter(articles).items(), key=lambda x: (-x[1], x[0]))[0]
