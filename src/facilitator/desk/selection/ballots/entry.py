"""Entering papers one after the other: numbers count up by themselves, each helper sees their own pass."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.segments import Segments
from facilitator.desk.notices import Notice
from facilitator.desk.selection.ballots.paper_form import PaperForm
from facilitator.desk.selection.ballots.papers_list import PaperRow, PapersList
from facilitator.desk.selection.ballots.said import Worth, marks_words, told
from facilitator.desk.widgets import button, card, column, elided, row, words
from facilitator.meeting import Meeting
from facilitator.meeting.selection.entering import EnterPaper, clean_marks
from facilitator.meeting.selection.papers import Marks, Paper, Vote, chambers
from facilitator.words.figures import airy
from facilitator.words.tongue import Tongue

SIDE, PART, LOW = 300, 0.3, 300
SIGNS = {Worth.VALID: "for", Worth.VOID: "against", Worth.BLANK: "abstain"}


def chamber_name(meeting: Meeting, key: str, lang: str) -> str:
    """The short name of a chamber."""
    group = meeting.charter.group(key)
    return group.short_text(lang) if group is not None else key


class EntryPage(QWidget):
    """See the module."""

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__()
        self.desk, self.meeting_id = desk, meeting_id
        t, px = desk.t, desk.px
        self.group, self.helper, self.number = "", 1, 1
        self._shown: tuple[object, ...] = ()
        self._moving = False
        """A paper is being recorded, and the next is shown at once: nothing is shown in between."""
        self._words: dict[tuple[str, int], tuple[Marks, PaperRow]] = {}
        self.helpers = Segments(desk, name="entry.helper")
        self.chambers = Segments(desk, name="entry.chamber")
        self._at = words("", "figure", name="entry.at")
        back = desk.theme.icon("arrow-left")
        self._back = button("", "plain", icon=back, name="entry.back", tip=t("The ballot before"))
        self._back.set_key("PgUp")
        self._next = button(t.within("ballot", "Record"), "primary", name="entry.next")
        self._next.set_key("Enter")
        self.form = PaperForm(desk)
        self.list = PapersList(desk, "entry.papers", t("Ballots entered in this pass"))
        self._last = words("", "secondary", wrap=True, name="entry.last")
        self._go = button("", "soft", "small", name="entry.go-on")
        self._go_on: tuple[str, int] = ("", 0)
        self._side = self._right()
        whole = row(self._left(), self._side, on=self, gap=px(16))
        whole.setStretch(0, 1)
        self.setFocusProxy(self.form)
        self.helpers.chosen.connect(lambda key: self.open(self.group, int(key)))
        self.chambers.chosen.connect(lambda key: self.open(key, self.helper))
        self.list.chosen.connect(lambda _group, number: self.go(number))
        self.form.finished.connect(self._record)
        self._next.clicked.connect(self.form.enter)
        self._back.clicked.connect(lambda: self.go(self.number - 1))
        self._go.clicked.connect(lambda: self.open(*self._go_on))

    def _left(self) -> QFrame:
        px, frame = self.desk.px, card()
        self.form.top.insertWidget(0, self._at)
        self.form.top.addWidget(self._back)
        self.form.top.addWidget(self._next)
        self._inside = column(
            row(self.chambers, None), self.form, on=frame, gap=px(8), margins=px(12)
        )
        self._inside.setStretch(1, 1)
        return frame

    def _right(self) -> QFrame:
        t, px, frame = self.desk.t, self.desk.px, card()
        self._who = elided("", "head", name="entry.who")
        self._alone = words(t("The other helper's pass is not shown here."), "small", wrap=True)
        top = column(self.helpers, self._who, self._alone, margins=px(12), gap=px(4))
        foot = column(self._last, self._go, margins=px(12), gap=px(6))
        column(top, self.list, foot, on=frame, gap=0, margins=1).setStretch(1, 1)
        return frame

    @property
    def meeting(self) -> Meeting:
        return self.desk.session.meeting(self.meeting_id)

    def open(self, group: str, helper: int, number: int = 0) -> None:
        """A chamber in the pass of a helper, at its first paper that is not entered, or at `number`."""
        vote = self.meeting.ballots.open
        if vote is None:
            return
        if (group, helper) != (self.group, self.helper):
            self._last.setText("")  # what was recorded last belongs to the pass that is left
        self.group, self.helper = group, helper
        unread = vote.unread(group, helper)
        self.number = number or (unread[0] if unread else 1)
        self.show_meeting(self.meeting)
        self.form.setFocus()

    def go(self, number: int) -> None:
        """To another paper of the same box."""
        vote = self.meeting.ballots.open
        if vote is not None and 1 <= number <= vote.box.get(self.group, 0):
            self.number = number
            self.show_meeting(self.meeting)
            self.form.setFocus()

    def show_meeting(self, meeting: Meeting) -> None:
        """Show where it stands; what is being typed stays."""
        vote = meeting.ballots.open
        if vote is None or self._moving:
            return
        groups = [one for one in chambers(meeting) if one in vote.box or one in vote.issued]
        groups = groups or chambers(meeting)
        if self.group not in groups:
            self.group = next((one for one in groups if vote.unread(one, self.helper)), groups[0])
            unread = vote.unread(self.group, self.helper)
            self.number = unread[0] if unread else 1
        self._offer(meeting, vote, groups)
        paper = vote.papers.get((self.group, self.number))
        box = vote.box.get(self.group, 0)
        shown = (
            vote.number,
            self.group,
            self.helper,
            self.number,
            box > 0,
            bool(paper and paper.settled),
        )
        if shown != self._shown:
            self._shown = shown
            self._begin(meeting, vote, paper, can=box > 0)
        self._show_list(meeting, vote)
        self._show_words(meeting, vote, box)

    def _begin(self, meeting: Meeting, vote: Vote, paper: Paper | None, *, can: bool) -> None:
        marks = None
        if paper is not None:
            marks = paper.settled or paper.read.get(self.helper)
        self.form.begin(meeting, vote, marks)
        free = can and (paper is None or paper.settled is None)
        self.form.let_type(free)
        self._next.setEnabled(free)

    def _offer(self, meeting: Meeting, vote: Vote, groups: list[str]) -> None:
        lang, t = self.desk.lang, self.desk.t
        pieces = [
            (key, airy(f"{chamber_name(meeting, key, lang)} {_read(vote, key, self.helper)}"), "")
            for key in groups
        ]
        self.chambers.offer(pieces)
        self.chambers.show_chosen(self.group)
        names = self.desk.session.names(meeting)
        helpers = [
            (str(n), airy(t("Helper {n}", n=n)), "") for n, _who in enumerate(vote.helpers, 1)
        ]
        self.helpers.setVisible(bool(helpers))
        if not helpers:
            self.helper = 1
        who = vote.helpers[self.helper - 1] if helpers else ""
        self._who.setText(names.get(who, who) or t("Entered so far"))
        self.helpers.offer(helpers)
        self.helpers.show_chosen(str(self.helper))

    def _show_list(self, meeting: Meeting, vote: Vote) -> None:
        rows = tuple(
            self._row(meeting, vote, number) for number in range(1, vote.box.get(self.group, 0) + 1)
        )
        self.list.show_rows(rows, self.group, self.number)

    def _row(self, meeting: Meeting, vote: Vote, number: int) -> PaperRow:
        """A paper as this helper has entered it; its words are kept while it stays as it is."""
        paper = vote.papers.get((self.group, number))
        marks = (paper.settled or paper.read.get(self.helper)) if paper is not None else None
        if marks is None:
            return PaperRow(self.group, number)
        key = (f"{vote.number} {self.group}", number)
        kept = self._words.get(key)
        if kept is None or kept[0] is not marks:
            said = marks_words(meeting, vote, marks, self.desk.t)
            sign = SIGNS[told(meeting, vote, marks, self.desk.t).worth]
            kept = (marks, PaperRow(self.group, number, said, sign))
            self._words[key] = kept
        return kept[1]

    def _show_words(self, meeting: Meeting, vote: Vote, box: int) -> None:
        t, name = self.desk.t, chamber_name(meeting, self.group, self.desk.lang)
        self._at.setText(
            airy(t("Ballot {n}/{all}", n=self.number, all=box)) if box else t("Ballot")
        )
        if not box:
            self.form.tell(
                t("Count the box of {chamber} first: nothing can be entered before.", chamber=name)
            )
        self._back.setEnabled(box > 0 and self.number > 1)
        self._offer_next(meeting, vote)

    def _offer_next(self, meeting: Meeting, vote: Vote) -> None:
        """Where this pass of this box is done: the next box, or the other helper."""
        t, lang = self.desk.t, self.desk.lang
        self._go_on = ("", 0)
        if self.group in vote.box and not vote.unread(self.group, self.helper):
            passes = [
                self.helper,
                *(n for n in range(1, len(vote.helpers) + 1) if n != self.helper),
            ]
            left = ((group, n) for n in passes for group in vote.box if vote.unread(group, n))
            self._go_on = next(left, ("", 0))
        group, helper = self._go_on
        self._go.setVisible(bool(group))
        if group:
            name = chamber_name(meeting, group, lang)
            said = t("Go on: {chamber}", chamber=name)
            if helper != self.helper:
                who = self.desk.session.name_of(vote.helpers[helper - 1])
                said = t("Go on: {chamber}, helper {n} {name}", chamber=name, n=helper, name=who)
            self._go.setText(airy(said))
            self._go.updateGeometry()

    def _record(self) -> None:
        """Record what stands there, unless it stood there before, and go to the next that is not entered."""
        meeting, marks = self.meeting, self.form.marks
        vote = meeting.ballots.open
        if vote is None or marks is None or not self._next.isEnabled():
            return
        paper = vote.papers.get((self.group, self.number))
        old = paper.read.get(self.helper) if paper is not None else None
        if old is None or old != clean_marks(vote, marks):
            command = EnterPaper(
                meeting=self.meeting_id,
                group=self.group,
                number=self.number,
                helper=self.helper,
                ballot=marks,
            )
            self._moving = True
            try:
                done = self.desk.do(command, say=self._refused)
            finally:
                self._moving = False
            if not done:
                return
        said = marks_words(meeting, vote, marks, self.desk.t)
        self._last.setText(airy(_entered(self.number, said, self.desk.t)))
        self._move_on(vote)

    def _move_on(self, vote: Vote) -> None:
        unread = vote.unread(self.group, self.helper)
        later = [n for n in unread if n > self.number]
        box = vote.box.get(self.group, 0)
        self.number = (later or unread or [min(self.number + 1, box)])[0]
        self.show_meeting(self.meeting)
        self.form.setFocus()

    def _refused(self, notice: Notice) -> None:
        self.form.tell(notice.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page up and down go through the papers."""
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()), 0)
        if step:
            self.go(self.number + step)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px, low = self.desk.px, self.height() < self.desk.px(LOW)
        self._side.setFixedWidth(max(px(200), min(px(SIDE), int(self.width() * PART))))
        edge = px(6 if low else 12)
        self._inside.setContentsMargins(px(12), edge, px(12), edge)
        self._alone.setVisible(not low and self.helpers.isVisibleTo(self))


def _read(vote: Vote, group: str, helper: int) -> str:
    """12/38: how many papers of a box a helper has entered."""
    box = vote.box.get(group)
    if box is None:
        return ""
    return f"{box - len(vote.unread(group, helper))}/{box}"


def _entered(number: int, said: str, t: Tongue) -> str:
    return t("Recorded, ballot {n}: {said}", n=number, said=said)
