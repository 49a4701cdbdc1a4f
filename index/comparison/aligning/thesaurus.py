"""Words of the news that tell the same thing: one group a line, the first word names the group.

Written by hand for this project.  A group holds words that an editor may exchange for each other in a report without
changing what it states; "agreed" and "refused" never share one.  Groups serve alignment (truce meets ceasefire), keep
a mere change of word from looking like a conflict, and name wording variants.  A word marked with ~ is told beside the
others of its group without being the same (official, counterpart): it serves alignment and is no variant of them.
"""

from __future__ import annotations

from functools import cache, lru_cache

from index.comparison.aligning.stems import PAST_FORMS, stem
from index.comparison.aligning.stopwords import FUNCTION

_GROUPS = """
ceasefire truce armistice cease-fire
talks negotiations negotiate discussions discuss dialogue conversations talk negotiating
war conflict hostilities fighting
say said told tell state declare remark note mention comment add assert announce stress express convey voice explain
say emphasize emphasise underscore
attack strike assault raid bombardment shelling
agreement deal accord pact settlement
violate breach break broke broken infringe
accuse blame
kill slain dead die died death
hurt injure wound
help assist aid assistance
begin began begun start commence launch initiate
end finish conclude cease stop halt cessation
try attempt seek
show demonstrate indicate reveal signal suggest
ask request urge call
big large huge sizable
many numerous several
important significant crucial critical pivotal
quick rapid fast swift
buy bought purchase acquire
sell sold vend
also additionally moreover furthermore too
however nevertheless nonetheless
despite notwithstanding
often frequently
nearly almost
about roughly approximately around
rough choppy
sharp steep
lawmaker legislator
attorney lawyer counsel
critic opponent detractor
child kid youngster
statement declaration
spokesman spokeswoman spokesperson
willing willingness ready readiness open openness prepared
meet met meeting
plan proposal propose ~framework
territory territorial region
civilian noncombatant
refuse reject decline rebuff dismiss
demand insist insistence
pressure push
progress headway advance
withdraw withdrawal pullout pullback
quit resign resignation
hire recruit
job post position
house home residence
car vehicle automobile
police officer policeman
doctor physician
company firm corporation business
leader head chief
vote ballot
law legislation
choose chose chosen pick select
build built construct
show display
fight fought battle combat
raise increase lift boost
fall fell fallen drop decline decrease
cut reduce reduction trim
hope optimism optimistic hopeful
worry concern fear
peace peaceful
happen occur
rule ruling decision decide
get got obtain receive
give gave given provide supply furnish
need require requirement
think thought believe belief
people persons individuals
party ~side
dismissal oust ouster
deny denial
confirm affirm
warn warning caution
support back backing endorse
oppose opposition resist
error mistake
result outcome
troops soldiers forces
weapon arms
injured wounded
jail prison imprison
illegal unlawful
money funds cash
rich wealthy
poor needy
whole entire
main primary principal chief
answer reply respond response
student pupil schoolchildren schoolchild
teacher instructor
film movie
storm hurricane typhoon cyclone
near close
hard difficult tough
goal aim objective
last final
previous prior earlier past
recent latest
continue persist proceed ongoing
join participate
let allow permit
prevent block bar
prove proof ~evidence
possible potential
likely probable
hold held
conflict ~crisis
intensify heighten escalate step-up
increase mounting
pressure push urge press
upcoming forthcoming future
official envoy representative delegate ~counterpart
plan blueprint
path road way route
occupy ~annex ~annexation ~seize
sovereignty ~integrity ~independence
unacceptable nonnegotiable
obstacle hurdle challenge difficulty barrier
mediate mediation broker facilitate
membership join accession
guarantee assurance pledge
condition precondition
concession compromise concede
prioritize priority ~paramount
achieve reach attain
seek sought strive
speech address remarks
contact call phone
lasting sustainable durable long-lasting
temporary brief short-lived
pivotal decisive key
capture ~detain ~arrest
accord treaty
trade commerce
tariff duty levy
threat threaten
expert analyst observer
skeptical sceptical doubtful doubt
cooperation collaborate collaboration cooperate
prisoner captive detainee
swap exchange
pause lull respite
delay postpone
cancel scrap
expand widen extend
shift change turn
shrink narrow
destroy destruction devastate devastation ruin
immediate instant
complex complicated complexity intricate
ally partner
enemy foe adversary
budget spending
poll survey
study research
worker employee staff
economy economic
rally protest demonstration
crowd throng
shooting gunfire
lawsuit suit complaint
judge justice
senator lawmaker
campaign race
candidate nominee contender
donor contributor
tax levy
bill measure
health medical
insurance coverage
bomb explosive
explosion blast
crash collision
fire blaze
flood flooding
refugee migrant
border frontier
army ~military
navy naval
ship vessel
plane aircraft jet airliner
helicopter chopper
lorry truck
petrol gasoline
kidnap abduct
earthquake quake
firefighter fireman firemen
licence license
wage salary
baby infant
missile rocket
nuclear atomic
secret clandestine covert
inquiry investigation probe
investigate examine
scandal affair
apology apologize apologise
democrat democratic democrats
republican republicans ·gop
"""

