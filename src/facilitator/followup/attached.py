"""Photos and papers that are kept in the archive with what is told of a decision."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from facilitator.acts import RuleViolation
from facilitator.followup.case import line

MOST_FILES = 20
MOST_BYTES = 20 * 1024 * 1024
"""Bytes in one file."""


class Attached(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """A file: what it is called, its SHA-256 in 64 hex digits, its size in bytes and its media type.

    The content stands beside the chain under the hash and can be erased; the hash stays.
    """

    name: str
    hash: str
    size: int
    media: str = ""


def clean_files(files: Iterable[Attached]) -> tuple[Attached, ...]:
    """The files with clean names, or a refusal (`file-hash`, `file-too-large`, `too-many-files`)."""
    found = tuple(_clean(one) for one in files)
    if len(found) > MOST_FILES:
        raise RuleViolation("too-many-files", count=len(found), most=MOST_FILES)
    if len({one.hash for one in found}) < len(found):
        raise RuleViolation("file-twice")
    return found


def _clean(one: Attached) -> Attached:
    name = line(one.name, "name", required=True)
    if len(one.hash) != 64 or not set(one.hash) <= set("0123456789abcdef"):
        raise RuleViolation("file-hash", name=name)
    if not 0 < one.size <= MOST_BYTES:
        raise RuleViolation("file-too-large", name=name, size=one.size, most=MOST_BYTES)
    return msgspec.structs.replace(one, name=name, media=line(one.media, "media"))


def hashes(files: Iterable[Attached]) -> tuple[str, ...]:
    """The hashes of files, for the record."""
    return tuple(one.hash for one in files)
