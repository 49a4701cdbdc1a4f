"""What `make coverage` measured, lines and branches apart: coverage.py's own report counts them together.

python tools/covered.py build/coverage.json index tui
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def told(measured: dict[str, dict[str, dict[str, int]]], folder: str) -> str:
    """One line for all files of a folder."""
    sums = [file["summary"] for path, file in measured.items() if path.startswith(f"{folder}/")]

    def share(done: str, of: str) -> str:
        run, there = sum(each[done] for each in sums), sum(each[of] for each in sums)
        return f"{run:,} of {there:,} ({100 * run / max(there, 1):.1f} %)"

    lines, branches = share("covered_lines", "num_statements"), share("covered_branches", "num_branches")
    return f"{folder}/: lines {lines}, branches {branches}"


def main() -> None:
    """FILE FOLDER...: a line for each folder."""
    file, *folders = sys.argv[1:]
    measured = json.loads(Path(file).read_text(encoding="utf-8"))["files"]
    for folder in folders:
        print(told(measured, folder))


if __name__ == "__main__":
    main()
