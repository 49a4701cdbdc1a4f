"""The figures that an event has once, its toll, its crowd, its damage, and the words that stand beside each.

Written by hand for this project.  A line holds what is asked, the kind of figure, words that stand right before it and
words that stand right after it; "…" is up to six words of any kind.  A "result" is two counts: 3-2, 612 to 340;
"whatever" is a count of which it does not matter in what words it is told whom or what it counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

_TALLIES = """
how many died | count | kill; killed; killing; kills; toll … to; toll … at; toll … of; toll reached; toll was; toll \
is; claimed the lives of; claiming the lives of; cost the lives of; took the lives of; number of dead … to; number of \
deaths … to; toll … reached; toll … reaches; toll reaches; toll … climbs to; toll … rises to | killed; dead; died; \
dying; perished; drowned; lost their lives; deaths; fatalities; lives; slain; shot dead
how many were hurt | count | injured; injuring; injures; wounded; wounding; wounds; hurt; hurting | injured; wounded; \
hurt; hospitalized; hospitalised; injuries
how many are missing | count | | missing; still missing; reported missing; unaccounted for
how many had to leave their homes | count | evacuated; evacuate; evacuating; displaced; displacing; evacuation of | \
evacuated; displaced; driven from; forced from; forced out of; forced to flee; forced to leave; fled; homeless; left \
homeless; from their homes; to flee their homes; to leave their homes
how many were arrested | count | arrested; arresting; arrests; detained; detaining; detains | arrested; detained; \
arrests; taken into custody; in custody
how many were held | count | taking; took; held; holding | hostages; hostage; as hostages
how many came | whatever | crowd of; crowd at; crowd … at; attendance at; attendance … at; attendance of; in front of; \
watched by; attended by; audience of | attended; marched; gathered; turned out; watched; rallied; spectators; fans; \
marchers
how high the turnout was | percent | turnout of; turnout at; turnout … of; turnout was; turnout … at; turnout … to; \
turnout reached; turnout hit | turnout; went to the polls; cast ballots; cast their ballots; cast their votes; … went \
to the polls; … cast ballots; … cast their ballots
the share of the vote that won | percent | won with; won … with; elected with; elected … with; victory with; victory … \
with; reelected with; reelected … with |
how great the damage is | money | damage at; damage … at; damage to; damage of; damage … of; losses at; losses of; \
losses … at; losses … reach; damage … reach; damage … exceed; losses … exceed | in damage; in losses; of damage
how long the sentence is | days | sentenced to; sentenced … to; sentence of; prison term of | prison term; prison \
sentence; jail term; jail sentence
how long the sentence may be | days | face up to; faces up to; facing up to; maximum of; maximum sentence of; maximum \
penalty of; imprisoned for up to; prison for up to |
how strong it was | whatever | magnitude; magnitude of; magnitude was; measured; measured at; measuring | magnitude; \
on the richter
what is paid for it | money | acquire … for; acquired … for; buy … for; buying … for; bought … for; acquiring … for; \
takeover … worth; merger … worth; takeover bid of; takeover offer of; merger … valued at | takeover; takeover of; \
takeover bid; acquisition; merger; buyout; takeover offer
how high the bribes were | money | bribes of; bribes worth; bribes … totaling | in bribes; in kickbacks
how high the fine is | money | fined; fined …; fine of; fines of; penalty of | fine; penalty
how high bail is | money | bail at; bail of; bail … at | bail
how long the jury deliberated | days | deliberated; deliberated for; deliberating; deliberating for; deliberations of; \
deliberations lasted; jury … out for | of deliberations; of deliberation; of deliberating
how the vote went | result | vote of; vote was; vote; voted; voting; vote … of; approved … by; passed … by; rejected … \
by; vote … | vote
how the game ended | result | beat …; beats …; beating …; defeated …; defeating …; win; won; lost; victory; loss | \
victory; win; loss; defeat; triumph; lead
how many are on strike | whatever | strike by; strike of; walkout by; walkout of | walked out; went on strike; on \
strike; struck; downed tools; stopped work; … began … strike; … went on strike; … walked out; began … strike
how many were studied | whatever | study of; trial of; trial followed; study followed; followed; enrolled; observed; \
surveyed; interviewed; polled; involved; involving | took part in the study; took part in the trial; were enrolled; \
were surveyed
how many jobs go | whatever | cut; cutting; eliminate; eliminating; shed; shedding; lay off; laid off; laying off | \
jobs lost; jobs will be lost; jobs will be cut; jobs will go; layoffs
how many were destroyed | count | destroyed; destroying; destroys; leveled; gutted; burned down | destroyed; gutted; \
leveled
how strong the wind was | count | winds of; gusts of; winds of up to; winds at; gusts up to |
how long the truce lasts | days | truce of; ceasefire of; armistice of; stop fighting for; truce for; ceasefire for; \
fall silent for; fell silent for; silence for | truce; ceasefire; armistice; halt to fighting; halt to the fighting; \
pause in the fighting
how long the strike was | days | strike of; walkout of; strike lasting | strike; walkout; stoppage
how long the mourning lasts | days | | of mourning; of national mourning; of official mourning; mourning period
how great the reward is | money | reward of; bounty of | reward; bounty
how great the ransom was | money | ransom of | ransom
how much was awarded | money | awarded; awarded …; award of; settlement of; settled … for | in damages; settlement; \
award
"""
Kind = Literal["count", "whatever", "percent", "money", "days", "result"]
KINDS: tuple[Kind, ...] = ("count", "whatever", "percent", "money", "days", "result")
_ANY = " …"
_FILLED = r"(?: \w+){1,6}?"
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Tally:
    """One line of the table: `before` ends, `after` begins what is written beside the figure, folded."""

    about: str
    kind: Kind
    before: re.Pattern[str]
    after: re.Pattern[str]


@cache
def tallies() -> tuple[Tally, ...]:
    """The table, in its order."""
    found = []
    for line in _TALLIES.strip().splitlines():
        about, named, before, after = (part.strip() for part in line.split("|"))
        kind = next(k for k in KINDS if k == named)
        found.append(Tally(about, kind, _pattern(before, r"(?:^|.* )(?:{})$"), _pattern(after, r"(?:{})(?: |$)")))
    return tuple(found)


def _pattern(phrases: str, frame: str) -> re.Pattern[str]:
    """Any of the phrases, set apart by semicolons, in the frame; nothing where there are none."""
    said = [re.escape(p.strip()).replace("\\ ", " ").replace(_ANY, _FILLED) for p in phrases.split(";") if p.strip()]
    said = [p.replace("… ", r"(?:\w+ ){1,6}?") for p in said]
    return re.compile(frame.replace("{}", "|".join(said))) if said else _NEVER
