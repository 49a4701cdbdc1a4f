"""Words that cannot both stand in one place of one statement: rose and fell, morning and evening, senator and governor.

Written by hand for this project.  A line holds one scale; its points are parted by bars, and words of one point are
near enough to each other to be no contradiction.  Words are compared by their stems, so irregular forms are listed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from index.comparison.aligning.stems import stem
from index.comparison.aligning.tokens import Word
from index.comparison.model import ConflictKind

_HARD: dict[ConflictKind, str] = {
    "negation": """
rise rose risen climb increase grow grew grown gain | fall fell fallen drop decline decrease shrink shrank sink sank
rise rose risen climb increase grow grew grown gain | slip dip slide slid
jump soar surge rise rose increase | plunge slide slid tumble fall fell drop
raise boost lift hike | lower reduce cut slash trim
accept approve ratify adopt endorse agree | reject refuse decline rebuff veto oppose
agree plan decide vow promise pledge want intend accept | refuse decline
support back endorse favor favour advocate | oppose resist fight condemn
pass approve adopt | reject defeat fail
win won gain earn recover find found | lose lost
sign signed | reject refuse veto cancel annul
victory triumph | defeat loss
allow permit let authorize authorise legalize legalise | forbid forbade forbidden prohibit ban bar outlaw block
confirm acknowledge admit concede affirm say said tell told state | deny denied
praise applaud hail laud commend | criticize criticise condemn denounce attack blast slam
defend | attack condemn denounce
begin began begun start launch open | end finish conclude cease stop halt close
arrive come came enter | leave left depart exit
join enter | leave left quit
accelerate quicken | slow
expand widen broaden | narrow shrink shrank contract
strengthen | weaken
ease relax loosen | tighten
improve | worsen deteriorate
succeed succeeded | fail
remember recall | forget forgot
appear | disappear vanish
arrest detain jail imprison | release free freed
convict | acquit exonerate
guilty | innocent
legal lawful constitutional | illegal unlawful unconstitutional
true | false
possible | impossible
likely | unlikely
safe | dangerous unsafe
public | private
peaceful nonviolent | violent
voluntary | compulsory mandatory
temporary | permanent
conditional | unconditional
military | civilian
domestic | foreign
married | unmarried single divorced
optimistic | pessimistic
accidental | deliberate intentional
survive | die died perish
alive | dead
kill killed slain slay | wound wounded injure injured hurt survive survived
import | export
buy bought purchase | sell sold
lend lent | borrow
hire | fire fired dismiss dismissed
resign resigned quit | fire fired dismiss dismissed sack sacked oust ousted
attack | retreat
advance | retreat
before | after
above over | below under beneath
inside within | outside
more | fewer less
higher | lower
larger bigger greater | smaller
stronger | weaker
longer | shorter
older | younger
earlier sooner | later
better | worse
best | worst
largest biggest greatest | smallest
oldest eldest | youngest
highest | lowest
most | least fewest
first earliest | last latest final
majority most | minority
maximum | minimum
always | never rarely seldom
never | often frequently usually
all every each everyone everybody | none nobody no
many numerous several | few
both | neither
with | without
include included | exclude excluded omit omitted
presence | absence
victim | attacker assailant suspect perpetrator
surplus | deficit shortfall
right correct | wrong
good | bad
well | badly poorly
new | old
young | old
large big great huge | small little tiny
long | short
high | low
near close | far distant
fast quick | slow
heavy | light
rich wealthy | poor
strong | weak
strength | weakness
hard difficult tough | easy
hot warm | cold cool
dark | light
positive | negative
pro | anti
up | down
on | off
front | back
top | bottom
single sole | multiple several many
same | different other
beginning start | middle | end
future | past | present
local | national | international
local | state | federal
urban | rural
success | failure
wealth | poverty
difficulty | ease
danger | safety
birth | death
love | hate
unite | divide
gain | loss
allow let permit | deny prevent
some any | no none
joint | separate
physical | mental
general | specific particular
formal | casual
foreign | native
adult | child minor teenager
parent | child
criminal | civil
senior | junior
written | spoken oral verbal
full complete total | partial
direct | indirect
profit | loss
debt | asset
""",
    "place": """
north northern | south southern | east eastern | west western
northeast northeastern | northwest northwestern | southeast southeastern | southwest southwestern
left | right
upper | lower
""",
    "date": """
dawn daybreak | morning | noon midday | afternoon | evening night | midnight
·am | ·pm
spring | summer | autumn fall | winter
early | late
""",
    "number": """
