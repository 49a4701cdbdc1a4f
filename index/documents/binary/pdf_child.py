"""The lines of a PDF, found in a process of its own: `python -m index.documents.binary.pdf_child <FILE >LINES`.

PDFium is a large program in C++, and what hostile files make it do costs this process alone.  It takes the file from
standard input and writes JSON: the title that the file gives, and a list a page, of its height and its lines.  A line
is a list of its text, the size of its letters in points, whether they are bold, and its left, bottom, right and top
end, in points from the page's lower left corner (ISO 32000-1, 8.3).
"""

from __future__ import annotations

import json
import resource
import sys
from contextlib import suppress
from math import hypot
from typing import Any

SECONDS = 20
_MEMORY = 2 << 30
_PAGES = 3_000
_CHARACTERS = 8 << 20
_PASSWORD = 4
"""What PDFium calls a wrong password (FPDF_ERR_PASSWORD)."""
_BOLD = 600


def main() -> None:
    """Reads a file and writes its lines."""
    for what, most in ((resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CORE, 0)):
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))
    json.dump(read(sys.stdin.buffer.read()), sys.stdout)


def read(data: bytes) -> dict[str, object]:
    """The title, the pages and whether these are all; or `error`, a reason why there are none."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as problem:
        protected = getattr(problem, "err_code", 0) == _PASSWORD
        return {"error": "protected by a password" if protected else "damaged: it cannot be opened as a PDF"}
    said = document.get_metadata_dict()
    pages: list[list[list[object]]] = []
    left = _CHARACTERS
    whole = len(document) <= _PAGES
    for number in range(min(len(document), _PAGES)):
        try:
            lines, length = _lines(document, number)
        except pypdfium2.PdfiumError:  # a page that cannot be read costs itself alone
            whole = False
            continue
        pages.append(lines)
        left -= length
        if left < 0:
            whole = False
            break
    return {"title": said.get("Title", ""), "pages": pages, "whole": whole}


def _lines(document: Any, number: int) -> tuple[list[list[object]], int]:
    import pypdfium2.raw as raw

    page = document[number]
    text = page.get_textpage()
    characters = text.get_text_range()
    lines: list[list[object]] = []
    at = 0
    for line in characters.split("\r\n"):
        most = text.count_chars() - 1  # letters of two UTF-16 units count once
        shown = [min(place, most) for place, character in enumerate(line, at) if not character.isspace()]
        at += len(line) + 2
        if not shown:
            continue
        first = text.get_charbox(shown[0], loose=True)
        last = text.get_charbox(shown[-1], loose=True)
        middle = shown[len(shown) // 2]
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(text, middle, matrix)
        size = raw.FPDFText_GetFontSize(text, middle) * (hypot(matrix.c, matrix.d) or 1.0)
        bold = all(raw.FPDFText_GetFontWeight(text, place) >= _BOLD for place in (shown[0], middle, shown[-1]))
        box = first[0], min(first[1], last[1]), last[2], max(first[3], last[3])
        lines.append([line, round(size, 1), bold, *(round(edge, 1) for edge in box)])
    height = page.get_height()
    text.close()
    page.close()
    return [[height], *lines], len(characters)


if __name__ == "__main__":
    main()
