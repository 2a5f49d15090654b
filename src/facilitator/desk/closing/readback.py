"""Reading the record back, page by page, and closing the meeting."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QPlainTextEdit,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from facilitator.desk.closing.cares import Cares
from facilitator.desk.closing.head import RecordHead
from facilitator.desk.closing.hindrances import Hindrances
from facilitator.desk.desk import Desk
from facilitator.desk.papers.blocks import chosen_blocks
from facilitator.desk.papers.orders import Orders
from facilitator.desk.papers.preview import Preview
from facilitator.desk.secretary.drafts import Draft, drafts_of, key_of
from facilitator.desk.view import View
from facilitator.desk.widgets import button, card, clear, column, line, row, scrolling, tip, words
from facilitator.export import material
from facilitator.meeting.lifecycle import CloseMeeting
from facilitator.papers.kinds.clerk import clerk
from facilitator.papers.kinds.record_end import who_signs
from facilitator.press import Order, Proof
from facilitator.session import Change
from facilitator.words.figures import airy, spans

LOW = 480
"""Below so many pixels (at 100 %) the pages need the room of the sentence over them."""


class ReadBackView(View):
    """Left the pages of the record as they will be signed, right what is still to be done before the close."""

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__(desk)
        self.setObjectName("closing")
        self.meeting_id = meeting_id
        meeting = desk.session.meeting(meeting_id)
        self._draft = f"objections-{key_of(meeting)}"
        self._body, self._lang = meeting.council.body, meeting.call.lang
        self._read: set[int] = set()
        self.preview = Preview(desk, Orders(desk, meeting_id))
        self.preview.turning.watch(self)
        self.preview.turned.connect(self._seen)
        self.preview.shown.connect(self._shown)
        self.hindrances = Hindrances(desk, meeting_id)
        self.cares = Cares(desk)
        self.head = RecordHead(desk, meeting_id)
        side = card("side-right")
        area = scrolling(self._side())
        area.setAccessibleName(desk.t("Before the close"))
        column(area, line(), self._foot(), on=side, gap=0)
        self._side_card = side
        pages = column(self._top(), line(), self.preview, gap=0)
        box = row(on=self, gap=0)
        box.addLayout(pages, 1)
        box.addWidget(side)

    def concerns(self, change: Change) -> bool:
        """Acts of this meeting, and of its body, whose people's names are in the record."""
        return change.stream in (f"meeting/{self.meeting_id}", f"body/{self._body}")

    def refresh(self) -> None:
        """The pages follow the record: what is corrected at the reading back is in them at once."""
        meeting = self.desk.session.meeting(self.meeting_id)
        order = Order(
            "record",
            self._lang,
            blocks=chosen_blocks(self.desk.settings, meeting.council.body, "record"),
        )
        if order == self.preview.order:
            self.preview.renew()
        else:
            self.preview.show_order(order)
        self.hindrances.refresh(meeting)
        self.cares.refresh(meeting)
        self.head.refresh(closed=False)
        self._say_who_signs()
        self._enable()

    def minimumSizeHint(self) -> QSize:
        """Room for both sides; each scrolls."""
        return QSize(self.desk.px(560), self.desk.px(260))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side_card.setFixedWidth(min(self.desk.px(376), self.width() * 2 // 5))
        self._lead.setVisible(self.height() >= self.desk.px(LOW))

    # --- the pieces

    def _top(self) -> QWidget:
        t, px = self.desk.t, self.desk.px
        top = QWidget()
        self._progress = words("", "secondary", name="closing.read-so-far")
        self._lead = words(
            t(
                "Read it aloud page by page. Corrections go into the line below or onto the line concerned."
            ),
            "secondary",
            wrap=True,
        )
        head = row(words(t("Reading back the record"), "item"), None, self._progress)
        column(head, self._lead, on=top, margins=(px(16), px(12), px(16), px(10)), gap=px(4))
        return top

    def _side(self) -> QWidget:
        t, px = self.desk.t, self.desk.px
        self._objections = QPlainTextEdit()
        self._objections.setObjectName("closing.objections")
        self._objections.setTabChangesFocus(True)
        self._objections.setFixedHeight(px(84))
        self._objections.setPlaceholderText(
            t("Who objects, and to what; stays empty if nobody does")
        )
        self._objections.setPlainText(drafts_of(self.desk).read(self._draft).text)
        self._objections.textChanged.connect(self._keep)
        label = words(t("Objections to the record"), "strong")
        label.setBuddy(self._objections)
        self._objections.setAccessibleName(label.text())
        self._signs = QGridLayout()
        self._signs.setHorizontalSpacing(px(16))
        self._signs.setVerticalSpacing(px(10))
        said = t("After the close the record is printed and signed by:")
        lead = words(said, "small", wrap=True)
        self._signing = column(words(t("To sign it"), "strong"), lead, self._signs, gap=px(6))
        inner = QWidget()
        column(
            words(t("Before the close"), "strong"),
            self.hindrances,
            self.cares,
            column(label, self._objections, gap=px(4)),
            self._signing,
            self.head,
            None,
            on=inner,
            margins=px(16),
            gap=px(12),
        )
        return inner

    def _foot(self) -> QWidget:
        t, px = self.desk.t, self.desk.px
        foot = QWidget()
        self._answers = QButtonGroup(self)
        self._was_read = self._answer(t("The record was read back"), "closing.was-read")
        self._not_read = self._answer(t("The record was not read back"), "closing.not-read")
        self._answers.idToggled.connect(lambda _id, _on: self._enable())
        self._unseen = words("", "small", "warn", wrap=True, name="closing.unseen")
        self._unseen.hide()
        said = column(self._was_read, self._not_read, self._unseen, gap=0)
        self.close_button = button(t("Close the meeting"), "primary", "big", name="closing.close")
        self.close_button.clicked.connect(self.close_meeting)
        self.close_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column(said, self.close_button, on=foot, margins=(px(16), px(6), px(16), px(12)), gap=px(6))
        return foot

    def _answer(self, said: str, name: str) -> QRadioButton:
        """One of the two things that stand in the minutes; only a person chooses between them."""
        made = QRadioButton(said)
        made.setObjectName(name)
        self._answers.addButton(made)
        return made

    # --- reading

    def _seen(self, page: int) -> None:
        """A page was turned to. That it was shown does not say that it was read aloud."""
        pages = self.preview.pages
        if not pages.count:
            return
        self._read.add(page)
        if pages.at_end:
            self._read.add(pages.count - 1)
        self._say_progress()

    def _shown(self, proof: Proof | None) -> None:
        if proof is not None:
            self._read = {page for page in self._read if page < len(proof.pages)}
            self._seen(self.preview.pages.page)

    def _say_progress(self) -> None:
        t, count = self.desk.t, self.preview.pages.count
        said = t("{read} of {pages} pages shown", read=len(self._read), pages=count)
        self._progress.setText(airy(said) if count else "")
        self._say_unseen()

    def _say_unseen(self) -> None:
        """Whoever says that it was read is told of pages that were never on the screen; it may be so."""
        t, count = self.desk.t, self.preview.pages.count
        left = [page + 1 for page in range(count) if page not in self._read]
        said = t.many(
            "Page {pages} of {count} was not shown on this screen. It can be closed all the same.",
            "Pages {pages} of {count} were not shown on this screen. It can be closed all the same.",
            len(left),
            pages=spans(left, self.desk.lang),
            count=count,
        )
        self._unseen.setText(airy(said))
        self._unseen.setVisible(bool(left) and self._was_read.isChecked())

    # --- closing

    def close_meeting(self) -> None:
        """Close it, with the objections that stand in the field, once it is said whether it was read back."""
        if self._answers.checkedButton() is None:
            return
        done = self.desk.do(
            CloseMeeting(
                meeting=self.meeting_id,
                read_back=self._was_read.isChecked(),
                objections=self._objections.toPlainText(),
            )
        )
        if done:
            drafts_of(self.desk).drop(self._draft)

    def _keep(self) -> None:
        drafts_of(self.desk).keep(self._draft, Draft(self._objections.toPlainText()))

    def _enable(self) -> None:
        t, waits = self.desk.t, list(self.hindrances.sentences)
        if self._answers.checkedButton() is None:
            waits.append(t("Say first whether the record was read back."))
        why = "\n".join(waits)
        self.close_button.setEnabled(not waits)
        tip(self.close_button, why)
        self.close_button.setAccessibleDescription(why)
        self._say_unseen()

    def _say_who_signs(self) -> None:
        """Lines as on the paper, two side by side."""
        c = clerk(material(self.desk.session, self.meeting_id, lang=self.desk.lang))
        clear(self._signs)
        for at, label in enumerate(who_signs(c)):
            one = column(words(label, "small", wrap=True), line(), gap=self.desk.px(14))
            self._signs.addLayout(one, at // 2, at % 2)
