"""The figures that an event has once, its toll, its crowd, its damage, and the words that stand beside each.

Written by hand for this project.  A line holds what is asked, the kind of figure, words that stand right before it and
words that stand right after it; "…" is up to six words of any kind.  A "result" is two counts: 3-2, 612 to 340;
"whatever" is a count of which it does not matter in what words it is told whom or what it counts; "of one" after the
kind marks what each person has one of.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from index.documents.patterns import late

_TALLIES = """
how many died | count | kill; killed; killing; kills; toll … to; toll … at; toll … of; toll reached; toll was; toll \
is; claimed the lives of; claiming the lives of; cost the lives of; took the lives of; number of dead … to; number of \
deaths … to; toll … reached; toll … reaches; toll reaches; toll … climbs to; toll … rises to; number of victims … to; \
toll … put at; toll … stood at; toll … stands at; put the toll at; put … toll at | killed; dead; died; dying; \
perished; drowned; lost their lives; deaths; fatalities; lives; slain; shot dead; bodies
how many were hurt | count | injured; injuring; injures; wounded; wounding; wounds; hurt; hurting | injured; wounded; \
hurt; hospitalized; hospitalised; injuries; taken to hospital; treated for; suffered burns; suffered injuries; \
required treatment; needed treatment; required hospital; needed hospital
how many were aboard | count | | people aboard; people on board; people were aboard; people were on board; passengers \
and crew
how many are missing | count | | missing; still missing; reported missing; unaccounted for; not been found; have not \
been found; yet to be found
how many were saved | count | rescued; rescuing; saved; rescue of; pulled; saved the lives of | rescued; saved; \
pulled from; pulled out; survived; survivors
how many had to leave their homes | count | evacuated; evacuate; evacuating; displaced; displacing; evacuation of | \
evacuated; displaced; driven from; forced from; forced out of; forced to flee; forced to leave; fled; homeless; left \
homeless; from their homes; to flee their homes; to leave their homes; brought to safety; taken to safety; moved to \
safety; told to leave; ordered to leave; asked to leave; ordered out; told to evacuate; ordered to evacuate; told to \
flee
how many were arrested | count | arrested; arresting; arrests; detained; detaining; detains | arrested; detained; \
arrests; taken into custody; in custody
how many were held | count | taking; took; held; holding | hostages; hostage; as hostages
how many came | count | crowd of; crowd at; crowd … at; attendance at; attendance … at; attendance of; in front of; \
watched by; attended by; audience of; march … with; rally … with | attended; marched; gathered; turned out; watched; \
rallied; spectators; fans; marchers; had come; had come to; showed up; took to the streets; opponents gathered; \
walked with; had walked; joined the march; joined the rally; participants; come; came; came to
how high the turnout was | percent | turnout of; turnout at; turnout … of; turnout was; turnout … at; turnout … to; \
turnout reached; turnout hit | turnout; went to the polls; cast ballots; cast their ballots; cast their votes; … went \
to the polls; … cast ballots; … cast their ballots
the share of the vote that won | percent | won with; won … with; elected with; elected … with; victory with; victory \
… with; reelected with; reelected … with |
how great the damage is | money | damage at; damage … at; damage to; damage of; damage … of; losses at; losses of; \
losses … at; losses … reach; damage … reach; damage … exceed; losses … exceed; losses put at; damage put at | in \
damage; in losses; of damage
what it costs | money | cost of; costs of; cost … of; cost … at; cost … to; costs … to; price … to; price of; price \
tag of; bill of; bill … to; bill … at; budget of; will cost; would cost; to cost; cost about; it cost | project; \
scheme; price tag
how long the sentence is | days, of one | sentenced to; sentenced … to; sentence of; prison term of; prison for; jail \
for; jailed for; imprisoned for | prison term; prison sentence; jail term; jail sentence; in prison; in jail; \
imprisonment; behind bars; suspended
how long the sentence may be | days | face up to; faces up to; facing up to; maximum of; maximum sentence of; maximum \
penalty of; imprisoned for up to; prison for up to |
how strong it was | whatever | magnitude; magnitude of; magnitude was; measured; measured at; measuring | magnitude; \
on the richter
what is paid for it | money | acquire … for; acquired … for; buy … for; buying … for; bought … for; acquiring … for; \
takeover … worth; merger … worth; takeover bid of; takeover offer of; merger … valued at | takeover; takeover of; \
takeover bid; acquisition; merger; buyout; takeover offer
how high the bribes were | money, of one | bribes of; bribes worth; bribes … totaling | in bribes; in kickbacks
how high the fine is | money, of one | fined; fined …; fine of; fines of; penalty of | fine; penalty
how much must be repaid | money, of one | repay; pay back; reimburse; ordered to pay; must pay; has to pay | in \
restitution
how high bail is | money, of one | bail at; bail of; bail … at | bail
how long the jury deliberated | days | deliberated; deliberated for; deliberating; deliberating for; deliberations \
of; deliberations lasted; jury … out for | of deliberations; of deliberation; of deliberating
how the vote went | result | vote of; vote was; vote; voted; voting; vote … of; approved … by; passed … by; rejected \
… by; vote …; approved by; passed by; rejected by; adopted by; backed by; carried by; defeated by; majority of | \
vote; against; opposed; voted against
how the game ended | result | beat …; beats …; beating …; defeated …; defeating …; win; won; lost; victory; loss | \
victory; win; loss; defeat; triumph; lead
how many are on strike | whatever | strike by; strike of; walkout by; walkout of | walked out; walked off the job; … \
walked off the job; went on strike; on strike; struck; downed tools; stopped work; … began … strike; … went on \
strike; … walked out; began … strike
how many were studied | whatever | study of; trial of; trial followed; study followed; followed; enrolled; observed; \
surveyed; interviewed; polled; involved; involving | took part in the study; took part in the trial; were enrolled; \
were surveyed
how many jobs go | whatever | cut; cutting; eliminate; eliminating; shed; shedding; lay off; laid off; laying off | \
jobs lost; lose their jobs; … lose their jobs; lost their jobs; … lost their jobs; jobs will be lost; jobs will be \
cut; jobs will go; layoffs
how much pay is offered | percent | pay rise of; pay raise of; wage increase of; increase in wages of; increase in \
pay of; rise in pay of; raise of; rise in wages of | raise; pay raise; pay rise; wage increase; pay increase; rise in \
pay; rise in wages; increase in pay; … put on the table
how many had no power | whatever | without power; without electricity; power to; electricity to | without power; \
without electricity; lost power; … without power; … without electricity; … lost power
how many were infected | count | infected; infecting; sickened; sickening; infections … to; cases … to; cases reached \
| infected; infections; sickened; fell ill; fallen ill; fell sick; confirmed cases
how long they were held or trapped | days | trapped for; trapped … for; held for; held captive for; buried for; \
captivity for; stranded for; adrift for; lost for; spent | in captivity; underground; trapped; adrift; in the rubble; \
buried; under the rubble; beneath the rubble
how long it lasted | days | siege lasted; standoff lasted; fight lasted; battle lasted; talks lasted; meeting lasted; \
fire lasted; blackout lasted; search lasted; hearing lasted; trial lasted; flight lasted; operation lasted; raid \
lasted; talks took; ended after; siege of; standoff of; blackout of | siege; standoff; blackout; \
of talks; of negotiations; of bargaining; of negotiating
how long the fire burned | days | extinguished within; put out within; under control within; under control after; \
extinguished after; put out after; burned for; burnt for; raged for; battled the flames for; fought the flames for; \
fought the fire for; battled the blaze for |
how deep it is | count | depth of; depth … of | deep; below ground; underground; below the surface; below the ground
how fast it went | count | speed of; speeds of; traveling at; travelling at; clocked at | mph; miles an hour; miles \
per hour; kilometers an hour; kilometres an hour
how many shots were fired | count | fired; firing | shots; rounds; bullets
how many signed it | whatever | signed by; signatures of; petition with | signatures; signed
what was stolen | money | made off with; got away with; escaped with; fled with; haul of; loot of; stole; stole … \
worth; stolen … worth |
what it is worth | money | insured for; insured … for; valued at; appraised at; worth | to the insurers
how much is given to help | money | set aside; earmarked; allocated; fund of; aid of; relief of; aid worth; \
compensation of; families … | in aid; in relief; in emergency aid; in compensation; compensation; aid package; relief \
package; in assistance; for immediate help; in emergency relief
how large an area burned | count | burned; blackened; scorched; charred; consumed | acres; hectares; square miles; \
square kilometers; square kilometres
how much of the fire is contained | percent | | contained; under control; the perimeter; the fire contained; the \
blaze contained
how many were destroyed | count | destroyed; destroying; destroys; leveled; gutted; burned down | destroyed; gutted; \
leveled; burned to the ground; went up in flames; in ashes; reduced to ashes; burned out
how strong the wind was | count | winds of; gusts of; winds of up to; winds at; gusts up to |
how long the truce lasts | days | truce of; ceasefire of; armistice of; stop fighting for; truce for; ceasefire for; \
fall silent for; fell silent for; silence for | truce; ceasefire; armistice; halt to fighting; halt to the fighting; \
pause in the fighting
how long the strike was | days | strike of; walkout of; strike lasting | strike; walkout; stoppage
how long the mourning lasts | days | mourn for; mourning for; mourning of; mourn … for | of mourning; of national \
mourning; of official mourning; mourning period
how high the price of a share is | money | |
how great the premium is | percent | premium of; premium … of | premium
on how many counts | count, of one | guilty on; guilty on all; guilty of; convicted on; convicted of; convicted on all |
how great the lead was | whatever | margin of; lead of; majority of; won by; ahead by; margin was; lead was; led by | \
votes ahead
how long they ruled | days | ruled for; governed for; in power for; had governed; had ruled; ruled the country for; \
ruled the state for | of … rule; in power
how far they pull back | count | |
of how many the data were taken | count | |
how long they went unnoticed | days | unnoticed for; undetected for; were inside for | unnoticed; undetected
how long it took to sink | days | sank within; sank in; sank after; went down within; went down in; capsized within |
how great the reward is | money | reward of; bounty of | reward; bounty
how great the ransom was | money | ransom of | ransom
how much was awarded | money | awarded; awarded …; award of; settlement of; settled … for | in damages; settlement; \
award
"""
Kind = Literal["count", "whatever", "percent", "money", "days", "result"]
KINDS: tuple[Kind, ...] = ("count", "whatever", "percent", "money", "days", "result")
_ANY, _FILLED = "…", r"\w+(?: \w+){0,5}?"
_NEVER = re.compile(r"(?!)")


class Tally(NamedTuple):
    """One line of the table: `before` ends, `after` begins what is written beside the figure, folded.

    `of_one`: each person has one, so figures for two people are no disagreement.  `telling` holds a word of each
    phrase: where none is near a figure, that answers nothing.
    """

    about: str
    kind: Kind
    of_one: bool
    before: re.Pattern[str]
    after: re.Pattern[str]
    telling: frozenset[str]

    def asks(self, kind: str) -> bool:
        """Is it a figure of this kind that answers?"""
        return kind == ("count" if self.kind == "whatever" else self.kind)


@cache
def tallies() -> tuple[Tally, ...]:
    """The table, in its order."""
    return tuple(read(line) for line in _TALLIES.strip().splitlines())


@cache
def asking(kind: str) -> tuple[Tally, ...]:
    """Those that a figure of a kind may answer."""
    return tuple(tally for tally in tallies() if tally.asks(kind))


def read(line: str) -> Tally:
    """One line of a table."""
    about, named, *sides = (part.strip() for part in line.split("|"))
    kind, _, of_one = named.partition(", ")
    before, after = map(_phrases, sides)
    return Tally(
        about,
        KINDS[KINDS.index(kind)],
        of_one == "of one",
        _pattern(before, "(?:^|.* )(?:", ")$"),
        _pattern(after, "(?:", ")(?: |$)"),
        frozenset([max(phrase.split(), key=len) for phrase in before + after]),
    )


def _phrases(side: str) -> list[str]:
    """What is set apart by semicolons."""
    return [phrase.strip() for phrase in side.split(";")] if side else []


def _pattern(phrases: list[str], led: str, followed: str) -> re.Pattern[str]:
    """Any of the phrases between what leads and what follows; nothing where there are none."""
    return late(led + "|".join(phrases).replace(_ANY, _FILLED) + followed) if phrases else _NEVER
