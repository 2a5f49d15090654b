"""Photos as papers take them: what they are, which way up, and without what a camera wrote into them.

A phone writes into a photo where and when it was taken, and by whose phone. None of that goes onto a paper,
which may be posted: the bytes are copied but for it. Nothing is decoded here and nothing is made smaller.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator

from facilitator.data import dataclass
from facilitator.papers.model import Media

MOST = 8
"""Photos on one paper; the newest are shown."""
MOST_BYTES = 10 * 1024 * 1024
"""Bytes of one photo; a larger one would make the paper too heavy to be sent or opened on a small machine."""
MOST_PIXELS = 52_000_000
MOST_TOGETHER = 16 * 1024 * 1024
"""Bytes of all photos of a paper."""

_PNG = b"\x89PNG\r\n\x1a\n"
_MARK_IN_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""What ends the packed pixels of a JPEG: any mark but a stuffed byte and the marks for starting anew."""
_KEPT_PNG = frozenset(
    (b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs")
) | {b"IDAT", b"IEND"}
_TURNS = {3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270}
"""By how many degrees clockwise a photo is turned to stand upright, by what its camera noted."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo that can be printed: width and height in pixels as they are stored."""

    data: bytes
    media: Media
    width: int
    height: int
    turn: int = 0


def photo(data: bytes) -> Photo | None:
    """The photo in a file, without what the camera wrote into it; None if it is no JPEG or PNG."""
    try:
        if data.startswith(_PNG):
            return _png(data)
        if data.startswith(b"\xff\xd8\xff"):
            return _jpeg(data)
    except (struct.error, IndexError):  # cut off in the middle of its head
        return None
    return None


def too_large(size: int, found: Photo | None = None) -> bool:
    """Whether a photo of so many bytes, and of so many pixels, is too large for a paper."""
    return size > MOST_BYTES or (found is not None and found.width * found.height > MOST_PIXELS)


def _png(data: bytes) -> Photo | None:
    width, height = struct.unpack(">II", data[16:24])
    kept = [_PNG]
    at = len(_PNG)
    while at + 12 <= len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        name = data[at + 4 : at + 8]
        if name in _KEPT_PNG:
            kept.append(data[at : at + 12 + length])
        at += 12 + length
        if name == b"IEND":
            break
    return Photo(b"".join(kept), "image/png", width, height) if width and height else None


def _jpeg(data: bytes) -> Photo | None:
    kept = [data[:2]]
    width = height = turn = 0
    for mark, begin, end in _segments(data):
        if mark == 0xE1:
            turn = _turn(data[begin + 4 : end]) or turn
        elif not (0xE3 <= mark <= 0xED or mark in (0xEF, 0xFE)):
            kept.append(data[begin:end])
        if 0xC0 <= mark <= 0xCF and mark not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[begin + 5 : begin + 9])
    if not (width and height):
        return None
    return Photo(b"".join(kept), "image/jpeg", width, height, turn)


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Mark, begin and end of every segment up to the end of the picture; what hangs behind it is left out.

    A segment that begins a scan goes on to the end of its packed pixels.
    """
    at = 2
    while at + 4 <= len(data):
        mark = data[at + 1]
        if mark == 0xD9:
            yield mark, at, at + 2
            return
        if mark == 0xFF:  # filled up
            at += 1
            continue
        (length,) = struct.unpack(">H", data[at + 2 : at + 4])
        end = at + 2 + length
        if mark == 0xDA:
            found = _MARK_IN_SCAN.search(data, end)
            end = found.start() if found else len(data)
        yield mark, at, end
        at = end
    if data[at : at + 2] == b"\xff\xd9":
        yield 0xD9, at, at + 2


def _turn(exif: bytes) -> int:
    """The turn that a camera noted, in degrees clockwise; 0 if it noted none."""
    if not exif.startswith(b"Exif\0\0"):
        return 0
    tiff = exif[6:]
    order = "<" if tiff.startswith(b"II") else ">"
    (at,) = struct.unpack(f"{order}I", tiff[4:8])
    (count,) = struct.unpack(f"{order}H", tiff[at : at + 2])
    for n in range(count):
        entry = tiff[at + 2 + 12 * n : at + 14 + 12 * n]
        tag, _, _, value = struct.unpack(f"{order}HHIH", entry[:10])
        if tag == 0x0112:
            return _TURNS.get(value, 0)
    return 0
