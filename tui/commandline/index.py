"""`index`: builds or refreshes the index of a corpus, or says how it stands."""

from __future__ import annotations

from argparse import Namespace

from tui.commandline.opening import STANDARD_INPUT, opened, refreshed
from tui.commandline.output import Paper, json_line
from tui.commandline.status import DONE, UsageError

_UNITS = ("bytes", "kB", "MB", "GB")


def run(options: Namespace) -> int:
    """Refreshes (or with --status only looks), then prints how the index stands and what is skipped."""
    corpus = options.corpus
    if corpus == STANDARD_INPUT:
        raise UsageError("standard input has no index of its own; name a folder")
    with opened(options, corpus) as library:
        status = library.status() if options.status else refreshed(library, rebuild=options.rebuild, old_will_do=False)
        skipped, partly = library.skipped(), library.partly()
        if options.json:
            json_line(
                {
                    "corpus": status.corpus,
                    "folder": status.folder,
                    "articles": status.articles,
                    "files": status.files,
                    "skipped": [{"document": one.path, "reason": one.reason} for one in skipped],
                    "partly": [{"document": one.path, "reason": one.reason} for one in partly],
                    "bytes": status.bytes,
                    "current": status.current,
                    "named": status.named,
                    "busy": status.busy,
                    "changed": len(status.changed),
                }
            )
            return DONE
        paper = Paper()
        paper.line(f"{status.corpus}: {status.articles:,} of {status.files:,} articles indexed, {_size(status.bytes)}.")
        if status.named < status.articles:
            paper.line(f"Names of {status.named:,} articles are known; the rest is found when it is asked for.")
        if not options.status:
            paper.line(f"{len(status.changed):,} added, changed or removed.")
        elif not status.current:
            paper.line("Files have changed since; the next search or `ceasefire-reader index` brings it up to date.")
        paper.styled_line(("quiet", status.folder))
        for one in skipped:
            paper.line(f"skipped: {one.path} ({one.reason})")
        for one in partly:
            paper.line(f"partly: {one.path} ({one.reason})")
    return DONE


def _size(count: int) -> str:
    amount = float(count)
    for unit in _UNITS[:-1]:
        if amount < 1000:
            return f"{amount:.0f} {unit}"
        amount /= 1000
    return f"{amount:.1f} {_UNITS[-1]}"
