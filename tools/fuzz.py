"""Coverage-guided fuzzing of what reads the text of others, by Atheris: `make fuzz` runs every target in turn.

python tools/fuzz.py TARGET FOLDER [--seconds N]

FOLDER keeps what was found worth trying (`corpus-TARGET`) and every input that broke a promise (`TARGET-crash-...`),
and is taken up again by the next run. The promises: no exception but the ones that are documented, text that is clean
and composed, spans inside it and in order, no input slower than `SLOW` seconds of the machine.
"""

from __future__ import annotations

import argparse
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

with atheris.instrument_imports(include=["index"]):
    from index.comparison.compare import compare
    from index.comparison.model import Side
    from index.documents import html, markdown, text
    from index.documents.binary import docx, epub, odt  # noqa: F401 - loaded late otherwise, and without the instruments
    from index.documents.binary.pdf_layout import Line, Page, pieces
    from index.documents.cleaning import clean, clean_line
    from index.documents.encoding import decode
    from index.documents.load import load_bytes
    from index.documents.model import Document
    from index.documents.sentences import segments
    from index.entities.recognise import recognise
    from index.entities.resolving.resolve import Resolver
    from index.errors import FormatError, QueryError
    from index.search.query.parsing import parse as parse_query

from tests.index.documents.binary import binary_files  # noqa: E402 - the folder is put into the path above

SLOW = 20
"""Seconds for one input; a loaded machine and the instruments take their share."""
LONGEST = 4096
"""Bytes of one input."""
SPLIT = b"\x1e"
"""Parts the two articles of a comparison, the parts of an archive, and the lines of a page."""

WORDS = Path(__file__).with_name("fuzz_words.txt")
"""Words that the formats know: libFuzzer puts them in."""


def check_document(document: Document) -> None:
    """What holds of every document."""
    written = document.text
    assert written == clean(written), "the text is not clean"
    assert unicodedata.is_normalized("NFC", written), "the text is not composed"
    assert document.title == clean_line(document.title), "the title is not clean"
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(written), "a block is out of place"
        assert not written[at : block.start].strip(), "text outside of blocks"
        at = block.end
        for row in block.rows:
            for cell in row:
                assert block.start <= cell.start <= cell.end <= block.end, "a cell is out of place"
    assert not written[at:].strip(), "text behind the last block"
    for inline in document.inlines:
        assert 0 <= inline.start < inline.end <= len(written), "an inline is out of place"
        assert inline.target.startswith(("", "http://", "https://", "mailto:")), "a link leads elsewhere"
    at = 0
    for segment in segments(document):
        assert at <= segment.start < segment.end <= len(written), "a sentence is out of place"
        at = segment.end


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
    _read(data, "a.txt")
    text.parse(clean(data.decode("utf-8", "replace")))


def markup(data: bytes) -> None:
    """HTML."""
    html.parse(clean(data.decode("utf-8", "replace")))
    _read(data, "a.html")


def marked(data: bytes) -> None:
    """Markdown and its front matter."""
    markdown.parse(clean(data.decode("utf-8", "replace")))
    _read(data, "a.md")


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
    document = _read(data, "a.txt")
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
    documents = [_read(part, f"{name}.txt") for name, part in (("a", one), ("b", other))]
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


def word(data: bytes) -> None:
    """The parts of a Word document: body, styles, numbering, notes, relationships."""
    body, styles, numbering, notes, links, *_ = _parts(data, 5)
    _read(binary_files.docx(body, styles=styles, numbering=numbering, notes=notes, links=links), "a.docx")


def opendocument(data: bytes) -> None:
    """The parts of an OpenDocument text: body and styles."""
    body, styles, *_ = _parts(data, 2)
    _read(binary_files.odt(f"<office:text>{body}</office:text>", styles=styles), "a.odt")


def book(data: bytes) -> None:
    """The parts of an EPUB: two chapters, metadata, manifest."""
    first, second, said, more, *_ = _parts(data, 4)
    _read(binary_files.epub({"a.xhtml": first, "b.xhtml": second}, said=said, more=more), "a.epub")


def archives(data: bytes) -> None:
    """The bytes of an archive."""
    for name in ("a.docx", "a.odt", "a.epub"):
        _read(data, name)


def pages(data: bytes) -> None:
    """Lines as they are printed on the pages of a PDF; what is not at the edge of one is not lost."""
    lines = [
        Line(
            text, 6 + size % 24, size > 127, float(left), bottom * 3.0, left + right * 2.0, bottom * 3.0 + 6 + size % 24
        )
        for size, left, bottom, right, text in (
            (*part[:4], clean_line(part[4:].decode("utf-8", "replace"))) for part in data.split(SPLIT) if len(part) > 4
        )
    ]
    made = pieces([Page(800.0, lines[place : place + 20]) for place in range(0, len(lines), 20)])
    for piece in made:
        assert clean(piece.rich.text) == piece.rich.text, "it is not clean"
    if len(lines) <= 20:
        told = "".join(piece.marker + piece.rich.text for piece in made)
        middle = [line.text for line in lines if line.bottom > 100 and line.top < 700]
        letters = [letter for text in middle for letter in text if letter.isalpha()]
        assert not set(letters) - set(told), "a letter is lost"


def _parts(data: bytes, many: int) -> list[str]:
    """So many texts at least, without what XML has no characters for."""
    found = [part.decode("utf-8", "replace").replace("\x00", "") for part in data.split(SPLIT)]
    return found + [""] * (many - len(found))


def _read(data: bytes, name: str) -> Document | None:
    try:
        document = load_bytes(data, name)
    except FormatError:
        return None
    check_document(document)
    return document


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target
    for target in (
        *(cleaning, decoding, structure, markup, marked, queries, entities, comparison),
        *(word, opendocument, book, archives, pages),
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
    if target == "word":
        look = ("", "Heading1", "ListParagraph")
        return [
            "".join(
                binary_files.paragraph(line, style) for line in piece.decode("utf-8", "replace").split("\n")
            ).encode()
            for number, piece in enumerate(begun)
            for style in look[number % 3 :][:1]
        ]
    if target == "opendocument":
        return [b"<text:h>T</text:h><text:p>" + piece + b"</text:p>" for piece in begun]
    if target == "book":
        return [b"<html><body><h1>T</h1><p>" + piece + b"</p></body></html>" for piece in begun]
    if target == "archives":
        body = "".join(binary_files.paragraph(word) for word in ("Envoys met.", "They talked."))
        return [
            binary_files.docx(body),
            binary_files.odt("<office:text><text:p>Envoys met.</text:p></office:text>"),
            binary_files.epub({"a.xhtml": "<html><body><p>Envoys met.</p></body></html>"}),
        ]
    if target == "pages":
        return [
            SPLIT.join(bytes((10, 50, 200 - number, 200)) + line for number, line in enumerate(piece.split(b". ")[:30]))
            for piece in begun
        ]
    if target == "markup":
        return [b"<html><body><h1>T</h1><p>" + piece + b"</p><table><tr><td>a</table>" for piece in begun]
    return begun


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
            f"-max_total_time={options.seconds}",
            f"-max_len={LONGEST}",
            f"-timeout={SLOW}",
            f"-dict={dictionary}",
            f"-artifact_prefix={options.folder}/{options.target}-",
            "-print_final_stats=1",
            "-verbosity=1",
            str(corpus),
        ],
        TARGETS[options.target],
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
