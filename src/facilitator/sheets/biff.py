"""The records of an old Excel file (MS-XLS), looked through before they are parsed."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import takewhile

from facilitator.acts import RuleViolation
from facilitator.sheets import cfb
from facilitator.sheets.limits import COLUMNS, ROWS, check_cell, check_place, check_sum, damaged

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FILE_PASS, _BOUND_SHEET, _DIMENSIONS = 0x2F, 0x85, 0x200
_SHARED_TEXTS, _CONTINUE, _SHARED_TEXT = 0xFC, 0x3C, 0xFD
_CELLS = {0x06, 0xD6, 0x203, 0x204, 0x205, 0x27E, _SHARED_TEXT}
_NUMBERS = 0xBD
"""Several numbers side by side in one record."""
_SPARE = 4
"""Formatted cells without words may reach further than the words do, but not for ever."""

Record = tuple[int, bytes]


def checked(data: bytes) -> bytes:
    """Return an old Excel file that is safe to parse, or refuse."""
    if _ENCRYPTED in data:
        raise RuleViolation("sheet-encrypted")
    name, stream = cfb.unwrapped(data)
    try:
        _check(stream)
    except (struct.error, IndexError) as error:
        raise damaged(error) from error
    return cfb.wrapped(name, stream)


def _check(stream: bytes) -> None:
    """Walk over the records from the start and from wherever a sheet is said to begin."""
    starts, seen = [0], bytearray(len(stream))
    lengths: list[int] = []
    filled = total = 0
    while starts:
        for kind, body, rest in _records(stream, starts.pop(), seen):
            if kind == _FILE_PASS:
                raise RuleViolation("sheet-encrypted")
            if kind == _BOUND_SHEET:
                starts.append(struct.unpack_from("<I", body)[0])
            elif kind == _DIMENSIONS:
                _check_dimensions(body)
            elif kind == _SHARED_TEXTS:
                lengths = _text_lengths([body, *rest])
            elif kind in _CELLS:
                filled, total = filled + 1, total + _check_cell(kind, body, lengths)
                check_sum(filled, total)
            elif kind == _NUMBERS:
                row, last = body[:2], body[-2:]
                check_place(*(place + 1 for place in struct.unpack("<HH", row + last)))
                filled += len(body) // 6
                check_sum(filled, total)


def _records(
    stream: bytes, at: int, seen: bytearray
) -> Iterator[tuple[int, bytes, Iterator[bytes]]]:
    """Yield kind, body and what continues the body; no record is walked over twice."""
    while at + 4 <= len(stream) and not seen[at]:
        seen[at] = 1
        kind, length = struct.unpack_from("<HH", stream, at)
        body = stream[at + 4 : at + 4 + length]
        at += 4 + length
        more = takewhile(lambda record: record[0] == _CONTINUE, _plain_records(stream, at))
        yield kind, body, (record[1] for record in more)


def _plain_records(stream: bytes, at: int) -> Iterator[Record]:
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _check_cell(kind: int, body: bytes, lengths: list[int]) -> int:
    row, column = struct.unpack_from("<HH", body)
    check_place(row + 1, column + 1)
    if kind != _SHARED_TEXT:
        return len(body)
    number = struct.unpack_from("<I", body, 6)[0]
    if number >= len(lengths):
        raise damaged(f"shared text {number}")
    check_cell(lengths[number], row + 1, column + 1)
    return lengths[number]


def _check_dimensions(body: bytes) -> None:
    """A reader makes room for as many cells as this record promises."""
    form = "<IIHH" if len(body) >= 12 else "<HHHH"
    first, last, left, right = struct.unpack_from(form, body)
    if max(last - first, 0) * max(right - left, 0) > ROWS * COLUMNS * _SPARE:
        raise RuleViolation("sheet-too-many-rows", row=last, most=ROWS)


def _text_lengths(bodies: list[bytes]) -> list[int]:
    """Return how long each shared text is; the count in front must not promise more than is there.

    A text may go on in the next body, which then begins with a new byte of flags.
    """
    count = struct.unpack_from("<I", bodies[0], 4)[0]
    if count * 3 > sum(map(len, bodies)):
        raise damaged("shared texts are missing")
    lengths: list[int] = []
    number, at = 0, 8
    for _ in range(count):
        if at >= len(bodies[number]) and number + 1 < len(bodies):
            number, at = number + 1, 0
        length, flags = struct.unpack_from("<HB", bodies[number], at)
        runs, extra = _formats(bodies[number], at + 3, flags)
        at += 3 + 2 * bool(flags & 8) + 4 * bool(flags & 4)
        number, at = _skip_letters(bodies, number, at, length, flags)
        number, at = _skip(bodies, number, at, 4 * runs + extra)
        lengths.append(length)
    return lengths


def _formats(body: bytes, at: int, flags: int) -> tuple[int, int]:
    """Return how many format runs and how many bytes of phonetics follow a text."""
    runs = struct.unpack_from("<H", body, at)[0] if flags & 8 else 0
    extra = struct.unpack_from("<I", body, at + 2 * bool(flags & 8))[0] if flags & 4 else 0
    return runs, extra


def _skip_letters(
    bodies: list[bytes], number: int, at: int, length: int, flags: int
) -> tuple[int, int]:
    wide = 1 + (flags & 1)
    while length:
        here = min(length, (len(bodies[number]) - at) // wide)
        length, at = length - here, at + here * wide
        if length:
            number += 1
            wide, at = 1 + (bodies[number][0] & 1), 1
    return number, at


def _skip(bodies: list[bytes], number: int, at: int, count: int) -> tuple[int, int]:
    while count > len(bodies[number]) - at:
        count -= len(bodies[number]) - at
        number, at = number + 1, 0
    return number, at + count
