"""The boxes by chamber: on the roll, handed out, in the box, typed, entered; and what is still to be done."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from facilitator.acts import RuleViolation
from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice
from facilitator.desk.selection.ballots.entry import chamber_name
from facilitator.desk.selection.ballots.panels import ChangedCountPanel, VoidPanel
from facilitator.desk.selection.counter import counter_of
from facilitator.desk.vote.numbers import NumberField
from facilitator.desk.widgets import GroupMark, button, card, clear, column, row, scrolling, words
from facilitator.desk.widgets.folded import fold
from facilitator.desk.widgets.marks import SignMark
from facilitator.desk.widgets.words import retone
from facilitator.meeting import Meeting
from facilitator.meeting.selection.ballots import CountBox, IssuePapers
from facilitator.meeting.selection.closing import CloseVote, hindrances_to_close, overfull
from facilitator.meeting.selection.papers import Vote, chambers, handed_out, on_roll
from facilitator.words.figures import airy, listing

SIDE, LEAST, PART, FIELD = 340, 250, 0.32, 140
Way = Callable[[], object]


@dataclass(slots=True)
class Column:
    """What stands in the column of a chamber."""

    issued: NumberField
    box: NumberField
    labels: dict[str, QLabel]


class BoxesPage(QWidget):
    """`leads` names what a line of the list leads to: entry (chamber, helper), differences, or a field here."""

    entry_wanted = Signal(str, int, int)
    differences_wanted = Signal()

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__()
        self.desk, self.meeting_id = desk, meeting_id
        t, px = desk.t, desk.px
        self._columns: dict[str, Column] = {}
        self._vote = 0
        self._counting = False
        """Whether the result is being worked out, and the vote closes then."""
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(8))
        self._loud = words("", "head", "bad", wrap=True, name="boxes.overfull")
        self._loud_card = card("bad", name="boxes.loud")
        loud = row(
            SignMark(desk.theme, "against", "bad", 20),
            self._loud,
            on=self._loud_card,
            margins=px(12),
        )
        loud.setStretch(1, 1)
        self._refused = words("", wrap=True, tone="bad", name="boxes.refused")
        inner = QWidget()
        column(
            self._loud_card, self._grid, self._refused, None, on=inner, gap=px(12), margins=px(16)
        )
        area = scrolling(inner)
        area.setAccessibleName(t("Boxes by chamber"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame = card()
        column(area, on=frame, margins=1)
        self._side = self._right()
        row(frame, self._side, on=self, gap=px(16)).setStretch(0, 1)

    def _right(self) -> QFrame:
        t, px, frame = self.desk.t, self.desk.px, card()
        self._head = words("", "head", wrap=True, name="boxes.todo")
        self._todo: QVBoxLayout = column(gap=px(6))
        inner = QWidget()
        column(self._todo, None, on=inner, margins=(px(16), 0, px(16), px(8)))
        area = scrolling(inner)
        area.setAccessibleName(t("What is still to be done"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close = button(t.within("ballots", "Close the vote"), "primary", name="boxes.close")
        self._void = button(t("Declare void…"), "quiet", "small", name="boxes.void")
        self._close.clicked.connect(self._close_vote)
        self._void.clicked.connect(lambda: VoidPanel(self.desk, self, self.meeting_id).open())
        foot = card("foot")
        self._foot = row(self._void, None, self._close, on=foot, margins=px(10))
        top = row(self._head, margins=(px(16), px(14), px(16), px(8)))
        column(top, area, foot, on=frame, gap=0, margins=1).setStretch(1, 1)
        return frame

    @property
    def meeting(self) -> Meeting:
        return self.desk.session.meeting(self.meeting_id)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the counts; a number that is being typed stays."""
        vote = meeting.ballots.open
        if vote is None:
            return
        if vote.number != self._vote or set(self._columns) != set(chambers(meeting)):
            self._vote = vote.number
            self._build(meeting, vote)
        self._show_counts(meeting, vote)
        self._show_todo(meeting, vote)

    # The grid.

    def _build(self, meeting: Meeting, vote: Vote) -> None:
        clear(self._grid)
        self._columns = {}
        t, px, grid = self.desk.t, self.desk.px, self._grid
        twice = vote.terms.twice
        passes = (("first", t("First pass")), ("second", t("Second pass"))) if twice else (
            ("first", t("Entered")),
        )  # fmt: skip
        rows = [
            ("roll", t("On the roll")),
            ("issued", t("Handed out")),
            ("box", t("In the box")),
            ("typed", t("Typed for somebody")),
            *passes,
        ]
        for n, (key, said) in enumerate(rows, 1):
            grid.addWidget(words(said, "secondary", wrap=True, name=f"boxes.label.{key}"), n, 0)
        groups = chambers(meeting)
        for at, group in enumerate(groups, 1):
            grid.addWidget(self._chamber_head(meeting, group, at - 1), 0, at)
            self._columns[group] = self._column(meeting, group, at, [key for key, _ in rows])
            grid.setColumnStretch(at, 3)
        self._sums = {key: words("", "value", name=f"boxes.sum.{key}") for key, _ in rows}
        grid.addWidget(words(t.within("sum", "Together"), "secondary"), 0, len(groups) + 1)
        for n, (key, _) in enumerate(rows, 1):
            grid.addWidget(self._sums[key], n, len(groups) + 1)
        grid.setColumnMinimumWidth(0, px(72))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(len(groups) + 1, 1)

    def _order_keys(self) -> None:
        """Tab goes row by row, as papers are handed out and come back, and then to what is to be done."""
        columns = self._columns.values()
        fields = [*(one.issued for one in columns), *(one.box for one in columns)]
        for one, after in pairwise([*fields, *self._ways, self._void, self._close]):
            QWidget.setTabOrder(one, after)

    def _chamber_head(self, meeting: Meeting, group: str, place: int) -> QWidget:
        made = QWidget()
        label = words(chamber_name(meeting, group, self.desk.lang), "strong")
        row(GroupMark(self.desk.theme, place, 13), label, on=made, gap=self.desk.px(6)).setStretch(
            1, 1
        )
        return made

    def _column(self, meeting: Meeting, group: str, at: int, keys: list[str]) -> Column:
        t, name = self.desk.t, chamber_name(meeting, group, self.desk.lang)
        issued = NumberField(self.desk, f"{name}: {t('Handed out')}", f"boxes.issued.{group}")
        box = NumberField(self.desk, f"{name}: {t('In the box')}", f"boxes.box.{group}")
        for one in (issued, box):
            one.setProperty("look", "plain")  # as high as other fields, to see all rows at once
            one.setSpecialValueText(" ")
            one.setMinimum(-1)
            one.setValue(-1)
            one.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            one.setMaximumWidth(self.desk.px(FIELD))
        issued.entered.connect(lambda: self._issue(group, then=True))
        issued.editingFinished.connect(lambda: self._issue(group))
        # At once, so that Tab finds it: where it goes is settled before what was typed is sent.
        issued.valueChanged.connect(lambda n: box.setEnabled(box.isEnabled() or n >= 0))
        box.entered.connect(lambda: self._count(group, then=True))
        box.editingFinished.connect(lambda: self._count(group))
        made = Column(issued, box, {})
        for n, key in enumerate(keys, 1):
            if key in ("issued", "box"):
                self._grid.addWidget(issued if key == "issued" else box, n, at)
            else:
                label = words("", "value", name=f"boxes.{key}.{group}")
                label.setAlignment(Qt.AlignmentFlag.AlignCenter)
                label.setMaximumWidth(self.desk.px(FIELD))
                made.labels[key] = label
                self._grid.addWidget(label, n, at)
        return made

    def _show_counts(self, meeting: Meeting, vote: Vote) -> None:
        roll = on_roll(meeting, vote)
        sums = dict.fromkeys(self._sums, 0)
        for group, one in self._columns.items():
            typed = sum(meeting.group_of(member) == group for member in vote.named)
            box = vote.box.get(group, 0)
            numbers = {"roll": roll[group], "typed": typed}
            for key, helper in (("first", 1), ("second", 2)):
                if key in one.labels:
                    read = box - len(vote.unread(group, helper)) if group in vote.box else 0
                    numbers[key] = read
                    said = f"{read} / {box}" if group in vote.box else "–"
                    one.labels[key].setText(said)
            for key in ("roll", "typed"):
                one.labels[key].setText(str(numbers[key]))
            for key, n in numbers.items():
                sums[key] += n
            for field, known in (
                (one.issued, vote.issued.get(group)),
                (one.box, vote.box.get(group)),
            ):
                if known is not None and not field.hasFocus():
                    field.setValue(known)
            one.box.setEnabled(group in vote.issued or one.issued.value() >= 0)
        sums["issued"], sums["box"] = handed_out(vote.issued), handed_out(vote.box)
        for key, n in sums.items():
            of = f" / {sums['box']}" if key in ("first", "second") else ""
            self._sums[key].setText(f"{n}{of}")
        self._show_overfull(meeting, vote)

    def _show_overfull(self, meeting: Meeting, vote: Vote) -> None:
        t, found = self.desk.t, overfull(vote)
        self._loud_card.setVisible(bool(found))
        if not found:
            return
        said = [
            t.many(
                "{chamber}: {n} ballot more in the box than was handed out.",
                "{chamber}: {n} ballots more in the box than were handed out.",
                vote.box[group] - vote.issued.get(group, 0),
                chamber=chamber_name(meeting, group, self.desk.lang),
            )
            for group in found
        ]
        said.append(
            t("Count once more. If it stays so, the vote is void and has to be held again.")
        )
        self._loud.setText(airy("\n".join(said)))

    # What is still to be done.

    def _show_todo(self, meeting: Meeting, vote: Vote) -> None:
        clear(self._todo)
        self._ways: list[QPushButton] = []
        t = self.desk.t
        hindrances = hindrances_to_close(meeting, vote)
        lines = self._not_handed_out(meeting, vote) + [
            (self._sentence(meeting, vote, one), self._way(one)) for one in hindrances
        ]
        n = len(lines)
        said = t.many("{n} thing is still to be done", "{n} things are still to be done", n)
        void = bool(overfull(vote))
        head = said if n else t("Everything is entered and agreed.")
        if void and not hindrances:
            head = t("The vote can only be closed as void.")
        self._head.setText(airy(head))
        retone(self._head, tone="bad" if void else "" if n else "good")
        for at, (text, way) in enumerate(lines):
            self._todo.addWidget(self._line(text, way, at))
        self._order_keys()
        self._close.setEnabled(not hindrances and not self._counting)
        closes = t("Close: the vote is void") if void else t.within("ballots", "Close the vote")
        self._close.setText(t("Counting…") if self._counting else closes)
        self._close.set_look("danger" if void else "primary")
        self._close.updateGeometry()
        self._fold()

    def _not_handed_out(self, meeting: Meeting, vote: Vote) -> list[tuple[str, Way]]:
        """Chambers with people on the roll whose papers nobody has counted yet."""
        t, roll = self.desk.t, on_roll(meeting, vote)
        return [
            (
                t(
                    "{chamber}: how many ballots were handed out?",
                    chamber=chamber_name(meeting, group, t.lang),
                ),
                lambda group=group: self._columns[group].issued.setFocus(
                    Qt.FocusReason.TabFocusReason
                ),
            )
            for group, people in roll.items()
            if group not in vote.issued
            and people > sum(meeting.group_of(member) == group for member in vote.named)
        ]

    def _sentence(self, meeting: Meeting, vote: Vote, one: RuleViolation) -> str:
        """A hindrance as a thing to do, short."""
        t, facts = self.desk.t, one.facts
        name = chamber_name(meeting, str(facts.get("group", "")), t.lang)
        if one.code == "box-not-counted":
            return t("{chamber}: count the box", chamber=name)
        if one.code == "papers-unread":
            numbers = list(facts["numbers"])
            n = len(numbers)
            shown = listing(map(str, numbers[:6]), t.lang) + ("…" if n > 6 else "")
            left = t.many("{n} ballot ({numbers})", "{n} ballots ({numbers})", n, numbers=shown)
            if not vote.helpers:
                return t("{chamber}: {ballots} still to be entered", chamber=name, ballots=left)
            return t(
                "{chamber}, helper {helper}: {ballots} still to be entered",
                chamber=name,
                helper=facts["helper"],
                ballots=left,
            )
        if one.code == "papers-differ":
            n = len(list(facts["numbers"]))
            return t.many("{n} ballot was read differently", "{n} ballots were read differently", n)
        return self.desk.sentence(one)

    def _way(self, one: RuleViolation) -> Way:
        facts = one.facts
        group = str(facts.get("group", ""))
        if one.code == "box-not-counted":
            return lambda: self._columns[group].box.setFocus(Qt.FocusReason.TabFocusReason)
        if one.code == "papers-unread":
            first = next(iter(facts["numbers"]))
            return lambda: self.entry_wanted.emit(group, int(facts["helper"]), first)
        if one.code == "papers-differ":
            return self.differences_wanted.emit
        first_field = next(iter(self._columns.values())).issued
        return lambda: first_field.setFocus(Qt.FocusReason.TabFocusReason)

    def _line(self, text: str, way: Way, at: int) -> QWidget:
        made = QWidget()
        go = button(
            self.desk.t.within("todo", "Go there"), "soft", "small", name=f"boxes.todo.{at}"
        )
        go.setAccessibleName(f"{text}: {go.text()}")
        go.clicked.connect(way)
        self._ways.append(go)
        row(words(airy(text), wrap=True), go, on=made, gap=self.desk.px(8)).setStretch(0, 1)
        return made

    # What is done.

    def _issue(self, group: str, *, then: bool = False) -> None:
        vote, field = self.meeting.ballots.open, self._columns[group].issued
        if vote is None or field.value() < 0:
            return
        old = vote.issued.get(group)
        if field.value() != old:
            command = IssuePapers(meeting=self.meeting_id, group=group, issued=field.value())
            if old is not None:
                self._ask_why(command, old, field)
                return
            if not self._do(command):
                return
        if then:
            self._columns[group].box.setFocus(Qt.FocusReason.TabFocusReason)

    def _count(self, group: str, *, then: bool = False) -> None:
        vote, field = self.meeting.ballots.open, self._columns[group].box
        if vote is None or field.value() < 0:
            return
        old = vote.box.get(group)
        if field.value() != old:
            command = CountBox(meeting=self.meeting_id, group=group, returned=field.value())
            if old is not None:
                self._ask_why(command, old, field)
                return
            if not self._do(command):
                return
        if then:
            groups = list(self._columns)
            at = groups.index(group) + 1
            if at < len(groups):
                self._columns[groups[at]].issued.setFocus(Qt.FocusReason.TabFocusReason)
            else:
                self._close.setFocus()

    def _ask_why(self, command: IssuePapers | CountBox, old: int, field: NumberField) -> None:
        field.setValue(old)
        ChangedCountPanel(self.desk, self, self.meeting, command, old).open()

    def _do(self, command: IssuePapers | CountBox) -> bool:
        self._tell(None)
        return bool(self.desk.do(command, say=self._tell))

    def _tell(self, notice: Notice | None) -> None:
        self._refused.setText(notice.text if notice else "")
        self._refused.setVisible(notice is not None)

    def _close_vote(self) -> None:
        self._tell(None)
        command = CloseVote(meeting=self.meeting_id)
        counter_of(self.desk).first(
            command, lambda: self.desk.do(command, say=self._tell), self._show_counting, self
        )

    def _show_counting(self, on: bool) -> None:
        """While the result is worked out the button says so, and nothing else is done to the vote from here."""
        self._counting = on
        self._void.setEnabled(not on)
        self.show_meeting(self.meeting)

    def set_side(self, width: int) -> None:
        """How wide the list of what is to be done is, of so many pixels in all."""
        px = self.desk.px
        self._side.setFixedWidth(max(px(LEAST), min(px(SIDE), int(width * PART))))
        self._fold()

    def _fold(self) -> None:
        """Large letters have the buttons one above the other, so that none is cut."""
        fold(self._foot, self._side.maximumWidth(), self._void, self._close)
