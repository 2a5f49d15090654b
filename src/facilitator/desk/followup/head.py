"""The head of the page: which matters are shown, of which body, and when the next meeting is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QSizePolicy

from facilitator import overview
from facilitator.desk.desk import Desk
from facilitator.desk.forum.segments import Segments
from facilitator.desk.widgets import column, row, words
from facilitator.desk.widgets.steady import steady
from facilitator.meeting import Meeting
from facilitator.meeting.reviews import Progress
from facilitator.words.aftermath import near
from facilitator.words.figures import Unit, airy, counted
from facilitator.words.moments import weekday_words
from facilitator.words.titles import title

ALL, LATE, INTAKE, CALLS = "all", "overdue", "~intake", "~calls"
TALL = 640
"""From so many pixels of height (at 100 %) the next meeting may take a line of its own."""


class Head(QFrame):
    """`chosen` names a state, `overdue`, `all`, or one of the other two tables; `turned` a body, "" for all."""

    chosen = Signal(str)
    turned = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        px = desk.px
        self.setProperty("look", "strip")
        self.segments = Segments(desk, name="followup")
        self.others = Segments(desk, name="followup.other")
        self._few = QComboBox()
        self._few.setObjectName("followup.states")
        self._few.setAccessibleName(desk.t("Which matters"))
        self._few.activated.connect(lambda at: self._choose(self._few.itemData(at)))
        self._few.setPlaceholderText(desk.t("By state…"))
        self._few.hide()
        self._bodies = QComboBox()
        self._bodies.setObjectName("followup.body")
        self._bodies.setAccessibleName(desk.t("Body"))
        self._bodies.activated.connect(lambda at: self.turned.emit(self._bodies.itemData(at)))
        steady(self._few)
        steady(self._bodies)
        self._next = words("", "secondary", wrap=True, name="followup.next")
        self._title = words(desk.t("Follow-up"), "item")
        self._line = row(
            self._title, self.segments, self._few, self.others, None, self._bodies, self._next,
            gap=px(16),
        )  # fmt: skip
        self._below = row(None, gap=px(16))
        column(
            self._line, self._below, on=self, margins=(px(16), px(15), px(16), px(15)), gap=px(8)
        )
        self.segments.chosen.connect(self._choose)
        self.others.chosen.connect(self._choose)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._offer_bodies()

    @property
    def body(self) -> str:
        """The body that is chosen, "" for all."""
        return self._bodies.currentData() or ""

    def offer(self, counts: Mapping[str, int], intakes: int, calls: int) -> None:
        """Offer the states with how many are in each, and the other two tables; `calls` are those that run."""
        t, lang = self._desk.t, self._desk.lang
        pieces = [
            (ALL, airy(t("All {n}", n=counts.get("all", 0))), ""),
            (LATE, airy(t("Overdue {n}", n=counts.get("overdue", 0))), ""),
        ]
        for one in Progress:
            said = t("{state} {n}", state=title(one, lang), n=counts.get(one.value, 0))
            pieces.append((one.value, airy(said), ""))
        self.segments.offer(pieces)
        self.others.offer(
            [
                (INTAKE, airy(t("Matters received {n}", n=intakes)), ""),
                (CALLS, airy(t("Calls {n}", n=calls)) if calls else t("Calls"), ""),
            ]
        )
        self._few.clear()
        for key, said, _ in pieces:
            self._few.addItem(said, key)
        self._fit()

    def show_chosen(self, key: str) -> None:
        """Show which one is chosen."""
        for some in (self.segments, self.others):
            some.show_none() if key not in some.keys else some.show_chosen(key)
        place = self._few.findData(key)
        self._few.setCurrentIndex(place)

    def choose_body(self, body: str) -> None:
        """Choose a body without telling anybody; all of them where there is none of that name."""
        self._bodies.setCurrentIndex(max(0, self._bodies.findData(body)))

    def show_next(self, meeting: Meeting | None, *, named: bool) -> None:
        """When the next meeting is, and how many items it has; `named` says whose."""
        t, lang = self._desk.t, self._desk.lang
        if meeting is None:
            self._next.setText(t("No meeting is called"))
            self._fit()
            return
        day = meeting.call.planned.date()
        said = (near(day, self._desk.now().date(), lang), weekday_words(day, lang))
        when = " ".join(said if lang == "zh" else reversed(said))
        items = counted(len(meeting.agenda.items), Unit.ITEMS, lang)
        said = t("Next meeting {day}, {items} on its agenda", day=when, items=items)
        if named:
            said = f"{said}\n{meeting.council.name}"
        self._next.setText(airy(said))
        self._fit()

    def _offer_bodies(self) -> None:
        rows = overview.bodies(self._desk.session)
        self._bodies.addItem(self._desk.t("All bodies"), "")
        for one in rows:
            self._bodies.addItem(one.name, one.body)
        self._bodies.setVisible(len(rows) > 1)
        self._bodies.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._bodies.setMinimumContentsLength(8)

    def _choose(self, key: str) -> None:
        self.show_chosen(key)
        self.chosen.emit(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Segments while there is room, else one field; the next meeting beside, below, or not at all."""
        px, room = self._desk.px, self.width() - self._desk.px(32)
        wide = self._title.sizeHint().width() + self.others.sizeHint().width() + px(32)
        if self._bodies.isVisibleTo(self):
            wide += self._bodies.sizeHint().width() + px(16)
        few = wide + self.segments.sizeHint().width() + px(16) > room
        self.segments.setVisible(not few)
        self._few.setVisible(few)
        wide += (self._few if few else self.segments).sizeHint().width() + px(16)
        left = room - wide - px(24)
        whole = self._next.fontMetrics().boundingRect(
            0, 0, px(2000), 100, Qt.TextFlag.TextExpandTabs, self._next.text()
        )
        beside = left >= min(whole.width() + px(4), px(190))
        tall = self.window().height() >= px(TALL)
        self._next.setVisible(beside or tall)
        self._next.setMinimumWidth(min(max(left, px(190)), whole.width() + px(8)) if beside else 0)
        self._next.setWordWrap(beside)
        line, other = (self._line, self._below) if beside else (self._below, self._line)
        if line.indexOf(self._next) < 0:
            other.removeWidget(self._next)
            line.addWidget(self._next)

    def minimumSizeHint(self) -> QSize:
        """Folded as it can be."""
        return QSize(self._desk.px(320), super().minimumSizeHint().height())


class Empty(QFrame):
    """A card that says why there is nothing."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("look", "card")
        self._said = words("", "lead", "soft", wrap=True, name=f"{name}.said")
        self._said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column(None, self._said, None, on=self, margins=desk.px(32))

    def say(self, text: str) -> None:
        """Say this."""
        self._said.setText(text)


def counts_of(spread: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    """How many in each state, overdue, and in all."""
    counts: dict[str, int] = {}
    for states in spread.values():
        for state, count in states.items():
            counts[state] = counts.get(state, 0) + count
    counts["all"] = sum(counts.values())
    counts["overdue"] = sum(spread.get("overdue", {}).values())
    return counts
