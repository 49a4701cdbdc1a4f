"""Words that give speech or thought to someone."""

from __future__ import annotations

from index.documents.patterns import late
from index.entities.tables import tables
from index.entities.wordset import wordset

VERBS = wordset(
    "said says say saying told tells tell telling added adds adding asked asks asking announced announces argued "
    "argues arguing claimed claims claiming declared declares denied denies explained explains explaining "
    "insisted insists insisting noted notes noting pointed replied replies responded responds stated states "
    "stating stressed stresses stressing suggested suggests suggesting warned warns warning wrote writes writing "
    "acknowledged acknowledges admitted admits affirmed affirms alleged alleges alleging asserted asserts "
    "asserting called calls calling charged charges commented comments complained complains conceded concedes "
    "concluded concludes confirmed confirms contended contends continued continues countered criticized demanded "
    "demands described describes disclosed emphasized emphasised emphasizes exclaimed expressed expresses hinted "
    "implied implies indicated indicates joked lamented maintained maintains mentioned mentions observed observes "
    "ordered pledged predicted predicts promised promises promising proposed proposes questioned quipped recalled "
    "recalls reckons recommended remarked reported reports reiterated repeated revealed reveals shouted testified "
    "testifies threatened thinks think thought tweeted tweets underlined underscored urged urges urging vowed "
    "vows wondered believes believe believed believing hopes hoped hope expects expected expect estimates "
    "estimated lauded hailed likened condemned branded dubbed slammed denounced mocked derided ridiculed decried "
    "deemed labeled labelled characterized characterised feels felt fears feared knows knew learned agreed agrees "
    "agree decided found finds shows showed saw boasted bragged blasted blamed accused accuses dismissed praised "
    "ruled rules posted opined suspect suspects suspected argue claim insist warn contend suggest maintain predict "
    "vow promise pledge urge echoed yelled yells chanted chants shouting tweeting asserting insisting cried typed "
    "recounted recounts articulated articulates conveyed conveys relayed relays signalled signaled signals assured "
    "assures assuring informed informs informing reminded reminds reminding notified notifies cautioned cautions "
    "rejected rejects dismisses reads announcing arguing posting emphasizing emphasising reiterating"
)
"""Cues; the weaker ones need "that" or a quotation after them."""
STRONG = wordset(
    "said says say saying told tells added adds announced argued argues asserted claimed claims contended "
    "declared denied explained explains insisted insists noted notes replied responded stated states stressed "
    "suggested warned warns wrote writes tweeted reiterated emphasized emphasised acknowledged admitted alleged "
    "asked asks commented concluded confirmed continued countered lamented maintained quipped recalled remarked "
    "testified vowed joked observed predicted pointed reported reports telling adding believes thinks indicated "
    "mentioned conceded complained revealed yelled yells chanted tweeting recounted announcing"
)
INVERTED = STRONG | wordset("shouted cried exclaimed opined boasted hinted repeated affirmed recounts")
"""Cues that may stand between a quotation and its voice (“…,” shouted Ana)."""
QUOTING = wordset(
    "quoted quotes quoting cited cites citing remember remembers remembered recalled recalls recalling heard hears "
    "filmed recorded"
)
"""Verbs between whose object and "saying" another voice is told of (quoted his mother as saying)."""
BELIEF = wordset(
    "believe believed think thought hope hoped hopes fear feared fears feel felt feels suspect suspects suspected "
    "argue claim insist warn contend suggest maintain concluded predict found finds shows show showed"
)
"""Cues that need no "that" where a clause plainly begins after them."""
INTENT = wordset(
    "vowed vows promised promises promise promising pledged pledges pledge threatened threatens urged urges urge "
    "urging demanded demands asked asks proposed proposes hoped hopes hope ordered recommended agreed agrees agree "
    "decided claimed claims expected expects expect told tells"
)
"""Cues after which "to" may begin what was said."""
NOUNS = wordset(
    "hopes hope fears fear claims claim demands demand reports report charges calls estimates comments rules"
)
"""Cues that are as often nouns."""
TELL = wordset("told tells tell telling")
"""Cues that name the hearer first."""
HEARD = TELL | wordset(
    "asked asks asking warned warns warning urged urges urging assured assures assuring informed informs informing "
    "reminded reminds reminding notified notifies cautioned cautions"
)
"""Cues that may name the hearer first."""
CLAUSE_FIRST = wordset(
    "he she they we i it you there this these those the a an his her their its our my no most many some all people "
    "more nobody everyone voters"
)
"""Words with which a clause begins."""
PLAIN = wordset(
    "said says say told tells argued argues asserted insisted insists replied responded wrote writes tweeted "
    "put yelled yells quipped remarked joked explained explains stated asked asks exclaimed"
)
"""Cues that nobody but a speaker has."""
NO_SUBJECT = wordset(
    "the a an its his her their our my your this that these those of for into with by from in on to or no any "
    "more such alleged so-called core new territorial public recent former key main when "
    "if once until unless though although while raising voicing raise raises raised voice voices voiced express "
    "expresses expressed fuel fuels fueled dash dashed make makes made reject rejects rejected issue issued issues"
)
"""Before what looks like a cue, these tell that it is a noun or an adjective there."""
SPEAKERS = wordset(
    "he she they we i it you who official officials spokesman spokeswoman spokesperson source sources report "
    "reports study studies survey poll police analyst analysts expert experts critic critics aide aides adviser "
    "advisers lawyer lawyers attorney judge court authorities government ministry company campaign committee "
    "group man woman people voters supporters opponents researchers scientists author authors writer reporter "
    "reporters journalist journalists president minister secretary leader leaders chairman director statement "
    "letter document documents article newspaper paper book witness witnesses resident residents democrats "
    "republicans candidate senator governor mayor lawmaker lawmakers member members doctor doctors professor some "
    "many others everyone one nobody neighbour neighbours neighbor neighbors customer customers shopkeeper shopkeepers "
    "tenant tenants passenger passengers pilot pilots driver drivers worker workers soldier soldiers villagers "
    "trader traders relative relatives vendor vendors refugee refugees organiser organisers organizer organizers "
    "campaigner campaigners detective detectives investor investors fisherman fishermen docker dockers miner miners "
    "farmer farmers teacher teachers nurse nurses activist activists students friends families survivors engineers "
    "economists prosecutors owners investigators rescuers firefighters medics diplomats regulator regulators agency "
    "villager council board union unions party firm bank club federation commission prosecutor"
)
"""Words for those who may speak."""
CUE = late(
    rf"\b(?P<verb>{'|'.join(sorted({*VERBS, 'Said'}, key=len, reverse=True))}|put(?= it\b))\b"
    r"|\b(?P<according>[Aa]ccording to|[Ii]n the words of)\b"
)
KINDS_OF_STATES = wordset(
    "member nation city battleground Gulf Baltic Arab Western western eastern southern northern swing red blue other "
    "many all"
)
"""Words before "states" that make a noun of it."""
PARTICIPLES = wordset(
    "saying adding telling noting insisting arguing stressing warning claiming writing suggesting asking tweeting "
    "announcing asserting shouting promising calling urging stating emphasizing emphasising reiterating"
)
"""Cues whose subject is that of the sentence."""
PRONOUNS = frozenset(["he", "she", "they", "we", "i", "it", "you", "who"])


def is_speaker(word: str) -> bool:
    """Is a word in small letters one for those who may speak?"""
    return word in SPEAKERS or word in tables().classes["person_nouns"]
