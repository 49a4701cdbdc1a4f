"""Mutation testing: how many small faults, put into the modules that must not be wrong, some test notices.

python tools/mutation.py GROUP [GROUP ...] [--share 0.25] [--only TEXT ...] [--left FILE] [--tests PATH ...]
    [--named EXPRESSION] [--seconds 4] [--result FILE]

The tests of a group run once, unmutated, to see which lines each of them reaches and how long it takes. Then every
mutant (`tools/mutants.py`) is tried in a fork of that process: the tests that reach its line and then those that reach
its module or one that imports it, until one fails or `SECONDS` of tests have passed: first the tests that noticed other
mutants of its function, then those that bear the module's name, then the quickest. A mutant in a class is tried against
all tests of the group. An endless loop counts as noticed. A test that needs no fixture of its own is called as it is,
without what pytest does around a test; what functions keep is emptied only where it can have come from the module with
the fault; tables are made anew where a fault would have changed them (`tools/remaking.py`).
`tools/mutants_alike.txt` names the mutants that change nothing anybody could see, each with its reason; they are not
counted. Needs `coverage` beside the tests.
"""

from __future__ import annotations

import argparse
import gc
import importlib.abc
import importlib.machinery
import importlib.util
import inspect
import json
import os
import random
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Any

import coverage
import pytest
from _pytest.outcomes import Failed, Skipped
from mutants import Mutant, mutants
from remaking import dependents, importers, remade_for

ROOT = Path(__file__).resolve().parent.parent
ALIKE = Path(__file__).with_name("mutants_alike.txt")
SECONDS = 10.0
"""Processor time of unmutated tests that one mutant is tried against."""
MEMORY = 4 << 30

_RULES = ROOT / "index/comparison/conflicts"
_CONFLICTS = sorted(".".join(file.relative_to(_RULES).with_suffix("").parts) for file in _RULES.rglob("[!_]*.py"))
_COMPARISON = (
    *(f"conflicts.{name}" for name in _CONFLICTS),
    *("aligning.numerals", "aligning.quantities", "matrix.holes", "reports.statement", "reports.verify"),
)
GROUPS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "cleaning": (("index.documents.cleaning",), ("tests/index/documents/test_cleaning.py",)),
    "offsets": (
        (
            *(f"index.documents.{name}" for name in ("builder", "emphasis", "sentences", "wrapping")),
            *(f"index.search.answering.{name}" for name in ("keyed", "located", "placed", "snippets", "spots")),
            "index.search.folding",
            "index.user.placing",
            *(f"tui.widgets.typeset.{name}" for name in ("cells", "flow", "layers", "wrapping")),
        ),
        (
            "tests/index/documents",
            *(
                f"tests/index/search/test_{name}.py"
                for name in (
                    "brute_force",
                    "folding",
                    "keyed",
                    "located",
                    "passages_as_they_were",
                    "snippets",
                    "search_document",
                    "spots",
                )
            ),
            "tests/index/test_placing.py",
            "tests/tui/typeset",
            "tests/tui/units/test_reader_units.py",
        ),
    ),
    "conflicts": (
        tuple(f"index.comparison.{name}" for name in _COMPARISON),
        ("tests/index/comparison",),
    ),
}


@dataclass
class Reached:
    """A test: how long it takes, and the lines of each module that it reaches."""

    seconds: float = 0.0
    lines: dict[str, list[int]] = field(default_factory=dict)


