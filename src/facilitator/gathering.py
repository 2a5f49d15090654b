"""Gathers from a session what papers are written from: at once, or frozen for a worker process.

Call it in the thread that has the session; it is quick. `Frozen.material` is for the worker.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict

from facilitator import followup, listing
from facilitator import meeting as meetings
from facilitator.acts import Recorded, RuleViolation
from facilitator.bodies import Person
from facilitator.followup.attached import Attached
from facilitator.followup.entries import Assessed, Kinship, Reported
from facilitator.followup.following import Following
from facilitator.followup.matter import Matter, matter_of, stream_of
from facilitator.meeting import Meeting, Outside
from facilitator.papers import pictures
from facilitator.papers.kinds import BODY
from facilitator.papers.material import BodyMaterial, Material, Seal, Story
from facilitator.record import aftermath, lookups, participation
from facilitator.record.index.asking import Wanted
from facilitator.record.index.docs import Facet
from facilitator.rules.taking_part import CommunityRow, InvitedRow, TurnoutRow, VoteRow
from facilitator.session import Session
from facilitator.words.timeline import Kin

PICTURED = (Reported, Assessed)
"""Entries whose photos are shown on a paper; those of receipts and of notice boards are only listed."""


@dataclass(frozen=True, slots=True)
class FrozenStory:
    """What became of one matter, as it was at one moment: plain values."""

    stream: str
    matter: Matter
    history: tuple[Recorded, ...]
    seal: Seal | None
    kin: tuple[Kin, ...]
    meetings: Mapping[str, tuple[int, int]]
    contents: Mapping[str, bytes]

    def story(self) -> Story:
        """Its history made anew."""
        case = Following(self.stream, outside=followup.Outside(matter=self.matter))
        for recorded in self.history:
            followup.apply(case, recorded)
        return Story(self.matter, case, self.seal, self.kin, self.meetings, self.contents)


@dataclass(frozen=True, slots=True)
class Frozen:
    """A meeting as it was at one moment: plain values that another thread may read while the meeting goes on.

    `dataclasses.replace` makes the public version of it, or the one in the other language.
    """

    meeting: str
    history: tuple[Recorded, ...]
    outside: Outside
    people: Mapping[str, Person]
    seal: Seal
    lang: str
    public: bool = False
    blocks: tuple[str, ...] = ()
    stories: tuple[FrozenStory, ...] = ()
    matter: str = ""
    photos: bool = False
    today: date | None = None

    def material(self) -> Material:
        """What its papers are written from: a meeting of its own, made anew from what had happened then."""
        one = Meeting(self.meeting, outside=self.outside)
        for recorded in self.history:
            meetings.apply(one, recorded)
        return Material(
            meeting=one,
            people=self.people,
            seal=self.seal,
            public=self.public,
            lang=self.lang,
            blocks=self.blocks,
            stories={name_of(one.matter): one.story() for one in self.stories},
            matter=self.matter,
            photos=self.photos,
            today=self.today,
        )


@dataclass(frozen=True, slots=True)
class FrozenBody:
    """A body's lists as they were at one moment; they are plain values as they are."""

    source: BodyMaterial

    def material(self) -> BodyMaterial:
        """What its papers are written from."""
        return self.source


def frozen(
    session: Session,
    meeting: str,
    *,
    lang: str = "",
    public: bool = False,
    blocks: tuple[str, ...] = (),
    matter: str = "",
    photos: bool = False,
    pictured: bool = False,
) -> Frozen:
    """A meeting as it is now, to be written down elsewhere; refused (`unknown-meeting`, `unknown-matter`).

    `matter` is that of one paper (a decision's number, group/ID); `pictured` takes photos along, those of
    this matter or of all; `photos` asks for them in the public version, too.
    """
    one = session.meeting(meeting)
    stories = tuple(_stories(session, one, matter if pictured else None))
    _known(one, matter, stories)
    return Frozen(
        meeting=one.id,
        history=tuple(entry.recorded for entry in one.chronicle),
        outside=one.outside,
        people=session.people(one),
        seal=_seal(session, one),
        lang=lang or one.call.lang,
        public=public,
        blocks=blocks,
        stories=stories,
        matter=matter,
        photos=photos,
        today=_today(session, one),
    )


