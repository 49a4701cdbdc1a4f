"""A small corpus of our own."""

from __future__ import annotations

from pathlib import Path

HARBOUR = """Harbour Talks Enter a Third Day

Mayor Anna Kowalska said on Monday that the harbour truce in Gdansk would hold for 30 days. Her deputy, Tomas Berg, was
less certain and asked for a ceasefire that both fleets would sign.

**The fleets have waited since April.** [sic] They will not wait for ever, the mayor told reporters.

What the Fleets Want

The eastern fleet wants the inner harbour. The western fleet wants the outer one, and $40 million for the repairs.

Questions Remain

Nobody has said who will watch over the truce. Anna Kowalska hopes for the European Union; Tomas Berg hopes for nobody.

| Fleet | Boats | Demand |
|---|---|---|
| Eastern | 14 | the inner harbour, with all its cranes and the old customs house beside the bridge |
| Western | 9 | the outer harbour |
"""

MARKET = """Market Square Quiet After Truce

The market square was quiet on Tuesday. Kowalska walked across it without guards, and the truce held.

Traders counted 12 stalls. A ceasefire, one of them said, is a truce that somebody wrote down.
"""

LONG = "A Long Account of the Harbour\n\n" + "\n\n".join(
    f"Paragraph {number} tells what happened on the quay, slowly and with many words, as harbour stories are told."
    for number in range(120)
)

WIDE = """漢字の記事

これは試験のための短い文章です。 港の停戦は三日目に入りました。 e\u0301tude, nai\u0308ve, 👩‍👩‍👧 family.
"""


def write_harbour(folder: Path) -> Path:
    """Four articles."""
    folder.mkdir(exist_ok=True)
    for name, text in (("a-harbour", HARBOUR), ("b-market", MARKET), ("c-long", LONG), ("d-wide", WIDE)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder
