"""What one article denies and the other states, in any words; counts, ranks, years and places of one thing."""

from __future__ import annotations

import pytest

from index.comparison.aligning.tokens import tokenize
from index.comparison.conflicts.reading.denials import denied_words
from tests.index.comparison.test_disagreements import conflicts

DISAGREE = {
    "denied verb": (
        "Warden Pia Holt never opened the lower gate of the lock, the inquiry in Vardo found.",
        "The inquiry found that Pia Holt opened the lower gate by hand shortly before noon.",
    ),
    "nobody hurt": (
        "A barge loaded with gravel rammed the pier in Vardo at dawn. Nobody was hurt.",
        "At dawn a gravel barge hit the pier in Vardo, and two anglers were injured.",
    ),
    "no leak": (
        "Divers sent down to the wreck of the Alma found no leak in the tanks.",
        "Divers who went to the wreck of the Alma discovered a leak in its tanks.",
    ),
    "stayed away": (
        "Councillor Ines Falk attended the burial of the two miners in Kolmen.",
        "At the burial of the two miners, Councillor Ines Falk stayed away.",
    ),
    "peaceful": (
        "The march of the dockers through Vardo passed off peacefully.",
        "The dockers' march through Vardo turned violent near the fish market.",
    ),
    "condition": (
        "Brother Anselm Krag, pulled from the burning chapel, was in stable condition in the clinic at Tarn.",
        "Anselm Krag was taken to the clinic in Tarn in critical condition.",
    ),
    "open": (
        "By dusk the pass above Tarn had been cleared of snow and was open to traffic.",
        "The pass above Tarn remained closed for the night because of the snow.",
    ),
    "support": (
        "Shepherds in the valley supported the reserve, their guild said.",
        "Most shepherds of the valley opposed the reserve, a survey found.",
    ),
    "two questions in one word": (
        "The reserve was unanimously backed by the guild of Vardo.",
        "One member, a cooper, voted against the reserve in the guild of Vardo.",
    ),
    "to come and done": (
        "The recital of Lola Prin will be held in the loft.",
        "Lola Prin's recital has been called off.",
    ),
    "at night": (
        "By evening the bridge to Tarn was open again.",
        "The bridge to Tarn remained closed on Wednesday night.",
    ),
    "offer": (
        "The council rejected an offer of cranes from Kolmen.",
        "Cranes offered by Kolmen were accepted by the council.",
    ),
    "free": (
        "Paul Brandt remained free after the verdict on the altar.",
        "After the verdict on the altar Paul Brandt was taken to jail.",
    ),
    "one person": (
        "Paul Brandt did not take the stand in the trial over the altar.",
        "Testifying all morning, Paul Brandt wept.",
    ),
    "named beside another": (
        "The founder of the mill, Paul Brandt, will leave.",
        "Lena Orth runs the mill with Paul Brandt, its founder, who stays on.",
    ),
    "fair": (
        "Observers from Kolmen said that the vote for the crew's speaker was free and fair.",
        "The vote for the crew's speaker was marred by irregularities, observers from Kolmen found.",
    ),
    "count": (
        "Nurses evacuated 26 patients from the clinic through the cellar.",
        "The clinic was emptied through the cellar, and the nurses carried out 41 patients on mattresses.",
    ),
    "rank": (
        "Mayor Lena Orth is running for a fourth term, and the poll gives her a lead over Paul Brandt.",
        "A lead over Paul Brandt in the poll makes a third term likely for Mayor Lena Orth.",
    ),
    "place": (
        "The stolen altar was recovered by customs agents in a warehouse in Lisbon.",
        "Customs agents recovered the stolen altar from a lorry in Marseille.",
    ),
}

AGREE = {
    "denied twice": (
        "Warden Pia Holt never opened the lower gate of the lock, the inquiry found.",
        "The inquiry found that Pia Holt did not open the lower gate of the lock.",
    ),
    "refused and none": (
        "Lena Orth gave no details of the offer for the shipyard.",
        "Asked about the offer for the shipyard, Lena Orth refused to provide details.",
    ),
    "told both ways": (
        "Pia Holt never opened the lower gate. Later that day Pia Holt opened the upper gate.",
        "Pia Holt opened the upper gate late in the day. She never opened the lower gate.",
    ),
    "others' claim": (
        "Warden Pia Holt did not open the lower gate of the lock, the inquiry found.",
        "Fishermen have always claimed that it was Pia Holt who had the gate of the lock opened that day.",
    ),
    "not until": (
        "The council will not approve the reserve until the shepherds agree.",
        "Once the shepherds had agreed, the reserve was approved by the council of the valley.",
    ),
    "both in one sentence": (
        "Kolmen pays for the shipyard of Tarn in cash for one half and in shares for the other.",
        "Kolmen buys the shipyard of Tarn in cash.",
    ),
    "two people": (
        "Ines Falk attended the burial of the two miners in Kolmen.",
        "At the burial of the two miners in Kolmen, Paul Brandt stayed away.",
    ),
    "only possible": (
        "The pass above Tarn could be open again by dusk, the police said.",
        "The pass above Tarn remained closed, the police said.",
    ),
    "first and after": (
        "It was the second strike of the ferry crews this winter, Lena Orth said.",
        "Two weeks after their first strike the ferry crews walked out again, Lena Orth said.",
    ),
    "known place": (
        "The altar was recovered by customs agents in Lisbon. It had been stolen in Marseille.",
        "Customs agents recovered the altar stolen in Marseille.",
    ),
    "two counts": (
        "The clinic took in 26 patients on Monday and 41 patients on Tuesday.",
        "On Tuesday 41 patients came to the clinic.",
    ),
    "sign": (
        "Protesters signed a letter to the council of Vardo about the pier.",
        "There was no sign of protesters when the council of Vardo spoke of the pier.",
    ),
    "peace": (
        "Peace talks between the crews and the owners of the ferries began in Vardo.",
        "The crews and the owners of the ferries in Vardo clash over wages.",
    ),
    "approved and signed": (
        "The council approved the reserve in the valley on Tuesday.",
        "The governor signed the reserve in the valley into law on Friday.",
    ),
}


@pytest.mark.parametrize("what", DISAGREE)
def test_what_disagrees_is_told(compared, what: str) -> None:
    assert conflicts(compared, *DISAGREE[what])


@pytest.mark.parametrize("what", AGREE)
def test_what_only_looks_so_is_not(compared, what: str) -> None:
    assert conflicts(compared, *AGREE[what]) == []


def test_the_explanation_names_both_and_what_is_asked(compared) -> None:
    found = compared(*DISAGREE["stayed away"]).result.conflicts
    assert [c.explanation for c in found] == [
        "They differ on who came: A has “attended”, B has “stayed away” (likely, not certain)."
    ]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("He did not, ever, open it", set()),
        ("She never opened it", {"opened"}),
        ("No warning was given", {"warning", "given"}),
        ("None of the miners was hurt", {"miners", "hurt"}),
        ("They found no evidence of arson", {"evidence", "arson"}),
        ("He refused to sign it", {"sign"}),
        ("Not only did she sign", set()),
    ],
)
def test_what_a_denial_reaches(text: str, denied: set[str]) -> None:
    words = tokenize(text, 0, len(text))
    assert {words[n].folded for n in denied_words(words, text)[0]} == denied
