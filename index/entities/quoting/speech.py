"""Words that give speech or thought to someone, and the noun phrase beside them that names the speaker."""

from __future__ import annotations

import re
from functools import partial

from index.documents.model import Span
from index.documents.patterns import late
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
_BE = wordset("was were is are be been being")
PLAIN = wordset(
    "said says say told tells argued argues asserted insisted insists replied responded wrote writes tweeted "
    "put yelled yells quipped remarked joked explained explains stated asked asks exclaimed"
)
"""Cues that nobody but a speaker has."""
NO_SUBJECT = wordset(
    "the a an its his her their our my your this that these those of for into with by from in on to or no any "
    "more such alleged so-called core new territorial public recent former key main raising "
    "voicing raise raises raised voice voices voiced express expresses expressed fuel fuels fueled dash dashed make "
    "makes made reject rejects rejected issue issued issues"
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
    "member nation city Gulf Baltic Arab Western western eastern southern northern swing red blue other many all"
)
"""Words before "states" that make a noun of it."""
_BEFORE_CUE = wordset(
    "has had have also then later previously repeatedly would will could did not does often once further recently "
    "reportedly publicly simply only just still already always never now since even first again quickly falsely flatly "
    "was is were are"
)
_STOP = wordset(
    "that and but as when while because if which who whom whose where after before since although though so or "
    "than then like until what how why whether said says told with by"
)
_DETERMINERS = wordset(
    "the a an this that these those his her its their our my your some many several two three one another other most"
)
PRONOUNS = frozenset(["he", "she", "they", "we", "i", "it", "you", "who"])
_PREPOSITIONS = frozenset(
    ["in", "on", "at", "during", "after", "of", "for", "to", "from", "about", "into", "against", "over"]
)
_AUXILIARIES = wordset(
    "isn't wasn't aren't weren't don't doesn't didn't won't can't couldn't wouldn't "
    "was is are were be been has have had will would could should did does do can may might must shall cannot"
)
_NO_VOICES = wordset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december today yesterday earlier later"
)
PARTICIPLES = wordset(
    "saying adding telling noting insisting arguing stressing warning claiming writing suggesting asking tweeting "
    "announcing asserting shouting promising calling urging stating emphasizing emphasising reiterating"
)
"""Cues whose subject is that of the sentence."""
_LINKS = wordset("and but then")
_WORD = re.compile(
    r"[^\W_](?:[\w'’&-]++|\.(?=\w)|,(?=\d{3}\b)|(?<=\b[A-Z])\.|(?<=\b(?:Mr|Ms|Dr|St|Lt|Jr|Sr))\.|(?<=\b(?:Mrs|Sen|Rep|Gov|Gen|Rev))\.)*|[^\w\s]"
)
LONGEST_SPEAKER = 14
HIDDEN = "\x00"
_span = partial(tuple.__new__, Span)


def words(text: str, at: int) -> list[Span]:
    """The words and marks of a text that stands at `at` in the document, what is hidden in it left out."""
    return [_span((m.start() + at, m.end() + at)) for m in _WORD.finditer(text) if m[0][0] != HIDDEN]


def opening(text: str, start: int, end: int) -> Span | None:
    """The first word or mark between two places of a text, None where there is none."""
    match = _WORD.search(text, start, end)
    return Span(*match.span()) if match else None


def last_before(text: str, row: list[Span], at: int) -> int:
    """The word before word `at`, auxiliaries and adverbs aside; -1 where there is none."""
    k = at - 1
    while k >= 0 and (text[row[k].start : row[k].end].lower() in _BEFORE_CUE or _adverb(text, row[k])):
        k -= 1
    return k


def quoted_voice(text: str, row: list[Span], at: int) -> Span | None:
    """Whom somebody else quotes with the "saying" at word `at` (quoted his mother as saying)."""
    last = at - 1
    if last > 0 and text[row[last].start : row[last].end] == "as":
        last -= 1
    for k in range(last, max(-1, last - LONGEST_SPEAKER), -1):
        word = text[row[k].start : row[k].end]
        if word.lower() in QUOTING:
            return Span(row[k + 1].start, row[last].end) if k < last else None
        if not word[0].isalnum() or word.lower() in _STOP:
            return None
    return None


