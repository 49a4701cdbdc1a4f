"""The files of one corpus: found, named by a beginning, and read as they are now.

All methods may be called from any thread.
"""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from collections.abc import Collection, Sequence
from contextlib import suppress
from pathlib import Path

from index.documents import scan
from index.documents.cleaning import clean_line
from index.documents.model import Document, Skipped, SourceFile
from index.errors import CorpusError, FormatError, StateError
from index.homes import from_home
from index.settings import Settings
from index.starter import starter_corpus

_KEPT_DOCUMENTS = 64
_TRIED_FIRST = 100
"""Files that are read for one to begin with, where the first cannot be."""
_TRIED = 20
"""New files that are looked into for one that was renamed, the likeliest first."""


def locate(named: str | Path | None, settings: Settings) -> Path:
    """The folder or file that is named; else what the settings name, else `./seeds`, else the starter corpus.

    Raises CorpusError where it is missing or cannot be read.
    """
    if named == "":  # an unset variable of a script, most likely; its user does not mean another corpus
        raise CorpusError("cannot open the corpus: its name is empty")
    named = named or settings.corpus
    try:
        root = from_home(str(named)) if named else Path("seeds") if Path("seeds").is_dir() else starter_corpus()
    except StateError as problem:
        raise CorpusError(f"cannot open {problem}") from problem
    try:
        root = root.resolve(strict=True)
        readable = os.access(root, os.R_OK | (os.X_OK if root.is_dir() else 0))
    except (OSError, ValueError, RuntimeError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else "not a usable path"
        raise CorpusError(f"cannot open {clean_line(str(named or root))}: {reason}") from problem
    if not readable:
        raise CorpusError(f"cannot open {clean_line(str(root))}: permission denied")
    if not root.is_dir() and not root.is_file():
        raise CorpusError(f"cannot open {clean_line(str(root))}: neither a folder nor a regular file")
    return root


class Corpus:
    """A folder of articles, or one article."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.name = clean_line(root.name or str(root))
        self._lock = threading.RLock()
        self._scan: scan.Scan | None = None
        self._by_path: dict[str, SourceFile] = {}
        self._documents: OrderedDict[SourceFile, Document] = OrderedDict()

    def first(self) -> Document | None:
        """The first readable article (of a long one its beginning), found without scanning the rest; None where there
        is no article's file.

        Raises CorpusError, with a file and the reason, where none of the first can be read.
        """
        file = scan.first(self.root)
        if file is None:
            return None
        with self._lock:
            self._by_path.setdefault(file.path, file)
        try:
            return self.beginning(file.path) or self.read(file.path)
        except FormatError as problem:
            unreadable = Skipped(file.path, str(problem))
        for other in self.files()[:_TRIED_FIRST]:
            with suppress(FormatError):
                return self.beginning(other.path) or self.read(other.path)
        raise self._none_of([unreadable] * len(self.files()))

    def _none_of(self, skipped: Sequence[Skipped]) -> CorpusError:
        """What is wrong with a corpus of which all is skipped."""
        why = "put .txt, .md, .html, .mhtml, .webarchive, .eml, .epub, .docx, .odt or .pdf files into it"
        if skipped:
            more = f" and {len(skipped) - 1} more" if len(skipped) > 1 else ""
            why = f"{skipped[0].path} is skipped ({skipped[0].reason}){more}"
        return CorpusError(f"{clean_line(str(self.root))} holds no article: {why}")

    def files(self) -> tuple[SourceFile, ...]:
        """The articles' files, by path."""
        return self._scanned().files

    def rescan(self) -> None:
        """Looks at the folder anew."""
        found = scan.scan(self.root)
        with self._lock:
            self._scan = found
            self._by_path = {file.path: file for file in found.files}

    def forget_files(self) -> None:
        """Looks at the folder anew when it is next asked for."""
        with self._lock:
            self._scan = None
            self._by_path = {}

    def _scanned(self) -> scan.Scan:
        with self._lock:
            if self._scan is None:
                self.rescan()
            assert self._scan is not None
            return self._scan

    def name_document(self, beginning: str) -> str:
        """The path of the document that is so named, or alone begins so.  Raises CorpusError."""
        wanted = beginning.removeprefix("./")
        with self._lock:
            if self._scan is None and (wanted in self._by_path or self._found_alone(wanted)):
                return wanted
        paths = [file.path for file in self.files()]
        if wanted in paths:
            return wanted
        found = [path for path in paths if path.startswith(wanted)] if wanted else []
        if len(found) == 1:
            return found[0]
        if not found:
            raise self._no_article(wanted)
        shown = clean_line(beginning)
        raise CorpusError(f"{shown!r} is the beginning of {len(found)} articles, {found[0]} and {found[1]} among them")

    def _no_article(self, named: str) -> CorpusError:
        """What to say of a path that is none of an article: why its file is skipped, where it is."""
        shown = clean_line(named)
        for one in self._scanned().skipped:
            if one.path in (named, shown):
                return CorpusError(f"{shown} is skipped: {one.reason}")
        return CorpusError(f"no article of {self.name} is named {shown!r}")

    def look_at(self, locations: Collection[str]) -> frozenset[str] | None:
        """Looks anew at files that may have come, changed or gone, and at nothing else; gives their paths.

        None where that cannot tell what a scan would: nothing was scanned yet, a folder is among them or what is no
        file of the corpus, or names are shown otherwise than the system has them.
        """
        inside = os.path.realpath(self.root) if self.root.is_dir() else os.path.dirname(os.path.realpath(self.root))
        found: dict[str, SourceFile | Skipped | None] = {}
        for location in locations:
            path = os.path.relpath(location, inside).replace(os.sep, "/")
            found[path] = scan.one(self.root, path)
            if found[path] is None and (os.path.lexists(location) or not (path.isascii() and path.isprintable())):
                return None
        with self._lock:
            if self._scan is None or self._scan.renamed:
                return None
            self._scan = self._scan.with_files(found)
            for path, each in found.items():
                if isinstance(each, SourceFile):
                    self._by_path[path] = each
                else:
                    self._by_path.pop(path, None)
        return frozenset(found)

    def _found_alone(self, path: str) -> bool:
        """Whether the file of a path is found without looking at all others; it is remembered then."""
        file = scan.one(self.root, path)
        if isinstance(file, SourceFile):
            self._by_path[path] = file
        return isinstance(file, SourceFile)

    def beginning(self, path: str) -> Document | None:
        """The beginning of a long document that was not read yet, while `read` would take long; None for any other.

        Its `sha256` is empty.  Raises as `read` does.
        """
        from index.documents.load import load_beginning, takes_long  # not needed to search what is indexed

        file = self._file(path)
        with self._lock:
            if not takes_long(file) or file in self._documents:
                return None
        return load_beginning(file)

    def read(self, path: str) -> Document:
        """The document as its file is now.  Raises CorpusError (no such document) or FormatError."""
        from index.documents.load import load

        file = self._file(path)
        with self._lock:
            if file in self._documents:
                self._documents.move_to_end(file)
                return self._documents[file]
        document = load(file)
        with self._lock:
            self._documents[file] = document
            while len(self._documents) > _KEPT_DOCUMENTS:
                self._documents.popitem(last=False)
        return document

    def renamed(self, document: Document, before: Collection[SourceFile]) -> Document | None:
        """The document under the path that its file has now, where that was renamed or moved within the folder.

        It has the same bytes in a file that was not among `before`.  None where there is none, or the file is still
        there.  Raises CorpusError where the folder cannot be read.
        """
        from index.documents.load import load

        known = {file.path: file for file in before}
        files = scan.scan(self.root).files
        old = known.get(document.path)
        if old is None or not document.sha256 or any(file.path == document.path for file in files):
            return None

        def unlike(file: SourceFile) -> tuple[bool, bool, bool, str]:
            other_name = os.path.basename(file.path) != os.path.basename(old.path)
            return file.size != old.size, file.mtime_ns != old.mtime_ns, other_name, file.path

        for file in sorted((file for file in files if file.path not in known), key=unlike)[:_TRIED]:
            with suppress(FormatError):
                now = load(file)
                if now.sha256 == document.sha256:
                    with self._lock:
                        self._by_path.setdefault(file.path, file)
                    return now
        return None

    def _file(self, path: str) -> SourceFile:
        """The file of a document, as it is now."""
        with self._lock:
            file = self._by_path.get(path)
        if file is None:
            self._scanned()
            file = self._by_path.get(path)
        if file is None:
            raise self._no_article(path)
        try:
            now = os.stat(file.location)
        except OSError as problem:
            raise FormatError(f"cannot read {path}: {problem.strerror}") from problem
        return file._replace(size=now.st_size, mtime_ns=now.st_mtime_ns)
