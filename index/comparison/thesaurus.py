"""Words of the news that tell the same thing: one group a line, the first word names the group.

Written by hand for this project.  A group holds words that an editor may exchange for each other in a report without
changing what it states; "agreed" and "refused" never share one.  Groups serve alignment (truce meets ceasefire), keep
a mere change of word from looking like a conflict, and name wording variants.
"""

from __future__ import annotations

from functools import cache

from index.comparison.stems import stem
from index.comparison.stopwords import FUNCTION

_GROUPS = """
ceasefire truce armistice cease-fire
talks negotiations negotiate discussions discuss dialogue conversations talk negotiating
war conflict hostilities fighting
say state tell declare remark note mention comment add assert announce stress express convey voice explain
say emphasize emphasise underscore
attack strike assault raid bombardment shelling
agreement deal accord pact settlement
violate breach break infringe
accuse blame
kill slay dead die death
hurt injure wound
help assist aid assistance
begin start commence launch initiate
end finish conclude cease stop halt cessation
try attempt seek
show demonstrate indicate reveal signal suggest
ask request urge call
big large huge sizable
many numerous several
important significant crucial critical pivotal
quick rapid fast swift
buy purchase acquire
sell vend
also additionally moreover furthermore too
however nevertheless nonetheless
despite notwithstanding
often frequently
nearly almost
about roughly approximately around
sharp steep
lawmaker legislator
attorney lawyer counsel
critic opponent detractor
child kid youngster
statement declaration
spokesman spokeswoman spokesperson
willing willingness ready readiness open openness prepared
meet meeting
plan proposal propose framework
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
choose pick select
build construct
show display
fight battle combat
raise increase lift boost
fall drop decline decrease
cut reduce reduction trim
hope optimism optimistic hopeful
worry concern fear
peace peaceful
happen occur
rule ruling decision decide
get obtain receive
give provide supply furnish
need require requirement
think believe belief
people persons individuals
party side
fire dismissal oust
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
student pupil
teacher instructor
film movie
storm hurricane
near close
hard difficult tough
goal aim objective
last final
previous prior earlier
recent latest
continue persist proceed ongoing
join participate
let allow permit
prevent block bar
prove proof evidence
possible potential
likely probable
hold held
"""


@cache
def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for line in _GROUPS.split("\n"):
        words = line.split()
        for word in words:
            table.setdefault(word, table.get(words[0], "=" + words[0]))
    for line in _GROUPS.split("\n"):
        for word in line.split():
            stemmed = stem(word)
            if stemmed not in FUNCTION:  # "willing" must not make a synonym of "will"
                table.setdefault(stemmed, table[word])
    return table


def concept(word: str, stemmed: str) -> str:
    """The group of a folded word or of its stem, as "=" and the group's name; the stem itself where it is in none."""
    if word in FUNCTION:
        return stemmed
    table = _table()
    return table.get(word) or table.get(stemmed) or stemmed
