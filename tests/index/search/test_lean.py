"""Whoosh without what it never uses here: nothing of it is missed."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

_ASKED = """
import json, sys
from index.search.lean import import_lean
import_lean()
brought = sorted({"_hashlib", "html.entities", "http.client", "whoosh.lang.porter"} & set(sys.modules))
import whoosh.fields, whoosh.filedb.filetables, whoosh.compat
from whoosh.analysis import StemmingAnalyzer
told = [
    whoosh.filedb.filetables.md5(b"truce").hexdigest(),
    whoosh.compat.htmlescape("<truce>"),
    [token.text for token in StemmingAnalyzer()("truces")],
]
import hashlib
from whoosh.lang.porter import stem
print(json.dumps([brought, told, hashlib.md5(b"truce").hexdigest(), stem("truces")]))
"""


@pytest.mark.usefixtures("unmeasured")
def test_what_stands_for_a_module_is_gone_afterwards_and_does_what_it_would() -> None:
    done = subprocess.run([sys.executable, "-c", _ASKED], capture_output=True, text=True, check=True)
    brought, (digest, escaped, stems), real, stem = json.loads(done.stdout)
    assert brought == []
    assert digest == real
    assert escaped == "&lt;truce&gt;"
    assert stems == [stem]