def material(
    session: Session,
    meeting: str,
    *,
    lang: str = "",
    public: bool = False,
    blocks: tuple[str, ...] = (),
    matter: str = "",
    photos: bool = False,
    pictured: bool = False,
) -> Material:
    """What the papers of a meeting are written from at once; as `frozen` takes and refuses it."""
    one = session.meeting(meeting)
    stories = tuple(_stories(session, one, matter if pictured else None))
    _known(one, matter, stories)
    return Material(
        meeting=one,
        people=session.people(one),
        seal=_seal(session, one),
        public=public,
        lang=lang or one.call.lang,
        blocks=blocks,
        stories={name_of(one.matter): one.story() for one in stories},
        matter=matter,
        photos=photos,
        today=_today(session, one),
    )


def name_of(matter: Matter) -> str:
    """What a matter is called in a meeting: its number, or group/ID."""
    return f"group/{matter.group}" if matter.group else str(matter.decision)


def _known(one: Meeting, matter: str, stories: Iterable[FrozenStory]) -> None:
    if matter and matter not in {name_of(story.matter) for story in stories}:
        group = matter.removeprefix("group/")
        number = int(matter) if matter.isdecimal() else 0
        raise RuleViolation(
            "unknown-matter", meeting=one.id, decision=number, group="" if number else group
        )


def _today(session: Session, one: Meeting) -> date:
    """Today, as the calendar in the meeting's room shows it; never before its last event."""
    zone = one.call.planned.tzinfo
    last = one.chronicle[-1].recorded.at
    return max(session.clock.now(), last).astimezone(zone).date()


def _seal(session: Session, one: Meeting) -> Seal:
    version, digest = session.head(f"meeting/{one.id}")
    return Seal(digest, version, one.chronicle[-1].recorded.at)


# --- what became of its decisions


def _stories(session: Session, one: Meeting, pictured: str | None) -> Iterator[FrozenStory]:
    """Of every decision and action group; with the photos of one of them, of all ("") or of none (None)."""
    streams = [stream_of(one.id, number) for number in sorted(one.decisions.all)]
    streams += [stream_of(one.id, group=group) for group in one.groups.all]
    room = pictures.MOST_TOGETHER
    for stream in streams:
        matter = session.matter(*matter_of(stream))
        if matter is None:  # not in the registers yet
            continue
        case = session.history(stream)
        assert isinstance(case, Following)
        shown = pictured is not None and pictured in ("", name_of(matter))
        contents = _contents(session, case, room) if shown else {}
        room -= sum(map(len, contents.values()))
        yield FrozenStory(
            stream=stream,
            matter=matter,
            history=tuple(case.chronicle),
            seal=_seal_of(session, case),
            kin=tuple(_kin(session, matter)),
            meetings=lookups.meetings_called(session.record, {one.meeting for one in matter.told}),
            contents=contents,
        )


def _seal_of(session: Session, case: Following) -> Seal | None:
    if not case.begun:
        return None
    version, digest = session.head(case.stream)
    return Seal(digest, version, case.chronicle[-1].at)


def _kin(session: Session, matter: Matter) -> Iterator[Kin]:
    if not matter.decision:
        return
    for row in aftermath.links(session.record, matter.meeting, matter.decision):
        yield Kin(
            kinship=Kinship(row.kinship),
            out=row.out,
            name=row.title,
            day=matter.made.date() if row.out else datetime.fromisoformat(row.made_at).date(),
            meeting=row.meeting,
            number=row.number,
            clause=row.clause,
            stands=row.stands,
        )


def _contents(session: Session, case: Following, room: int) -> dict[str, bytes]:
    """The newest photos of a follow-up, as long as there is room for them; erased ones are missing."""
    found: dict[str, bytes] = {}
    newest = list({file.hash: file for file in pictured_files(case)}.values())[-pictures.MOST :]
    for file in reversed(newest):
        if pictures.too_large(file.size) or file.size > room or file.hash in found:
            continue
        content = session.record.file(file.hash)
        if content is not None:
            found[file.hash] = content
            room -= len(content)
    return found


def pictured_files(case: Following) -> Iterable[Attached]:
    """The photos of the entries whose photos are shown, those that count and were not erased."""
    there = case.file_names()
    for one in case.standing():
        if isinstance(one.event, PICTURED):
            for file in one.event.attached:
                if file.hash in there and file.media.startswith("image/"):
                    yield file


