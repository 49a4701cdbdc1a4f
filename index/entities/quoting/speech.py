"""Words that give speech or thought to someone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from index.documents.patterns import late
from index.entities.tables import tables
from index.entities.wordset import wordset

VERBS = wordset(
    "said says say saying told tells tell telling added adds adding asked asks asking announced announces argued "
    "argues arguing claimed claims claiming declared declares denied denies explained explains explaining insisted "
    "insists insisting noted notes noting pointed replied replies responded responds stated states stating stressed "
    "stresses stressing suggested suggests suggesting warned warns warning wrote writes writing acknowledged "
    "acknowledges admitted admits affirmed affirms alleged alleges alleging asserted asserts asserting called calls "
    "calling charged charges commented comments complained complains conceded concedes concluded concludes confirmed "
    "confirms contended contends continued continues countered criticized demanded demands described describes "
    "disclosed emphasized emphasised emphasizes exclaimed expressed expresses hinted implied implies indicated "
    "indicates joked lamented maintained maintains mentioned mentions observed observes ordered pledged predicted "
    "predicts promised promises promising proposed proposes questioned quipped recalled recalls reckons recommended "
    "remarked reported reports reiterated repeated revealed reveals shouted testified testifies threatened thinks "
    "think thought tweeted tweets underlined underscored urged urges urging vowed vows wondered believes believe "
    "believed believing hopes hoped hope expects expected expect estimates estimated lauded hailed likened condemned "
    "branded dubbed slammed denounced mocked derided ridiculed decried deemed labeled labelled characterized "
    "characterised feels felt fears feared knows knew learned agreed agrees agree decided found finds shows showed "
    "saw boasted bragged blasted blamed accused accuses dismissed praised ruled rules posted opined suspect suspects "
    "suspected argue claim insist warn contend suggest maintain predict vow promise pledge urge echoed yelled yells "
    "chanted chants shouting tweeting cried typed recounted recounts articulated articulates conveyed conveys relayed "
    "relays signalled signaled signals assured assures assuring informed informs informing reminded reminds reminding "
    "notified notifies cautioned cautions rejected rejects dismisses reads announcing posting emphasizing emphasising "
    "reiterating admit deny add note explain acknowledge announce assert allege stress confirm complain conclude "
    "declare demand describe recommend concede emphasize emphasise reveal indicate imply propose testify accuse blame "
    "specify specifies specified proclaim proclaims proclaimed swear swears swore doubt doubts doubted worry worries "
    "worried assumes assumed dispute disputes disputed anticipate anticipates anticipated texted texts hoping fearing "
    "worrying contending denying acknowledging admitting confirming declaring demanding accusing blaming conceding "
    "concluding describing predicting pledging vowing threatening proposing cautioning implying joking proclaiming "
    "recalling reporting revealing assuming doubting criticizing criticising criticizes criticises criticised "
    "criticize criticise praises praising dismissing denouncing denounces condemning condemns faulted faults faulting "
    "likens likening brands branding blames mocks mocking attacked attacks attacking portrays portrayed portraying "
    "scolded scolds chided chides wants want wanted plans plan planned intends intend intended encouraged encourages "
    "encourage encouraging implored implores exhorted exhorts begged begs advised advises cited cites citing "
    "questions questioning touted touts touting outlined outlines offered"
)
"""Cues; the weaker ones need "that" or a quotation after them."""
STRONG = wordset(
    "said says say saying told tells added adds announced argued argues asserted claimed claims contended declared "
    "denied explained explains insisted insists noted notes replied responded stated states stressed suggested warned "
    "warns wrote writes tweeted reiterated emphasized emphasised acknowledged admitted alleged asked asks commented "
    "concluded confirmed continued countered lamented maintained quipped recalled remarked testified vowed joked "
    "observed predicted pointed reported reports telling adding believes thinks indicated mentioned conceded "
    "complained revealed yelled yells chanted tweeting recounted announcing swore proclaimed"
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
    "argue claim insist warn contend suggest maintain concluded predict found finds shows show showed arguing "
    "claiming noting insisting contending alleging suggesting admitting acknowledging acknowledges acknowledge "
    "warning stressing hoping fearing asserting conceding saying telling worry worries worried admit admits decided "
    "denying deny suggests indicates contends asserts alleges maintains knew knows"
)
"""Cues that need no "that" where a clause plainly begins after them."""
TOPICS = wordset(
    "cited cites citing questioned questioning promised promising pledged demanded demanding proposed proposing "
    "touted touting denying outlined outlines"
)
"""Cues after which a noun phrase tells what was said (promised lower taxes)."""
OWN = wordset(
    "vowed vows vow vowing promised promises promise promising pledged pledges pledge pledging threatened threatens "
    "threatening demanded demands demand demanding proposed proposes propose proposing hoped hopes hope hoping agreed "
    "agrees agree decided claimed claims claim claiming swore swears wanted wants want planned plans plan intended "
    "intends intend offered"
)
"""Cues after which "to" begins what the speaker means to do (vowed to stay)."""
WISHES = wordset("wanted wants want planned plans plan intended intends intend offered")
"""Of these, those after which no clause with "that" follows."""
OTHERS = wordset(
    "urged urges urge urging asked asks ask asking ordered recommended expected expects expect told tells tell "
    "telling wanted wants want encouraged encourages encourage encouraging implored implores exhorted exhorts begged "
    "begs advised advises reminded warned warns warning"
)
"""Cues after which somebody else, and "to", begin what was said (urged the city to act)."""
NOUNS = wordset(
    "hopes hope fears fear claims claim demands demand reports report charges calls estimates comments rules plans "
    "plan stress charge state note worries doubts doubt dispute disputes promises promise pledges pledge attacks "
    "questions praises blames mocks brands wants faults estimate praise blame ask vow vows"
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
    "said says say told tells argued argues asserted insisted insists replied responded wrote writes tweeted put "
    "yelled yells quipped remarked joked explained explains stated asked asks exclaimed"
)
"""Cues that nobody but a speaker has."""
NO_SUBJECT = wordset(
    "the a an its his her their our my your this that these those of for into with without by from in on to or no any "
    "more such alleged so-called core new territorial public recent former key main when if once until unless though "
    "although while raising voicing raise raises raised voice voices voiced express expresses expressed fuel fuels "
    "fueled dash dashed make makes made reject rejects rejected issue issued issues"
)
"""Before what looks like a cue, these tell that it is a noun or an adjective there."""
SPEAKERS = wordset(
    "he she they we i it you who official officials spokesman spokeswoman spokesperson source sources report reports "
    "study studies survey poll police analyst analysts expert experts critic critics aide aides adviser advisers "
    "lawyer lawyers attorney judge court authorities government ministry company campaign committee group man woman "
    "people voters supporters opponents researchers scientists author authors writer reporter reporters journalist "
    "journalists president minister secretary leader leaders chairman director statement letter document documents "
    "article newspaper paper book witness witnesses resident residents democrats republicans candidate nominee "
    "senator governor mayor lawmaker lawmakers member members doctor doctors professor some many others everyone one "
    "nobody neighbour neighbours neighbor neighbors customer customers shopkeeper shopkeepers tenant tenants "
    "passenger passengers pilot pilots driver drivers worker workers soldier soldiers villagers trader traders "
    "relative relatives vendor vendors refugee refugees organiser organisers organizer organizers campaigner "
    "campaigners polls surveys data figures research scholars environmentalists states delegates detective detectives "
    "investor investors fisherman fishermen docker dockers miner miners farmer farmers teacher teachers nurse nurses "
    "activist activists students friends families survivors engineers economists prosecutors owners investigators "
    "rescuers firefighters medics diplomats regulator regulators agency villager council board union unions party "
    "firm bank club federation commission prosecutor strategist strategists counsel scholar scholars coordinator "
    "representative representatives pollster pollsters advocate advocates superintendent treasurer lecturer broker "
    "brokers planner planners dentist dean provost trainer chaplain executive executives research"
)
"""Words for those who may speak."""


def _by_letters(words: Iterable[str]) -> str:
    """A pattern of any of the words, parted by their first two letters, so that few are tried at each place."""
    grouped: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word in sorted(words, key=len, reverse=True):
        grouped[word[0]][word[1]].append(word[2:])
    letters = (
        first + "(?:" + "|".join(f"{second}(?:{'|'.join(ends)})" for second, ends in seconds.items()) + ")"
        for first, seconds in grouped.items()
    )
    return "|".join(letters)


CUE = late(
    rf"\b(?P<verb>{_by_letters((*VERBS, 'Said', 'Says'))}|put(?= it\b))\b"
    r"|\b(?P<according>[Aa]ccording to|[Ii]n the words of)\b"
)
MEANT = frozenset(("you", "i", "we", "who", "which", "that", "it"))
"""Subjects whose wishes nobody reports."""
KINDS_OF_STATES = wordset(
    "member nation city battleground Gulf Baltic Arab Western western eastern southern northern swing red blue other "
    "many all"
)
"""Words before "states" that make a noun of it."""
PARTICIPLES = wordset(
    "saying adding telling noting insisting arguing stressing warning claiming writing suggesting asking tweeting "
    "announcing asserting shouting promising calling urging stating emphasizing emphasising reiterating hoping "
    "fearing worrying contending denying acknowledging admitting confirming alleging declaring demanding accusing "
    "blaming conceding concluding describing predicting pledging vowing threatening proposing explaining cautioning "
    "joking proclaiming criticizing criticising dismissing denouncing condemning encouraging citing questioning "
    "touting mocking attacking likening"
)
"""Cues whose subject is that of the sentence."""
PRONOUNS = frozenset(["he", "she", "they", "we", "i", "it", "you", "who"])


BASES = wordset(
    "admit deny add note explain acknowledge announce assert allege stress confirm complain conclude declare demand "
    "describe recommend concede emphasize emphasise reveal indicate imply propose testify accuse blame specify "
    "proclaim swear argue claim insist warn contend suggest maintain predict vow promise pledge urge say tell ask "
    "criticize criticise call believe think"
)
"""Cues as they stand after "to" (went on to explain)."""


def is_speaker(word: str) -> bool:
    """Is a word in small letters one for those who may speak?"""
    nouns = tables().classes["person_nouns"]
    return any(one in SPEAKERS or one in nouns for one in (word, word.removesuffix("s"), word.removeprefix("ex-")))
