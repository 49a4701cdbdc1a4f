"""A newspaper's own line about whom it asked in vain: "The campaign did not respond to requests for comment"."""

from __future__ import annotations

import re

from index.comparison.aligning.passages import Passage

_ASKED = r"(?:requests?|inquir(?:y|ies)|enquir(?:y|ies)|quer(?:y|ies)|questions|e?mails?|messages?|calls?)"
_IN_VAIN = re.compile(
    rf"""
    \b(?: not\ (?:\w+\ )?(?:respond|reply|return|answer)\ (?:\w+\ ){{0,5}}{_ASKED}
        | {_ASKED}\ (?:\w+\ ){{0,9}}(?:was|were|been)\ not\ (?:\w+\ )?(?:returned|answered)
        | (?:decline|declined|declines|declining|refused|refuses|not|unavailable|available)\ (?:\w+\ )?
          (?:(?:to|for)\ )?(?:\w+\ )?(?:comment|be\ interviewed)
        | (?:not|unable)\ (?:\w+\ )?(?:to\ )?be\ (?:\w+\ )?(?:reached|contacted)
        | no\ (?:\w+\ )?comment
    )\b
    """,
    re.VERBOSE,
)
"""In the folded words of a sentence, contractions undone."""


def asked_in_vain(passage: Passage) -> bool:
    """Does a sentence tell that its own newspaper asked somebody and got no answer?

    Every newspaper has such a line on those whom it asked itself, in nearly the same words: another newspaper's line
    on somebody else, or on somebody who did answer, tells nothing of the event otherwise.
    """
    return _IN_VAIN.search(" ".join(word.folded for word in passage.words)) is not None
