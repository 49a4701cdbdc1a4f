"""Points that shut each other out, in words that stand anywhere: hurt or unharmed, attended or stayed away.

Written by hand for this project.  A line holds what is asked, how many words the two sentences must have in common
beside the answer, and the answers of either point, every form of them that may stand.  A denied answer is
the other point.  "Decided" lines ask what is a matter of will, so that an announcement counts as much as a deed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from index.comparison.aligning.tokens import Word

_STANCES = """
whether anyone was hurt | 0 | injured; hurt; injures; injuring; wounded; treated for; hospitalized; hospitalised; \
suffered burns | unhurt; unharmed; uninjured; unscathed; escaped injury; good health; nobody was hurt; no one was \
hurt; nobody was injured; no injuries
whether it was damaged | 1 | damaged; damages; cracked; destroyed; wrecked; collapsed; burned down; swept away; \
washed away; gutted; torn down; flattened; leveled; in ruins; reduced to rubble; badly hit; burnt down; carried away \
| undamaged; intact; spared; unscathed; withstood; held firm; still standing; without damage; no damage
whether it sank | 1 | sank; sunk; went down; went under; went to the bottom; capsized; foundered | stayed afloat; \
remained afloat; kept afloat; was towed into; was towed to; limped into; reached port; made it to port; brought into \
port
whether the water may be drunk | 0 | water is safe; water was safe; water remains safe; safe to drink; fit to drink; \
drinking water is safe | not to drink; unsafe to drink; unfit to drink; boil water; boil their water; boil tap; boil \
drinking; water was contaminated; water is contaminated; contaminated water; undrinkable
whether there was a danger to people | 0 | no danger; no threat to; no risk to; never in danger; no cause for alarm; \
no reason for concern; posed no; no harmful | told to stay inside; told to stay indoors; told to close; close their \
windows; keep windows closed; stay indoors; stay inside; remain indoors; were evacuated because; times the limit; \
above the limit; over the limit; above the legal limit; toxic fumes; poisonous fumes; toxic cloud; poisonous cloud
whether they talk to the investigators | 0 | told detectives everything; told police everything; is cooperating; are \
cooperating; cooperated with; cooperating with; answered all; made a full confession; has confessed; talked freely; \
gave a full statement; has made a statement | refused to answer; declined to answer; refuses to answer; refused to \
talk; refuses to talk; refused to speak; has said nothing; said nothing to; has remained silent; remained silent; is \
silent; not cooperating; refused to cooperate; exercised his right; invoked his right; exercised her right
whether it was found again | 1 | recovered; was recovered; were recovered; been recovered; found again; was returned; \
were returned; turned up | still missing; no trace of; not been found; not one of; none of the; never recovered; \
still being sought; remains missing; remain missing; without a trace
whether it is open | 1 | reopen; reopens; reopened; was open; is open; are open; open again; open to traffic; running \
again; resumed; stay open; stays open; stayed open; remain open; remains open; remained open; opened its doors; \
opened as usual; open as always; back in service; in service; in operation; resume production; resume work; resumed \
work; resumed operations; production resumed; back at work; will be resumed; be resumed; was resumed; kept working; \
kept running; operating normally; working normally | remain closed; remains closed; remained closed; stay closed; \
stays closed; still closed; remain shut; remained shut; suspended; shut down; will close; was closed; were closed; is \
closed; are closed; closed until; will be closed; be closed; to shut; was shut; were shut; ordered closed; shuts; \
stay shut; stays shut; stayed shut; stopped at once; brought to a halt; came to a halt; at a standstill; stood still; \
not running; out of service; closed its doors; sealed off; locked; work was stopped; work stopped; production \
stopped; stopped production; shut until; idle
who came | 1 | attended; attend; took part in; take part in; taking part in; was present; were present; appeared at; \
visited; traveled to; travelled to; showed up; participated in; travel to; travels to; was in the courtroom; was in \
court; was in the audience; walked in the first row; came to the; came to talks; flew to the; was on hand; were on \
hand; came in person; toured; arrived in person; was there; took her seat; took his seat | skipped; boycotted; \
boycott; stayed away; stay away; absent; did not show; canceled a visit; cancelled a visit; canceled a trip; \
cancelled a trip; stayed home; kept at home; at home with; sent nobody; sent no one; has yet to appear; yet to visit; \
sent a letter; sent a deputy; sent her deputy; sent his deputy; has not come; did not come; did not appear; stayed at \
home; failed to appear; nowhere to be seen; were missing; kept away; sent his regrets; sent her regrets
whether it takes place | 2 | will be held; go ahead; went ahead; take place; took place; will proceed; proceeded | \
canceled; cancelled; called off; calls off; postponed; put off; scrapped; was dropped; were dropped; has been \
shelved; was shelved; abandoned
whether it goes to court | 1 | sue; sued; sues; will sue; file suit; filed suit; file a lawsuit; filed a lawsuit; \
appeal; appealed; preparing an appeal; challenge in court; challenge the law in court; appeal would be filed; appeal \
will be filed; file an appeal; will appeal; would appeal | drop the case; dropped the case; drop the complaint; drop \
the suit; dropped the suit; drop his complaint; drop her complaint; dropped the complaint
who is for it and who against | 2 | supports; supported; support; backs; backed; backing; supporting; favors; \
favored; endorses; endorsed; in favor of; embraced; is among the supporters; among supporters; is among the backers; \
in favour of; speaks for | opposes; opposed; oppose; opposing; came out against; voted against; objected to; is among \
the opponents; among the opponents; is among the critics
what became of the proposal | 2 | accepted; approved; adopted; agreed to; embraced; welcomed; consented to; appealed \
for; called for; asked for; promised; pledged; vowed; accepted an offer; accepted the offer; accept help; accepts \
help | rejected; reject; refused; turned down; ruled out; declined; rebuffed; vetoed; canceled; cancelled; abandoned; \
turned the plan down; turned it down; turned the offer down; turned the proposal down; turn the offer down; turned \
down the
whether it was allowed | 2 | allowed; allow; permitted; permit; let; granted | refused; forbade; forbidden; banned; \
barred; denied; prohibited; blocked; rejected
whether they knew | 2 | knew; was aware; were aware; was told; were told; was informed; were informed; was warned; \
were warned; was briefed; were briefed; been warned; been told; knew of; had known; was notified; were notified; was \
consulted; were consulted; been consulted | unaware; in the dark; never heard; knew nothing; no knowledge of; learned \
of it from; taken by surprise; caught off guard; was not consulted
how peaceful it was | 1 | peacefully; peaceful; without incident; orderly; without violence; good-natured; calm; \
calmly; festive; passed without incident; without trouble; no incidents | violent; violently; clashed; clashes; riot; \
rioted; rioting; tear gas; water cannon; stones flew; threw stones; stones were thrown; bottles flew; threw bottles; \
bottles were thrown; rubber bullets; baton; batons; scuffles; rioters; looted; looting; set fire to; petrol bombs; \
firebombs; brawl; brawls; officers were hurt; officers were injured; policemen were hurt
how united they were | 1 | unanimously; unanimous; without dissent; without opposition | split; divided; dissent; \
dissented; voted against; voted for acquittal; dissenting; divided vote; majority vote; one judge; split decision; \
split vote
by how much | 1 | narrowly; narrow margin; slim margin; barely; thin majority | comfortably; comfortable margin; \
overwhelmingly; overwhelming; wide margin; landslide; lopsided; easily
whether bail was set | 0 | granted bail; set bail; bail was set; bail at; freed on bail; released on bail; posted \
bail | denied bail; without bail; refused bail; no bail; ordered held without bond
whether they were armed | 1 | armed; carrying a gun; had a gun; had a weapon; wielding; brandished; brandishing; \
pistol in; opened fire; shot at | unarmed
whether they stay in the post | 1, decided | step down; stepping down; will leave; leaving; resign; resigned; quit; \
stepped down; was suspended; offered his resignation; offered her resignation; gave up his seat; gave up her seat; \
gave up the seat; was dismissed; was fired; was removed | stay on; stays on; stay in office; remain in office; keep \
his job; keep her job; keeps his job; keeps her job; remain in the post; stay in the post; will remain; keeps his \
seat; keeps her seat; keep his seat; keep her seat; remains in his post; remains in her post; remain in his post; \
remain in her post; remains in office; keeps the post; remain as; remains as; refuses to resign; refused to resign; \
will not resign; no intention of resigning; ruled out resigning; rejected calls to resign
who it was | 1 | identified as; was identified; were identified; named as | unidentified; not been named; not \
identified
in what condition they are | 1 | stable condition; good condition; fair condition; condition as stable; condition was \
stable; stable; able to leave hospital; left the hospital; left hospital; released from hospital; sent home; out of \
danger; discharged; no longer in danger; minor injuries; slightly hurt; slightly injured; light injuries | critical \
condition; grave condition; serious condition; critically injured; gravely injured; intensive care; fighting for; in \
critical; between life and death; life support; in a coma; badly hurt; badly injured; severely injured; seriously \
injured; seriously hurt; gravely hurt; severe burns
whether they gave themselves up | 1 | surrendered; surrender; surrenders; gave himself up; gave herself up; gave \
themselves up; turned himself in; turned herself in | was captured; was caught; stormed; were captured; overpowered; \
was arrested after; was overpowered; were overpowered; was tracked down; were tracked down; tried to flee
whether they acted alone | 1 | acted alone; acting alone; lone gunman; lone attacker; single gunman | accomplice; \
accomplices; several gunmen; two gunmen
whether it rises or falls | 2 | rose; rise; rises; risen; increased; increases; increase; climbed; grew; grow; go up; \
goes up; went up; gained; jumped; raise; raised; raises; soared | fell; fall; falls; fallen; dropped; declined; \
decreased; decline; go down; went down; slipped; shrank; cut; lowered; reduced; plunged; tumbled
whether it was on time | 1 | on time; met the deadline; meet the deadline; on schedule; ahead of schedule; before the \
deadline | late; missed the deadline; overdue; behind schedule; after the deadline
whether it passed the test | 1 | passed inspection; passed an inspection; passed a safety inspection; passed the \
test; passed its last inspection; passed its inspection; passed an inspection in | failed inspection; failed an \
inspection; failed a safety inspection; failed the test; overdue for inspection; failed its last inspection; failed \
its inspection
whether it is admitted | 3 | confirmed; acknowledged; admitted; conceded; confessed; admitted that the; admitted it; \
owned up; pleaded guilty; has confessed; had confessed; made a confession; signed a confession | denied; denies; \
disputed; disputes; denied that the; denied that it; denies everything; denied everything; protests his innocence; \
protested his innocence; protests her innocence; maintains his innocence; maintained his innocence; maintains her \
innocence; pleaded not guilty; says he is innocent; has not confessed; denied any wrongdoing; denies any wrongdoing
how they spoke | 1 | face to face; in person; been direct; direct talks; met in person | by telephone; by phone; by \
video; through intermediaries; through mediators; separate rooms; carried messages; indirect talks; proximity talks
whether it was of free will | 1 | voluntarily; willingly; of his own accord; of her own accord | against his will; \
against her will; was forced to; were forced to; under duress
whether it stayed peaceful | 0 | was peaceful; were peaceful; passed off peacefully; passed peacefully; remained \
peaceful; stayed peaceful; went off peacefully; ended peacefully; passed without incident; remained calm; stayed \
calm; no incidents; went off without incident; ended without incident | turned violent; became violent; ended in \
violence; ended in clashes; turned into a riot; descended into violence; tear gas; water cannon; stones flew; threw \
stones; stones were thrown; bottles flew; threw bottles; bottles were thrown; rubber bullets; set cars on fire; \
clashed with police; clashes with police; officers were hurt; officers were injured
whether they talk directly | 0, decided | sat face to face; met face to face; talked face to face; spoke face to \
face; face to face talks; at the same table; at one table; in the same room; in one room; met directly; spoke \
directly | indirect talks; proximity talks; separate rooms; carried messages; carrying messages; shuttled between; \
shuttling between; only through intermediaries; only through mediators; only through go-betweens; through \
go-betweens; through intermediaries; through mediators
whether there is a strike | 0, decided | call a strike; go on strike; went on strike; walk off the job; walk out on; \
begin a strike; strike will begin; strike would begin; to walk out | called off the strike; strike was called off; \
called off its strike; called off their strike; averted a strike; strike was averted; strike averted; strike called \
off; strike has been called off
whether it is counted again | 0, decided | recount was ordered; recount has been ordered; recount had been ordered; \
ordered a recount; will be recounted; to be recounted; granted a recount; agreed to a recount | rejected a recount; \
refused a recount; no recount; ruled out a recount; rejected a demand to count; refused to count; denied a recount
whether it was permitted | 1 | was permitted; been permitted; was authorized; was authorised; been authorized; been \
authorised; had a permit; with a permit; had permission; allowed the march; allowed the rally | was banned; been \
banned; banned by; was forbidden; without a permit; had no permit; without permission; unauthorized; unauthorised; \
had forbidden it; forbidden it; banned the march; banned the rally; outlawed
whether it was encouraged | 1 | had encouraged; encouraged; had urged; called on | had forbidden; forbidden it; \
forbade; warned against; discouraged
whether it needs a vote | 1, decided | must approve; must still approve; must be approved; must be ratified; must \
ratify; must be cleared; must clear; needs the approval; needs approval; need the approval; needs the consent; \
requires the approval; requires approval; subject to the approval; has to be approved; have to approve; has to \
approve; have to be approved; put to the voters; put to a vote; put to a referendum | without a vote; without the \
approval; without the consent; without asking; no regulator has to; no regulator must; no vote is needed; needs no \
approval; no approval is; need not be approved; need not be ratified; no need for approval; without a referendum
whether there is power | 0 | power was back; power is back; power was restored; power had been restored; power has \
been restored; electricity was restored; electricity had been restored; electricity was back; restored power; \
restored electricity; lights were back | without electricity; without power; no electricity; no power; power was out; \
power was still out; power remained out; electricity was cut
whether help has come | 0 | help had arrived; help arrived; aid had arrived; aid arrived; aid had reached; aid \
reached; first aid had; help had reached; rescuers reached | no help had; no help has; help had not come; help has \
not come; no aid had; no aid has; aid had not; still waiting for help; waited in vain
whether help from abroad is taken | 0, decided | accept help from; accepted help from; accept aid from; accepted aid \
from; asked for international; appealed for international; appealed for foreign; welcomed help from; accept foreign; \
accepted foreign | turned down offers of; declined offers of; rejected offers of; turned down foreign; declined \
foreign; rejected foreign; refused foreign; refused help from; no need of foreign; refused offers of
whether they met | 1 | shook hands; shake hands; met alone; met privately; had lunch | declined to shake; refused to \
shake; did not shake hands; avoided each other; declined to meet; refused to meet; refused to see; declined to see; \
would not meet
whether they will talk | 1, decided | ready to negotiate; ready to talk; ready for talks; willing to talk; willing to \
negotiate; prepared to talk; prepared to negotiate; open to talks; open to negotiations; agreed to talks; agreed to \
negotiate; resumed talks; talks resumed; remain ready; at the negotiating table | refused to negotiate; refuses to \
negotiate; refused to talk; refuses to talk; ruled out talks; ruled out negotiations; rejected talks; no talks with; \
broke off talks; broke off the talks; broken off; left the talks; walked out of; refused to meet; talks collapsed; \
declined to negotiate
whether it is paid for | 1, decided | promised compensation; promised the; will be compensated; would be compensated; \
be compensated; offered compensation; receive compensation; compensation for; paid compensation | get none; get \
nothing; would get none; no compensation; without compensation; refused compensation; not be compensated; come away \
empty-handed; left empty-handed; not a penny; not a cent
whether they get their jobs back | 1 | take back; taken back; rehired; reinstated; will be reinstated; were \
reinstated | will not return; not be reinstated; not be taken back; not be rehired
whether they were told beforehand | 0 | told of the plan in advance; informed in advance; told in advance; told of \
the operation in advance; consulted beforehand; warned in advance; informed beforehand | learned from the radio; \
learned of the merger from; learned of it from; heard of it from; learned of the plan from; knew nothing of; knew \
nothing about; had not been told; were not told; was not told; were not informed
whether the alarm worked | 1 | worked properly; had worked properly; was working; were working; in working order; \
functioned properly; worked normally; running normally; been working; functioned; went off; gone off; sounded; in \
good order; functioned as designed; worked as designed; worked as intended; was switched on; were switched on | was \
faulty; faulty; failed; malfunctioned; had failed; defective; was broken; had been switched off; was switched off; \
out of order; did not work; out of action; not working; did not sound; never sounded; stayed silent; remained silent; \
switched off; turned off; disconnected; had been disabled; was disabled; no alarm; did not open; did not go off; \
inoperative; never went off
whether it had been inspected | 1 | inspected in; was inspected; last inspected; been inspected; inspected by; passed \
inspection; without any objection | no inspector; never inspected; not been inspected; not inspected; no inspection; \
without inspection; without an inspection; inspections were skipped
whether it is insured | 1 | is insured; was insured; were insured; fully insured; insured against; covered by \
insurance | uninsured; not insured; no insurance; without insurance
whether they have been named | 1 | been identified; were identified; was identified; had been named; were named | not \
been identified; not been named; remained unidentified
whether there was an apology | 1 | apologized; apologised; apologizes; apologises; expressed regret; apologise; \
apologize; offered an apology; issued an apology | unapologetic; refused to apologize; refused to apologise; stood \
by; stands by; made no apology; would not apologize; offered no apology
whether it was signed | 1 | signed; signs into law; signed into law | refused to sign; declined to sign; unsigned; \
without her signature; without his signature; vetoed; refused to put her name; refused to put his name; refused to \
put its name; refused to put their names
who took part in the vote | 1 | bipartisan; both parties | party lines; party line; partisan; single democrat; single \
republican; without a republican vote
whether someone took responsibility | 1 | claimed responsibility; took responsibility; accepted responsibility; said \
it had carried out; said that it had carried out; said it carried out; said it was behind; says it was behind; said \
they were behind | denied responsibility; disclaimed responsibility; denied involvement; denied any involvement; \
denied any role; denied any part; denied any hand; denied taking part; denied carrying out; denied being behind; \
denied having any part; had nothing to do with; denied any connection; denied any link; denied any knowledge
whether it is lawful | 2 | acted legally; was legal; is legal; lawful; lawfully; constitutional | illegally; \
unlawful; unlawfully; unconstitutional
whether anyone was arrested | 1 | arrested; arrests; detained; taken into custody; made an arrest | at large; on the \
run; still being sought; no arrests; no one was arrested; nobody was arrested; got away; escaped unrecognized; remain \
at large; remains at large; no suspect; no suspects; have fled
whether they are free | 1, decided | remain free; remains free; remained free; free on bail; walked free; set free; \
was set free; allowed to stay at home; remain at home; stay at home; released on bail; released pending; let go in; \
were let go; was let go | taken to jail; straight to jail; remain in custody; remains in custody; remained in \
custody; remain in jail; held without bail; led away in handcuffs; taken away in handcuffs; taken into custody; still \
in custody; was jailed; were jailed; was led away; sent to prison
whether they testified | 1 | testified; testify; testifies; testifying; took the stand; take the stand; took the \
witness stand; told the jury; told jurors; gave evidence; gave testimony; day of testimony; days of testimony | \
declined to testify; refused to testify; said nothing in court; chose not to testify; waived
whether the defeat was accepted | 1 | conceded; concede; concedes; conceded defeat; accepted the result; accepted \
defeat | refused to concede; refused to accept the result; refused to accept defeat; spoke of fraud; alleged fraud; \
challenged the result; contested the result; would not concede; will not concede
whether the vote was fair | 1 | free and fair; fair and free; up to standards; met democratic standards | rigged; \
fraudulent; irregularities; neither free nor fair; ballot stuffing; fell short of; vote rigging; marred by; not up to
whether the rules were kept | 1 | rules had been followed; rules were followed; followed the rules; complied with; in \
compliance with; obeyed the rules | in breach of; breached; in violation of; broke the rules; failed to comply; \
violated the rules; rules had been broken
whether it has been cleared | 1 | already cleared; have cleared; has cleared; has been cleared; won approval; \
received approval | needs the approval; needs approval; need approval; awaits approval; awaiting approval; pending \
approval; subject to approval; has yet to approve; must be cleared by; must be approved by; must still be approved; \
must still approve
whether they pull back | 1 | pull back; pulled back; pulls back; withdraw; withdraws; withdrew; pull out; pulled out; \
retreat; retreated | stay where they are; stay put; hold their positions; remain in place; stay in place
how it was taken | 1 | wept; cried; sobbed; in tears; broke down | showed no emotion; impassive; without emotion; \
smiled; smiling; laughed
whether there was a warning | 1 | sirens sounded; alarms sounded; alarm sounded; warning was given; gave a warning; \
warning was sent; warnings were sent; were warned; was warned; warning was issued; warnings were issued; had been \
warned; sirens went off; sirens wailed; alert was sent; alerts were sent | heard no warning; without warning; without \
any warning; no sirens; no alarm; heard no sirens; no warning; not warned; nobody warned; no one warned; never \
warned; no siren; no message; no alert; not been warned; no advance warning; caught unawares
how it is paid | 1 | in cash; all cash; cash per share; cash a share; for cash | in stock; in shares; all stock; \
stock swap; by bank transfer
whether it has an end | 1 | indefinite; indefinitely; until further notice; permanently; for good | limited to; \
temporarily; temporary
whether it is investigated | 1 | opened an inquiry; opened an investigation; opened a criminal investigation; \
launched an inquiry; launched an investigation; ordered an inquiry; ordered an investigation; promised an inquiry; \
promised an investigation; promised an independent inquiry; ordered a public inquiry; public inquiry would; has \
ordered an inquiry; opened a formal investigation; have opened an investigation | no reason for an inquiry; no reason \
for an investigation; ruled out an inquiry; ruled out an investigation; ruled out an independent inquiry; declined to \
investigate; refused to investigate; dropped the investigation; no need for a public inquiry; no need for an inquiry; \
no need for an investigation; no grounds for an investigation; no grounds for an inquiry; saw no need for; no case to \
investigate
"""


@dataclass(frozen=True, slots=True)
class Stance:
    """One line of the table: what is asked, and the words in common that it takes.

    `decided`: what somebody will do is held against what is done already.
    """

    about: str
    needed: int
    decided: bool


def stances() -> tuple[Stance, ...]:
    """The questions, in the table's order."""
    return _read()[0]


