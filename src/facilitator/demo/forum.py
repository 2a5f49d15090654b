"""The sample forum through the windows, by clicks, drags and keys: from its theme to its close."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtWidgets import QApplication

from facilitator.acts import Command, RuleViolation
from facilitator.clock import ToldClock
from facilitator.commands import read_line
from facilitator.demo.evening import SECRETARY, Played
from facilitator.demo.fingers import Fingers, NotThere
from facilitator.demo.forum_hands import FORUM_DOINGS, ForumHands
from facilitator.demo.hands import DOINGS
from facilitator.demo.stage import FORUM, script, show, staged
from facilitator.desk.places import Place
from facilitator.meeting.lifecycle import ConveneMeeting


def play_forum(
    app: QApplication,
    folder: Path,
    *,
    by_hand: Callable[[Command], bool] = lambda _command: True,
    after: Callable[[int, Command], None] | None = None,
) -> Played:
    """Found and call by the script; do by hand what `by_hand` says, the rest as another computer would.

    What the windows have no way for is done by the script, too. A line that the script itself expects to be
    refused and the windows do not offer is listed in `not_offered`.
    """
    raw = script("forum")
    lines = [read_line(line) for line in raw]
    called = next(n for n, one in enumerate(lines) if isinstance(one.command, ConveneMeeting))
    desk = staged(folder, raw[: called + 1])
    desk.session.actor = desk.settings.actor = SECRETARY
    window = show(app, desk, Place("meetings", FORUM))
    hands = ForumHands(desk, Fingers(window), FORUM)
    clock, missed = desk.session.clock, list[str]()
    assert isinstance(clock, ToldClock)  # made by `staged`
    for number in range(called + 1, len(raw)):
        said = lines[number]
        command = said.command
        clock.at = said.at or clock.at
        desk.second.emit()
        if type(command) in {**DOINGS, **FORUM_DOINGS} and by_hand(command):
            try:
                hands.play(command)
            except NotThere:
                missed.append(raw[number].decode())
        else:
            with suppress(RuleViolation):
                desk.session.do(hands.translated(command))
        if after is not None:
            after(number, command)
    return Played(desk, window, hands, missed)
