"""What is compressed comes back, whatever its size, and is no larger than zlib makes it by itself."""

from __future__ import annotations

import random
import zlib

import pytest

from index.compressing import compressed, decompressed, run_coded, run_decoded


@pytest.mark.parametrize("size", [0, 1, 300, 8191, 8192, 8193, 100_000])
def test_what_is_compressed_comes_back(size: int) -> None:
    dice = random.Random(size)
    data = " ".join(dice.choices(("truce", "talks", "Kyiv", "the", "of", "Moscow"), k=size)).encode()[:size]
    packed = compressed(data)
    assert zlib.decompress(packed) == data
    assert len(packed) <= len(zlib.compress(data, 1)) * 1.05


@pytest.mark.parametrize("size", [1, 300, 8193, 40_000])
def test_what_is_compressed_by_a_sample_is_told_from_what_was_damaged_since(size: int) -> None:
    dice = random.Random(size)
    sample, data = dice.randbytes(2_000), dice.randbytes(size)
    packed = compressed(data, sample)
    assert decompressed(packed, sample) == data
    for place in {1, 4, len(packed) - 1, *dice.sample(range(len(packed)), 20 if len(packed) > 20 else 1)}:
        damaged = bytearray(packed)
        damaged[place] ^= 0x55
        with pytest.raises(zlib.error):
            decompressed(bytes(damaged), sample)
    for cut in (packed[:3], packed[:-1], b""):
        with pytest.raises(zlib.error):
            decompressed(cut, sample)


@pytest.mark.parametrize("size", [0, 1, 300, 8192, 8193, 40_000])
def test_numbers_come_back(size: int) -> None:
    dice = random.Random(size)
    data = bytes(dice.choices((0, 0, 0, 1, 2, 200), k=size))
    assert run_decoded(run_coded(data)) == data
    assert run_decoded(run_coded(data, b"another part")) == data + b"another part"
    with pytest.raises(zlib.error):
        run_decoded(run_coded(data)[:-1])
