"""The sample selection meeting through the windows: from its call to its result, taken over into the round."""

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
from facilitator.demo.selection_hands import ALL_DOINGS, SelectionHands
from facilitator.demo.stage import SELECTION, script, show, staged
from facilitator.desk.places import Place
from facilitator.meeting.lifecycle import ConveneMeeting


def play_selection(
    app: QApplication,
    folder: Path,
    *,
    by_hand: Callable[[Command], bool] = lambda _command: True,
    after: Callable[[int, Command], None] | None = None,
) -> Played:
    """Play the round by its script up to the call; then do by hand what belongs to the meeting.

    That is what `by_hand` says of it; all else is done as on another computer. Each line is done by whoever
    does it in the script: the two helpers sit down at the laptop one after the other. A line that the script
    itself expects to be refused and the windows refuse or do not offer is listed in `not_offered`.
    """
    raw = selection_script()
    lines = [read_line(line) for line in raw]
    called = next(n for n, one in enumerate(lines) if isinstance(one.command, ConveneMeeting))
    desk = staged(folder, raw[:called])
    window = show(app, desk, Place("today"))
    hands = SelectionHands(desk, Fingers(window))
    clock, missed = desk.session.clock, list[str]()
    assert isinstance(clock, ToldClock)  # made by `staged`
    for number in range(called, len(raw)):
        said = lines[number]
        command = said.command
        clock.at = said.at or clock.at
        desk.session.actor = desk.settings.actor = said.by or SECRETARY
        desk.second.emit()
        ours = getattr(command, "meeting", "") == SELECTION and type(command) in ALL_DOINGS
        if ours and by_hand(command):
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


def selection_script() -> list[bytes]:
    """The lines of the sample round up to and with the one that takes the announced result over."""
    raw = script("round")
    taking = [n for n, line in enumerate(raw) if b'"round.take-result"' in line]
    return raw[: taking[-1] + 1]
