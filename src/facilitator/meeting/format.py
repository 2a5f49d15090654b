"""A format: which phases a kind of meeting has and which parts each phase uses. Read from TOML."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from facilitator.acts import RuleViolation
from facilitator.rules.charter import Key, Words


class Stage(StrEnum):
    """What a phase is, whatever a format calls it."""

    BEFORE = "before"  # being prepared
    GATHERING = "gathering"  # people come in
    RUNNING = "running"
    CLOSING = "closing"  # the record is read back
    CLOSED = "closed"


class Phase(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One phase: its parts may be used in it, and it may be followed by the phases in `next`.

    `lead` is the part that it is about, where one stands out: what a desk shows first.
    """

    key: Key
    title: Words
    stage: Stage
    parts: tuple[str, ...]
    next: tuple[Key, ...] = ()
    lead: str = ""


class Format(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """A kind of meeting as a composition of parts. The first phase is where a meeting begins."""

    key: Key
    title: Words
    phases: tuple[Phase, ...]

    def phase(self, key: str) -> Phase:
        """The phase of that name, or a refusal (`unknown-phase`)."""
        for phase in self.phases:
            if phase.key == key:
                return phase
        names = ", ".join(phase.key for phase in self.phases)
        raise RuleViolation("unknown-phase", phase=key, phases=names)

    def has(self, part: str) -> bool:
        """Whether any phase uses that part."""
        return any(part in phase.parts for phase in self.phases)

    @property
    def has_course(self) -> bool:
        """Whether it goes through several phases while it runs, so that the phase is worth telling."""
        return sum(phase.stage is Stage.RUNNING for phase in self.phases) > 1

    def first(self, stage: Stage) -> Phase | None:
        """The first phase at that stage, or None."""
        return next((phase for phase in self.phases if phase.stage is stage), None)
