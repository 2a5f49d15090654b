"""A meeting as a composition of parts: commands in, events out. Knows no files, clocks or languages."""

from facilitator.meeting.meeting import Meeting, Outside
from facilitator.meeting.parts import COMMANDS, EVENTS, apply, decide

__all__ = ["COMMANDS", "EVENTS", "Meeting", "Outside", "apply", "decide"]