# --- a body's lists


def body_material(
    session: Session,
    body: str = "",
    *,
    lang: str = "zh",
    public: bool = False,
    wanted: Wanted | None = None,
    rows: Sequence[listing.Decided] | None = None,
    kinds: Collection[str] = BODY,
    first: bool = False,
) -> BodyMaterial:
    """What the papers of a body are written from, or of the whole archive; refused (`unknown-body`).

    `wanted` narrows its list of decisions down; `rows` are those decisions where they are at hand already.
    Only what papers of these `kinds` need is fetched; with `first` only enough to know whether there is any.
    """
    one = session.body(body) if body else None
    most = 1 if first else -1
    if rows is None:
        rows = _decided(session, body, wanted, first) if "decisions" in kinds else ()
    matters = (
        tuple(aftermath.followups(session.record, body=body, waiting=True, limit=most))
        if "open-matters" in kinds
        else ()
    )
    now = session.clock.now()
    return BodyMaterial(
        body=body,
        name=one.name if one else "",
        now=now if now.utcoffset() else now.astimezone(),
        lang=lang,
        public=public,
        sample=one.sample if one else _any_sample(session),
        people=_people(session, body, (*matters, *rows)),
        offices=frozenset(key for key, held in one.holdings.items() if held.offices)
        if one
        else frozenset(),
        matters=matters,
        calls=tuple(aftermath.calls(session.record, body=body, limit=most))
        if "calls" in kinds
        else (),
        decisions=tuple(rows),
        **(_taking_part(session, body) if "participation" in kinds and body else _TakingPart()),
        words=wanted.words.strip() if wanted else "",
        chosen=_chosen(wanted),
    )


def _people(
    session: Session, body: str, rows: Iterable[aftermath.FollowRow | listing.Decided]
) -> dict[str, Person]:
    """Whoever may be named on the lists: members, and whoever took part where action groups were formed."""
    found = lookups.people_in(session.record, f"body/{body}")
    bodies = {row.body for row in rows} - {body}
    meetings = {row.meeting for row in rows if getattr(row, "group", "")}
    for stream in (*(f"body/{one}" for one in bodies), *(f"meeting/{one}" for one in meetings)):
        people = lookups.people_in(session.record, stream).items()
        found |= {f"{stream} {key}": person for key, person in people}
    return found


class _TakingPart(TypedDict, total=False):
    turnout: tuple[TurnoutRow, ...]
    votes: tuple[VoteRow, ...]
    community: tuple[CommunityRow, ...]
    invited: tuple[InvitedRow, ...]


def _taking_part(session: Session, body: str) -> _TakingPart:
    """Who came and who voted how, over all meetings of a body."""
    record = session.record
    return {
        "turnout": tuple(participation.turnout(record, body)),
        "votes": tuple(participation.votes(record, body)),
        "community": tuple(participation.community(record, body)),
        "invited": tuple(participation.invited(record, body)),
    }


def _decided(
    session: Session, body: str, wanted: Wanted | None, first: bool
) -> list[listing.Decided]:
    """A body's decisions, a meeting at a time; `first` stops at the first meeting that has one."""
    found: list[listing.Decided] = []
    asked = wanted or Wanted()
    if body:
        asked = asked.choose(Facet.BODY, body)
    for rows, _, _ in listing.by_meeting(session, asked):
        found += rows
        if first and found:
            break
    return found


def _any_sample(session: Session) -> bool:
    """Whether an archive holds samples: then a list of all of it says so."""
    return any(session.body(row.body).sample for row in lookups.bodies(session.record))


def _chosen(wanted: Wanted | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    chosen = wanted.chosen.items() if wanted else ()
    return tuple((facet.value, tuple(sorted(values))) for facet, values in chosen if values)


def frozen_body(
    session: Session,
    body: str = "",
    *,
    lang: str = "zh",
    wanted: Wanted | None = None,
    rows: Sequence[listing.Decided] | None = None,
    kinds: Collection[str] = BODY,
    first: bool = False,
) -> FrozenBody:
    """A body's lists as they are now, to be written down elsewhere; as `body_material` takes it."""
    return FrozenBody(
        body_material(session, body, lang=lang, wanted=wanted, rows=rows, kinds=kinds, first=first)
    )
