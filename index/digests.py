"""Hashes, from where Python has them built in: `hashlib` loads OpenSSL, which is felt before the first paint.  The
digests are the same (RFC 7693, FIPS 180-4).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import blake2b, sha256
else:
    try:
        from _blake2 import blake2b
    except ImportError:  # another Python than CPython
        from hashlib import blake2b
    try:
        from _sha2 import sha256
    except ImportError:
        try:
            from _sha256 import sha256  # before Python 3.12
        except ImportError:
            from hashlib import sha256

__all__ = ["blake2b", "hex_sha256"]

_MUCH = 1 << 17
"""Bytes from which OpenSSL, three times as fast, is worth loading."""


def hex_sha256(data: bytes) -> str:
    """The SHA-256 of some bytes as 64 hexadecimal digits."""
    if len(data) < _MUCH:
        return sha256(data).hexdigest()
    import hashlib

    return hashlib.sha256(data).hexdigest()
