"""The index kept true to the files: what changed is read, what it names is found, and who is who is resolved anew."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from index import cache
from index.errors import CorpusError, DamageError, EngineError, FormatError
from index.library.indexed import IndexedCorpus, Status

if TYPE_CHECKING:
    from index.building.opened import Opened
    from index.building.rows import Described, Listed
    from index.building.store import Store
    from index.documents.model import Document, SourceFile
    from index.entities.model import Mention, Recognition
    from index.entities.resolving.profile import Named
    from index.entities.resolving.resolution import Resolution
    from index.search.model import Cancel

_LONG = 100_000
"""Characters; names in a longer text are found in a process that can be stopped."""
_FEW = 50
"""So many new articles are read within the program: sooner done than another process is started."""
_MUCH = 0.05
"""Where more of the articles than this changed, all names are resolved anew."""


class CurrentCorpus(IndexedCorpus):
    """A corpus whose index follows its files."""

    def listing(self) -> tuple[Listed, ...]:
        """Every article with title, date and length; those not read yet stand under their file's name."""
        from index.building.rows import Listed

        try:
            known, failed = self._listed()
            if self._mended():
                known, failed = self._listed()
        except DamageError:
            self.refresh(rebuild=True)
            known, failed = self._listed()
        return tuple(
            known.get(file.path) or Listed(file.path, file.path, None, 0)
            for file in self.files()
            if file.path not in failed
        )

    def described(self, paths: Sequence[str]) -> Iterator[Described]:
        """Title, date, language and length of articles, in their order; those that are gone since are left out."""
        from index.building.rows import Described

        kept = {}
        for path, page in self._stored().each(paths):
            with suppress(DamageError):
                kept[path] = Described(path, page.title, page.date, page.language, *_lengths(page.text))
        for path in paths:
            with suppress(CorpusError, FormatError):
                if path not in kept:
                    now = self.read(path)
                    kept[path] = Described(path, now.title, now.date, now.language, *_lengths(now.text))
                yield kept[path]

    def named(self) -> tuple[int, int]:
        """In how many articles names are found by now, and of how many; they differ while names are looked for."""
        articles = self._stored().count()
        return articles - self._stored().unnamed_count(), articles

    def _mended(self) -> bool:
        """Reads again what was found damaged since, and says whether anything was."""
        store = self._stored()
        if not store.lost:
            return False
        store.lost = False  # once: where it cannot be written, the index must do without
        with suppress(EngineError):
            self.refresh()
        return True

    def _listed(self) -> tuple[dict[str, Listed], set[str]]:
        """What is kept of the articles, and the files that could not be read, by path."""
        store = self._stored()
        return store.listing(), {one.path for one in store.failures()}

    def refresh(
        self,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Cancel | None = None,
        *,
        rebuild: bool = False,
        names: bool = True,
        few_names: bool = True,
        words: bool = True,
        opened: Opened | None = None,
    ) -> Status:
        """Brings the index up to date with the files: `progress` hears articles done and articles to do.

        Where all is known to be up to date, nothing is scanned, and without `words` the engine is not looked at either.

        Of many new articles, what they name is found after all can be searched for their words (`progress` begins anew
        then), or, without `names`, not at all; without `few_names` not of a few new articles either.  The article whose
        path `opened` gives, and those beside it, come first.

        Only what changed is read again.  A damaged index is deleted and built anew; where nothing can be written, what
        was there stays as it is.  Cancelled work keeps what was committed.

        Raises EngineError where the index cannot be written, Cancelled where the caller asked to stop.
        """
        with self._lock:
            if self._store is not None and self._store.read_only:  # perhaps there is room by now
                self._close_index()
        if rebuild:
            self.rescan()
        elif (status := self._status_if_settled(names=names, words=words)) is not None:
            return self._noticed(status)
        if not self.files():
            raise self.without_articles()
        self._ensure_private()
        with cache.writing(self.folder) as ours:
            if not ours:
                return self.status()._replace(busy=True)
            if rebuild:
                self._discard()
            try:
                changed, status = self._refreshed(progress, cancelled, names, few_names, opened)
            except DamageError:
                self._discard()
                changed, status = self._refreshed(progress, cancelled, names, few_names, opened)
        return self._noticed(status._replace(changed=changed))

    def follow(
        self,
        locations: Collection[str],
        progress: Callable[[int, int], None] | None = None,
        cancelled: Cancel | None = None,
    ) -> Status:
        """As `refresh_apart`, where no other files than those at `locations` can have changed: these alone are looked
        at, unless that is not enough to tell what changed, or they are many.
        """
        paths = self.look_at(locations) if len(locations) <= _FEW else None
        if paths is None or not self.files():
            return self.refresh_apart(progress, cancelled)
        with self._lock:
            self._look = None  # what it stood for is no more
        self._ensure_private()
        with cache.writing(self.folder) as ours:
            if not ours:
                return self.status()._replace(busy=True)
            try:
                from index.building.refresh import refresh
                from index.building.rows import Settled

                store = self._stored()
                files = [self._by_path[path] for path in sorted(paths) if path in self._by_path]
                self._before_changes(store, files)
                changed = refresh(files, store, self._engined(), progress, cancelled, paths).changed
            except DamageError:
                pass  # what mends it looks at all
            else:
                self._follow(changed)
                articles, failures = store.count(), store.failed_count()
                there = Settled(len(self.files()), len(self._scanned().skipped), articles, failures)
                return self._noticed(self._told(there, current=articles + failures == there.files, changed=changed))
        return self.refresh_apart(progress, cancelled)

    def _status_if_settled(self, *, names: bool, words: bool) -> Status | None:
        """How the index stands, where a glance at the files tells that it is up to date and whole; else None."""
        try:
            if words and self._ahead is not None and self._stored().mark() != "0":
                self._engined().open()  # while the files are looked at
            self._look_again()
            if self._settled() is None or (names and self._stored().unnamed_count()):
                return None
            if words:
                self._engined().open()
        except DamageError:
            return None
        return self.status()

    def _refreshed(
        self,
        progress: Callable[[int, int], None] | None,
        cancelled: Cancel | None,
        names: bool,
        few_names: bool,
        opened: Opened | None,
    ) -> tuple[frozenset[str], Status]:
        store = self._stored()
        changed: frozenset[str] = frozenset()
        if self._settled() is None:
            from index.building.refresh import refresh

            self._before_changes(store, self.files())
            changed, looked_into = refresh(
                self.files(), store, self._engined(), progress, cancelled, opened=opened, names=names or few_names
            )
            self._settle(store, looked_into)
        else:
            self._engined().open()
        if names and store.unnamed_count():
            from index.building.refresh import find_names

            changed |= find_names(store, self._engined(), progress, cancelled)
            self._settle(store)
        self._follow(changed)
        if len(changed) > _FEW and not store.unnamed_count():
            self._resolving()
        if changed:
            store.gather()
        return changed, self.status()

    def _before_changes(self, store: Store, files: Sequence[SourceFile]) -> None:
        """For who keeps anything of articles: `files` are about to be looked at, and what is gone is still stored."""

    def _settle(self, store: Store, among: frozenset[str] | None = None) -> None:
        """Remembers that the index is up to date, where it is; with `among`, all other files are known to be so."""
        stamps = store.stamps(among)
        files = self.files()
        unsure = files if among is None else [file for file in files if file.path in among]
        if self._look is not None and all(file.path in stamps and stamps[file.path].fits(file) for file in unsure):
            store.settle(self._key(), len(files), len(self._scanned().skipped))

    def refresh_apart(
        self,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Cancel | None = None,
        opened: Opened | None = None,
    ) -> Status:
        """As `refresh` without `names`, for a program with a screen: more than a few articles are read in a process of
        their own.
        """
        if (status := self._status_if_settled(names=False, words=True)) is not None:
            return self._noticed(status)
        try:
            few = len(self.files()) - self._stored().count() <= _FEW
        except DamageError:
            few = False
        if few:
            return self.refresh(progress, cancelled, names=False)
        return self._apart(progress, cancelled, names=False, opened=opened)

    def find_names_apart(
        self, progress: Callable[[int, int], None] | None = None, cancelled: Cancel | None = None
    ) -> Status:
        """Finds what the articles name of which that is not known yet, many of them in a process of their own."""
        if self._stored().unnamed_count() <= _FEW:
            return self.refresh(progress, cancelled)
        return self._apart(progress, cancelled, names=True)

    def _apart(
        self,
        progress: Callable[[int, int], None] | None,
        cancelled: Cancel | None,
        *,
        names: bool,
        opened: Opened | None = None,
    ) -> Status:
        from index.library.indexer import run_apart

        self._ensure_private()
        with cache.writing(self.folder) as free:
            pass
        if not free:  # told without starting a process
            return self.status()._replace(busy=True)
        changed, busy = run_apart(self.root, self.settings, progress, cancelled, names=names, opened=opened)
        self._follow(changed)
        status = self.status()._replace(changed=changed, busy=busy)
        return status if busy else self._noticed(status)

    def _noticed(self, status: Status) -> Status:
        """A status, with whether another process changed the index since names were resolved; they are anew then.

        While names are still being found, that is left for the end.
        """
        if status.named < status.articles:
            return status
        mark = self._stored().mark()
        with self._lock:
            if self._resolution is None or self._resolved_mark == mark:
                return status
            self.generation += 1
            self._resolution = None
        return status._replace(elsewhere=True)

    def _follow(self, changed: frozenset[str]) -> None:
        if changed:
            with self._lock:
                self.generation += 1
                self._resolution = None

    def _recognition(
        self,
        document: Document,
        cancelled: Cancel | None = None,
        found: Callable[[tuple[Mention, ...]], None] | None = None,
    ) -> Recognition:
        """What a document names; `found` hears its mentions sooner, where they are found now and it is not long."""
        stored = self._stored().article(document.path)
        if stored is not None and stored.document.sha256 == document.sha256:
            if found is None or len(document.text) > _LONG or self._stored().knows_names(document.path):
                return stored.recognition
        elif len(document.text) > _LONG:
            from index.building.reading import recognise_apart

            return recognise_apart(document, cancelled)
        from index.naming import names

        return names(document, found)

    def _resolving(self) -> Resolution:
        """The entities of the corpus as of the last refresh: as they were kept, else resolved now and kept."""
        self._mended()
        with self._resolution_lock:
            with self._lock:
                resolution, generation, store = self._resolution, self.generation, self._stored()
            if resolution is None:
                from index.entities.resolving.resolution_file import load

                mark = store.mark()
                resolution = load(self.folder, mark) or self._resolved(store, mark)
                with self._lock:
                    if generation == self.generation:
                        self._resolution, self._resolved_mark = resolution, mark
            return resolution

    def _resolved(self, store: Store, mark: str) -> Resolution:
        """Who is who, resolved now: of what was resolved before, here or by any process, only what changed since."""
        from index.entities.resolving.resolution_file import save

        traces = store.traces()  # before the names: what changes in between is taken once more
        resolution = self._followed(store, traces) or self._all_resolved(store, traces)
        with suppress(EngineError):  # it can be resolved again
            save(resolution, self.folder, mark)
        return resolution

    def _followed(self, store: Store, traces: dict[str, int]) -> Resolution | None:
        """What was resolved before, with what changed since; None where that is much, or cannot be told."""
        from index.entities.resolving.resolution_change import changed
        from index.entities.resolving.resolution_file import load

        before = load(self.folder, None)
        if before is None or store.lost:
            return None
        try:
            known = before.traces()
            other = sorted(path for path, trace in traces.items() if known.get(path) != trace)
            gone = known.keys() - traces.keys()
            if len(other) + len(gone) > len(traces) * _MUCH:
                return None
            come: dict[str, tuple[int, Named]] = {}
            for path, names in store.named(other):
                if names is None:
                    return None
                come[path] = traces[path], names
            return changed(before, gone, come)
        finally:
            before.close()

    def _all_resolved(self, store: Store, traces: dict[str, int]) -> Resolution:
        from index.entities.resolving.resolution import build
        from index.entities.resolving.resolve import Resolver, named

        resolver = Resolver()
        told: set[str] = set()
        for path, names in store.named():
            if names is not None:
                told.add(path)
                resolver.add_named(path, names)
        # Those damaged in the index are read again, unless they are gone or unreadable by now.
        unread = {file.path for file in self.files()} - told - set(store.unnamed()) if store.lost else ()
        for path in sorted(unread):
            with suppress(CorpusError, FormatError):
                resolver.add_named(path, named(self._recognition(self.read(path))))
        return build(resolver.outcome(), traces)


def _lengths(text: str) -> tuple[int, int]:
    """Words and characters."""
    return len(text.split()), len(text)