class _Trying:
    """Takes the place of pytest's own loop: a run to see what reaches what, then one for every mutant, each in a fork
    of this process, which has all modules and tests at hand.
    """

    def __init__(self, tried: Sequence[Mutant], told: Path, seconds: float, result: Path | None) -> None:
        self.tried = tried
        self.told = told
        self.seconds = seconds
        self.result = result
        self.failed: list[str] = []
        self.noticing: dict[str, Counter[int]] = defaultdict(Counter)
        """By function: how many of its mutants each test was the first to notice."""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        reached = self._reached(session.items)
        if reached is not None:
            for item in session.items:
                if _arguments(item) is not None:
                    self._test(item)  # fills what is read once and kept, for all forks
            for module in {mutant.module for mutant in self.tried} & sys.modules.keys():
                dependents(module)
                remade_for(module)
            gc.collect()
            gc.freeze()
            noticed = {}
            for mutant in self.tried:
                noticed[mutant.name] = self._noticed(mutant, session.items, reached)
                if self.result is not None and not noticed[mutant.name]:
                    with self.result.open("a", encoding="utf-8") as names:
                        names.write(f"{mutant.name}\n")
            self.told.write_text(json.dumps(noticed))
        return True

    def _reached(self, items: Sequence[pytest.Item]) -> list[Reached] | None:
        """What each test reaches; None where one fails."""
        mutated = {mutant.module for mutant in self.tried}
        files = {_file(module): module for tried in mutated for module in (tried, *importers(tried))}

        def watch() -> int:
            measured = coverage.Coverage(data_file=None, config_file=False, include=list(files))
            measured.start()
            seconds = []
            for place, item in enumerate(items):
                measured.switch_context(str(place))
                began = time.process_time()
                self._test(item)
                seconds.append(time.process_time() - began)
            measured.stop()
            reached = [Reached(taken) for taken in seconds]
            data = measured.get_data()
            for file, module in files.items():
                for line, places in data.contexts_by_lineno(file).items():
                    for place in filter(None, places):
                        reached[int(place)].lines.setdefault(module, []).append(line)
            self.told.write_text(json.dumps(self.failed or [vars(test) for test in reached]))
            return bool(self.failed)

        if _apart(watch, None) != 0:
            return None
        return [Reached(**test) for test in json.loads(self.told.read_text())]

    def _noticed(self, mutant: Mutant, items: Sequence[pytest.Item], reached: Sequence[Reached]) -> bool:
        """Tries the tests that reach the mutant's lines, then those that reach its module or one that imports it: a
        result that is kept is made for one test and used by others.
        """
        through = {mutant.module, *importers(mutant.module)}
        lines = set(range(mutant.line, mutant.last_line + 1))
        noticing = self.noticing[f"{mutant.module}:{mutant.function}"]
        own = mutant.module.rpartition(".")[2]
        near = [
            (
                not lines.intersection(test.lines.get(mutant.module, ())),
                -noticing[place],
                own not in items[place].nodeid,
                test.seconds,
                place,
            )
            for place, test in enumerate(reached)
            if not through.isdisjoint(test.lines)
        ]
        chosen: list[int] = []
        seconds = 0.0
        for *_, taken, place in sorted(near):
            if not chosen or seconds + taken <= self.seconds:
                chosen.append(place)
                seconds += taken

        def attempt() -> int:
            _forget(mutant.module)
            mutant.put_in()
            for place in chosen:
                self._test(items[place])
                if self.failed:
                    self.told.write_text(str(place))
                    return 1
            return 0

        self.told.write_text("")
        noticed = bool(chosen) and _apart(attempt, 3 * seconds + 1) != 0
        if by := self.told.read_text():  # nothing, where it ended otherwise
            noticing[int(by)] += 1
        return noticed

    def _test(self, item: pytest.Item) -> None:
        """Runs a test: without what pytest does around it, where it needs nothing of that."""
        arguments = _arguments(item)
        if arguments is None:
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)
            return
        assert isinstance(item, pytest.Function)
        try:
            item.obj(**arguments)
        except Skipped:
            pass
        except (Exception, Failed) as error:  # noqa: BLE001  whatever it is, the test fails
            self.failed.append(f"{item.nodeid}: {error!r}")


