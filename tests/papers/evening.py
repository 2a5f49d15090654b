"""The evening of the demo script, played in memory: a body, its meeting, and what papers are written from.

No record and no session: commands are decided and applied one by one, refusals are kept beside them.
Every call plays it anew, so that a test may go on with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import msgspec

from facilitator import bodies, meeting, presets
from facilitator.acts import Command, Recorded, RuleViolation
from facilitator.bodies import Body, Person
from facilitator.bodies.founding import FoundBody
from facilitator.commands import read_line
from facilitator.meeting import Meeting, Outside
from facilitator.meeting.lifecycle import Council
from facilitator.meeting.part import MeetingCommand
from facilitator.papers.kinds import COUNCIL
from facilitator.papers.material import Material, Seal
from facilitator.places import resources
from facilitator.rules.charter import Charter

SECRETARY = "郑晓彤"
AT_ITS_END = tuple(kind for kind in COUNCIL if kind != "outcome")
"""The papers that there are when it is over: nothing is reported of any decision yet."""
HEAD = hashlib.sha256("三元里".encode()).hexdigest()


@dataclass
class Evening:
    """A body and one meeting in memory; `do` goes on with them."""

    body: Body
    meeting: Meeting
    charter: Charter
    at: datetime
    refused: list[RuleViolation] = field(default_factory=list[RuleViolation])

    def do(self, *commands: Command, at: datetime | None = None, by: str = SECRETARY) -> None:
        """Carry commands out one after another, ten seconds apart unless a time is told."""
        for command in commands:
            self.at = at or self.at + timedelta(seconds=10)
            room, parts = (
                (self.meeting, meeting)
                if isinstance(command, MeetingCommand)
                else (self.body, bodies)
            )
            self.meeting.outside = self._outside()
            for event in parts.decide(room, command):
                parts.apply(room, Recorded(event, room.version + 1, self.at, by))

    def _outside(self) -> Outside:
        council = Council(
            body=self.body.id,
            name=self.body.name,
            term=self.body.term,
            charter=self.charter,
            seats=self.body.seated,
            posting_places=self.body.posting_places,
            sample=self.body.sample,
        )
        return Outside(council=council, format=presets.format_of("yishihui"))

    @property
    def people(self) -> dict[str, Person]:
        """Members and observers by id, the erased ones missing."""
        members = {key: person for key, person in self.body.people.items() if person}
        seen = self.meeting.attendance.observers.items()
        return members | {key: one.person for key, one in seen if one.person}

    def material(
        self, *, public: bool = False, lang: str = "zh", blocks: tuple[str, ...] = ()
    ) -> Material:
        """What a paper is written from, with a head of the record that is none."""
        last = self.meeting.chronicle[-1].recorded
        seal = Seal(HEAD, self.meeting.version, last.at)
        return Material(self.meeting, self.people, seal, public, lang, blocks)


def evening(
    until: str = "",
    *,
    charter: Charter | None = None,
    change: Callable[[str], str] = lambda line: line,
) -> Evening:
    """The evening as the script has it; `until` ends it before the first command of that name.

    `charter` stands for the sample's, `change` may alter each line of the script or, emptied, leave it out.
    """
    chosen = charter or presets.sample_charter()
    lines = (resources() / "demo" / "evening.jsonl").read_text("utf-8").splitlines()
    told = Evening(
        Body("songbaigang"), Meeting("evening"), chosen, datetime.max.replace(tzinfo=UTC)
    )
    for line in lines:
        if not (line := change(line)):
            continue
        said = read_line(line.encode())
        command = said.command
        if until and command.__struct_config__.tag == until:
            break
        if isinstance(command, FoundBody):
            command = msgspec.structs.replace(command, charter=chosen)
        if isinstance(command, MeetingCommand):
            told.meeting.id = command.meeting
        try:
            told.do(command, at=said.at, by=said.by)
        except RuleViolation as refusal:
            told.refused.append(refusal)
    return told
