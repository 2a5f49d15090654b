"""What a paper is written from: a meeting and what became of it, a body's lists, a project, a project round."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from typing import TYPE_CHECKING

from facilitator.bodies.people import Person
from facilitator.data import dataclass
from facilitator.followup.following import Following
from facilitator.followup.matter import Matter
from facilitator.meeting import Meeting
from facilitator.rounds.project import Project
from facilitator.rounds.round import Round
from facilitator.words.timeline import Kin

if TYPE_CHECKING:  # plain rows: whoever writes a paper needs no database
    from facilitator.record.aftermath import CallRow, FollowRow
    from facilitator.record.decided import Decided
    from facilitator.rules.taking_part import CommunityRow, InvitedRow, TurnoutRow, VoteRow


@dataclass(frozen=True, slots=True)
class Seal:
    """The head of a history's chain: 64 hex digits, how many events it holds, and when the last one was."""

    digest: str
    events: int
    last: datetime


@dataclass(frozen=True, slots=True)
class Story:
    """What became of one decision or action group."""

    matter: Matter
    case: Following
    seal: Seal | None = None
    """The head of the follow-up's own history; None while nothing has happened in it."""
    kin: tuple[Kin, ...] = ()
    """Decisions that it does something to, or that do something to it; `name` is the other's title alone."""
    meetings: Mapping[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])
    """Term and running number of the meetings at which it was reported on."""
    contents: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    """Photos by hash, where they were asked for; what is too large for a paper is missing."""


@dataclass(frozen=True, slots=True)
class Material:
    """Everything a builder may use for a paper of a meeting, or of one of its decisions.

    `people` are members and observers by id; somebody erased is missing. `public` asks for the version
    that may be posted: names of residents are masked, addresses and reasons of leave left out.
    """

    meeting: Meeting
    people: Mapping[str, Person]
    seal: Seal | None = None
    public: bool = False
    lang: str = ""
    """zh or en; empty takes the meeting's own language."""
    blocks: tuple[str, ...] = ()
    """Which blocks of the minutes, in which order; empty takes all in the usual order."""
    stories: Mapping[str, Story] = field(default_factory=dict[str, Story])
    """By the name of the matter: a decision's number, or group/ID."""
    matter: str = ""
    """Of which matter papers are wanted that are made for one each; empty takes all."""
    photos: bool = False
    """Whether the version that may be posted shows photos, too; the full one always does."""
    today: date | None = None
    """The day for which it is said what is late; without one, that of the last thing that happened."""


@dataclass(frozen=True, slots=True)
class BodyMaterial:
    """Everything a builder may use for a paper of a body, or (`body` empty) of a whole archive.

    Each kind of paper takes what it needs; lists are in the order in which they are to be printed.
    """

    body: str
    name: str
    now: datetime
    """When it is written, as the clock in the office shows it."""
    lang: str
    public: bool = False
    sample: bool = False
    people: Mapping[str, Person] = field(default_factory=dict[str, Person])
    offices: frozenset[str] = frozenset()
    """Members who hold an office: they are named in public, too."""
    matters: tuple[FollowRow, ...] = ()
    """What is not settled yet, longest overdue first."""
    calls: tuple[CallRow, ...] = ()
    """Calls to departments, newest first."""
    decisions: tuple[Decided, ...] = ()
    """Decisions, newest first; those alone that were looked for."""
    turnout: tuple[TurnoutRow, ...] = ()
    """Who came to each held meeting, by seat group, oldest first."""
    votes: tuple[VoteRow, ...] = ()
    """How each seat group voted, oldest first."""
    community: tuple[CommunityRow, ...] = ()
    """The community's own numbers, oldest first."""
    invited: tuple[InvitedRow, ...] = ()
    """Who asked those without a seat to come, by meeting."""
    words: str = ""
    """What was looked for, if anything was."""
    chosen: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """What the list was narrowed down to: facets with the values chosen."""


@dataclass(frozen=True, slots=True)
class ProjectMaterial:
    """Everything a builder may use for a paper of one project of a round."""

    project: Project
    """Told of its round."""
    now: datetime
    """When it is written, as the clock in the office shows it."""
    lang: str
    public: bool = False
    seal: Seal | None = None
    contents: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    """Photos by hash, where they were asked for; what is too large for a paper is missing."""
    photos: bool = False
    """Whether the version that may be posted shows photos, too; the full one always does."""


@dataclass(frozen=True, slots=True)
class RoundMaterial:
    """Everything a builder may use for a paper of a project round."""

    round: Round
    projects: tuple[Project, ...]
    """All of them, by number, each told of the round."""
    now: datetime
    lang: str
    public: bool = False
