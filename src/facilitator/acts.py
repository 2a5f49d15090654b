"""What an act is: a command asks, an event has happened, a refusal names the rule that stood in the way."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from functools import cache
from typing import Any, ClassVar

import msgspec

from facilitator.data import dataclass


class RuleViolation(Exception):
    """A command was refused: `code` names the rule (kebab-case), `facts` are plain data for a sentence.

    Nothing has changed when this is raised.
    """

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class Trouble(Exception):
    """The environment stood in the way (no file, locked, disk full, damaged, newer): `code` and facts as above.

    What was acknowledged before stays; what was asked for has not happened.
    """

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class Command(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    tag_field="do",
    omit_defaults=True,
    forbid_unknown_fields=True,
):
    """Something a person asks for, in the imperative. Unknown fields are refused: a typo is not a wish."""

    @property
    def stream(self) -> str:
        """The history that this command wants to add to, e.g. `meeting/2026-11-27`."""
        raise NotImplementedError


class Event(msgspec.Struct, frozen=True, tag_field="event", omit_defaults=True):
    """Something that has happened, as a past participle. Fields unknown to this version are ignored.

    A field named in `beside` holds personal data: the record keeps it outside the hash chain, under the
    person that `subject` names, and the chain keeps its salted hash. After an erasure it reads back as None.
    """

    beside: ClassVar[str | None] = None
    """Name of the one field that holds personal data, or None."""
    erases: ClassVar[bool] = False
    """True when the event erases all personal data of its subject from this stream."""

    @property
    def files(self) -> tuple[str, ...]:
        """Attached contents that the event speaks of: the SHA-256 of each, as it stands in a field, in hex."""
        return ()

    @property
    def drops(self) -> tuple[str, ...]:
        """Contents that this stream has no use for any more: erased, unless another stream still has one."""
        return ()

    @property
    def subject(self) -> str:
        """The person whose data stands beside the chain; empty when the event holds none."""
        return ""


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event with what the session knew of it: its place in its stream, when, and by whom."""

    event: Event
    version: int
    """Position in its stream, counted from 1."""
    at: datetime
    """Aware; to the microsecond."""
    actor: str
    seq: int = 0
    """Position in the whole journal, counted from 1; 0 while it is not on the disk."""


MAX_TEXT = 200_000
"""Characters in one text field: room for a whole pasted speech, not for a pasted archive."""

_ID_MARKS = set("-_.")
_BIDI = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


@cache
def _harmless() -> re.Pattern[str]:
    """Signs of many kinds, none of which steers anything. To read it takes long, and no page asks for it."""
    return re.compile("[ -~\u00a0-\u05ff\u2010-\u2027\u2030-\u205e\u3000-\ud7ff\ue000-\uffff]*")


def clean_id(value: str, field: str) -> str:
    """Return `value` if it is a usable identifier: 1–64 ASCII letters, digits, `-`, `_` or `.`."""
    plain = value.isascii() and all(c.isalnum() or c in _ID_MARKS for c in value)
    if not value or len(value) > 64 or not plain or value.startswith("."):
        raise RuleViolation("bad-id", field=field, value=value[:80])
    return value


def clean_text(value: str, field: str, *, required: bool = True, one_line: bool = False) -> str:
    """Return `value` stripped, or refuse it: control and direction-changing characters never get in.

    Line breaks and tabs are text unless `one_line`. Nothing else is altered: what was typed is what stands.
    """
    text = value.replace("\r\n", "\n").strip()
    if required and not text:
        raise RuleViolation("text-missing", field=field)
    if len(text) > MAX_TEXT:
        raise RuleViolation("text-too-long", field=field, length=len(text), most=MAX_TEXT)
    # Nearly every one is: a look at each sign costs as much as storing it.
    if _harmless().fullmatch(text):
        return text
    for place, char in enumerate(text, 1):
        line_break = char in "\n\t"
        if line_break and not one_line:
            continue
        if line_break or char in _BIDI or unicodedata.category(char) in ("Cc", "Cs"):
            raise RuleViolation(
                "text-control", field=field, place=place, character=f"U+{ord(char):04X}"
            )
    return text
