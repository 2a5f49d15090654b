"""The day of the sample forum, played in memory, as `evening` plays that of the council."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import msgspec

from facilitator import presets
from facilitator.acts import Command, RuleViolation
from facilitator.bodies import Body
from facilitator.bodies.founding import FoundBody
from facilitator.commands import read_line
from facilitator.meeting import Meeting, Outside
from facilitator.meeting.part import MeetingCommand
from facilitator.places import resources
from tests.papers.evening import Evening

M = "qyl-2026-11-21"
SCRIPT = (resources() / "demo" / "forum.jsonl").read_text("utf-8").splitlines()


class Forum(Evening):
    """An evening of the other format."""

    def _outside(self) -> Outside:
        return replace(super()._outside(), format=presets.format_of("open_space"))


def forum(until: Callable[[Command], bool] = lambda _command: False) -> Forum:
    """The day as the script has it; it ends before the first command for which `until` is true."""
    charter = presets.charter("robert_simple")
    day = Forum(Body("qingyuanli"), Meeting(M), charter, datetime.max.replace(tzinfo=UTC))
    for line in SCRIPT:
        said = read_line(line.encode())
        command = said.command
        if until(command):
            break
        if isinstance(command, FoundBody):
            command = msgspec.structs.replace(command, charter=charter)
        assert not isinstance(command, MeetingCommand) or command.meeting == M
        try:
            day.do(command, at=said.at, by=said.by)
        except RuleViolation as refusal:
            day.refused.append(refusal)
    return day


def named(tag: str) -> Callable[[Command], bool]:
    """For `until`: a command of that name."""
    return lambda command: command.__struct_config__.tag == tag
