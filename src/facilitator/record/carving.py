"""Reading what is left in a damaged file, page by page, without asking SQLite, which would stop at the damage.

Every page of the file and of its WAL is looked at by itself: leaf pages of tables, and all pages of indexes,
hold whole records (https://www.sqlite.org/fileformat2.html). Whatever cannot be a record is passed over. What
is found is not believed: rows prove themselves by their hashes (see `salvage`).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from facilitator.record.header import MAGIC, SIZE, wal_of

Value = int | float | str | bytes | None

TABLE_LEAF, INDEX_LEAF, INDEX_INNER = 0x0D, 0x0A, 0x02
USUAL_PAGE = 4096
MOST_BYTES = 1 << 30
"""Of one record; SQLite itself takes no more."""
_WAL_HEAD, _FRAME_HEAD = 32, 24


class Found(NamedTuple):
    """A record: its row number (None in an index) and its columns."""

    rowid: int | None
    columns: tuple[Value, ...]


def carve(path: Path) -> Iterator[Found]:
    """Every record that can be read in the file and in its WAL; the same one may come more than once.

    OSError if the file cannot be read at all.
    """
    pages = _Pages(path)
    for number, page in pages.all():
        yield from _records(pages, number, page)


class _Pages:
    """The pages of a file, and what its WAL has instead of them."""

    def __init__(self, path: Path) -> None:
        self._main = path.read_bytes()
        self.size = self._size()
        reserved = self._main[20] if self._main.startswith(MAGIC) else 0
        self.usable = self.size - (reserved if reserved < 64 else 0)
        wal = wal_of(path)
        self._frames = list(self._of_wal(wal.read_bytes())) if wal.exists() else []
        self._newest = dict(self._frames)

    def all(self) -> Iterator[tuple[int, bytes]]:
        """Every page with its number, counted from 1; those of the WAL too."""
        for number in range(1, len(self._main) // self.size + 2):
            yield number, self._of_main(number)
        yield from self._frames

    def page(self, number: int) -> bytes:
        """A page as it was last written; empty if there is none."""
        return self._newest.get(number) or self._of_main(number)

    def _of_main(self, number: int) -> bytes:
        return self._main[(number - 1) * self.size : number * self.size]

    def _of_wal(self, wal: bytes) -> Iterator[tuple[int, bytes]]:
        step = _FRAME_HEAD + self.size
        for start in range(_WAL_HEAD, len(wal) - step + 1, step):
            number = int.from_bytes(wal[start : start + 4], "big")
            yield number, wal[start + _FRAME_HEAD : start + step]

    def _size(self) -> int:
        told = int.from_bytes(self._main[16:18], "big")
        told = 65536 if told == 1 else told
        fits = 512 <= told <= 65536 and not told & (told - 1)
        return told if self._main.startswith(MAGIC) and fits else USUAL_PAGE


def _records(pages: _Pages, number: int, page: bytes) -> Iterator[Found]:
    """The records of one page."""
    start = SIZE if number == 1 else 0
    kind = page[start] if len(page) > start + 8 else 0
    if kind not in (TABLE_LEAF, INDEX_LEAF, INDEX_INNER):
        return
    cells = int.from_bytes(page[start + 3 : start + 5], "big")
    first = start + (12 if kind == INDEX_INNER else 8)
    for place in range(first, min(first + 2 * cells, len(page) - 1), 2):
        at = int.from_bytes(page[place : place + 2], "big")
        try:
            yield _cell(pages, page, at, kind)
        except (IndexError, ValueError):
            continue


def _cell(pages: _Pages, page: bytes, at: int, kind: int) -> Found:
    if kind == INDEX_INNER:
        at += 4  # the page to its left
    size, at = _varint(page, at)
    rowid = None
    if kind == TABLE_LEAF:
        rowid, at = _varint(page, at)
    if not 0 < size < MOST_BYTES:
        raise ValueError("no size of a record")
    return Found(rowid, _columns(_payload(pages, page, at, size, kind == TABLE_LEAF)))


def _payload(pages: _Pages, page: bytes, at: int, size: int, table: bool) -> bytes:
    """The bytes of a record, with those that lie on further pages."""
    room = pages.usable
    most = room - 35 if table else (room - 12) * 64 // 255 - 23
    if size <= most:
        local = size
    else:
        least = (room - 12) * 32 // 255 - 23
        local = least + (size - least) % (room - 4)
        local = local if local <= most else least
    parts, missing = [page[at : at + local]], size - local
    following = int.from_bytes(page[at + local : at + local + 4], "big") if missing else 0
    while missing > 0:
        further = pages.page(following) if following else b""
        piece = further[4 : 4 + min(missing, room - 4)]
        if not piece:
            raise ValueError("the rest is not there")
        parts.append(piece)
        missing -= len(piece)
        following = int.from_bytes(further[:4], "big")
    return b"".join(parts)


def _columns(record: bytes) -> tuple[Value, ...]:
    end, at = _varint(record, 0)
    kinds: list[int] = []
    while at < end:
        kind, at = _varint(record, at)
        kinds.append(kind)
    values: list[Value] = []
    for kind in kinds:
        size = _width(kind)
        values.append(_value(kind, record[at : at + size], size))
        at += size
    return tuple(values)


_WIDTHS = (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)


def _width(kind: int) -> int:
    if kind < 10:
        return _WIDTHS[kind]
    return (kind - 12) // 2


def _value(kind: int, raw: bytes, size: int) -> Value:
    if len(raw) < size or kind in (10, 11):
        raise ValueError("cut off")
    if kind in (0, 7):  # no table of ours has numbers with a fraction
        return None
    if kind in (8, 9):
        return kind - 8
    if kind < 7:
        return int.from_bytes(raw, "big", signed=True)
    return raw.decode() if kind % 2 else raw


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of SQLite's variable length at `at`, and where it ends."""
    value = 0
    for place in range(at, at + 8):
        byte = data[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    return value << 8 | data[at + 8], at + 9
