"""What residents need: whom was asked, how they were invited, what they named, and what comes first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

import msgspec

from facilitator.acts import Event, RuleViolation, clean_text
from facilitator.data import dataclass
from facilitator.followup.attached import Attached, clean_files
from facilitator.followup.case import Entry, line
from facilitator.rounds.measures import people
from facilitator.rounds.project import Papered, Project, ProjectCommand


class Source(StrEnum):
    """How residents were asked."""

    WALK = "walk"  # 走访
    SURVEY = "survey"  # 问卷
    MEETING = "meeting"  # 会议
    HOTLINE = "hotline"  # 热线
    DOOR = "door"  # 入户
    OTHER = "other"


class Invitation(StrEnum):
    """Who had people come: as in source S2, hand-picked ones say little of all."""

    PUBLIC_NOTICE = "public-notice"  # 公开通知
    OPEN_DOOR = "open-door"  # 自己来的
    RANDOM_DRAW = "random-draw"  # 抽签
    BUILDING_LEADER = "building-leader"  # 楼长
    NEIGHBOUR = "neighbour"  # 邻居
    COMMITTEE = "committee"  # 居委会点名
    OTHER = "other"


class Announced(StrEnum):
    """What was announced beforehand."""

    NEEDS_MEETING = "needs-meeting"
    SELECTION = "selection"
    OTHER = "other"


class Invited(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """How many of those who were asked were invited in one way."""

    how: Invitation
    people: int


class AnnounceInPublic(ProjectCommand, frozen=True, kw_only=True, tag="project.announce"):
    """Something is announced in public: `on` is its day, `begins` since when the notice hangs."""

    entry: str
    what: Announced
    on: date
    begins: date
    places: str = ""
    attached: tuple[Attached, ...] = ()


class AskResidents(ProjectCommand, frozen=True, kw_only=True, tag="project.ask"):
    """Residents were asked what they need: when, how many, invited how, what was found (需求评估)."""

    entry: str
    source: Source
    on: date
    people: int
    invited: tuple[Invited, ...] = ()
    announced_on: date | None = None
    text: str = ""
    attached: tuple[Attached, ...] = ()


class NoteNeed(ProjectCommand, frozen=True, kw_only=True, tag="project.note-need"):
    """A need, in the words of residents; `asked` are the entries it rests on, `named_by` how many named it."""

    entry: str
    text: str
    asked: tuple[str, ...] = ()
    named_by: int = 0


class RankNeeds(ProjectCommand, frozen=True, kw_only=True, tag="project.rank-needs"):
    """Which need comes first: all that count, once each; `how` says how that was found."""

    entry: str
    order: tuple[str, ...]
    how: str = ""
    on: date | None = None


class PublicAnnounced(Papered, frozen=True, kw_only=True, tag="project.announced"):
    what: Announced
    on: date
    begins: date
    places: str = ""


class ResidentsAsked(Papered, frozen=True, kw_only=True, tag="project.asked"):
    source: Source
    on: date
    people: int
    invited: tuple[Invited, ...] = ()
    announced_on: date | None = None
    text: str = ""

    @property
    def invitation_unknown(self) -> int:
        """Of how many it was not told who invited them."""
        return self.people - sum(one.people for one in self.invited)


class NeedNoted(Entry, frozen=True, kw_only=True, tag="project.need-noted"):
    text: str
    asked: tuple[str, ...] = ()
    named_by: int = 0


class NeedsRanked(Entry, frozen=True, kw_only=True, tag="project.needs-ranked"):
    order: tuple[str, ...]
    how: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Needs:
    """What is known of needs, from entries that count."""

    announced: tuple[PublicAnnounced, ...]
    asked: tuple[ResidentsAsked, ...]
    """By day."""
    needs: tuple[NeedNoted, ...]
    """By rank, those that are not ranked last, as they were noted."""
    ranking: NeedsRanked | None

    @property
    def people(self) -> int:
        """How many were asked in all; whoever was asked twice counts twice."""
        return sum(one.people for one in self.asked)

    @property
    def first_asked(self) -> date | None:
        """The first day on which residents were asked."""
        return self.asked[0].on if self.asked else None

    @property
    def unranked(self) -> tuple[NeedNoted, ...]:
        """Needs without a rank; one alone needs none."""
        if len(self.needs) == 1:
            return ()
        order = set(self.ranking.order) if self.ranking else ()
        return tuple(one for one in self.needs if one.entry not in order)

    @property
    def ranks(self) -> dict[str, int]:
        """The rank of each need that has one, by its entry, counted among those that stand."""
        ranked = self.needs[: len(self.needs) - len(self.unranked)]
        return {one.entry: rank for rank, one in enumerate(ranked, 1)}

    def invited(self) -> dict[Invitation, int]:
        """How many were invited how, in all."""
        found: dict[Invitation, int] = {}
        for asked in self.asked:
            for one in asked.invited:
                found[one.how] = found.get(one.how, 0) + one.people
        return found

    def announced_before(self, asked: ResidentsAsked) -> bool:
        """Whether a meeting was announced on an earlier day than its own, in itself or by a notice."""
        if asked.announced_on is not None and asked.announced_on < asked.on:
            return True
        return any(
            one.what is Announced.NEEDS_MEETING and one.on == asked.on and one.begins < one.on
            for one in self.announced
        )


def needs_of(case: Project) -> Needs:
    """What is known of the needs of a project's people."""
    noted = list(case.events(NeedNoted))
    ranking = next(reversed(list(case.events(NeedsRanked))), None)
    places = {entry: place for place, entry in enumerate(ranking.order if ranking else ())}
    return Needs(
        announced=tuple(case.events(PublicAnnounced)),
        asked=tuple(sorted(case.events(ResidentsAsked), key=lambda one: one.on)),
        needs=tuple(sorted(noted, key=lambda one: places.get(one.entry, len(places)))),
        ranking=ranking,
    )


