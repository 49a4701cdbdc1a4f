"""What speaks for a piece of a run being a people, an event, or a name of a kind that is not reported."""

from __future__ import annotations

from index.entities.context import KIN, NONE, Around, after_title
from index.entities.line import Line
from index.entities.tables import EVENT, GROUP, PLACE, Tables


def group(row: Line, i: int, j: int, form: str, table: int, near: Around, known: Tables) -> float:
    """Evidence for a people, a nationality, a faith, a political camp."""
    size = j - i
    value = 0.0
    if table & GROUP:
        value += 3.2 if size == 1 else 8.5
        if table & PLACE:
            value -= 0.3
        if size == 1 and row.common[i] and row.weak[i]:
            value -= 0.8
    elif size <= 2 and form.endswith("s") and known.names.get(form[:-1], 0) & GROUP:
        value += 3.0
    elif (
        size <= 3
        and size > 1
        and row.words[i]
        in ("Non", "Anti", "Pro", "Pan", "Ultra", "Neo", "Afro", "Indo", "Anglo", "Sino", "Franco", "Euro")
        and row.bits[j - 1] & GROUP
    ):
        value += 5.5
    elif size == 2 and row.bits[i] & GROUP and row.bits[i + 1] & GROUP and row.gap(i + 1) == " ":
        value += 8.5
    elif size == 2 and row.words[i] in known.classes["directions"] and row.bits[i + 1] & GROUP:
        value += 2.5
    elif size == 1:
        value -= 0.6
        if form.endswith(("ians", "eans", "ese", "istas", "ists", "ites")):
            value += 1.2
        elif form.endswith(("ian", "ese", "ish", "ist")) and not row.bits[i] & KIN:
            value += 0.7
        if near.after in known.classes["group_after"]:
            value += 1.3
        if near.before == "the" and form.endswith("s") and near.after in ("are", "were", "have", "had"):
            value += 0.8
    else:
        return NONE
    if near.after in known.classes["group_after"]:
        value += 0.3
    if after_title(row, i, known):
        value -= 1.5
    return value


def event(row: Line, i: int, j: int, form: str, table: int, known: Tables) -> float:
    """Evidence for an event."""
    if table & EVENT:
        return 4.5 if j - i > 1 else 2.5
    if j - i < 2:
        return NONE
    value = -0.5
    if row.words[j - 1] in known.classes["event_heads"]:
        value += 2.3
    if row.words[i] in known.classes["event_first"]:
        value += 2.5
    if any(word in ("for", "and", "&") for word in row.words[i:j]):
        value -= 0.5
    if row.common[i] and row.weak[i]:
        value -= 1.0
    return value


def neutral(row: Line, i: int, j: int, form: str, known: Tables) -> float:
    """Evidence for a name of a kind that is not reported: a law, a work, a prize, a disease."""
    heads = known.classes["neutral_heads"]
    if j - i == 1:
        return 0.6 if form in known.classes["not_names"] or form in heads else NONE
    value = -0.6
    if row.words[j - 1] in heads:
        value += 3.0
    if row.words[i] in heads and i + 1 < j and row.words[i + 1] in ("of", "on", "for"):
        value += 2.6
    return value
