"""Ctrl+Z: the last act at this desk is taken back by a recorded correction, and people are told what was."""

from __future__ import annotations

from dataclasses import field

from PySide6.QtCore import QObject

from facilitator.acts import Recorded
from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import why_not
from facilitator.desk.meeting.past import Past
from facilitator.desk.meeting.undoes import KEEPS, UNDOES
from facilitator.desk.notices import Notice, Tone
from facilitator.meeting import Meeting
from facilitator.meeting.part import MeetingCommand
from facilitator.session import Change
from facilitator.words.figures import airy
from facilitator.words.lines import Lines

MOST = 60
"""Characters of a line that are quoted when it is said what is taken back."""


@dataclass(frozen=True, slots=True)
class Way:
    """How the last act would be taken back: what it was, the commands, and in words what comes of it.

    With `why_not` it cannot be; `what` is "" when nothing was done yet.
    """

    what: str = ""
    commands: list[MeetingCommand] = field(default_factory=list[MeetingCommand])
    words: str = ""
    why_not: str = ""


class Undoing(QObject):
    """Remembers what was done at this desk since it was opened, meeting by meeting; lives as long as it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._done: dict[str, list[Change]] = {}
        self._taking_back = False
        desk.changed.connect(self._heard)

    def _heard(self, change: Change) -> None:
        if change.everything:  # what was done here may not be the last of its meeting any more
            self._done.clear()
        kind, _, which = change.stream.partition("/")
        if kind == "meeting" and not self._taking_back and _main(change) is not None:
            self._done.setdefault(which, []).append(change)

    def way(self, meeting_id: str) -> Way:
        """How the last act of a meeting would be taken back now."""
        desk, t = self._desk, self._desk.t
        done = self._done.get(meeting_id)
        if not done:
            return Way(why_not=t("Nothing has been done here since the program was opened."))
        main, meeting = _main(done[-1]), desk.session.meeting(meeting_id)
        assert main is not None  # others are not remembered
        what, kind = self._told(meeting, main), type(main.event)
        if kind in KEEPS:
            return Way(what, why_not=t(KEEPS[kind]))
        undo = UNDOES[kind]
        past = Past(meeting, main, done[-1].events[0].version)
        commands = undo.commands(past, main.event)
        if not commands:
            return Way(what, why_not=t(undo.stuck))
        refused = why_not(desk, commands[0])
        return Way(what, commands, t(undo.words), refused)

    def undo(self, meeting_id: str) -> bool:
        """Take the last act back and say so, or say why that cannot be."""
        desk, t, way = self._desk, self._desk.t, self.way(meeting_id)
        if way.why_not:
            said = t("“{what}” cannot be undone. {why}", what=way.what, why=way.why_not)
            desk.noticed.emit(Notice(Tone.REFUSED, said if way.what else way.why_not))
            return False
        self._taking_back = True
        try:
            done = all(desk.do(command) for command in way.commands)
        finally:
            self._taking_back = False
        if desk.trouble is not None:
            return False
        self._done[meeting_id].pop()
        if done:
            desk.done(t("Undone: “{what}”; {words}.", what=way.what, words=way.words))
        return done

    def _told(self, meeting: Meeting, main: Recorded) -> str:
        """The line that the act stands under in the record."""
        lines = Lines(meeting, self._desk.lang, self._desk.session.name_of)
        said = ""
        for entry in meeting.chronicle:
            line = lines.told(entry.recorded)
            if entry.recorded.version == main.version:
                said = line
                break
        said = airy(" ".join(said.split())).rstrip("。.")
        return said if len(said) <= MOST else said[: MOST - 1] + "…"


def _main(change: Change) -> Recorded | None:
    """The event of an act that it is about; None for one that nobody could take back or keep."""
    about = [one for one in change.events if type(one.event) in UNDOES or type(one.event) in KEEPS]
    return about[-1] if about else None


def undoing(desk: Desk) -> Undoing:
    """What was done at a desk; remembered from the first time this is asked."""
    found = desk.findChild(Undoing)
    return found if found is not None else Undoing(desk)
