"""What the papers of a meeting are written from: the meeting, its people, what became of its decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from facilitator import followup
from facilitator import meeting as meetings
from facilitator.acts import Recorded, RuleViolation
from facilitator.bodies import Person
from facilitator.data import dataclass
from facilitator.followup.attached import Attached
from facilitator.followup.entries import Assessed, Kinship, Reported
from facilitator.followup.following import Following
from facilitator.followup.matter import Matter, matter_of, stream_of
from facilitator.gathering.photos import newest
from facilitator.meeting import Meeting, Outside
from facilitator.papers import pictures
from facilitator.papers.material import Material, Seal, Story
from facilitator.record import aftermath, lookups
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
        contents = newest(session, pictured_files(case), room) if shown else {}
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


def pictured_files(case: Following) -> Iterable[Attached]:
    """The photos of the entries whose photos are shown, those that count and were not erased."""
    there = case.file_names()
    for one in case.standing():
        if isinstance(one.event, PICTURED):
            for file in one.event.attached:
                if file.hash in there and file.media.startswith("image/"):
                    yield file
