"""The matters that an event settles one way or the other, and the cues of either way.

Written by hand for this project.  A line holds what is asked, words of which both articles must have one in
some form, and the cues of two points that shut each other out.  A cue
is a row of words that stand in this order, in any form, with a few words between; "not" in it means that they are
denied, and a cue without one means that they are not.  "decided" after what is asked: what somebody will do counts as
done.
"""

from __future__ import annotations

MATTERS = """
whether the ransom was paid | ransom extort hacker hostage kidnap captor bitcoin pirate gang thieves | ransom was \
paid; paid ransom; got their money; gave in demand; paid million; money changed hands; paid up | not pay; not paid; \
not pay ransom; refused pay; declined pay; nothing was paid
whether anyone was arrested | police prosecutor investigator detective sheriff | police led away; was arrested; were \
arrested; police arrested; arrested man; arrested woman; arrested two; arrested three; taken custody; suspect \
custody; handcuffs; made arrest; police detained; officers seized | not arrest; not arrests; suspect large; police \
looking; not suspect; still search suspect; remains at large; remain at large
whether people may return home, decided | evacuate evacuation flood fire wildfire blaze storm volcano leave \
hurricane | order lifted; allowed return; allowed back; were returning; return homes; residents returned; people \
returned; came back homes | not go back; not return; not allowed back; order remains; kept out; order stays; \
evacuation continues
whether it is appealed, decided | court jury verdict judge sentence ruling | would appeal; will appeal; plans \
appeal; appeal verdict; appeal ruling; appeal decision; filed appeal; take higher court | not appeal; accepts \
verdict; accept verdict; accepts jury; accept ruling; accepts ruling; accepts judgment; accept sentence; accepts \
sentence; accepts decided; waived appeal
how united the decision was | board directors council jury court | unanimously; unanimous; every member agreed; not \
dissent; not dissenting; not against | directors voted; voted no; dissented; split vote; by narrow; against plan; \
against deal; voted against; majority of board; abstained
how it is paid for, decided | acquire merger takeover acquisition bid deal buy bought project | new loans; with \
loans; bank loans; borrow; borrowed; debt; credit banks; bridge loan | issue stock; issue shares; new stock; new \
shares; sell shares; sale shares; rights issue; own funds; cash reserves
whether it passed the inspection | inspection inspector | passed inspection; not fault; not defect; not deficiency; \
inspectors not; good condition; seaworthy; clean bill | found faults; found defects; found deficiencies; failed \
inspection; inspectors found; list defects; violations found; not seaworthy; safety problems; not pass
whether they were told to leave or stayed of their own will | fire wildfire flood storm hurricane volcano avalanche \
| refused leave; ignored order; ignored warning; ignored warnings; stayed despite; deputy knocked; had been warned; \
were warned; told leave | not told; not warned; not warning; not alarm; never told; not order
whether the defense called witnesses | jury court trial | witnesses defense; spoke for her; spoke for him; spoke up; \
defense called; defense presented; testified behalf; witnesses behalf | not witnesses; rested without; not witness
whether they go free until then, decided | jury court judge trial sentence charge | free bail; free bond; remain \
free; remains free; released pending; bail set; released bail; walked out free; home until | led cell; handcuffs; \
not bail; remanded; taken jail; taken custody; revoked bail; straight prison; back cell
whether soldiers were sent | guard troops soldiers army | guard sent; guard deployed; guard mobilized; guard \
arrived; guard activated; troops sent; army sent; troops deployed; soldiers sent; soldiers arrived; sent guard; \
deployed guard; called guard; mobilized guard; sent troops; army helps | guard not called; guard not sent; troops \
not; army not; soldiers not; not soldiers; not troops
whether it was permitted | march protest rally demonstration demonstrators concert | was permitted; had permitted; \
was allowed; had allowed; was authorized; with permit; had permit; gave permission; city approved; permitted city; \
permission from | was forbidden; were forbidden; was banned; not permitted; not permit; not permission; not allowed; \
had banned; forbidden start; was illegal; had forbidden; unauthorized
whether a decision was taken, decided | parliament lawmakers chamber council assembly senate | passed law; passed \
bill; adopted law; approved law; approved bill; law passed; bill passed; lawmakers passed; voted for law; parliament \
passed; approved budget; vote held; voted favor | vote put off; vote postponed; vote delayed; postponed vote; put \
off vote; not vote; adjourned; vote called off; vote canceled
whether they met each other | talks negotiate negotiations summit mediator envoy truce meeting | face face; shook \
hands; same table; same room; met directly; spoke directly; sat together; sat opposite | not meet; not speak; \
separate rooms; different floors; different hotels; different rooms; through intermediary; through mediator; carried \
messages; not shake; refused meet; not spoke; never met; not same room
who threw or fired first | police riot | protesters threw first; youths threw; youths hurled; hurled stones; \
demonstrators attacked; crowd attacked; threw stones first; crowd charged; trouble began stones | police charged \
first; police fired first; police attacked; police opened fire without; police fired without; not thrown; without \
warning police; police charged without
whether an agreement was reached | talks negotiations negotiators truce ceasefire summit mediator | reached \
agreement; reached deal; signed agreement; signed accord; signed deal; agreed truce; struck deal; came terms; signed \
truce; signed ceasefire | not agreement; not deal; talks failed; talks collapsed; talks broke; left empty; failed \
agree; without result; walked out talks; not sign
whether prisoners are freed, decided | prisoners captives hostages | prisoners exchanged; prisoners freed; prisoners \
released; exchange prisoners; free prisoners; release prisoners; release hostages; hostages freed; hostages released \
| prisoners not; not prisoners; release struck; release dropped; not release; not exchange; prisoners stay; remain \
captive
whether a place changes hands, decided | rebels troops army truce ceasefire guerrillas | give up; gave up; hand \
over; handed over; surrender; surrendered; leave airport; vacate; cede; ceded | keep; kept; hold on; not give up; \
not surrender; remain hands; stays hands; not cede; refuse leave
whether personal details were taken | hacker breach hacked intruder hackers | records taken; data taken; records \
stolen; medical stolen; diagnoses; copied files; files stolen; records were sale | not touched; not affected; not \
stolen; not taken; not accessed; not compromised; not medical
how someone left | dismissed resigned fired sacked quit accord removed ousted | was dismissed; was fired; was \
sacked; was removed; was ousted; forced out; was let go; lost job; shown door | own accord; resigned; stepped down; \
quit; own request; handed resignation; left voluntarily
whether the result is accepted | election vote ballot | conceded; concede; called congratulate; accepted defeat; \
accepted result; admitted defeat; congratulated | recount; not concede; not accept; counted again; challenge result; \
contest result; spoke fraud; not congratulate; challenged result
whether the measure was approved by the voters | ballot referendum measure | voters approved; measure passed; said \
yes; measure approved; voters backed; was approved; majority yes | voters rejected; measure failed; said no; measure \
rejected; measure defeated; turned down; voted down
who holds the chamber | election senate chambers parliament | kept control; keep control; held majority; kept \
majority; retained majority; retain control; held on senate | lost control; lost majority; took control; won \
control; gained control; majority both; now majority; flipped
whether it is open again | road airport bridge tunnel line border highway runway station | reopened; open again; \
traffic resumed; service resumed; back service; flights resumed; trains running; resumed operations; running again | \
remains closed; remained closed; stays closed; still closed; remain shut; not reopen; closed until; shut until; not \
open
whether there is a strike, decided | strike union | go strike; went strike; walk out; walked out; strike begins; \
strike began; strike start; lay down work; announced strike | called off strike; strike averted; strike called off; \
not strike; strike canceled; strike suspended; work as usual
whether there was a warning | warning siren alarm alert | were warned; siren sounded; sirens sounded; sirens wailed; \
alarm sounded; warning issued; warnings issued; alert sent; received warning; had warned; warning went | not \
warning; not warned; not siren; sirens silent; not alarm; alarm silent; not alert; without warning; alarm failed; \
caught surprise
whether the driver was drunk | driver captain pilot motorist | was drunk; had drunk; under influence; over limit; \
alcohol blood; smelled alcohol; intoxicated | was sober; not alcohol; not drunk; tested negative; not drinking
whether the driver lived | crash collision accident crashed capsized sank | driver survived; driver escaped; driver \
unhurt; driver hospital; pilot survived; pilot ejected; pilot escaped; captain survived; captain rescued | driver \
died; driver killed; driver dead; pilot died; pilot killed; captain died; captain drowned; captain dead
whether somebody has claimed it | bomb attack explosion blast gunmen | claimed responsibility; took responsibility; \
said carried out; said behind attack | not claimed; not responsibility; denied responsibility; denied involvement; \
not group claimed
whether the weapon was found | police shooting stabbing murder | found gun; gun found; knife found; found knife; \
recovered weapon; weapon recovered; found weapon; weapon found | weapon missing; not weapon; weapon not; gun not; \
not gun found; knife not
whether the attacker was alone | attack gunman shooting attacker robbery robber stabbing | acted alone; lone gunman; \
lone attacker; single attacker; single gunman; on his own; not accomplices | accomplice; accomplices; second man; \
second attacker; two attackers; several attackers; helpers; together with
whether the money was found | robbery stolen theft thieves heist stole | money recovered; money found; loot \
recovered; cash recovered; paintings recovered; recovered paintings; recovered money; got back | not recovered; \
still missing; not trace; never found; not found
whether it was insured | insurance insured uninsured insurer | was insured; were insured; insured for; covered \
insurance; insurance pays; insurance pay | not insured; uninsured; not insurance; without insurance
whether the power is back | storm outage blackout hurricane earthquake ice | power restored; electricity restored; \
power back; electricity back; restored power; lights back | without power; without electricity; not power; not \
electricity; power remained out; still dark; in dark
whether schools are open | storm snow strike flood outbreak earthquake | schools open; schools opened; classes held; \
schools remained open; classes as usual | schools closed; schools shut; classes canceled; schools stayed closed; not \
school; not classes
whether the water may be drunk | water | water safe; safe drink; drinking water safe | boil water; not drink; unsafe \
drink; not safe drink; contaminated water; water contaminated
whether help from abroad is taken, decided | earthquake flood cyclone hurricane storm famine typhoon tsunami | \
accepted help; accept help; asked foreign help; asked for help; international help; foreign aid arrived; welcomed \
help; appealed help | declined help; turned down help; refused help; rejected help; not need help; not foreign help
whether it was an accident | police fire death died killed explosion | was accident; tragic accident; by accident; \
not foul play; not crime; not deliberate | was deliberate; deliberately; foul play; was murder; set fire \
deliberately; arson; sabotage; homicide
whether the suspect confessed | police suspect arrested | confessed; admitted killing; admitted crime; made \
confession; pleaded guilty; full confession; told police everything | not confess; silent; pleaded not guilty; \
refused answer; refused talk; says innocent; maintains innocence; denies; said nothing
whether the flight went on | plane flight aircraft jet airliner | landed safely; flew on; continued flight; reached \
destination; continued journey; went on | turned back; returned airport; emergency landing; was diverted; made \
landing
whether the transfer is done, decided | club striker midfielder transfer goalkeeper defender | signed contract; \
signed; passed medical; transfer complete; completed move; joins; joined; agreed terms | talks continue; not signed; \
transfer fell; fell through; collapsed; failed medical; not agreed; stays; staying
whether it goes ahead, decided | concert match game festival march rally meeting summit launch visit | go ahead; \
goes ahead; take place; took place; will held; as planned; went ahead | called off; canceled; cancelled; postponed; \
put off; scrapped; not take place; will not held; shelved
whether the plant stays, decided | plant factory mill closure | keep open; stay open; remain open; saved plant; not \
close; not closing; not plant closings; not closures | will close; close plant; closes plant; shut plant; plant \
closed; closing plants; shuts; will shut
whether workers lose their jobs, decided | workers employees jobs union | not layoffs; not layoff; not job cuts; \
keep jobs; jobs safe; not dismissed; not lose job | jobs cut; cut jobs; layoffs; laid off; job cuts; lose jobs; jobs \
lost; eliminate jobs
whether regulators have agreed | merger takeover acquisition deal | regulators approved; won approval; received \
approval; cleared by; have approved; commission approved; watchdog approved | awaits approval; subject approval; \
pending approval; not approved; needs approval; still approve; still their say; must approve
whether it is hostile | takeover bid merger offer | friendly; welcomed bid; welcomed offer; board recommended; \
recommends offer; accepted offer; agreed offer | hostile; rejected bid; rejected offer; unsolicited; resisted; \
turned down offer
whether the aid arrived | aid convoy relief | aid arrived; help arrived; supplies arrived; convoy arrived; convoy \
reached; aid reached; trucks arrived | aid not; not aid; not help arrived; convoy turned; convoy stopped; convoy \
blocked; aid blocked; still waiting; not reached
whether the truce holds | truce ceasefire | truce holding; truce held; guns silent; calm; quiet; not violations; \
ceasefire held; ceasefire holding | truce broken; broke truce; violated; violations; shelling; shots fired; fighting \
resumed; fighting continued; gunfire; broke ceasefire
whether the verdict came from all jurors | jury jurors | all twelve; unanimous verdict; jurors unanimous; jury \
unanimous | hung jury; mistrial; could not agree; deadlocked; jury split; majority verdict
whether the body was identified | body bodies victim | been identified; was identified; were identified; identified \
as; identity known | not identified; not been identified; unidentified; identity unknown; identity unclear
whether the recorder was found | recorder recorders plane crash | recorder found; recovered recorder; found \
recorder; recorder recovered; black box found; found black box | recorder not; not recorder; black box not; not \
black box; still search recorder; recorder missing
whether anyone was trapped | miners mine rubble collapse building cave | are trapped; were trapped; remain trapped; \
still trapped; buried alive; cut off underground | not trapped; reached surface; brought surface; all out; came out \
alive; not one left
whether the search goes on | search rescuers divers | search continued; search continues; search resumed; still \
searching; continue search; search would go | called off search; search called off; gave up search; search ended; \
ended search; search was stopped; search abandoned; broke off search
whether the dam or bridge held | dam levee dike bridge | dam held; levee held; dike held; bridge held; withstood; \
held firm | dam broke; levee broke; dike broke; dam burst; levee gave way; dam gave way; dike burst; bridge \
collapsed; bridge gave way
whether the fire is out | fire blaze flames | fire out; flames out; was extinguished; was put out; under control; \
extinguished fire; put out fire | still burning; out control; not control; not contained; continued burn; burned on; \
kept burning
whether the hostages are free | hostage hostages kidnapped captors | hostages freed; hostages released; was freed; \
were freed; were released; freed hostages; rescued hostages | still held; remain captive; remain hands; not freed; \
not released; killed hostages; hostages killed
whether the sentence is to be served | sentence sentenced judge | suspended sentence; probation; not prison; avoided \
prison; spared prison; community service; walked free | must prison; go prison; go jail; behind bars; sentenced \
years prison; without probation; not parole
what was pleaded | court plea trial | pleaded guilty; admitted guilt; guilty plea; entered plea guilty | pleaded not \
guilty; not guilty plea; denied charge; denied charges; plea not guilty; pleaded innocent
whether he is handed over, decided | extradition extradite extradited | will be extradited; was extradited; ordered \
extradition; approved extradition; handed over; agreed extradite | not extradited; refused extradition; rejected \
extradition; not extradite; blocked extradition; denied extradition
whether charges are brought | prosecutor prosecutors charges police | was charged; were charged; faces charges; \
filed charges; brought charges; indicted; charged with | not charged; not charges; dropped charges; charges dropped; \
released without charge; not be charged; declined prosecute
whether someone stays in office, decided | minister president chairman mayor director premier governor chief coach \
resign | resigned; resign; stepped down; step down; offered resignation; quit; left post | not resign; refused \
resign; stay on; stay office; remain office; not step down; not quit; cling; ruled out resignation
whether the motion of no confidence passed | confidence motion censure | survived vote; motion failed; motion \
rejected; defeated motion; survived motion; won confidence | lost confidence; motion passed; motion carried; was \
toppled; lost vote; brought down
whether there is a coalition, decided | coalition parties election | formed coalition; form coalition; coalition \
agreed; join coalition; joined coalition; agreed govern together | not coalition; ruled out coalition; coalition \
collapsed; left coalition; refused join; coalition talks failed; quit coalition
whether the ambassador was recalled, decided | ambassador embassy | recalled ambassador; ambassador recalled; \
withdrew ambassador; called home ambassador; expelled ambassador | ambassador stays; ambassador remain; not recall; \
ambassador stay; not expel
whether the sanctions stay, decided | sanctions embargo | lifted sanctions; lift sanctions; sanctions lifted; eased \
sanctions; ease sanctions; ended sanctions; dropped sanctions; lifted embargo | keep sanctions; sanctions remain; \
extended sanctions; sanctions stay; tightened sanctions; not lift; imposed sanctions; new sanctions; sanctions \
extended
whether the border is open | border crossing frontier | border open; reopened border; opened border; border \
reopened; crossing open; crossings opened | border closed; closed border; sealed border; border sealed; border shut; \
border remains closed; crossing closed
whether the invitation was accepted, decided | invitation invited | accepted invitation; accept invitation; will \
attend; will come; agreed come; take part | declined invitation; turned down invitation; rejected invitation; not \
attend; not come; refused come; stay away; boycott
whether the company made money | profit loss quarter earnings | net profit; made profit; returned profit; profit \
rose; earned million; posted profit; reported profit | net loss; made loss; posted loss; reported loss; in red; lost \
million; profit fell; swung loss
whether there is a dividend, decided | dividend shareholders | pay dividend; raised dividend; dividend raised; pays \
dividend; declared dividend; increase dividend | not dividend; cut dividend; dividend cut; suspended dividend; omit \
dividend; scrapped dividend; cancel dividend; without dividend
what the bank did with rates, decided | rate rates bank interest | raised rates; raised rate; rate raised; increased \
rates; lifted rates; rate increase; rates rise | cut rates; cut rate; lowered rates; lowered rate; reduced rate; \
left rates unchanged; kept rates; held rates; not change rates
whether prices rise, decided | prices price fares tariffs fees | raise prices; prices rise; prices go up; fares \
rise; raise fares; higher fees; fees rise | lower prices; cut prices; prices fall; prices stay; not raise; fares \
stay; freeze prices; prices frozen
whether the drug or food was safe | drug vaccine food medicine product | is safe; was safe; not side effects; no \
danger; harmless; not harmful | unsafe; dangerous; harmful; side effects; recalled; withdrawn market; contaminated; \
not safe
whether it is contagious or spreading | outbreak virus disease infection epidemic | under control; contained; \
subsided; not spread; not new cases; over | spreading; spread; out control; new cases; growing; not contained; \
worsened
whether quarantine stays, decided | quarantine outbreak lockdown | lifted quarantine; quarantine lifted; ended \
quarantine; quarantine ended; released quarantine | quarantine extended; extended quarantine; remain quarantine; \
stay quarantine; quarantine remains; under quarantine
whether the launch succeeded | rocket launch satellite spacecraft probe | launched successfully; successful launch; \
reached orbit; lifted off; orbit reached; landed safely; launch succeeded | launch failed; failed reach; exploded; \
launch postponed; launch delayed; launch scrubbed; launch aborted; lost contact; not reach orbit
whether the oil reached the shore | oil spill slick tanker | reached shore; washed ashore; reached beaches; beaches \
fouled; coated beaches; hit beaches; came ashore | not reached; not reach; kept shore; drifted sea; out sea; beaches \
clean; away coast; not touched shore
whether the leak is stopped | leak spill well pipeline | leak stopped; stopped leak; plugged; sealed; leak sealed; \
capped; closed leak; leak repaired | still leaking; continued leak; leak continues; not plugged; not stopped; not \
sealed; kept leaking
whether the train was on time or too fast | train derailed crash locomotive bus | too fast; speeding; over limit; \
excessive speed; above limit; exceeded limit | within limit; below limit; normal speed; at permitted; not fast; \
under limit; not speeding
whether the signal was red | train signal collision | signal red; red signal; red light; ran red; passed red; at \
stop | signal green; green light; green signal; signal showed green; was clear
whether the work of art is genuine | painting museum art manuscript | genuine; authentic; original; real thing; hand \
of | forgery; fake; copy; counterfeit; not genuine; not authentic; forged; replica
whether a penalty was scored | penalty goal match | scored penalty; converted penalty; penalty scored; put away \
penalty; penalty went in | missed penalty; penalty missed; saved penalty; penalty saved; hit post penalty
whether a player was sent off | referee match player red | sent off; red card; was expelled; ejected | yellow card; \
not sent off; stayed pitch; only booked; only warned
whether the record was broken | record race time | broke record; set record; new record; record fell; beat record; \
world record | missed record; short record; not record; record stood; record stands; outside record
whether the shop or plant reopens, decided | closed fire factory shop restaurant hotel museum | reopen; open again; \
rebuild; rebuilt; resume | not reopen; close for good; closed for good; not rebuild; not rebuilt; permanently \
closed; tear down; torn down
whether he acted in self-defense | shot shooting stabbed police | self defense; defended himself; defending himself; \
feared life | not self defense; without provocation; cold blood; execution; unprovoked
whether the victims were armed | police shot officer officers | was armed; had gun; drew gun; had knife; pulled gun; \
carried gun; carrying knife; pointed gun; armed man | unarmed; not armed; not weapon; not gun; hands raised; hands \
up; empty hands
whether force was used | protesters protest demonstrators rally sit-in | tear gas; water cannon; batons; clubs; \
rubber bullets; by force; dragged away; beaten | without force; not force; left voluntarily; dispersed peacefully; \
went peacefully; went home; not resistance
whether there was looting or damage | protest riot protesters crowd | looted; looting; windows smashed; smashed \
windows; cars burned; burned cars; set fire; torched | not looting; not damage; not window; peaceful; peacefully; \
without incident; not violence
whether it was known beforehand | report documents investigators internal | knew; had known; was aware; were aware; \
was warned; had been told; warned months | not know; not aware; unaware; not told; knew nothing; not informed; came \
as surprise
whether the talks go on, decided | talks negotiations negotiators | talks resume; talks continue; talks will \
continue; resume talks; agreed meet again; next round; new round; continue talks | broke off talks; talks broken; \
suspended talks; talks suspended; not further talks; walked out; not return table; not date; not new round; not next \
round
whether observers come, decided | observers monitors peacekeepers truce ceasefire election | observers watch; \
monitored by; observers arrive; peacekeepers watch; observers will; watched by; supervised by | not observers; \
without observers; not monitors; observers not; not monitored; refused observers; not watched
whether the election stands, decided | election court ballot vote | result stands; upheld result; confirmed result; \
upheld election; result upheld; certified | annulled; overturned; void; new election ordered; declared invalid; \
ordered new election; repeat
whether a runoff is needed | election runoff round vote | runoff; second round; not majority; short majority; run \
off | outright; first round victory; absolute majority; not second round; not runoff; avoided runoff
"""
