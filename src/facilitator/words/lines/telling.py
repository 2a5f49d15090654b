"""What is known at the point of a meeting whose line is being told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from datetime import datetime
from typing import Any

import msgspec

from facilitator.acts import Event, Recorded
from facilitator.data import dataclass
from facilitator.meeting import Meeting
from facilitator.meeting.agenda import Item
from facilitator.meeting.forum.matrix import Matrix
from facilitator.meeting.forum.wall import Spot
from facilitator.rules.composition import is_contested
from facilitator.rules.outlook import dry_run
from facilitator.rules.tally import Choice, Tally, Votes
from facilitator.words.figures import clock, date_words, listing, short_date
from facilitator.words.forum import spot_words, topic_number
from facilitator.words.matters import motion_name
from facilitator.words.tongue import Tongue, tongue

_ENDS = re.compile(r"[。！？.!?…][”’」』）)\"']*$")
QUOTED = 60
"""Characters of an old text that a line quotes; the whole of it stands in its own line."""


@dataclass
class Telling:
    """Goes through a chronicle from its beginning; each teller takes in what it tells."""

    meeting: Meeting
    name_of: Callable[[str], str]
    lang: str
    present: set[str] = field(default_factory=set[str])
    votes: dict[str, dict[str, Choice]] = field(default_factory=dict[str, dict[str, Choice]])
    """Answers by poll, as they stood then."""
    spoken: int = 0
    """Speeches that have begun."""
    opened: bool = False
    matrix: Matrix = field(default_factory=Matrix)
    """Places and slots as they were called then."""
    titles: dict[str, str] = field(default_factory=dict[str, str])
    """Topics by id, as they were worded then."""
    projects: dict[str, str] = field(default_factory=dict[str, str])
    """Projects that stand for selection by id, as they were called then."""
    budget: int = 0
    """The money to give away, in fen, as it was then."""
    pitch: list[datetime] = field(default_factory=list[datetime])
    """When the pitch that is on began, and its questions."""
    read: dict[int, set[tuple[str, int]]] = field(default_factory=dict[int, set[tuple[str, int]]])
    """Ballots by the helper who has entered them; 0: those that both have settled."""
    told: dict[int, str] = field(default_factory=dict[int, str])
    """What was done at the wall, by the version of its event: it may be taken back."""
    recorded: Recorded | None = None

    @property
    def t(self) -> Tongue:
        """The tongue of the line."""
        return tongue(self.lang)

    @property
    def now(self) -> datetime:
        """When it happened, by the clock in the meeting's room."""
        assert self.recorded is not None
        return self.here(self.recorded.at)

    def here(self, at: datetime) -> datetime:
        """A time as the clock in the meeting's room shows it."""
        return at.astimezone(self.meeting.call.planned.tzinfo)

    def when(self, at: datetime) -> str:
        """The hour, with the day where it is another than that of what is told."""
        here = self.here(at)
        if here.date() == self.now.date():
            return clock(here)
        return f"{short_date(here.date(), self.lang)} {clock(here)}"

    def moment(self, at: datetime) -> str:
        """Day and hour, with the year."""
        here = self.here(at)
        between = "" if self.lang == "zh" else ", "
        return f"{date_words(here.date(), self.lang)}{between}{clock(here)}"

    def sentences(self, *parts: str) -> str:
        """Sentences one after another, the empty ones left out."""
        return ("" if self.lang == "zh" else " ").join(part for part in parts if part)

    def because(self, reason: str) -> str:
        """A reason as a sentence; "" for none."""
        t = self.t
        return t("Reason: {reason}", reason=self.ended(reason)) if reason.strip() else ""

    def ended(self, text: str) -> str:
        """Somebody's words with a full stop, if they have none."""
        text = text.strip()
        return (
            text if not text or _ENDS.search(text) else text + ("。" if self.lang == "zh" else ".")
        )

    def bare(self, text: str) -> str:
        """Somebody's words without their full stop, to go on after them."""
        return text.strip().rstrip("。.")

    def quoted(self, text: str) -> str:
        """The beginning of somebody's words, to be put in quotation marks."""
        text = self.bare(" ".join(text.split()))
        return text if len(text) <= QUOTED else text[: QUOTED - 1] + "…"

    def item(self, item: str) -> Item | None:
        """An item that is still on the agenda."""
        return self.meeting.agenda.get(item)

    def number(self, item: str) -> str:
        """The number of an item; … for one that was taken off before anybody was told of it."""
        found = self.item(item)
        return str(found.number) if found else "…"

    def motion(self, motion: str, *, first: bool = False) -> str:
        """What a motion is called; `first` at the beginning of a sentence."""
        motions = self.meeting.motions
        name = motion_name(motions, motions.all[motion], self.lang)
        return name[:1].upper() + name[1:] if first else name

    def poll(self, poll: str) -> str:
        """What the motion of a vote is called."""
        return self.motion(self.meeting.polls.all[poll].motion)

    def topic(self, topic: str) -> str:
        """A topic by its number and the words it had then: 04“花园养护谁来接手”."""
        t = self.t
        return t(
            "{number} “{title}”", number=self.numbered(topic), title=self.titles.get(topic, "")
        )

    def numbered(self, *topics: str) -> str:
        """Topics by their numbers alone: 04、17."""
        wall = self.meeting.wall
        return listing((topic_number(wall.topic(topic).number) for topic in topics), self.lang)

    def project_title(self, project: str) -> str:
        """What a project that stands for selection was called then."""
        return self.projects.get(project, project)

    def project(self, project: str) -> str:
        """A project by its title, in quotation marks."""
        t = self.t
        return t("“{title}”", title=self.project_title(project))

    def chamber(self, group: str) -> str:
        """A chamber by its title."""
        found = self.meeting.charter.group(group)
        return found.title.text(self.lang) if found else group

    def names(self, people: Iterable[str]) -> str:
        """People by their names: 李桂芳、罗春生."""
        return listing(map(self.name_of, people), self.lang)

    def spot(self, place: str, slot: str, half: int = 0) -> str:
        """Where something hangs, as the wall was called then: 第2场大厅西."""
        return spot_words(self.matrix, Spot(place, slot, half), self.lang)

    def room(self) -> str:
        """Who is in the room: 在场11人：本地居民5人，新居民5人，街道1人."""
        t = self.t
        members = self.members_here()
        groups = [
            t(
                "{group} {n}",
                group=group.title.text(self.lang),
                n=sum(self.meeting.group_of(member) == group.key for member in members),
            )
            for group in self.meeting.charter.groups
        ]
        if len(groups) < 2:
            return t("Present: {n}.", n=len(members))
        return t(
            "Present: {n} ({groups}).",
            n=len(members),
            groups=t.within("between", ", ").join(groups),
        )

    def outlook(self) -> str:
        """Who is in the room, and how many of them a motion can do without under the charter's own rule."""
        t = self.t
        n = len(self.members_here())
        if self.meeting.format.has_course and not n:
            return ""  # heads were counted, nobody was signed in by name
        if self._contested() or self.meeting.format.has_course:
            return self.room()  # nothing to rule on yet; or a day that is not about motions
        tried = dry_run(self.meeting.charter, "", self._figures())
        spare = {tried.may_oppose, tried.may_abstain, tried.may_stay_silent}
        if spare == {None} and self._plain() and n:
            return t("Present: {n}, not enough to carry a motion.", n=n)
        if len(spare) > 1 or spare == {None}:
            return self.room()
        few = spare.pop()
        if not few:
            return t("Present: {n}; a motion carries only if all of them are for it.", n=n)
        return t.many(
            "Present: {n}; a motion still carries if {few} of them is not for it.",
            "Present: {n}; a motion still carries if {few} of them are not for it.",
            few,
            n=n,
            few=few,
        )

    def members_here(self) -> list[str]:
        """The members in the room then, in the order of their seats."""
        return [h.member for h in self.meeting.council.seats if h.member in self.present]

    def _plain(self) -> bool:
        """Whether only heads of the whole body count, so that no group or weight can be the reason."""
        charter = self.meeting.charter
        rule = charter.rule(charter.default_rule)
        assert rule is not None
        tests = (*charter.quorum, *rule.participation, *rule.consent)
        return not charter.weight_unit and not any(test.group for test in tests)

    def _contested(self) -> bool:
        """Whether somebody is there whose seat is another group's: what that comes to, people have to rule."""
        seats = (self.meeting.seat_of(member) for member in self.members_here())
        return any(is_contested(self.meeting.charter, seat) for seat in seats if seat)

    def _figures(self) -> Votes:
        """The body's numbers as the room was then."""
        now = self.meeting.figures()
        here = self.members_here()

        def there(tally: Tally, members: list[str]) -> Tally:
            return msgspec.structs.replace(tally, present=len(members))

        groups = {
            key: there(tally, [m for m in here if self.meeting.group_of(m) == key])
            for key, tally in now.groups.items()
        }
        weight = sum(h.weight for h in self.meeting.council.seats if h.member in here)
        weights = now.weights and msgspec.structs.replace(now.weights, present=weight)
        return msgspec.structs.replace(
            now, whole=there(now.whole, here), groups=groups, weights=weights
        )


Teller = Callable[[Telling, Any], str]
Tellers = Mapping[type[Event], Teller]