def answers_at(words: Sequence[Word], at: int) -> Iterator[tuple[int, int, int]]:
    """The answers that begin with word `at`: the end of their words, the question and the point; longest first."""
    for said, question, point in _read()[1].get(words[at].folded, ()):
        end = at + len(said)
        if end <= len(words) and all(w.folded == answer for w, answer in zip(words[at:end], said, strict=True)):
            yield end, question, point


@cache
def _read() -> tuple[tuple[Stance, ...], dict[str, tuple[tuple[tuple[str, ...], int, int], ...]]]:
    """The questions; by its first word every answer with its question and point (0 or 1)."""
    found: list[Stance] = []
    by_first: dict[str, set[tuple[tuple[str, ...], int, int]]] = defaultdict(set)
    for number, line in enumerate(_STANCES.strip().splitlines()):
        about, needed, *points = (part.strip() for part in line.split("|"))
        needed, _, decided = needed.partition(", ")
        found.append(Stance(about, int(needed), decided == "decided"))
        for point, answers in enumerate(points):
            for answer in answers.split(";"):
                said = tuple(answer.split())
                by_first[said[0]].add((said, number, point))
    ordered = {first: tuple(sorted(answers, key=lambda a: (-len(a[0]), a))) for first, answers in by_first.items()}
    return tuple(found), ordered
