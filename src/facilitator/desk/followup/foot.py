"""What can be done with the matter that is shown: its buttons, a menu, and the way to an agenda."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QMenu, QSizePolicy

from facilitator.acts import RuleViolation
from facilitator.aftermath import FollowRow
from facilitator.desk.desk import Desk
from facilitator.desk.followup.agenda import followed_up, next_meeting
from facilitator.desk.meeting.asked import allow, only_looking
from facilitator.desk.widgets import Button, button, card, column, row, words
from facilitator.followup.entries import Objected, Posted
from facilitator.followup.following import Following
from facilitator.meeting import Meeting
from facilitator.words.aftermath import near
from facilitator.words.figures import Unit, airy, counted
from facilitator.words.tongue import mark

MENU = (
    ("assess", mark("What residents say…"), "users"),
    ("due", mark("Another day…"), "calendar-clock"),
    ("hand-over", mark("Hand over…"), "user-plus"),
    ("review", mark("Day to look at it again…"), "eye"),
    ("pay", mark("Money paid…"), "banknote"),
    ("", "", ""),
    ("post", mark("Post the resolution…"), "file-text"),
    ("object", mark("Note an objection…"), "hand"),
    ("answer", mark("Answer an objection…"), "pencil"),
    ("outcome", mark("Post what was done…"), "clipboard-check"),
    ("", "", ""),
    ("call", mark("Call a department…"), "phone-call"),
    ("", "", ""),
    ("papers", mark("Its papers: slip, notices…"), "printer"),
    ("list", mark("List of all that is open, to print…"), "printer"),
    ("decision", mark("To the decision"), "file-text"),
    ("meeting", mark("To the meeting that decided it"), "arrow-right"),
)
"""Key, words and sign of each act in the menu."""
WAYS = ("papers", "list", "decision", "meeting")
"""Which of them only lead elsewhere: also from a copy to look at."""


class Foot(QFrame):
    """`wanted` names what was asked for."""

    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("look", "foot")
        t, px = desk.t, desk.px
        self._row: FollowRow | None = None
        self._meeting: Meeting | None = None
        self.report = self._button(t("Note a report…"), "report")
        self.due = self._button(t("Another day…"), "due")
        self.more = button(t("More"), icon=desk.theme.icon("ellipsis"), name="followup.more")
        self.more.clicked.connect(self._open_menu)
        self.put = self._button("", "put", "primary")
        self._left = row(self.report, self.due, self.more, None, gap=px(8))
        self._right = row(None, self.put, gap=px(8))
        self._box: QBoxLayout = row(
            self._left, self._right, on=self, margins=(px(16), px(11), px(16), px(11)), gap=px(8)
        )
        self._box.setStretch(0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _button(self, text: str, key: str, look: str = "plain") -> Button:
        made = button(text, look, name=f"followup.{key}")
        made.clicked.connect(lambda _on=False: self.wanted.emit(key))
        return made

    def show_matter(self, matter: FollowRow, case: Following) -> None:
        """Offer what can be done with it."""
        desk, t = self._desk, self._desk.t
        self._row, self._case = matter, case
        self._meeting = next_meeting(desk, matter.body, but=matter.meeting)
        stuck = only_looking(desk)
        for one in (self.report, self.due):
            allow(one, stuck)
        there = matter.on_agenda
        if there:
            self.put.setText(t("To that agenda"))
            allow(self.put, "")
        elif self._meeting is None:
            self.put.setText(t("Call a meeting with it…"))
            allow(self.put, stuck)
        else:
            day = near(self._meeting.call.planned.date(), desk.now().date(), desk.lang)
            self.put.setText(airy(t("Put on the agenda of {day}", day=day)))
            allow(self.put, stuck)
        self._fit()

    def plan(self, matter: FollowRow) -> QFrame | None:
        """What it would be on the agenda, as a card; None where it stands on one, or is over."""
        desk, t, px = self._desk, self._desk.t, self._desk.px
        meeting = next_meeting(desk, matter.body, but=matter.meeting)
        if matter.on_agenda:
            return self._there(matter)
        lang = meeting.call.lang if meeting else desk.lang
        proposal = followed_up(desk, matter, lang)
        number = (
            1 + max((item.number for item in meeting.agenda.items), default=0) if meeting else 1
        )
        minutes = airy(counted(proposal.minutes, Unit.MINUTES, desk.lang))
        item = t(
            "Item {number}: {title} ({minutes})",
            number=number,
            title=proposal.title,
            minutes=minutes,
        )
        rest = (
            t("Invite {who}; both views above go with it.", who=proposal.invite)
            if proposal.invite
            else t("Both views above go with it.")
        )
        frame = card("sunken", name="followup.plan")
        head = words(t("On the agenda it would be"), "secondary")
        column(
            head, words(airy(item), wrap=True), words(airy(rest), tone="soft", wrap=True),
            on=frame, margins=(px(12), px(8), px(12), px(8)), gap=px(2),
        )  # fmt: skip
        return frame

    def _there(self, matter: FollowRow) -> QFrame | None:
        """On which agenda it stands, and as which item."""
        desk, t, px = self._desk, self._desk.t, self._desk.px
        try:
            meeting = desk.session.meeting(matter.on_agenda)
        except RuleViolation:
            return None
        item = next((one for one in meeting.agenda.items if one.source == matter.stream), None)
        if item is None:
            return None
        day = near(meeting.call.planned.date(), desk.now().date(), desk.lang)
        said = t(
            "On the agenda of {day}, item {number}: {title}",
            day=day,
            number=item.number,
            title=item.title,
        )
        frame = card("good", name="followup.there")
        sign = words("")
        sign.setPixmap(desk.theme.pixmap("check", "good_ink", 18))
        text = words(airy(said), "strong", "good", wrap=True)
        box = row(sign, text, on=frame, margins=(px(12), px(8), px(12), px(8)), gap=px(8))
        box.setStretch(1, 1)
        return frame

    @property
    def meeting(self) -> Meeting | None:
        """The meeting on whose agenda it would be put."""
        return self._meeting

    def menu(self) -> QMenu:
        """The rest of what can be done; what cannot be done now is grey and says why."""
        desk, t = self._desk, self._desk.t
        menu = QMenu(self)
        menu.setObjectName("followup.menu")
        menu.setToolTipsVisible(True)
        stuck = only_looking(desk)
        reasons = self._reasons()
        for key, text, icon in MENU:
            if not key:
                menu.addSeparator()
                continue
            act: QAction = menu.addAction(desk.theme.icon(icon), t(text))
            act.setObjectName(f"followup.menu.{key}")
            reason = "" if key in WAYS else stuck or reasons.get(key, "")
            allow(act, reason)
            act.triggered.connect(lambda _c=False, key=key: self.wanted.emit(key))
        return menu

    def _reasons(self) -> dict[str, str]:
        t, found = self._desk.t, dict[str, str]()
        events = [one.event for one in self._case.standing()]
        if self._row is not None and self._row.group:
            found["post"] = t("An action group has no resolution to post.")
        if not any(isinstance(one, Posted) for one in events):
            found["object"] = t("Nothing was posted yet that anybody could object to.")
        if self._row is not None and not self._row.objections_open:
            none = t("Nobody has objected.")
            objected = any(isinstance(one, Objected) for one in events)
            found["answer"] = t("All objections are answered.") if objected else none
        return found

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        at = self.more.mapToGlobal(QPoint(0, 0))
        menu.popup(at - QPoint(0, menu.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The filled button beside the others, else below them; what has no room there is in the menu."""
        px = self._desk.px
        room = self.width() - px(34)
        few = self.report.sizeHint().width() + self.more.sizeHint().width() + px(8)
        self.due.setVisible(few + self.due.sizeHint().width() + px(8) <= room)
        needs = self._left.minimumSize().width() + self._right.minimumSize().width() + px(8)
        below = needs > room
        way = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if self._box.direction() != way:
            self._box.setDirection(way)
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider of both rows at their shortest."""
        px = self._desk.px
        few = self.report.sizeHint().width() + self.more.sizeHint().width() + px(8)
        wide = max(few, self._right.minimumSize().width())
        return QSize(wide + px(34), super().minimumSizeHint().height())
