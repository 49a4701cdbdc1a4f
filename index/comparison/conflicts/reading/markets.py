"""What a market quotes moves by the minute: whether a sentence or a title tells of dealings.

"The dollar opened at 1.82 marks", "volume was 969 lots", "the stock fell 3 to 40": a report of the next hour tells of
other prices, and both are right.  What a day closed at is one figure.
"""

from __future__ import annotations

import re

from index.comparison.aligning.passages import Told
from index.comparison.aligning.tokens import tokenize
from index.documents.model import Span

_DEALT_IN = (
    "dollar|euro|sterling|pound|yen|franc|rouble|currency|gold|silver|crude|stock|shares|equities|bonds|"
    "dow|nasdaq|ftse|nikkei|dax|industrial\\ average"
)
"""Where a word of what the price did follows."""
_MOVED = (
    "opens?|opened|starts?|started|stands|stood|eased?|eases|easier|firms|firmed|firmer|steady|trades?|traded|fixed|"
    "quoted|fell|falls|rose|rises|climbed|climbs|slipped|slips|slid|slides|dropped|drops|gained|gains|lost|loses|shed|"
    "sheds|jumped|jumps|plunged|plunges|tumbled|tumbles|soared|soars|edged|edges|drifts?|drifted|higher|lower|closed|"
    "closes|ended|ends"
)
_HOURS = "early|earlier|late|later|quiet|thin|active|heavy|light|morning|afternoon|midday|premarket|opening|hectic"
_DEALINGS = re.compile(
    rf"""
    \b(?: (?:dealers|traders|brokers)\ (?:\w+\ )?(?:said|say|expect|expected|noted|reported)
        | bourses? | midsession | kerb\ close | money\ markets? | gilts | gilt\ market | interbank
        | (?<!their\ )(?<!our\ )(?<!whose\ )(?<!own\ )futures
        | (?:{_HOURS})\ (?:dealings|trade|trading) | trading\ (?:day|session|floor|volume)
        | (?:{_DEALT_IN})\ (?:(?:of|in)\ (?:\w+\ ){{1,5}}|\w+\ )?(?:{_MOVED})
        | (?:traded|quoted)\ (?:\w+\ )?(?:at|up|down|lower|higher|unchanged|\d+)
        | volume\ (?:\w+\ )?(?:was|stood) | \d+\ lots | (?:advances|declines|gainers|losers)\ (?:led|outnumbered)
    )\b
    """,
    re.VERBOSE,
)
"""In the folded words of a sentence."""
_CLOSE = re.compile(r"\b(?:closed|closes|finished|finishes|settled|settles)\b")


def of_the_market(a: Told, in_a: Span, b: Told, in_b: Span) -> bool:
    """Do both sentences, or the titles of their articles, tell of dealings, and not both of what they closed at?"""
    told_a, told_b = _folded(a, in_a), _folded(b, in_b)
    if not all(_DEALINGS.search(told) or _DEALINGS.search(_title(of)) for told, of in ((told_a, a), (told_b, b))):
        return False
    return not (_CLOSE.search(told_a) and _CLOSE.search(told_b))


def _title(told: Told) -> str:
    title = told.side.document.title
    return " ".join(w.folded for w in tokenize(title, 0, len(title)))


def _folded(told: Told, span: Span) -> str:
    return " ".join(w.folded for w in tokenize(told.side.document.text, *span))