def is_passive(text: str, row: list[Span], at: int) -> bool:
    """Is the cue at word `at` told of somebody who did not speak (was asked, has been called)?"""
    k = at - 1
    while k >= 0 and _adverb(text, row[k]):
        k -= 1
    participle = text[row[at].start : row[at].end].lower()
    return k >= 0 and not participle.endswith("ing") and text[row[k].start : row[k].end].lower() in _BE


def before(text: str, row: list[Span], at: int) -> Span | None:
    """The noun phrase that ends just before word `at`, auxiliaries and adverbs and a clause between commas aside."""
    k = last_before(text, row, at)
    if k < 0:
        return None
    if text[row[k].start] == ",":
        other = _comma_before(text, row, k)
        if other is None or other < 1:
            return None
        k = other - 1
    if text[row[k].start] == ")":
        while k > 0 and text[row[k].start] != "(":
            k -= 1
        k -= 1
    if k < 0 or not text[row[k].start].isalnum() or text[row[k].start : row[k].end].lower() in _LINKS:
        return None
    last = k
    if text[row[k].start : row[k].end].lower() in PRONOUNS:
        return row[k]
    first = _phrase(text, row, k)
    if first > 0 and text[row[first].start : row[first].end].lower() in _PREPOSITIONS:
        return before(text, row, first)  # who in May said
    return Span(row[first].start, row[last].end)


def _phrase(text: str, row: list[Span], k: int) -> int:
    """The first word of the noun phrase that ends with word `k`."""
    last = first = k
    while k >= 0 and last - k < LONGEST_SPEAKER:
        word = text[row[k].start : row[k].end]
        if not word[0].isalnum() or word.lower() in _STOP or word.lower() in _BE:
            break
        first = k
        if word.lower() in _DETERMINERS and (
            k == 0
            or text[row[k - 1].start : row[k - 1].end].lower() not in ("of", "for", "to", "in", "at", "from", "on")
        ):
            break
        k -= 1
    return first


def shares_subject(text: str, row: list[Span], at: int) -> bool:
    """Does the cue at word `at` have the subject of the verb before it (Kovac smiled and said; Kovac left, saying)?"""
    if text[row[at].start : row[at].end] in PARTICIPLES:
        return True
    k = last_before(text, row, at)
    return k >= 0 and text[row[k].start : row[k].end].lower() in _LINKS


def is_voice(text: str, row: list[Span], at: int) -> bool:
    """May the name of a voice begin at word `at`, after a cue: no day, and no clause of its own (said it was wrong)?"""
    first = text[row[at].start : row[at].end].lower()
    if first in _NO_VOICES or first in _STOP or first in _PREPOSITIONS:
        return False
    for k in range(at, min(len(row), at + LONGEST_SPEAKER)):
        word = text[row[k].start : row[k].end].lower()
        if not word[0].isalnum():
            break
        if word in _AUXILIARIES:
            return False
    return True


def _adverb(text: str, span: Span) -> bool:
    return span.end - span.start > 4 and text[span.start].islower() and text[span.end - 2 : span.end] == "ly"


def _comma_before(text: str, row: list[Span], k: int) -> int | None:
    """The comma that opens the apposition closed by the comma at `k`."""
    for j in range(k - 1, max(-1, k - 30), -1):
        if text[row[j].start] == ",":
            return j
        if text[row[j].start] in ';:"“”':
            return None
    return None


def after(text: str, row: list[Span], at: int) -> Span | None:
    """The noun phrase that begins at word `at`, up to a mark or a word that begins a clause."""
    last = None
    for k in range(at, min(len(row), at + LONGEST_SPEAKER)):
        word = text[row[k].start : row[k].end]
        lower = word.lower()
        if (
            not word[0].isalnum()
            or (lower in _STOP and k > at)
            or (k > at and lower in ("in", "on", "at", "during", "about", "to", "told", "from"))
        ):
            break
        if k == at and lower in PRONOUNS:
            return row[k]
        last = k
    return Span(row[at].start, row[last].end) if last is not None else None
