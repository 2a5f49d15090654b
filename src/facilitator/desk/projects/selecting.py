"""From a round to its selection meeting and back: calling it with the slate, taking over what it announced."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator import presets
from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.prepare.new import NewMeetingPanel
from facilitator.desk.projects.panels import fresh
from facilitator.meeting.selection.slate import TakeRound
from facilitator.rounds.results import TakeResult
from facilitator.rounds.round import StrikeFromRound


class SelectionMeetingPanel(NewMeetingPanel):
    """The dialog for a new meeting with what a round wants: its body, its day, a selection; then its slate."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str) -> None:
        case = desk.session.round(round_)
        super().__init__(desk, parent, body=case.round.body)
        self._round = round_
        day, today = case.plan.selection_on, desk.now().date()
        form = next((one.key for one in presets.formats() if one.has("slate")), "")
        t = desk.t
        self.propose(
            format=form,
            day=day if day is not None and day >= today else None,
            title=t("Selection meeting: {round}", round=case.round.title),
        )

    def called(self, meeting: str) -> None:
        """Its slate: the admitted projects and the money that is not granted yet."""
        meant = self.desk.session.meeting(meeting)
        if meant.format.has("slate"):
            self.desk.do(TakeRound(meeting=meeting, round=self._round))


def take_result(desk: Desk, round_: str, meeting: str) -> bool:
    """Take the announced result over, say so, and offer to take that back by striking it."""
    t, case = desk.t, desk.session.round(round_)
    entry = fresh(case, "g")
    if not desk.do(TakeResult(round=round_, entry=entry, meeting=meeting)):
        return False

    def undo() -> None:
        reason = t("Taken over by mistake, and taken back at once.")
        if desk.do(StrikeFromRound(round=round_, entry=entry, reason=reason)):
            desk.done(t("The result was taken back: it is struck in the history of the round."))

    said = t("The result is taken over: what was granted stands with each project.")
    desk.noticed.emit(Notice(Tone.TOLD, said, (t("Undo"), undo)))
    return True
