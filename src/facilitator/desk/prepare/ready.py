"""Whether everything is ready: notice, seats, host, recorder, leave; each with the way to put it right."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.calls import host_panel
from facilitator.desk.meeting.guests import AdmitPanel
from facilitator.desk.papers.going import go_to_paper
from facilitator.desk.prepare.panels import ExcusePanel, PostNoticePanel
from facilitator.desk.prepare.readiness import readiness
from facilitator.desk.today.checks import Check, State
from facilitator.desk.view import View
from facilitator.desk.widgets import Button, button, card, clear, column, line, row, words
from facilitator.meeting import Meeting
from facilitator.meeting.attendance import Capacity


@dataclass(frozen=True, slots=True)
class Way:
    """What can be done about a line: words, what it does, whether it is what comes next."""

    key: str
    text: str
    act: Callable[[], object]
    next: bool = False


class ReadyCard(View):
    """Made anew after each act: nothing is typed in it."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        t, px = desk.t, desk.px
        self.meeting_id = meeting
        self._lines = column(gap=0)
        box = card(name="ready")
        head = row(words(t("Before the meeting"), "head"), margins=(px(20), px(14), px(20), px(10)))
        column(head, self._lines, on=box, gap=0)
        column(box, on=self)
        self._told: list[tuple[Check, str]] = []

    def refresh(self) -> None:
        """Show how things stand; lines that say the same as before stay as they are."""
        meeting = self.desk.session.meeting(self.meeting_id)
        told = self.found(meeting)
        if told == self._told:
            return
        had = self.focusWidget()
        name = had.objectName() if had is not None and had.hasFocus() else ""
        self._told = told
        clear(self._lines)
        for check, detail in told:
            self._lines.addWidget(line())
            self._lines.addWidget(self._line(meeting, check, detail))
        again = self.findChild(QWidget, name) if name else None
        if again is not None:
            again.setFocus()

    def found(self, meeting: Meeting) -> list[tuple[Check, str]]:
        """What is looked at, each with what else there is to know of it."""
        return readiness(self.desk, meeting)

    def _ways(self, meeting: Meeting, check: Check) -> Iterator[Way]:
        desk, t, id_ = self.desk, self.desk.t, self.meeting_id
        match check.key:
            case "notice":
                posted = meeting.life.notice is not None
                wanted = not posted and bool(meeting.agenda.items)
                yield Way("print", t("Print the notice…"), self._to_the("notice"), wanted)
                again = t("Posted again…") if posted else t("It is posted…")
                yield Way("posted", again, lambda: PostNoticePanel(desk, self, id_).open())
            case "seats" | "roster" if check.state is not State.GOOD:
                yield Way("body", t("Look at the seats"), lambda: desk.go("bodies", check.which))
            case "host":
                text = t("Another host…") if meeting.life.host else t("Name a host…")
                yield Way("host", text, lambda: host_panel(desk, self, meeting).open())
            case "recorder" if check.state is not State.GOOD:
                yield Way("admit", t("Name somebody…"), self._name_recorder)
            case "leave":
                yield Way("excuse", t("Leave…"), lambda: ExcusePanel(desk, self, id_).open())
            case "papers":
                yield Way("papers", t("Print…"), self._to_the(self._needed(meeting)))
            case _:
                return

    def _to_the(self, kind: str) -> Callable[[], None]:
        return lambda: go_to_paper(self.desk, self.meeting_id, kind)

    def _needed(self, meeting: Meeting) -> str:
        """The paper that the line is about: ballots where some can be printed, else the sheet to sign."""
        if meeting.format.has("slate"):
            return "selection-ballots" if meeting.slate.standing else "signin"
        return "ballots" if any(item.text for item in meeting.agenda.unfinished()) else "signin"

    def _name_recorder(self) -> None:
        AdmitPanel(self.desk, self, self.meeting_id, Capacity.SECRETARY).open()

    def _line(self, meeting: Meeting, check: Check, detail: str) -> QWidget:
        """Sign and words; below them what else is known, and at the right or below what can be done."""
        px, (icon, color) = self.desk.px, check.state.value
        sign = QLabel()
        sign.setPixmap(self.desk.theme.pixmap(icon, color, 18))
        sign.setFixedSize(px(20), px(24))
        tone = {State.BAD: "bad", State.LOOK: "warn"}.get(check.state, "")
        said = column(words(check.text, "", tone, wrap=True, name=f"ready.{check.key}"), gap=px(2))
        if detail:
            said.addWidget(words(detail, "small", wrap=True))
        ways = [self._way(way) for way in self._ways(meeting, check)]
        made = QWidget()
        whole = row(sign, said, on=made, margins=(px(20), px(8), px(12), px(8)), gap=px(8))
        whole.setStretch(1, 1)
        if len(ways) == 1:
            whole.addWidget(ways[0])
        else:
            whole.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        if len(ways) > 1:
            said.addLayout(row(*ways, None, gap=px(8), margins=(0, px(4), 0, px(4))))
        return made

    def _way(self, way: Way) -> Button:
        made = button(
            way.text, "soft" if way.next else "plain", "small", name=f"ready.{way.key}.do"
        )
        made.clicked.connect(lambda _checked=False: way.act())
        return made
