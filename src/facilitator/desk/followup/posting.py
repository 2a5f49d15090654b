"""Panels for the notice board: posting a resolution or what was done, objections and their answers."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from facilitator.acts import RuleViolation
from facilitator.aftermath import FollowRow
from facilitator.bodies.people import Person
from facilitator.desk.closing.days import DayField
from facilitator.desk.desk import Desk
from facilitator.desk.followup.files import FilesField
from facilitator.desk.followup.form import MatterPanel
from facilitator.desk.widgets import words
from facilitator.followup.entries import Notice, Objected, Posted
from facilitator.followup.posting import AnswerObjection, Object, Post, answer_to
from facilitator.words.aftermath import near
from facilitator.words.figures import Unit, airy, counted, full_date
from facilitator.words.titles import title

DAYS = 5
"""Days for which a notice usually hangs; the last one counts."""
SHOWN = 60
"""Letters of an objection in the list of them."""


class PostPanel(MatterPanel):
    """From when until when it hangs, and where; the last day is the last for objections."""

    def __init__(self, desk: Desk, parent: QWidget, matter: FollowRow, what: Notice) -> None:
        t = desk.t
        head = t("Post the resolution") if what is Notice.RESOLUTION else t("Post what was done")
        super().__init__(desk, parent, matter, head)
        self.setObjectName("post")
        self._what = what
        self.begins = DayField(desk, t("Hangs from"), self.today, "post.begins", self.today)
        last = self.today + timedelta(days=DAYS - 1)
        self.until = DayField(desk, t("until and with"), last, "post.until", last)
        self.add_days(self.begins, self.until)
        self._says = words("", "small", wrap=True, name="post.says")
        self.form.addWidget(self._says)
        self.begins.changed.connect(self._move)
        self.until.changed.connect(self._say)
        self.places = self.add_line(t("Where"), "post.places", _places(desk, matter.body))
        self.files = FilesField(desk, self, "post.files", t("A photo of the notice where it hangs"))
        self.form.addWidget(self.files)
        self.finish(t("Note that it hangs"), self._send, name="post.done")
        self._length = timedelta(days=DAYS - 1)
        self._say()
        self.settle()
        self.begins.setFocus()

    def _move(self) -> None:
        """Another first day moves the last one along."""
        day = self.begins.day
        if day is not None:
            self.until.set_day(day + self._length)
        self._say()

    def _say(self) -> None:
        t, first, last = self.desk.t, self.begins.day, self.until.day
        if first is None or last is None or last < first:
            self._says.setText("")
            return
        self._length = last - first
        days = counted((last - first).days + 1, Unit.DAYS, self.desk.lang)
        said = t("{days}; objections until {day}", days=days, day=full_date(last, self.desk.lang))
        self._says.setText(airy(said))

    def _send(self) -> None:
        if not self.days_right(self.begins, self.until) or not self.files.ready(self.wrong):
            return
        t, first, last = self.desk.t, self.begins.day, self.until.day
        if first is None or last is None:
            self.wrong(t("Enter both days."))
            (self.begins if first is None else self.until).setFocus()
            return
        self.send(
            self.command(
                Post,
                what=self._what,
                begins=first,
                until=last,
                places=self.places.text(),
                attached=self.files.attached,
            ),
            files=self.files.contents,
        )


def post_resolution(desk: Desk, parent: QWidget, matter: FollowRow) -> PostPanel:
    """The resolution is posted (决议公示)."""
    return PostPanel(desk, parent, matter, Notice.RESOLUTION)


def post_outcome(desk: Desk, parent: QWidget, matter: FollowRow) -> PostPanel:
    """What was done is posted (落实情况公示)."""
    return PostPanel(desk, parent, matter, Notice.OUTCOME)


class ObjectPanel(MatterPanel):
    """What somebody objects to what was posted. A name is kept with their consent alone."""

    def __init__(self, desk: Desk, parent: QWidget, matter: FollowRow) -> None:
        t = desk.t
        super().__init__(desk, parent, matter, t("Note an objection"))
        self.setObjectName("object")
        postings = [
            (one.event.entry, _posting(desk, one.event, self.today))
            for one in reversed(self.case.standing())
            if isinstance(one.event, Posted)
        ]
        self.posting: QComboBox = self.add_choice(t("To what"), "object.posting", postings)
        self.text = self.add_text(t("What they object"), "object.text")
        self.on = DayField(desk, t("Received on"), self.today, "object.on", self.today)
        self.add_days(self.on)
        said = t(
            "Who it was may stay empty. A name stands beside the record, on no public paper, "
            "and can be erased."
        )
        self.form.addWidget(words(said, "secondary", wrap=True))
        self.name, self.phone = self.add_pair(
            (t("Name"), "object.name", ""), (t("Telephone"), "object.phone", "")
        )
        self.consent = QCheckBox(t("They agree that their name is kept"))
        self.consent.setObjectName("object.consent")
        self.form.addWidget(self.consent)
        self.keep(f"{matter.stream}-object", {"text": self.text})
        self.finish(t("Note it"), self._send, name="object.done")
        self.settle()
        self.text.setFocus()

    def _send(self) -> None:
        if not self.days_right(self.on):
            return
        t, name = self.desk.t, self.name.text().strip()
        if (name or self.phone.text().strip()) and not self.consent.isChecked():
            self.wrong(t("Without their consent no name is kept: tick it, or leave the name out."))
            self.consent.setFocus()
            return
        if self.phone.text().strip() and not name:
            self.wrong(t("A telephone number needs a name."))
            self.name.setFocus()
            return
        self.send(
            self.command(
                Object,
                posting=self.posting.currentData(),
                text=self.text.toPlainText(),
                on=self.on.day or self.today,
                person=Person(name=name, phone=self.phone.text()) if name else None,
            )
        )


class AnswerPanel(MatterPanel):
    """An objection is answered: it holds, or it does not."""

    def __init__(self, desk: Desk, parent: QWidget, matter: FollowRow) -> None:
        t = desk.t
        super().__init__(desk, parent, matter, t("Answer an objection"))
        self.setObjectName("answer")
        case = self.case
        open_ones = [
            (one.event.entry, _shortly(one.event.text))
            for one in case.standing()
            if isinstance(one.event, Objected) and answer_to(case, one.event.entry) is None
        ]
        self.which: QComboBox = self.add_choice(t("Objection"), "answer.which", open_ones)
        self._whole = words("", wrap=True, name="answer.whole")
        self.form.addWidget(self._whole)
        self.which.currentIndexChanged.connect(lambda _n: self._show())
        self.upheld: QComboBox = self.add_choice(
            t("Does it hold?"),
            "answer.upheld",
            [("no", t("It does not hold")), ("yes", t("It holds"))],
        )
        self.upheld.setCurrentIndex(-1)
        self.text = self.add_text(t("What they were answered"), "answer.text")
        self.on = DayField(desk, t("Answered on"), self.today, "answer.on", self.today)
        self.add_days(self.on)
        self.keep(f"{matter.stream}-answer", {"text": self.text})
        self.finish(t("Note the answer"), self._send, name="answer.done")
        self._show()
        self.settle()
        self.upheld.setFocus()

    def _show(self) -> None:
        found = self.case.entries.get(self.which.currentData() or "")
        self._whole.setText(found.event.text if found and isinstance(found.event, Objected) else "")

    def _send(self) -> None:
        if not self.days_right(self.on):
            return
        if self.upheld.currentIndex() < 0:
            t = self.desk.t
            self.wrong(t("Say whether the objection holds."))
            self.upheld.setFocus()
            return
        self.send(
            self.command(
                AnswerObjection,
                objection=self.which.currentData(),
                text=self.text.toPlainText(),
                upheld=self.upheld.currentData() == "yes",
                on=self.on.day or self.today,
            )
        )


def _places(desk: Desk, body: str) -> str:
    """Where notices of a body hang."""
    try:
        return desk.session.body(body).posting_places
    except RuleViolation:
        return ""


def _posting(desk: Desk, one: Posted, today: date) -> str:
    t, lang = desk.t, desk.lang
    return airy(
        t(
            "{what}, {begins} to {until}",
            what=title(one.what, lang),
            begins=near(one.begins, today, lang),
            until=near(one.until, today, lang),
        )
    )


def _shortly(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= SHOWN else flat[: SHOWN - 1] + "…"