_LANDS = """
ukraine ukrainian ukrainians kyiv kiev
russia russian russians moscow kremlin
·us american americans america ·usa
·uk british britain briton britons
france french
germany german germans berlin
china chinese beijing
europe european europeans ·eu
israel israeli israelis
iran iranian iranians tehran
iraq iraqi iraqis baghdad
syria syrian syrians damascus
turkey turkish turks ankara
india indian indians
pakistan pakistani pakistanis islamabad
afghanistan afghan afghans kabul
japan japanese tokyo
korea korean koreans
mexico mexican mexicans
canada canadian canadians ottawa
poland polish warsaw
italy italian italians rome
spain spanish madrid
egypt egyptian egyptians cairo
libya libyan libyans tripoli
saudi saudis riyadh
palestine palestinian palestinians
lebanon lebanese beirut
yemen yemeni
cuba cuban cubans havana
"""

LANDS = frozenset("=" + line.split()[0] for line in _LANDS.split("\n") if line)
"""The groups of lands: an article about one names it in every other sentence."""


_BEGINNING = 2  # letters that a word of a group and its stem share
_CHANGED = 1  # letters of a stem that its word may lack: "tri", "try"; the tests hold every word to both


@cache
def _words() -> dict[str, str]:
    """Each word of a group with the group's name."""
    table: dict[str, str] = {}
    for line in (_GROUPS + _LANDS).split("\n"):
        words = line.replace("~", "").split()
        for word in words:
            table.setdefault(word, table.get(words[0], "=" + words[0]))
    return table


LOOSE = frozenset(stem(word[1:]) for word in _GROUPS.split() if word.startswith("~"))
"""Stems of the words that are told beside the others of their group without being the same."""


@cache
def _beginnings() -> dict[str, list[str]]:
    """The words of the groups by their first letters, in the order of the groups."""
    found: dict[str, list[str]] = {}
    for word in _words():
        found.setdefault(word[:_BEGINNING], []).append(word)
    return found


@lru_cache(maxsize=65536)
def _by_stem(stemmed: str) -> str | None:
    """The group of the first word with this stem; only words that begin alike are stemmed, since stemming is slow."""
    if stemmed in FUNCTION:  # "willing" must not make a synonym of "will"
        return None
    kept = stemmed[:-_CHANGED]
    for word in _beginnings().get(stemmed[:_BEGINNING], ()):
        if (word.startswith(kept) or word in PAST_FORMS) and stem(word) == stemmed:
            return _words()[word]
    return None


def concept(word: str, stemmed: str) -> str:
    """The group of a folded word or of its stem, as "=" and the group's name; the stem itself where it is in none."""
    words = _words()
    if (group := words.get(word)) is not None:
        return group
    if word in FUNCTION:
        return stemmed
    return words.get(stemmed) or _by_stem(stemmed) or stemmed
