"""Posting lists as bytes are written, and joined when segments are merged (see `postings` for what they consist of)."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable, Sequence
from itertools import islice
from operator import sub

from index.compressing import run_coded
from index.search.stored.numbers import narrow, seven
from index.search.stored.postings import (
    BASE,
    DAMAGE,
    HEADER,
    LONG,
    PARTED_TAIL,
    SHORT,
    ZIPPED_HEAD,
    ZIPPED_TAIL,
    Lists,
    bounds,
    part_of,
)

_NO_TITLES = struct.pack("<I", 0)
_SHORT_OF = [bytes((SHORT, length)) for length in range(256)]
"""What a short part of a length begins with."""
FEW = 12
"""Numbers that a short part has at most: documents and positions."""
_COMPRESS_FROM = 96
"""Bytes below which compressing costs more than it saves."""
_PART_FROM = 400
"""Bytes of positions below which telling low and high bytes apart costs more than it saves."""
_FEW_PARTS = 3
"""Short parts that may follow one another: joining them takes longer than reading them."""
_KEPT_FROM = 256
"""Bytes from which a part is taken over when segments are merged."""
_ONE_SHORT = 72
"""Bytes of short parts that are joined to a short one: it is read as fast as one of another kind would be."""
_BEGINS_SHORT = bytes((SHORT,))
_FIRST = [bytes((number,)) for number in range(128)]


def encode(
    documents: Sequence[int], counts: Sequence[int], titles: Sequence[tuple[int, int]], codes: Sequence[int]
) -> bytes:
    """The bytes of a posting list of one part; the arguments are as in `Lists`."""
    if len(documents) + len(codes) <= FEW:
        return _short(documents, counts, titles, codes)
    base = documents[0]
    first, first_kind = narrow([0, *map(sub, islice(documents, 1, None), documents)])
    second, second_kind = narrow(counts)
    head, title_kinds = first + second + _NO_TITLES, 0
    if titles:
        third, third_kind = narrow([index for index, _ in titles])
        fourth, fourth_kind = narrow([number for _, number in titles])
        head = first + second + struct.pack("<I", len(titles)) + third + fourth
        title_kinds = third_kind | fourth_kind << 3
    tail, wide = narrow(codes)
    zipped = 0
    if len(head) > _COMPRESS_FROM:
        head, zipped = run_coded(head), zipped | ZIPPED_HEAD
    if wide == 1 and len(tail) > _PART_FROM:  # high bytes are few and alike, low ones many
        tail, zipped = run_coded(tail[::2], tail[1::2]), zipped | ZIPPED_TAIL | PARTED_TAIL
    elif len(tail) > _COMPRESS_FROM:
        tail, zipped = run_coded(tail), zipped | ZIPPED_TAIL
    kinds = first_kind | second_kind << 3
    header = HEADER.pack(LONG, base, len(documents), len(head), len(tail), kinds, wide, zipped, title_kinds)
    return header + head + tail


def encode_few(documents: Sequence[int], codes: Sequence[int]) -> tuple[int, bytes]:
    """For each of a few places in texts its document, in ascending order, and its position: how many documents these
    are, and the same bytes as of `encode`.
    """
    if len(documents) == 1:
        numbers = [3, documents[0], 2, *codes]
        packed = bytes(numbers) if max(numbers) < 128 else seven(numbers)
        return 1, _SHORT_OF[len(packed)] + packed
    numbers = [0]
    last = number = 0
    for document in documents:
        if number and document == last:
            numbers[-1] += 2
        else:
            numbers += (document - last, 2)
            last = document
            number += 1
    numbers[0] = number << 1 | 1
    numbers += codes
    packed = bytes(numbers) if max(numbers) < 128 else seven(numbers)
    return number, _SHORT_OF[len(packed)] + packed


def joined(lists: Iterable[tuple[bytes, int]]) -> bytes:
    """One list of several, of each of which every document's number grows by a number, so that they follow one another.

    Parts that are long enough are taken over as they are.  Raises `ValueError` where one is damaged.
    """
    done: list[bytes] = []
    short: list[tuple[bytes, int]] = []

    def flush() -> None:
        if all(part[0] == SHORT for part, _ in short):
            if len(short) <= _FEW_PARTS:
                done.extend(_shifted(part, shift) for part, shift in short)
                short.clear()
                return
            if one := _one_short(short):
                done.append(one)
                short.clear()
                return
        done.append(encode(*together((part_of(part, 0, len(part)), shift) for part, shift in short)))
        short.clear()

    try:
        for data, shift in lists:
            if data[:1] == _BEGINS_SHORT and len(data) == data[1] + 2:  # as most lists are
                short.append((data, shift))
                continue
            for start, end in bounds(data):
                if data[start] == LONG and end - start >= _KEPT_FROM:
                    flush()
                    (base,) = BASE.unpack_from(data, start + 1)
                    done.append(data[start : start + 1] + BASE.pack(base + shift) + data[start + 5 : end])
                else:
                    short.append((data[start:end], shift))
        flush()
    except DAMAGE as error:
        raise ValueError(f"damaged posting list: {error}") from error
    return b"".join(done)


def _one_short(parts: Sequence[tuple[bytes, int]]) -> bytes | None:
    """One short part of several whose documents' numbers grow each by a number; None where it would be long, or a
    number of them needs to be looked at: of titles, or of many.

    The positions are taken over as they are.
    """
    if sum(len(part) for part, _ in parts) > _ONE_SHORT:
        return None
    flag = parts[0][0][2] & 1
    number = last = 0
    found: list[bytes] = []
    codes: list[bytes] = []
    for part, document in parts:
        first = part[2]
        if first > 127 or first & 1 != flag:
            return None
        at = 3
        for _ in range(first >> 1):
            bits = 0
            while (byte := part[at]) > 127:
                document += (byte & 127) << bits
                bits += 7
                at += 1
            document += byte << bits
            count = part[at + 1 : at + 2]
            if count[0] > 127 or count[0] & 1:
                return None
            at += 2
            found += (seven((document - last,)), count)
            last = document
            number += 1
        codes.append(part[at:])
    if number > 63:
        return None
    body = b"".join((_FIRST[number << 1 | flag], *found, *codes))
    return _SHORT_OF[len(body)] + body


def together(lists: Iterable[tuple[Lists, int]]) -> Lists:
    """One list of several, as `joined` makes it of their bytes."""
    documents, counts, codes = array("I"), array("I"), array("I")
    titles: list[tuple[int, int]] = []
    for each, shift in lists:
        titles += [(len(documents) + index, number) for index, number in each.titles]
        documents.extend([number + shift for number in each.documents])
        counts.extend(iter(each.counts))
        codes.extend(iter(each.codes))
    return Lists(documents, counts, titles, codes)


def _short(
    documents: Sequence[int], counts: Sequence[int], titles: Sequence[tuple[int, int]], codes: Sequence[int]
) -> bytes:
    """Bit 0 of the first number: it has positions; then documents, counts with a bit for a title's, and positions."""
    in_title = dict(titles)
    numbers = [len(documents) << 1 | bool(codes)]
    before = 0
    for index, document in enumerate(documents):
        numbers.append(document - before)
        before = document
        numbers.append(counts[index] << 1 | (index in in_title))
        if index in in_title:
            numbers.append(in_title[index])
    numbers += codes
    packed = bytes(numbers) if max(numbers) < 128 else seven(numbers)
    return _SHORT_OF[len(packed)] + packed


def _shifted(part: bytes, shift: int) -> bytes:
    """A short part whose documents' numbers grow by a number."""
    at = 2
    while part[at] > 127:
        at += 1
    at += 1
    value = bits = 0
    end = at
    while True:
        value |= (part[end] & 127) << bits
        bits += 7
        end += 1
        if part[end - 1] < 128:
            break
    body = part[2:at] + seven((value + shift,)) + part[end:]
    return bytes((SHORT, len(body))) + body
