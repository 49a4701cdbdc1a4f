"""Documents with every kind of block, of any text, for what must hold of all of them."""

from __future__ import annotations

from hypothesis import strategies as st

from index.documents.cleaning import clean
from index.documents.model import Block, BlockKind, Document, Span

WORDS = st.text(
    alphabet=st.sampled_from("aäbcé.,-—/“”'’ \t漢字한あ🙂👩\u200d\ufe0f\u0301\u0302ﬁΩЖ[]"), min_size=0, max_size=60
).map(clean)
"""Texts as documents have them: none was not cleaned."""
KINDS: list[BlockKind] = ["heading", "paragraph", "list_item", "quote", "caption", "code", "boilerplate"]


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents with every kind of block, of hostile text."""
    text = ""
    blocks = []
    for _ in range(draw(st.integers(1, 6))):
        if draw(st.booleans()) or not blocks:
            kind = draw(st.sampled_from(KINDS))
            content = draw(WORDS.filter(str.strip))
            content = draw(st.sampled_from([content, content * 5, f"{content}\n{content}"])).strip()
            blocks.append(Block(kind, len(text), len(text) + len(content), draw(st.integers(0, 4)), marker="12."))
            text += content + "\n"
        else:
            start = len(text)
            rows = []
            columns = draw(st.integers(1, 5))
            for _ in range(draw(st.integers(1, 4))):
                cells = []
                for _ in range(columns):
                    content = " ".join(draw(WORDS).split())
                    cells.append(Span(len(text), len(text) + len(content)))
                    text += content + "  "
                text = text.rstrip(" ") if cells[-1].end > cells[-1].start else text
                rows.append(tuple(cells))
                text += "\n"
            end = max(start + 1, max(cell.end for row in rows for cell in row))
            blocks.append(Block("table", start, end, rows=tuple(rows), header=draw(st.booleans())))
            text = text.ljust(end) + "\n"
    return Document("a.txt", "a", text, tuple(blocks))


WIDTHS = st.integers(12, 100)
