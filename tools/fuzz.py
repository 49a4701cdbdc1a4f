"""Coverage-guided fuzzing of what reads the text of others, by Atheris: `make fuzz` runs every target in turn.

python tools/fuzz.py TARGET FOLDER [--seconds N]

The seconds are those of the processor, its children's too, so that a busy machine fuzzes as much as an idle one.
FOLDER keeps what was found worth trying (`corpus-TARGET`) and every input that broke a promise (`TARGET-crash-...`),
and is taken up again by the next run. The promises: no exception but the ones that are documented, text that is clean
and composed, spans inside it and in order, no input slower than `SLOW` seconds of the machine.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

with atheris.instrument_imports(include=["index"]):
    import fuzz_binary
    from fuzz_checks import SPLIT, check_document, read

    from index.comparison.compare import compare
    from index.comparison.model import Side
    from index.documents import markdown, text
    from index.documents.cleaning import clean, clean_line
    from index.documents.encoding import decode
    from index.documents.load import load_bytes
    from index.documents.pages import html
    from index.entities.recognise import recognise
    from index.entities.resolving.resolve import Resolver
    from index.errors import FormatError, QueryError
    from index.search.query.parsing import parse as parse_query

SLOW = 20
"""Seconds for one input; a loaded machine and the instruments take their share."""
LONGEST = 4096
"""Bytes of one input."""
WORDS = Path(__file__).with_name("fuzz_words.txt")
"""Words that the formats know: libFuzzer puts them in."""


def cleaning(data: bytes) -> None:
    """The cleaning door: idempotent, and nothing that a terminal obeys or that deceives the eye."""
    raw = data.decode("utf-8", "surrogateescape")
    cleaned = clean(raw)
    assert clean(cleaned) == cleaned, "cleaning twice is not cleaning once"
    assert not any(unicodedata.category(c) in ("Cc", "Cs") and c != "\n" for c in cleaned), "a control character"
    assert not set(cleaned) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2028\u2029"), (
        "it deceives"
    )
    assert "\n" not in clean_line(raw)


def decoding(data: bytes) -> None:
    """Bytes become text, or are told to be none."""
    try:
        decode(data, data[:12].decode("latin-1") if data[:1] == b"w" else None)
        check_document(load_bytes(data, "a.txt"))
    except FormatError:
        return


def structure(data: bytes) -> None:
    """Plain text."""
    read(data, "a.txt")
    text.parse(clean(data.decode("utf-8", "replace")))


def markup(data: bytes) -> None:
    """HTML."""
    html.parse(clean(data.decode("utf-8", "replace")))
    read(data, "a.html")


def marked(data: bytes) -> None:
    """Markdown and its front matter."""
    markdown.parse(clean(data.decode("utf-8", "replace")))
    read(data, "a.md")


def queries(data: bytes) -> None:
    """The language of queries; a refusal is one clean line."""
    typed = data.decode("utf-8", "replace")
    for typing in (False, True):
        for asked in (typed, clean_line(typed)):
            try:
                parse_query(asked, typing=typing)
            except QueryError as refused:
                told = str(refused)
            else:
                continue
            assert len(told) < 1_000, "it says too much"


def entities(data: bytes) -> None:
    """Names, dates, quantities and quotations."""
    document = read(data, "a.txt")
    if document is None:
        return
    found = recognise(document)
    at = 0
    for mention in found.mentions:
        assert at <= mention.start < mention.end <= len(document.text), "a mention is out of place"
        at = mention.end
    for quote in found.quotes:
        assert 0 <= quote.start <= quote.end <= len(document.text), "a quotation is out of place"


def comparison(data: bytes) -> None:
    """Two articles; the findings lie in them, and mirror each other."""
    one, _, other = data.partition(SPLIT)
    documents = [read(part, f"{name}.txt") for name, part in (("a", one), ("b", other))]
    if documents[0] is None or documents[1] is None:
        return
    resolver = Resolver()
    for document in documents:
        assert document is not None
        resolver.add(document.path, recognise(document))
    a, b = (Side(document, resolver.annotations(document.path)) for document in documents if document is not None)
    found, mirrored = compare(a, b), compare(b, a)
    for pair in (*found.alignments, *found.conflicts, *found.variants, *found.quotes):
        assert 0 <= pair.a.start < pair.a.end <= len(a.document.text), "a finding is not in A"
        assert 0 <= pair.b.start < pair.b.end <= len(b.document.text), "a finding is not in B"
    exchanged = sorted((c.kind, c.b, c.a) for c in mirrored.conflicts)
    assert sorted((c.kind, c.a, c.b) for c in found.conflicts) == exchanged, "exchanged, it finds something else"


BINARY = frozenset(target.__name__ for target in fuzz_binary.TARGETS)
TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target
    for target in (
        *(cleaning, decoding, structure, markup, marked, queries, entities, comparison),
        *fuzz_binary.TARGETS,
    )
}


def beginnings(target: str) -> list[bytes]:
    """What fuzzing begins with: the starter articles in pieces, and for a comparison pairs of them."""
    begun = [
        piece
        for file in sorted((ROOT / "seeds").glob("*.txt"))
        for piece in file.read_bytes().split(b"\n\n")
        if len(piece) < LONGEST // 2
    ]
    if target == "comparison":
        return [SPLIT.join(pair) for pair in zip(begun, begun[7:], strict=False)]
    if target == "markup":
        return [b"<html><body><h1>T</h1><p>" + piece + b"</p><table><tr><td>a</table>" for piece in begun]
    return fuzz_binary.beginnings(target, begun) if target in BINARY else begun


def limited(target: Callable[[bytes], None], seconds: float) -> Callable[[bytes], None]:
    """The target; libFuzzer ends as if it was done, with its statistics, once so much of the processor is used."""
    asked = False

    def tried(data: bytes) -> None:
        nonlocal asked
        if not asked and sum(os.times()[:4]) > seconds:
            asked = True
            os.kill(os.getpid(), signal.SIGUSR1)
        target(data)

    return tried


def main() -> None:
    """Fuzzes one target for a while; libFuzzer's own status ends the process."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seconds", type=int, default=450)
    options = parser.parse_args()
    corpus = options.folder / f"corpus-{options.target}"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, piece in enumerate(beginnings(options.target)):
        (corpus / f"start-{number:03}").write_bytes(piece)
    dictionary = options.folder / "words"
    words = WORDS.read_text(encoding="utf-8").split()
    dictionary.write_text("\n".join('"' + "".join(f"\\x{b:02x}" for b in word.encode()) + '"' for word in words))
    atheris.Setup(
        [
            sys.argv[0],
            f"-max_len={LONGEST}",
            f"-timeout={SLOW}",
            f"-dict={dictionary}",
            f"-artifact_prefix={options.folder}/{options.target}-",
            "-print_final_stats=1",
            "-verbosity=1",
            str(corpus),
        ],
        limited(TARGETS[options.target], options.seconds),
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
