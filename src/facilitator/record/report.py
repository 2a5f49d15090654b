"""What the verifier answers: sound or not, and every finding with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from facilitator.data import dataclass
from facilitator.record.journal import Head


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was recorded. Version 0: the whole stream; no stream: the whole file.

    File: `not-an-archive`, `damaged`, `pages`, `schema`, `seq-gap`, `registers-differ`,
    `checksum-differs` (not the file that was published), `exception`.
    Attached contents: `file-missing`, `file-differs`, `file-stray`, `file-not-erased`.
    Stream: `version-gap`, `chain-broken`, `hash-differs`, `out-of-order`, `damaged`, `unknown-kind`,
    `unreadable`, `exception`; personal data: `beside-differs`, `beside-missing`, `beside-not-erased`.
    Paper: `paper-unknown`; with `groups` (of four, from 1) in which it differs by a digit or two from a head
    that is there.
    """

    code: str
    stream: str = ""
    version: int = 0
    facts: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True)
class Stream:
    """One history: its head as far as the chain holds, and whether it holds to the end."""

    head: Head
    sound: bool


@dataclass(frozen=True, slots=True)
class Report:
    """The result of `verify`."""

    streams: tuple[Stream, ...]
    findings: tuple[Finding, ...]
    paper: Head | None = None
    """Where the head on the signed paper stands in the chain."""
    since_paper: tuple[str, ...] = ()
    """Kinds of the stream's later events: what they changed is not on the paper."""

    @property
    def sound(self) -> bool:
        """True when nothing at all was found."""
        return not self.findings
