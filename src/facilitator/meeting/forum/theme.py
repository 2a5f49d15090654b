"""The question that everything turns on, and how the host means to run the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from facilitator.acts import Event, Recorded, RuleViolation, clean_text
from facilitator.data import dataclass
from facilitator.meeting.part import Change, MeetingCommand, Part

if TYPE_CHECKING:
    from facilitator.meeting.meeting import Meeting


class Hosting(StrEnum):
    """What the host allows themselves; each intervention is a note of its own kind either way."""

    NEUTRAL = "neutral"  # keeps time and place, says nothing on the matter
    GUIDING = "guiding"  # 必要时引导: leads back to the matter when need be


class SetTheme(MeetingCommand, frozen=True, kw_only=True, tag="theme.set"):
    """The theme question, with what the invitation says of it and who invites.

    Once the meeting was opened a change needs a reason.
    """

    question: str
    invitation: str = ""
    sponsor: str = ""
    expected: int = 0
    """How many people are expected; 0 while nobody knows."""
    reason: str = ""


class ChooseHosting(MeetingCommand, frozen=True, kw_only=True, tag="hosting.choose"):
    """Neutral or guiding; once the meeting was opened a change needs a reason."""

    mode: Hosting
    reason: str = ""


class ThemeSet(Event, frozen=True, kw_only=True, tag="theme.was-set"):
    question: str
    invitation: str = ""
    sponsor: str = ""
    expected: int = 0
    old_question: str = ""
    reason: str = ""


class HostingChosen(Event, frozen=True, kw_only=True, tag="hosting.chosen"):
    mode: Hosting
    old: Hosting | None = None
    reason: str = ""


@dataclass(slots=True)
class Theme:
    """What the forum is about and how it is hosted."""

    question: str = ""
    invitation: str = ""
    sponsor: str = ""
    expected: int = 0
    hosting: Hosting | None = None
    """None until it was chosen."""
    changes: list[Change] = field(default_factory=list[Change])


MOST_PEOPLE = 100_000
MOST_QUESTION = 200
"""Characters in the theme question: it stands on the poster and the screen. More goes into the invitation."""


def set_theme(meeting: Meeting, command: SetTheme) -> Iterable[Event]:
    """One question, in words that fit on a poster."""
    if not 0 <= command.expected <= MOST_PEOPLE:
        raise RuleViolation(
            "number-range", field="expected", value=command.expected, least=0, most=MOST_PEOPLE
        )
    theme = meeting.theme
    question = clean_text(command.question, "question")
    if len(question) > MOST_QUESTION:
        most, length = MOST_QUESTION, len(question)
        raise RuleViolation("text-too-long", field="question", length=length, most=most)
    invitation = clean_text(command.invitation, "invitation", required=False)
    sponsor = clean_text(command.sponsor, "sponsor", required=False, one_line=True)
    now = (theme.question, theme.invitation, theme.sponsor, theme.expected)
    if (question, invitation, sponsor, command.expected) == now:
        raise RuleViolation("nothing-to-correct")
    opened = meeting.life.opened is not None and bool(theme.question)
    yield ThemeSet(
        question=question,
        invitation=invitation,
        sponsor=sponsor,
        expected=command.expected,
        old_question=theme.question,
        reason=clean_text(command.reason, "reason", required=opened),
    )


def choose_hosting(meeting: Meeting, command: ChooseHosting) -> Iterable[Event]:
    """Chosen before the meeting opens; whoever changes it in the middle says why."""
    old = meeting.theme.hosting
    if old is command.mode:
        raise RuleViolation("nothing-to-correct")
    reasoned = old is not None and meeting.life.opened is not None
    reason = clean_text(command.reason, "reason", required=reasoned)
    yield HostingChosen(mode=command.mode, old=old, reason=reason)


def on_theme(meeting: Meeting, event: ThemeSet, recorded: Recorded) -> None:
    theme = meeting.theme
    if event.old_question and event.old_question != event.question:
        change = Change(recorded, "question", event.old_question, event.question, event.reason)
        theme.changes.append(change)
    theme.question, theme.invitation = event.question, event.invitation
    theme.sponsor, theme.expected = event.sponsor, event.expected


def on_hosting(meeting: Meeting, event: HostingChosen, recorded: Recorded) -> None:
    if event.old is not None:
        change = Change(recorded, "hosting", event.old.value, event.mode.value, event.reason)
        meeting.theme.changes.append(change)
    meeting.theme.hosting = event.mode


PART = Part(
    "theme",
    {SetTheme: set_theme, ChooseHosting: choose_hosting},
    {ThemeSet: on_theme, HostingChosen: on_hosting},
)
