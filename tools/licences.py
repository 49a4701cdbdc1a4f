"""Lists the licence of every package of the lock, and fails on one that may not be used: `make licences`.

What users install (the dependencies of the program and of its extras) must be permissive; what only developers run
may also be under the Mozilla Public License, which asks nothing of a program beside it. GPL, LGPL and AGPL, and
packages that do not tell, are refused.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements-dev.lock"
LIST = ROOT / "docs" / "licences.md"
_PERMISSIVE = re.compile(r"\b(MIT|BSD|Apache|PSF|Python Software Foundation|ISC|Unlicense|0BSD|Zlib)\b", re.IGNORECASE)
_MOZILLA = re.compile(r"\b(MPL|Mozilla Public License)\b", re.IGNORECASE)
_REFUSED = re.compile(r"GPL|General Public|Affero|SSPL|Commons Clause|proprietary", re.IGNORECASE)
_HEAD = """# Licences of the dependencies

Written by `make licences` from what the packages of `requirements-dev.lock` say of themselves; a test keeps it
complete. What the package ships of others, such as tables of names, is told in `NOTICE`.

| package | licence | needed by |
|---|---|---|
"""


def locked() -> list[str]:
    """The names in the lock."""
    return re.findall(r"^([A-Za-z0-9][\w.-]*)==", LOCK.read_text(encoding="utf-8"), re.MULTILINE)


def licence(package: Distribution) -> str:
    """What a package says of its licence, on one line; empty where it says nothing."""
    told = package.metadata.get("License-Expression")
    if told:
        return told
    classifiers = [
        line.rpartition("::")[2].strip()
        for line in package.metadata.get_all("Classifier") or []
        if line.startswith("License :: ") and "DFSG" not in line
    ]
    if classifiers:
        return ", ".join(classifiers)
    return (package.metadata.get("License") or "").strip().partition("\n")[0]


def shipped(name: str = "ceasefire-reader", extras: tuple[str, ...] = ("serve", "pdf")) -> set[str]:
    """The packages that a user installs: the dependencies of `name`, of theirs, and of the extras."""
    found: set[str] = set()
    waiting = [(name, extras)]
    while waiting:
        package, wanted = waiting.pop()
        try:
            needs = distribution(package).requires or []
        except PackageNotFoundError:  # for another system
            continue
        for need in needs:
            requirement, _, marker = need.partition(";")
            extra = re.search(r"""extra\s*==\s*["']([\w-]+)["']""", marker)
            parts = re.match(r"\s*([\w.-]+)\s*(?:\[([^\]]*)\])?", requirement)
            if parts is None or (extra is not None and extra[1] not in wanted) or _plain(parts[1]) in found:
                continue
            found.add(_plain(parts[1]))
            waiting.append((parts[1], tuple(part.strip() for part in (parts[2] or "").split(","))))
    return found


def listed() -> Iterator[tuple[str, str, bool]]:
    """Name, licence, and whether users install it, of every locked package that is installed here."""
    users = shipped()
    for name in sorted(locked()):
        try:
            yield name, licence(distribution(name)), _plain(name) in users
        except PackageNotFoundError:
            continue


def fault(told: str, for_users: bool) -> str:
    """Why a licence is refused; empty where it is not."""
    if _REFUSED.search(told):
        return "is copyleft or not free"
    if _PERMISSIVE.search(told) or (not for_users and _MOZILLA.search(told)):
        return ""
    return "is not known to be permissive"


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def main() -> int:
    """Writes the list; 1 where a licence is refused."""
    rows, faults = [], []
    for name, told, for_users in listed():
        rows.append(f"| {name} | {told} | {'users' if for_users else 'developers'} |")
        if why := fault(told, for_users):
            faults.append(f"{name}: {told or 'no licence'} {why}")
    LIST.write_text(_HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    print("\n".join(faults) or f"{len(rows)} packages, all licences fit", file=sys.stderr if faults else sys.stdout)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
