"""What happened, in words that reports exchange freely: burst and gave way, was released and walked free.

Written by hand for this project.  The thesaurus of the alignment knows single words; these are forms of verbs, of one
word or more, in the past, in which an event is told.  A line holds those that tell the same, and no other shares one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from index.comparison.aligning.once import once
from index.comparison.aligning.passages import Told
from index.comparison.aligning.tokens import Word
from index.comparison.conflicts.reading.phrasebook import Phrasebook

_DEEDS = """
burst; gave way; gave out; collapsed; caved in; broke; broke through; was breached; fell in
exploded; went off; detonated; blew up; was detonated
opened fire; shot at; fired at; fired on
was shot; were shot; was gunned down; were gunned down
was arrested; were arrested; was detained; were detained; was taken into custody; were taken into custody
was released; were released; was freed; were freed; walked free; was set free; were set free; was let go
was found guilty; were found guilty; was convicted; were convicted
was acquitted; were acquitted; was found not guilty; were found not guilty; was cleared
was sentenced; were sentenced; was jailed; were jailed
resigned; stepped down; quit; gave up the post; left office
was dismissed; was fired; was sacked; was removed; was ousted
was elected; won the election; was voted in
was sworn in; took office; took the oath; was inaugurated
approved; passed; adopted; was approved; was passed; was adopted; was ratified
rejected; turned down; voted down; threw out; was rejected; was turned down; was voted down
walked out; walked off the job; went on strike; downed tools; struck
took off; lifted off
landed; touched down
crashed; went down; plunged; came down; skidded off; overshot; veered off
ran aground; was grounded
caught fire; went up in flames; was ablaze
broke out; flared up
took control; took over; seized control; was taken over; was seized
was halted; were halted; was suspended; were suspended; suspended
was founded; was set up; was established
was held; took place; was staged; were held
was called off; was cancelled; was canceled; were called off; were canceled; were cancelled
was kidnapped; was abducted; were kidnapped; were abducted
was rescued; were rescued; was saved; were saved; was brought to safety; were brought to safety
was stolen; were stolen; was taken by thieves
vanished; disappeared; went missing
was buried; was laid to rest
was unveiled; was presented
"""


def deeds(words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """The deeds that a sentence tells: words first to end (exclusive), and a key that deeds of one line share."""
    for at in _deeds().begun(words):
        for end, key in _deeds().at(words, at):
            yield at, end, key
            break


@once
def deeds_in(told: Told) -> Mapping[int, Sequence[tuple[int, int, str]]]:
    """The deeds that each sentence of an article tells, by its order."""
    return {passage.order: list(deeds(passage.words)) for passage in told.stated}


@cache
def _deeds() -> Phrasebook[str]:
    """The deeds with their keys."""
    lines = [line.split("; ") for line in _DEEDS.strip().splitlines()]
    return Phrasebook((tuple(deed.split()), "~" + line[0]) for line in lines for deed in line)
