"""What is done with a matter: each act opens its panel, or is done at once and can be taken back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facilitator.aftermath import FollowRow
from facilitator.desk.desk import Desk
from facilitator.desk.followup.agenda import Proposal, followed_up, next_meeting, put
from facilitator.desk.followup.foot import WAYS
from facilitator.desk.meeting.asked import only_looking
from facilitator.desk.meeting.undo import undoing
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.panel import Panel
from facilitator.desk.papers.going import go_to_body_paper, go_to_paper
from facilitator.followup.attached import Attached

Open = Callable[[Desk, QWidget, FollowRow], Panel]


class Acts(QObject):
    """Opens panels over a page; refuses by itself in a copy to look at."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._last = ""

    def do(self, key: str, row: FollowRow | None) -> None:
        """Do what an act is called, for a matter."""
        desk = self._desk
        if row is None:
            return
        if key in WAYS:
            self._go(key, row)
        elif key == "put" and row.on_agenda:
            desk.go("meetings", row.on_agenda)
        elif self.only_look():
            return
        elif key == "call":
            from facilitator.desk.followup.callpanels import CallPanel

            CallPanel(desk, self._page, matter=row).open()
        elif key == "put":
            self._put(row)
        else:
            _panel(key)(desk, self._page, row).open()

    def only_look(self) -> bool:
        """Whether nothing can be recorded here; then that is said."""
        stuck = only_looking(self._desk)
        if stuck:
            self._desk.noticed.emit(Notice(Tone.REFUSED, stuck))
        return bool(stuck)

    def open_files(self, files: tuple[Attached, ...], row: FollowRow | None) -> None:
        """Look at photos and papers."""
        from facilitator.desk.followup.striking import DropPanel
        from facilitator.desk.followup.viewer import Keeper, Viewer

        if row is None or not files:
            return
        desk, one = self._desk, row
        keeper = Keeper(
            lambda: desk.session.following(one.meeting, one.decision, one.group),
            lambda parent, file: DropPanel(desk, parent, one, file),
        )
        Viewer(desk, self._page, files, keeper).open()

    def strike(self, entry: str, row: FollowRow | None) -> None:
        """Ask why an entry does not count, and strike it."""
        from facilitator.desk.followup.striking import StrikePanel

        if row is not None:
            StrikePanel(self._desk, self._page, row, entry).open()

    def undo(self) -> None:
        """Take the last item that was put on an agenda here off again."""
        if not self._last:
            t = self._desk.t
            said = t("Nothing was put on an agenda from here that could be taken off again.")
            self._desk.noticed.emit(Notice(Tone.REFUSED, said))
            return
        meeting, self._last = self._last, ""
        undoing(self._desk).undo(meeting)

    def _go(self, key: str, row: FollowRow) -> None:
        """Where an act only leads."""
        desk = self._desk
        if key == "papers":
            go_to_paper(desk, row.meeting, "slip", row.matter)
        elif key == "list":
            go_to_body_paper(desk, row.body, "open-matters")
        elif key == "decision":
            part = f"group.{row.group}" if row.group else str(row.decision)
            desk.go("decisions", row.meeting, part)
        else:
            desk.go("meetings", row.meeting)

    def _put(self, row: FollowRow) -> None:
        desk = self._desk
        meeting = next_meeting(desk, row.body, but=row.meeting)
        if meeting is None:
            call_with(desk, self._page, row.body, followed_up(desk, row, desk.lang))
        elif put(desk, followed_up(desk, row, meeting.call.lang), meeting):
            self._last = meeting.id


def call_with(desk: Desk, parent: QWidget, body: str, item: Proposal) -> None:
    """Call a meeting of a body that has this on its agenda from the start."""
    from facilitator.desk.prepare.new import NewMeetingPanel
    from facilitator.desk.prepare.waiting import Waiting

    waits = Waiting(
        key="wanted",
        title=item.title,
        detail="",
        minutes=item.minutes,
        text=item.text,
        source=item.source,
    )
    NewMeetingPanel(desk, parent, body=body, take=waits).open()


def _panel(key: str) -> Open:
    """The panel of an act, imported when it is first wanted."""
    if key in ("report", "assess"):
        from facilitator.desk.followup import reporting

        return reporting.ReportPanel if key == "report" else reporting.AssessPanel
    if key in ("due", "hand-over", "review"):
        from facilitator.desk.followup import changing

        panels: dict[str, Open] = {
            "due": changing.DuePanel,
            "hand-over": changing.HandOverPanel,
            "review": changing.ReviewPanel,
        }
        return panels[key]
    if key == "pay":
        from facilitator.desk.followup.paying import PayPanel

        return PayPanel
    from facilitator.desk.followup import posting

    panels = {
        "post": posting.post_resolution,
        "outcome": posting.post_outcome,
        "object": posting.ObjectPanel,
        "answer": posting.AnswerPanel,
    }
    return panels[key]
