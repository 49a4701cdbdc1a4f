"""What is compressed comes back, whatever its size, and is no larger than zlib makes it by itself."""

from __future__ import annotations

import random
import zlib

import pytest

from index.compressing import compressed


@pytest.mark.parametrize("size", [0, 1, 300, 8191, 8192, 8193, 100_000])
def test_what_is_compressed_comes_back(size: int) -> None:
    dice = random.Random(size)
    data = " ".join(dice.choices(("truce", "talks", "Kyiv", "the", "of", "Moscow"), k=size)).encode()[:size]
    packed = compressed(data)
    assert zlib.decompress(packed) == data
    assert len(packed) <= len(zlib.compress(data, 1)) * 1.05
