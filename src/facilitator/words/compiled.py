"""A compiled catalogue of words in which each is looked up where it stands.

The standard library reads all of it into a dictionary first, every word of it decoded: a tenth of the time
that a bare window takes to come up, for the sixty words of the first page.
"""

from __future__ import annotations

import gettext
import struct
from functools import cached_property
from pathlib import Path

CONTEXT = "\x04"
BETWEEN = b"\0"
"""Stands between singular and plural, and between the forms for several numbers."""


class Compiled(gettext.NullTranslations):
    """The words of a `.mo` file; `ValueError` for a file that is none."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._data = data = path.read_bytes()
        order = {b"\xde\x12\x04\x95": "<", b"\x95\x04\x12\xde": ">"}.get(data[:4])
        if order is None:
            raise ValueError(f"{path} is no compiled catalogue")
        count, keys, values = struct.unpack_from(f"{order}3I", data, 8)
        self._values = struct.unpack_from(f"{order}{2 * count}I", data, values)
        places = struct.unpack_from(f"{order}{2 * count}I", data, keys)
        self._places = {
            data[at : at + long].partition(BETWEEN)[0]: number
            for number, (long, at) in enumerate(zip(places[::2], places[1::2], strict=True))
        }

    def gettext(self, message: str) -> str:
        """The word for a word; itself when there is none."""
        return self._form(message, 0) or message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The word for so many."""
        return self._form(msgid1, self._which(n)) or (msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """The word for a word in this sense."""
        return self._form(f"{context}{CONTEXT}{message}", 0) or message

    @cached_property
    def _which(self):  # noqa: ANN202 gettext keeps it to itself what its rules are
        """Which form is meant for a number."""
        rule = self._form("", 0).partition("plural=")[2].partition("\n")[0].strip(" ;")
        return gettext.c2py(rule or "n != 1")  # pyright: ignore[reportAttributeAccessIssue]

    def _form(self, key: str, which: int) -> str:
        number = self._places.get(key.encode())
        if number is None:
            return ""
        long, at = self._values[2 * number : 2 * number + 2]
        return self._data[at : at + long].split(BETWEEN)[which].decode()
