"""What the room may see of a meeting: everything of it, and of people only names, which can be hidden."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import datetime
from functools import lru_cache

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.projector.leaf import Leaf, Pitch
from facilitator.desk.theme import Theme
from facilitator.meeting import Meeting
from facilitator.meeting.polls import Poll
from facilitator.papers.kinds.hiding import Hiding
from facilitator.words.figures import airy, listing
from facilitator.words.tongue import Tongue, tongue


@dataclass(frozen=True)
class Room:
    """All that a scene is drawn from. Words are in the language of the meeting's papers, not of the windows."""

    meeting: Meeting
    names: dict[str, str]
    now: datetime
    steady: datetime
    names_shown: bool = True
    result: Poll | None = None
    """The vote whose outcome is shown."""
    theme: Theme = field(default_factory=Theme)
    leaf: Leaf = field(default_factory=Leaf)
    """Where one is in a scene of several pages."""
    pitch: Pitch = field(default_factory=Pitch)
    """The topic that is being announced."""

    @property
    def lang(self) -> str:
        """Language of the scenes."""
        return self.meeting.call.lang

    @property
    def t(self) -> Tongue:
        """The tongue of the scenes."""
        return tongue(self.lang)

    def person(self, person: str) -> str:
        """A name, or the seat where names are hidden."""
        if self.names_shown:
            return self.names.get(person, "")
        t, holding = self.t, self.meeting.seat_of(person)
        return airy(t("Seat {seat}", seat=holding.seat)) if holding else t("A guest")

    def people(self, persons: Iterable[str]) -> str:
        """Names one after another; nothing where names are hidden: a scene leaves out what they are for."""
        if not self.names_shown:
            return ""
        return listing(filter(None, (self.names.get(one, "") for one in persons)), self.lang)

    def told(self, text: str) -> str:
        """Words out of a report: never a telephone number, and no name where names are hidden."""
        return _hiding(frozenset(() if self.names_shown else self.names.values()), self.lang).text(
            text
        )

    def local(self, at: datetime) -> datetime:
        """A time as the clock in the room shows it."""
        return at.astimezone(self.meeting.call.planned.tzinfo)

    def group_index(self, member: str) -> int:
        """The place of a member's group in the charter; -1 for somebody without a seat."""
        key = self.meeting.group_of(member)
        keys = [group.key for group in self.meeting.charter.groups]
        return keys.index(key) if key in keys else -1


@lru_cache(maxsize=4)
def _hiding(names: frozenset[str], lang: str) -> Hiding:
    t = tongue(lang)
    return Hiding(dict.fromkeys(names, t("a resident")), (), ())


def room_of(
    desk: Desk,
    meeting_id: str,
    result: str = "",
    leaf: Leaf | None = None,
    pitch: Pitch | None = None,
) -> Room:
    """The room of a meeting as it is now; refused (`unknown-meeting`) when there is none."""
    from facilitator.desk.projector.scenes import last_result

    meeting = desk.session.meeting(meeting_id)
    poll = meeting.polls.all.get(result) or last_result(meeting)
    return Room(
        meeting=meeting,
        names=desk.session.names(meeting),
        now=desk.now(),
        steady=desk.steady(meeting),
        names_shown=desk.settings.names_shown,
        result=poll,
        leaf=leaf or Leaf(),
        pitch=pitch or Pitch(),
    )
