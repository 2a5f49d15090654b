"""A matter that came from outside a meeting: from a hotline, a department, a letter, a visit, a walk.

It waits until it is put on an agenda, answered, or passed on to whoever is competent. That it is on an agenda
is known from the agenda (`agenda.add` with its stream as `source`), not told twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from facilitator.acts import Event, Recorded, RuleViolation, clean_id, clean_text
from facilitator.bodies.people import Person, clean_person
from facilitator.data import dataclass
from facilitator.followup.case import Case, FollowupCommand, line


class Source(StrEnum):
    """Where it came from."""

    HOTLINE = "hotline"  # 热线
    DEPARTMENT = "department"  # 部门转办
    LETTER = "letter"  # 来信
    VISIT = "visit"  # 来访
    WALK = "walk"  # 走访
    PETITION = "petition"  # 联名
    OTHER = "other"


class IntakeCommand(FollowupCommand, frozen=True, kw_only=True):
    """A command about one matter that came in."""

    intake: str

    @property
    def stream(self) -> str:
        return f"intake/{self.intake}"


class ReceiveMatter(IntakeCommand, frozen=True, kw_only=True, tag="intake.receive"):
    """It comes in. `source_name` is e.g. the hotline's or the department's, `reference` their number for it."""

    body: str
    source: Source
    title: str
    text: str = ""
    source_name: str = ""
    reference: str = ""
    on: date | None = None
    answer_by: date | None = None
    person: Person | None = None


class AnswerMatter(IntakeCommand, frozen=True, kw_only=True, tag="intake.answer"):
    """Whoever brought it is answered (答复); that settles it."""

    text: str


class ReferMatter(IntakeCommand, frozen=True, kw_only=True, tag="intake.refer"):
    """It is not ours: it is passed on to somebody who is competent, and why (转办)."""

    to: str
    reason: str


class ReopenMatter(IntakeCommand, frozen=True, kw_only=True, tag="intake.reopen"):
    """It was not settled after all."""

    reason: str


class EraseSender(IntakeCommand, frozen=True, kw_only=True, tag="intake.erase-sender"):
    """Who brought it is erased (PIPL article 47); the matter stays."""

    reason: str


class MatterReceived(Event, frozen=True, kw_only=True, tag="intake.received"):
    beside = "person"
    body: str
    source: Source
    title: str
    text: str = ""
    source_name: str = ""
    reference: str = ""
    on: date | None = None
    answer_by: date | None = None
    person: Person | None = None

    @property
    def subject(self) -> str:
        return SENDER


class MatterAnswered(Event, frozen=True, kw_only=True, tag="intake.answered"):
    text: str


class MatterReferred(Event, frozen=True, kw_only=True, tag="intake.referred"):
    to: str
    reason: str


class MatterReopened(Event, frozen=True, kw_only=True, tag="intake.reopened"):
    reason: str


class SenderErased(Event, frozen=True, kw_only=True, tag="intake.sender-erased"):
    erases = True
    reason: str

    @property
    def subject(self) -> str:
        return SENDER


SENDER = "sender"


@dataclass
class Intake(Case):
    """One matter, from its coming in to its answer."""

    received: Recorded | None = None
    settled: Recorded | None = None
    """The answer or the passing on that settles it."""

    @property
    def matter(self) -> MatterReceived:
        """What came in, or a refusal (`unknown-intake`)."""
        return self.expect_received()

    def expect_received(self) -> MatterReceived:
        """What came in, or a refusal (`unknown-intake`)."""
        if self.received is None:
            raise RuleViolation("unknown-intake", intake=self.stream.partition("/")[2])
        assert isinstance(self.received.event, MatterReceived)
        return self.received.event


def receive(case: Intake, command: ReceiveMatter) -> Iterable[Event]:
    """Nothing comes in twice under one id."""
    clean_id(command.intake, "intake")
    if case.received is not None:
        raise RuleViolation("intake-exists", intake=command.intake)
    if not case.outside.body_known:
        raise RuleViolation("unknown-body", body=command.body)
    if command.on and command.answer_by and command.answer_by < command.on:
        raise RuleViolation(
            "dates-order", first=command.on.isoformat(), second=command.answer_by.isoformat()
        )
    yield MatterReceived(
        body=command.body,
        source=command.source,
        title=line(command.title, "title", required=True),
        text=clean_text(command.text, "text", required=False),
        source_name=line(command.source_name, "source_name"),
        reference=line(command.reference, "reference"),
        on=command.on,
        answer_by=command.answer_by,
        person=clean_person(command.person) if command.person is not None else None,
    )


def answer(case: Intake, command: AnswerMatter) -> Iterable[Event]:
    """What was settled is reopened before it is answered again."""
    _unsettled(case)
    yield MatterAnswered(text=clean_text(command.text, "text"))


def refer(case: Intake, command: ReferMatter) -> Iterable[Event]:
    """To somebody by name, with the reason."""
    _unsettled(case)
    yield MatterReferred(
        to=line(command.to, "to", required=True), reason=clean_text(command.reason, "reason")
    )


def reopen(case: Intake, command: ReopenMatter) -> Iterable[Event]:
    """Only what was settled."""
    if case.matter and case.settled is None:
        raise RuleViolation("intake-open", title=case.matter.title)
    yield MatterReopened(reason=clean_text(command.reason, "reason"))


def erase(case: Intake, command: EraseSender) -> Iterable[Event]:
    """At any time, once it has come in."""
    case.expect_received()
    yield SenderErased(reason=clean_text(command.reason, "reason"))


def _unsettled(case: Intake) -> None:
    if case.matter and case.settled is not None:
        raise RuleViolation("intake-settled", title=case.matter.title)


def on_received(case: Intake, _event: MatterReceived, recorded: Recorded) -> None:
    case.received = recorded


def on_settled(case: Intake, _event: MatterAnswered | MatterReferred, recorded: Recorded) -> None:
    case.settled = recorded


def on_reopened(case: Intake, _event: MatterReopened, _recorded: Recorded) -> None:
    case.settled = None


DECIDES = {
    ReceiveMatter: receive,
    AnswerMatter: answer,
    ReferMatter: refer,
    ReopenMatter: reopen,
    EraseSender: erase,
}
APPLIES = {
    MatterReceived: on_received,
    MatterAnswered: on_settled,
    MatterReferred: on_settled,
    MatterReopened: on_reopened,
    SenderErased: None,
}
