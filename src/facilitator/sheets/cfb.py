"""The small file system around an old Excel file (MS-CFB): takes the one stream out, puts it in again.

The parser gets a file built here around that stream alone. It would follow a chain of sectors that
bites its own tail until memory is full.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator

from facilitator.sheets.limits import damaged

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARK = 0xFFFFFFFA
"""Sector numbers from here on mean something else."""
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_ENTRY = 128
_SMALL = 64
_SECTOR = 4096
_VERSION = 3
"""Of version 4 the parser wants a stream of small sectors, even an empty one."""
_NAMES = ("Workbook", "Book", "WORKBOOK", "BOOK")


def unwrapped(data: bytes) -> tuple[str, bytes]:
    """Return the name and the bytes of the workbook's stream, or refuse."""
    try:
        return _unwrapped(data)
    except (struct.error, IndexError) as error:
        raise damaged(error) from error


def _unwrapped(data: bytes) -> tuple[str, bytes]:
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in (9, 12):
        raise damaged(f"sectors of 2^{shift}")
    size = 1 << shift
    directory, small_limit, small_table = struct.unpack_from("<I4xII", data, 48)
    table = _table(data, size)
    streams = dict(_entries(_chain(data, table, directory, size, offset=size)))
    name = next((name for name in _NAMES if name in streams), None)
    if name is None:
        raise damaged("no workbook in it")
    start, length = streams[name]
    if length >= small_limit:
        return name, _chain(data, table, start, size, offset=size)[:length]
    small = _chain(data, table, streams["Root Entry"][0], size, offset=size)
    links = _numbers(_chain(data, table, small_table, size, offset=size))
    return name, _chain(small, links, start, _SMALL, offset=0)[:length]


def _table(data: bytes, size: int) -> array[int]:
    """Return which sector follows which."""
    most = len(data) // size
    places = _numbers(data[76 : 76 + 109 * 4])
    at, count = struct.unpack_from("<II", data, 68)
    while at < _MARK and count and len(places) < most + 109:
        more = _numbers(data[size + at * size : size + (at + 1) * size])
        places += more[:-1]
        at, count = more[-1], count - 1
    links = array("I")
    for place in [place for place in places if place < _MARK][:most]:
        links += _numbers(data[size + place * size : size + (place + 1) * size])
    return links


def _numbers(data: bytes) -> array[int]:
    return array("I", struct.unpack_from(f"<{len(data) // 4}I", data))


def _chain(data: bytes, links: array[int], at: int, size: int, *, offset: int) -> bytes:
    """Return the sectors of a chain one after another; one longer than the file is a circle."""
    pieces: list[bytes] = []
    while at < _MARK:
        if len(pieces) > len(data) // size:
            raise damaged("sectors in a circle")
        pieces.append(data[offset + at * size : offset + (at + 1) * size])
        at = links[at]
    return b"".join(pieces)


def _entries(directory: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length = min(struct.unpack_from("<H", directory, at + 64)[0], 64)
        name = directory[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")
        yield name, struct.unpack_from("<II", directory, at + 116)


def wrapped(name: str, stream: bytes) -> bytes:
    """Return a new file that holds nothing but this stream."""
    stream = stream.ljust(_SECTOR, b"\0")  # shorter ones would have to stand among the small
    sectors = -(-len(stream) // _SECTOR)
    tables = -(-(sectors + 1) // (_SECTOR // 4 - 1))
    links = [*range(1, sectors), _END, _END, *[_FAT] * tables]
    table = struct.pack(f"<{len(links)}I", *links).ljust(tables * _SECTOR, b"\xff")
    places = [sectors + 1 + number for number in range(tables)]
    head = struct.pack(
        "<8s16xHHHHH6x10I",
        *(MAGIC, 0x3E, _VERSION, 0xFFFE, 12, 6),
        *(1, tables, sectors, 0, 4096, _END, 0, _END, 0, places[0]),
    )
    head += struct.pack(f"<{tables - 1}I", *places[1:])
    head = head.ljust(76 + 109 * 4, b"\xff").ljust(_SECTOR, b"\0")
    entries = _entry("Root Entry", 5, 1, _END, 0) + _entry(name, 2, _FREE, 0, len(stream))
    body = stream.ljust(sectors * _SECTOR, b"\0")
    return head + body + entries.ljust(_SECTOR, b"\0") + table


def _entry(name: str, kind: int, child: int, start: int, length: int) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    rest = struct.pack("<HBBIII36xIQ", len(letters), kind, 1, _FREE, _FREE, child, start, length)
    return letters.ljust(64, b"\0") + rest