class _Mutated(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module with its fault, whenever it is imported."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(self, name: str, path: object, target: object = None) -> importlib.machinery.ModuleSpec | None:
        if name != self.mutant.module:
            return None
        return importlib.util.spec_from_file_location(name, _file(name), loader=self)

    def exec_module(self, module: Any) -> None:
        exec(self.mutant.code(), module.__dict__)


def main() -> None:
    """Tries the mutants, and tells which of them no test noticed; the status is 1 below 85 of 100."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("groups", nargs="+", choices=GROUPS)
    parser.add_argument("--share", type=float, default=1.0, help="of the mutants, drawn at random (seed 1)")
    parser.add_argument("--only", nargs="+", default=[""], help="those whose name holds one of these texts")
    parser.add_argument("--left", type=Path, help="those that a file names, such as the result of a run before")
    parser.add_argument("--tests", nargs="+", help="these instead of the group's tests")
    parser.add_argument(
        "--named", default="", help="of the tests those whose names fit an expression, as with pytest -k"
    )
    parser.add_argument("--seconds", type=float, default=SECONDS, help="of tests that one mutant is tried against")
    parser.add_argument("--result", type=Path, help="a file for the names of all that were not noticed, as they come")
    options = parser.parse_args()
    if options.result:
        options.result = options.result.resolve()
    os.chdir(ROOT)
    os.environ |= {"PROPERTY_PROFILE": "mutation", "PYTHONDONTWRITEBYTECODE": "1"}
    home = tempfile.mkdtemp()
    os.environ |= dict.fromkeys(("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"), home)
    _warm_up()
    alike = {line.partition("\t")[0] for line in ALIKE.read_text(encoding="utf-8").splitlines()}
    left = None if options.left is None else set(options.left.read_text(encoding="utf-8").splitlines())
    if options.result:
        options.result.unlink(missing_ok=True)
    missed: list[str] = []
    enough = True
    for group in options.groups:
        modules, paths = GROUPS[group]
        paths = [*(options.tests or paths), *([f"-k{options.named}"] if options.named else ())]
        tried = [
            mutant
            for module in modules
            for mutant in mutants(Path(_file(module)), module)
            if any(text in mutant.name for text in options.only)
            and mutant.name not in alike
            and (left is None or mutant.name in left)
        ]
        if options.share < 1:
            tried = random.Random(1).sample(tried, round(options.share * len(tried)))
        noticed = _inside(tried, paths, options.seconds, options.result) | {
            mutant.name: _at_import(mutant, paths) for mutant in tried if not mutant.in_place
        }
        for module in modules:
            of_module = [mutant.name for mutant in tried if mutant.module == module]
            survivors = [name for name in of_module if not noticed[name]]
            if of_module:
                print(f"{module}: {len(of_module) - len(survivors)} of {len(of_module)}", *survivors, sep="\n  ")
            missed += survivors
        print(f"{group}: {sum(noticed.values())} of {len(noticed)}", flush=True)
        enough &= sum(noticed.values()) >= 0.85 * len(noticed)
    if options.result:
        options.result.write_text("".join(f"{name}\n" for name in missed), encoding="utf-8")
    sys.exit(not enough)


def _arguments(item: pytest.Item) -> dict[str, Any] | None:
    """What a test is called with, where it needs only its parameters and fixtures that need nothing: it can be run
    without all that pytest does around a test, which takes ten times as long as many a test.
    """
    if not isinstance(item, pytest.Function) or inspect.iscoroutinefunction(item.obj):
        return None
    arguments = dict(item.callspec.params) if hasattr(item, "callspec") else {}
    for name in set(item._fixtureinfo.argnames) - set(arguments):
        fixture = item._fixtureinfo.name2fixturedefs[name][-1]
        if fixture.scope != "session" or fixture.argnames or inspect.isgeneratorfunction(fixture.func):
            return None
        arguments[name] = fixture.func()
    return None if next(item.iter_markers("usefixtures"), None) else arguments


def _forget(mutated: str) -> None:
    """Empties what functions keep of earlier calls, where it can come from the module that gets a fault; but not in
    the recogniser of names, which no group has mutants of.
    """
    for name in dependents(mutated) & sys.modules.keys():
        if not name.startswith("index.entities."):
            for kept in vars(sys.modules[name]).values():
                if isinstance(kept, _lru_cache_wrapper):
                    kept.cache_clear()


def _warm_up() -> None:
    """Imports what is not the program's own once, for all processes to come."""
    for name in ("hypothesis", "markdown_it", "rapidfuzz", "selectolax.lexbor", "Stemmer", "textual.app"):
        importlib.import_module(name)


def _inside(tried: Sequence[Mutant], paths: Sequence[str], seconds: float, result: Path | None) -> dict[str, bool]:
    """Which of the mutants that can be put into running modules are noticed."""
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder, "told.json")
        plugin = _Trying([mutant for mutant in tried if mutant.in_place], told, seconds, result)
        _apart(lambda: _run(paths, plugin), None)
        found = json.loads(told.read_text()) if told.exists() else None
        if not isinstance(found, dict):
            sys.exit(f"the tests fail without a mutant: {found}")
        return found


def _at_import(mutant: Mutant, paths: Sequence[str]) -> bool:
    """Whether a mutant in a class is noticed; all tests are tried, for all may use it."""

    def attempt() -> int:
        sys.meta_path.insert(0, _Mutated(mutant))
        return _run(paths, None)

    return _apart(attempt, 300) != 0


def _run(paths: Sequence[str], plugin: object | None) -> int:
    folder = tempfile.mkdtemp()
    try:
        options = ["-x", "-q", "-n0", "-pno:cacheprovider", "--timeout=0", "--no-header", f"--basetemp={folder}/base"]
        return int(pytest.main([*options, *paths], plugins=[plugin] if plugin else []))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _apart(work: Callable[[], int], seconds: float | None) -> int:
    """The status of `work` in a process of its own, which may take `seconds` of processor time."""
    child = os.fork()
    if child == 0:
        status = 3
        try:
            silent = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(silent, stream)
            if seconds is not None:
                used = resource.getrusage(resource.RUSAGE_SELF)
                limit = int(used.ru_utime + used.ru_stime + seconds) + 1
                resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
                resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            status = work()
        finally:
            os._exit(status)
    return os.waitpid(child, 0)[1]


def _file(module: str) -> str:
    return str(ROOT / (module.replace(".", "/") + ".py"))


if __name__ == "__main__":
    main()
