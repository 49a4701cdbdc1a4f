"""No dependency is under a licence that would bind those who use the program, and all are listed."""

from __future__ import annotations

import pytest

from tools import licences


def test_every_licence_fits_and_is_listed() -> None:
    listed = licences.LIST.read_text(encoding="utf-8")
    packages = list(licences.listed())
    assert len(packages) > 30
    assert any(for_users for _, _, for_users in packages)
    for name, told, for_users in packages:
        assert not licences.fault(told, for_users), f"{name}: {told!r}"
        row = f"| {name} | {told} | {'users' if for_users else 'developers'} |"
        assert row in listed, f"run `make licences`: {row}"


@pytest.mark.parametrize(
    ("told", "for_users", "fits"),
    [
        ("MIT", True, True),
        ("Apache-2.0 AND MIT", True, True),
        ("MPL-2.0", False, True),
        ("MPL-2.0", True, False),
        ("GPL-3.0-only", False, False),
        ("GNU Affero General Public License v3", True, False),
        ("GNU Lesser General Public License v2 (LGPLv2)", True, False),
        ("MIT OR GPL-2.0", True, False),
        ("", False, False),
    ],
)
def test_what_is_refused(told: str, for_users: bool, fits: bool) -> None:
    assert (licences.fault(told, for_users) == "") is fits
