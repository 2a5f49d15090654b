"""A ballot typed for somebody who cannot fill one in: who it is, and the ballot, own projects struck."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice
from facilitator.desk.selection.ballots.paper_form import PaperForm
from facilitator.desk.selection.ballots.said import numbers_on
from facilitator.desk.widgets import button, card, column, row, words
from facilitator.desk.widgets.people import HEIGHT
from facilitator.desk.widgets.person import PersonPick
from facilitator.desk.widgets.someone import Someone, in_the_room
from facilitator.meeting import Meeting
from facilitator.meeting.selection.entering import CastFor, TakeTypedBack
from facilitator.meeting.selection.papers import Vote
from facilitator.words.figures import airy, listing

SIDE, PART, LEAST, SLACK = 320, 0.32, 3, 8


class NamedPage(QWidget):
    """At the left the people on the roll, at the right the ballot of the one who is chosen."""

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__()
        self.desk, self.meeting_id = desk, meeting_id
        self._roll: tuple[object, ...] = ()
        self._member = ""
        self._pick: PersonPick | None = None
        t, px = desk.t, desk.px
        self._side = card()
        told = t("Who typed it is recorded beside it. No paper is handed out to them.")
        self._told = words(told, "small", wrap=True)
        self._for_whom = words(t("For whom?"), "head")
        self._list = column(
            self._for_whom, self._told, None, on=self._side, margins=px(12), gap=px(8)
        )
        self._who = words("", "item", wrap=True, name="named.who")
        self._own = words("", "secondary", wrap=True, name="named.own")
        self.form = PaperForm(desk, "named")
        self._by = QLineEdit()
        self._by.setObjectName("named.by")
        self._by.setPlaceholderText(t("Who typed it"))
        self._by.setAccessibleName(t("Who typed it"))
        self._why = QLineEdit()
        self._why.setObjectName("named.reason")
        self._done = button(t("Record this ballot"), "primary", name="named.done")
        self._done.set_key("Enter")
        self._back = button(t("Take back"), "quiet", name="named.take-back")
        foot = row(self._by, self._why, self._back, self._done, gap=px(8))
        foot.setStretch(0, 1)
        foot.setStretch(1, 1)
        frame = card()
        head = row(self._who, self._own, None, gap=px(12))
        column(head, self.form, foot, on=frame, gap=px(6), margins=px(10)).setStretch(1, 1)
        row(self._side, frame, on=self, gap=px(16)).setStretch(1, 1)
        self.form.finished.connect(self._record)
        self._done.clicked.connect(self.form.enter)
        self._back.clicked.connect(self._take_back)
        self._by.returnPressed.connect(self.form.enter)
        self._why.returnPressed.connect(self.form.enter)

    @property
    def meeting(self) -> Meeting:
        return self.desk.session.meeting(self.meeting_id)

    def show_meeting(self, meeting: Meeting) -> None:
        """Show who is on the roll; whoever is chosen stays so."""
        vote = meeting.ballots.open
        if vote is None:
            return
        roll = (vote.number, vote.present, tuple(vote.named))
        if roll != self._roll:
            self._roll = roll
            self._offer(meeting, vote)
        self._show_ballot(meeting, vote)

    def _offer(self, meeting: Meeting, vote: Vote) -> None:
        t = self.desk.t
        if self._pick is not None:
            self._list.removeWidget(self._pick)
            self._pick.hide()
            self._pick.deleteLater()
        names = self.desk.session.names(meeting)
        here = {one.id: one for one in in_the_room(self.desk, meeting)}
        people: list[Someone] = []
        for member in vote.present:
            one = here.get(member) or Someone(member, names.get(member, member))
            note = t("typed already") if member in vote.named else one.note
            people.append(Someone(one.id, one.name, one.seat, one.group, note))
        self._pick = PersonPick(self.desk, people, name="named.pick", says=t("For whom?"))
        self._pick.choose(self._member)
        self._pick.chosen.connect(self._choose)
        self._list.insertWidget(2, self._pick)
        self.setFocusProxy(self._pick)
        self._fit()

    def _choose(self, member: str) -> None:
        self._member = member
        meeting = self.meeting
        vote = meeting.ballots.open
        if vote is not None and member:
            self._begin(meeting, vote)
        self._show_ballot(meeting, vote)

    def _begin(self, meeting: Meeting, vote: Vote) -> None:
        own = vote.own(self._member)
        old = vote.named.get(self._member)
        if old is not None:
            struck = tuple(one for one in old.struck if one not in own)
            old = type(old)(marks=old.marks, struck=struck, unreadable=old.unreadable)
        self.form.begin(meeting, vote, old, own)
        self._by.setText(vote.typed_by.get(self._member, self._by.text()))
        self._why.clear()

    def _show_ballot(self, meeting: Meeting, vote: Vote | None) -> None:
        t = self.desk.t
        for one in (self.form, self._by, self._why, self._done, self._own):
            one.setVisible(bool(self._member))
        again = vote is not None and self._member in vote.named
        self._back.setVisible(bool(self._member) and again)
        said = t("Why it is changed") if again else t("Why somebody else types it")
        self._why.setPlaceholderText(said)
        self._why.setAccessibleName(said)
        if vote is None or not self._member:
            self._who.setText(t("Choose at the left whose ballot is typed."))
            return
        self._who.setText(t("Ballot of {name}", name=self.desk.session.name_of(self._member)))
        on_paper = numbers_on(meeting, vote)
        own = [str(on_paper[one]) for one in vote.own(self._member)]
        said = t("Struck out, because they step back: {numbers}", numbers=listing(own, t.lang))
        self._own.setText(airy(said))
        self._own.setVisible(bool(own))

    def _record(self) -> None:
        if self.form.marks is None or not self._member:
            return
        command = CastFor(
            meeting=self.meeting_id,
            member=self._member,
            ballot=self.form.marks,
            typed_by=self._by.text(),
            reason=self._why.text(),
        )
        if self.desk.do(command, say=self._say):
            self.desk.done(
                self.desk.t(
                    "The ballot of {name} is recorded.",
                    name=self.desk.session.name_of(self._member),
                )
            )
            self._member = ""
            if self._pick is not None:
                self._pick.choose("")
                self._pick.setFocus()
            self._show_ballot(self.meeting, self.meeting.ballots.open)

    def _take_back(self) -> None:
        """It was typed for the wrong member; with the reason."""
        command = TakeTypedBack(
            meeting=self.meeting_id, member=self._member, reason=self._why.text()
        )
        if self.desk.do(command, say=self._say) and self._pick is not None:
            self._pick.choose("")
            self._choose("")

    def _say(self, notice: Notice) -> None:
        self.form.tell(notice.text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self.desk.px
        self._side.setFixedWidth(max(px(220), min(px(SIDE), int(self.width() * PART))))
        self._fit()

    def _fit(self) -> None:
        """As many rows of people as there is room for; where that is few, they come before what is told."""
        pick, tall = self._pick, self.desk.px(HEIGHT)
        if pick is None:
            return
        px = self.desk.px
        told = self._told.heightForWidth(self._side.maximumWidth() - px(26)) + px(8)
        head = self._for_whom.sizeHint().height() + pick.field.sizeHint().height()
        room = self.height() - head - px(2 * 12 + 2 * 8) - SLACK
        self._told.setVisible(room - told >= LEAST * tall)
        pick.list.set_rows(max(1, (room - (told if self._told.isVisibleTo(self) else 0)) // tall))