once | twice
once | thrice
twice | thrice
double doubled | triple tripled | quadruple quadrupled | halve halved
dozens | hundreds | thousands | millions | billions
dozen | hundred | thousand | million | billion | trillion
seconds | minutes | hours | days | weeks | months | years | decades | centuries
second | minute | hour | day | week | month | year | decade | century
inch inches | foot feet | yard yards | mile miles
·mm | ·cm | ·km
grams | kilograms | tons tonnes
""",
    "participant": """
republican republicans ·gop r | democrat democrats democratic d
conservative conservatives tory tories | liberal liberals
father dad | mother mom mum | son | daughter | brother | sister | uncle | aunt | cousin | nephew | niece
father dad | wife | son | husband | brother
mother mom mum | husband | daughter | wife | sister
grandfather | grandmother | grandson | granddaughter
boy | girl
man men | woman women
he him his himself | she her hers herself
mr | mrs ms miss
prosecutor | defendant
plaintiff | defendant
employer | employee
landlord | tenant
buyer | seller
teacher | student pupil
doctor physician | nurse | patient
""",
    "status": """
senator sen | representative rep congressman congresswoman | governor gov | mayor | ambassador | president | sheriff
representative rep congressman congresswoman | secretary
senator sen | secretary | speaker
governor gov | secretary | judge justice | speaker
spokesman spokeswoman spokesperson | attorney lawyer counsel
spokesman spokeswoman spokesperson | director | treasurer | chairman chairwoman chair
secretary | director | treasurer
president | premier | king | queen
candidate challenger | incumbent
professor | student
general gen | colonel col | major | captain capt | lieutenant lt | sergeant sgt
admiral adm | captain capt
owner | tenant
prince | king
princess | queen
""",
}
_WEAK: dict[ConflictKind, str] = {
    "number": """
all every each | most many | some | few
most many | few
both | either
always | often frequently usually | sometimes | rarely seldom
entire whole | part
""",
}


_DENYING = frozenset({"un", "in", "im", "il", "ir", "dis", "non", "mis"})
_AWAY = frozenset({"last", "this", "next", "past", "coming", "previous"})
_BASE = 4  # letters of a word that a denying syllable may turn into its opposite


class Opposition(NamedTuple):
    """What two words contradict each other in; `sure` where no looser reading lets both be right."""

    kind: ConflictKind
    sure: bool


_DENIAL = Opposition("negation", True)


def opposed(a: Word, b: Word) -> Opposition | None:
    """How two words contradict each other, None where both may be said of one thing."""
    if a.key == b.key or a.kind not in ("word", "number") or b.kind not in ("word", "number"):
        return None
    listed = next((found for x in _forms(a) for y in _forms(b) if (found := _listed(x, y)) is not None), None)
    if listed is None and any(_denied(x, y) or _denied(y, x) for x, y in ((a.folded, b.folded), (a.stem, b.stem))):
        return _DENIAL
    return listed


def from_today(words: Sequence[Word], at: int) -> bool:
    """Is word `at` a time told from the day of writing, as in "last week", "this month"?  It is then no length."""
    return at > 0 and words[at - 1].folded in _AWAY


def _denied(one: str, other: str) -> bool:
    """Is one word the other with a denying syllable before it: paid and unpaid, legal and illegal?"""
    cut = len(one) - len(other)
    return 2 <= cut <= 3 and len(other) >= _BASE and one.endswith(other) and one[:cut] in _DENYING


def _forms(word: Word) -> tuple[str, ...]:
    return (word.folded,) if word.folded == word.stem else (word.folded, word.stem)


def _listed(one: str, other: str) -> Opposition | None:
    """How the first scale of which two words stand at different points tells them apart."""
    scales = _scales()
    theirs = scales.get(other)
    if theirs is None:
        return None
    for line, points in scales.get(one, {}).items():
        others = theirs.get(line)
        if others is not None and any(p not in others and q not in points for p in points for q in others):
            return _lines()[line][0]
    return None


@cache
def _lines() -> tuple[tuple[Opposition, str], ...]:
    """The scales in their order, the sure ones first."""
    return tuple(
        (Opposition(kind, sure), line)
        for sure, tables in ((True, _HARD), (False, _WEAK))
        for kind, lines in tables.items()
        for line in lines.strip().splitlines()
    )


@cache
def _scales() -> dict[str, dict[int, set[int]]]:
    """By a word of a scale, as it is written and stemmed, at which points of which lines it stands."""
    found: dict[str, dict[int, set[int]]] = {}
    for number, (_, line) in enumerate(_lines()):
        for place, point in enumerate(line.split("|")):
            for word in point.split():
                for form in {word, stem(word)}:
                    found.setdefault(form, {}).setdefault(number, set()).add(place)
    return found