def announce(case: Project, command: AnnounceInPublic) -> Iterable[Event]:
    """Also late, on the day itself or after it: then that is what is known."""
    case.expect_going()
    yield PublicAnnounced(
        entry=case.new_entry(command.entry),
        what=command.what,
        on=command.on,
        begins=command.begins,
        places=line(command.places, "places"),
        attached=clean_files(command.attached),
    )


def ask(case: Project, command: AskResidents) -> Iterable[Event]:
    """Somebody was asked, and no more were invited than that."""
    case.expect_going()
    if command.people < 1:
        raise RuleViolation("nobody-asked")
    asked = people("people", command.people, 1)
    invited = sum(people("people", one.people, 1) for one in command.invited)
    if len({one.how for one in command.invited}) < len(command.invited):
        raise RuleViolation("invitation-twice")
    if invited > asked:
        raise RuleViolation("invited-above-asked", invited=invited, people=asked)
    yield ResidentsAsked(
        entry=case.new_entry(command.entry),
        source=command.source,
        on=command.on,
        people=asked,
        invited=command.invited,
        announced_on=command.announced_on,
        text=clean_text(command.text, "text", required=False),
        attached=clean_files(command.attached),
    )


def note_need(case: Project, command: NoteNeed) -> Iterable[Event]:
    """What it rests on was asked here; no more can have named it than were asked there."""
    case.expect_going()
    asked = 0
    for entry in dict.fromkeys(command.asked):
        event = case.entry(entry).event
        if not isinstance(event, ResidentsAsked):
            raise RuleViolation("not-asked-there", entry=entry)
        asked += event.people
    named = people("named_by", command.named_by)
    if command.asked and named > asked:
        raise RuleViolation("named-above-asked", named=named, people=asked)
    yield NeedNoted(
        entry=case.new_entry(command.entry),
        text=clean_text(command.text, "text"),
        asked=tuple(dict.fromkeys(command.asked)),
        named_by=named,
    )


def rank(case: Project, command: RankNeeds) -> Iterable[Event]:
    """Every need that counts has one rank."""
    case.expect_going()
    there = {one.entry for one in case.events(NeedNoted)}
    for entry in command.order:
        if entry not in there:
            raise RuleViolation("unknown-need", need=entry)
    if not there or len(command.order) != len(there) or set(command.order) != there:
        raise RuleViolation("ranking-incomplete", ranked=len(set(command.order)), needs=len(there))
    yield NeedsRanked(
        entry=case.new_entry(command.entry),
        order=command.order,
        how=clean_text(command.how, "how", required=False),
        on=command.on,
    )


DECIDES = {AnnounceInPublic: announce, AskResidents: ask, NoteNeed: note_need, RankNeeds: rank}
APPLIES = dict.fromkeys((PublicAnnounced, ResidentsAsked, NeedNoted, NeedsRanked))
