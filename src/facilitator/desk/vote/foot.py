"""Below a running vote: what it took from the start, the keys, and the ways to end it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from facilitator.desk.actions import key_of
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow
from facilitator.desk.vote.answers import ACTIONS
from facilitator.desk.vote.changes import change_lines
from facilitator.desk.vote.hints import KeyHints
from facilitator.desk.widgets import button, column, row
from facilitator.desk.widgets.elided import Elided, tip
from facilitator.meeting import Meeting
from facilitator.meeting.polls import Method, Poll
from facilitator.meeting.standing import Standing, try_out
from facilitator.rules.tally import Choice
from facilitator.words.figures import Unit, airy, counted
from facilitator.words.titles import title
from facilitator.words.votes import dry_run_words


class VoteFoot(QFrame):
    """The buttons only; what they do is the view's."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        t, px = desk.t, desk.px
        self.setProperty("look", "foot")
        self._run = Elided("", "caption", "soft", name="vote.dry-run")
        self._changes = Elided("", "caption", "warn", name="vote.changes")
        self._changes.hide()
        self._keys = KeyHints(desk)
        self._low, self._named = False, False
        self._tried: tuple[str, tuple[str, ...]] = ("", ())
        self.void_button = button(t("Void…"), name="vote.void")
        self.silent_button = button(t("Do not wait…"), name="vote.silent")
        self.close_button = button(t("Close the vote"), name="vote.close")
        said = column(self._run, self._changes, self._keys, gap=px(4))
        box = row(said, self.void_button, self.silent_button, self.close_button, gap=px(8))
        box.setStretch(0, 1)
        outer = column(on=self, margins=(0, px(8), 0, 0))
        outer.addLayout(box)

    def _try_out(self, meeting: Meeting, poll: Poll) -> None:
        """What it took when it was opened: worked out once for a roll."""
        if self._tried == (poll.id, poll.present):
            return
        self._tried = (poll.id, poll.present)
        t, lang = self._desk.t, self._desk.lang
        run = try_out(meeting, poll.item, poll.rule, poll.present)
        said = dry_run_words(meeting.charter, run, len(poll.present), lang)
        self._run.setText(airy(t("Before the vote: {words}", words=said)))

    def _hints(self, meeting: Meeting) -> list[tuple[str, str]]:
        t = self._desk.t
        last = max((holding.seat for holding in meeting.council.seats), default=0)
        hints = [(f"1–{last}", t("choose a seat"))] if last else []
        hints += [(key_of(ACTIONS[choice]), title(choice, self._desk.lang)) for choice in Choice]
        return [*hints, (key_of("vote.back"), t("the one before"))]

    def set_low(self, *, low: bool) -> None:
        """Where there is little height, the buttons alone."""
        self._low = low
        self._run.setVisible(not low)
        self._keys.setVisible(not low and self._named)

    def show_poll(self, meeting: Meeting, poll: Poll, how: Standing, why_not: str) -> None:
        """Show what it took; `why_not` is what keeps it from being closed, "" when nothing does."""
        desk = self._desk
        t, named = desk.t, poll.method is Method.ROLL_CALL
        self._try_out(meeting, poll)
        self._named = named
        self._keys.setVisible(named and not self._low)
        self._keys.show_hints(self._hints(meeting))
        lines = [] if poll.method is Method.PAPER else change_lines(desk, meeting, poll)
        self._changes.setVisible(bool(lines))
        if lines:
            self._changes.setText(lines[-1])
            tip(self._changes, "\n".join(lines))
        waiting = len(how.waiting) if named else 0
        text = t("Close the vote")
        if waiting:
            people = counted(waiting, Unit.PEOPLE, desk.lang)
            text = airy(t("Close · {people} to go", people=people))
        self.close_button.setText(text)
        self.close_button.set_look("plain" if why_not else "primary")
        allow(self.close_button, why_not, key_of("vote.close"))
        self.silent_button.setVisible(bool(waiting))
