"""The cell of the strip that says whether everything is on the disk, and the way on when it is not."""

from __future__ import annotations

from datetime import datetime

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import local
from facilitator.desk.meeting.cells import SMALL, Cell
from facilitator.desk.widgets import button, column, row, tip, words
from facilitator.desk.widgets.marks import SignMark
from facilitator.meeting import Meeting
from facilitator.words.figures import clock_seconds


class RecordedCell(Cell):
    """Whether the last act is on the disk, and since when; red, with a way on, when it is not."""

    least = 1

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "strip.recorded")
        t = desk.t
        self._yes, self._no = (
            SignMark(desk.theme, "for", "good_ink"),
            SignMark(desk.theme, "against", "bad"),
        )
        self._word, self._when = words("", "head", name="strip.mark"), words("", "small")
        self._again = button(t("Try again"), "link", name="strip.again")
        self._again.clicked.connect(desk.again)
        first = row(self._yes, self._no, self._word, None, gap=desk.px(6))
        self.lines(column(first, self._when, self._again, gap=0))
        self._at: datetime | None = None
        desk.marked.connect(self._show)

    def wants(self, level: int) -> int:
        """Word and time; the time beside the sign."""
        t, px = self.desk.t, self.desk.px
        words = t("Recorded"), t("Not recorded")
        sign, again = px(16 + 6), self.advance(t("Try again"), 15, bold=True) + px(8)
        if level:
            bad = self.advance(t("Not recorded"), SMALL)
            return max(sign + max(self.advance("00:00:00", SMALL), bad), again) + self.air(level)
        both = max(self.advance(word, 16, bold=True) for word in words)
        return max(sign + both, again) + self.air(level)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show when the last act was recorded."""
        at = self.desk.recorded or meeting.chronicle[-1].recorded.at
        self._at = local(meeting, at)
        self._show()

    def shed(self) -> None:
        """The word goes; sign and time stay."""
        self._show()

    def _show(self) -> None:
        t, trouble = self.desk.t, self.desk.trouble
        time = clock_seconds(self._at) if self._at else ""
        word = t("Recorded") if trouble is None else t("Not recorded")
        short = self.level > 0 and trouble is None
        self._word.setText(time if short else word)
        self._word.setProperty("tone", "good" if trouble is None else "bad")
        self._word.setProperty("kind", "head" if self.level == 0 else "small")
        self._word.style().unpolish(self._word)
        self._word.style().polish(self._word)
        self._when.setText(time)
        self._when.setVisible(trouble is None and not short)
        self._again.setVisible(trouble is not None)
        self._yes.setVisible(trouble is None)
        self._no.setVisible(trouble is not None)
        said = t("Recorded {time}", time=time) if trouble is None else self.desk.sentence(trouble)
        self.setAccessibleName(said)
        tip(self, said)
