"""The theme of a forum: its question, the invitation, who invites, how many come, how it is hosted."""

from __future__ import annotations

import json

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.items_panel import MinutesField
from facilitator.desk.prepare.fields import labelled
from facilitator.desk.secretary.drafts import Draft, drafts_of, key_of
from facilitator.desk.view import View
from facilitator.desk.widgets import button, card, column, row, words
from facilitator.meeting import Meeting
from facilitator.meeting.forum.theme import (
    MOST_PEOPLE,
    ChooseHosting,
    Hosting,
    SetTheme,
    Theme,
)
from facilitator.words.tongue import mark

HOSTING = {
    Hosting.NEUTRAL: (
        mark("Neutral"),
        mark("The host keeps to time and place and says nothing on the matter."),
    ),
    Hosting.GUIDING: (
        mark("Guiding when need be"),
        mark("The host may lead back to the matter; each such word is recorded as the host's own."),
    ),
}


class ThemeCard(View):
    """Recorded as a whole by the button, or when the keys leave the card; until then kept as a draft."""

    expecting = Signal(int)
    """Another number of people is expected, recorded or not."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        t, px = desk.t, desk.px
        self.setObjectName("theme")
        self.meeting_id = meeting
        self._draft = f"theme-{key_of(self._meeting())}"
        self.question, self.invitation = (
            self._text("theme.question", 62),
            self._text("theme.invitation", 84),
        )
        self.sponsor = QLineEdit()
        self.sponsor.setObjectName("theme.sponsor")
        self.expected: QSpinBox = MinutesField()
        self.expected.setObjectName("theme.expected")
        self.expected.setRange(0, MOST_PEOPLE)
        self.expected.setSpecialValueText(t("not known"))
        self.expected.lineEdit().setTextMargins(px(8), 0, 0, 0)
        self.question.setPlaceholderText(t("One question that everybody may bring something to"))
        self._state = words("", "small", wrap=True, name="theme.state")
        self._save = button(t("Save the theme"), "soft", "small", name="theme.save")
        self._save.clicked.connect(self.save)
        self._hosting = QButtonGroup(self)
        box = card()
        beside = row(gap=px(16))
        beside.addLayout(labelled(desk, t("Invited by (sponsor)"), self.sponsor), 1)
        beside.addLayout(labelled(desk, t("People expected"), self.expected))
        foot = row(self._state, self._save, gap=px(8))
        foot.setStretch(0, 1)
        column(
            words(t("Theme"), "head"),
            labelled(desk, t("Theme question"), self.question),
            labelled(desk, t("Words of the invitation"), self.invitation),
            beside,
            foot,
            self._hosts(),
            on=box,
            margins=(px(20), px(14), px(20), px(14)),
            gap=px(10),
        )
        column(box, on=self)
        self.setFocusProxy(self.question)
        self._shown: tuple[str, str, str, int] | None = None
        self.refresh_now()
        self._take_draft()
        for changed in (self.question.textChanged, self.invitation.textChanged):
            changed.connect(self._typed)
        self.sponsor.textChanged.connect(lambda _text: self._typed())
        self.sponsor.returnPressed.connect(self.save)
        self.expected.valueChanged.connect(lambda _value: self._typed())
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_went)

    def _meeting(self) -> Meeting:
        return self.desk.session.meeting(self.meeting_id)

    def _text(self, name: str, high: int) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setObjectName(name)
        field.setTabChangesFocus(True)
        field.setFixedHeight(self.desk.px(high))
        return field

    def _hosts(self) -> QVBoxLayout:
        t, px = self.desk.t, self.desk.px
        lines = column(words(t("How it is hosted"), "strong"), gap=px(2))
        for number, (mode, (name, about)) in enumerate(HOSTING.items()):
            one = QRadioButton(t(name))
            one.setObjectName(f"theme.hosting.{mode.value}")
            self._hosting.addButton(one, number)
            said = words(t(about), "small", wrap=True)
            lines.addLayout(column(one, row(px(26), said, gap=0), gap=0))
        self._hosting.idClicked.connect(self._choose)
        return lines

    # --- what is recorded and what is typed

    def refresh(self) -> None:
        """Show what is recorded, where nothing else is being typed."""
        theme = self._meeting().theme
        recorded = _fields(theme)
        if self._shown is None or self._typed_fields() == self._shown:
            self._show(recorded)
        self._shown = recorded
        if theme.hosting is not None:
            self._hosting.button(list(HOSTING).index(theme.hosting)).setChecked(True)
        self._tell()

    @property
    def changed(self) -> bool:
        """Whether something is typed that is not on the record."""
        return self._typed_fields() != self._shown

    def _typed_fields(self) -> tuple[str, str, str, int]:
        return (
            self.question.toPlainText().strip(),
            self.invitation.toPlainText().strip(),
            self.sponsor.text().strip(),
            self.expected.value(),
        )

    def _show(self, fields: tuple[str, str, str, int]) -> None:
        question, invitation, sponsor, expected = fields
        for field, text in ((self.question, question), (self.invitation, invitation)):
            if field.toPlainText() != text:
                field.setPlainText(text)
        self.sponsor.setText(sponsor)
        self.expected.setValue(expected)

    def _take_draft(self) -> None:
        """What was typed when the program ended is here again."""
        kept = drafts_of(self.desk).read(self._draft).text
        if kept:
            try:
                question, invitation, sponsor, expected = json.loads(kept)
                self._show((str(question), str(invitation), str(sponsor), int(expected)))
            except (ValueError, TypeError):
                return
        self._tell()

    def _typed(self) -> None:
        drafts = drafts_of(self.desk)
        if self.changed:
            text = json.dumps(self._typed_fields(), ensure_ascii=False)
            drafts.keep(self._draft, Draft(text))
        else:
            drafts.drop(self._draft)
        self._tell()
        self.expecting.emit(self.expected.value())

    def _tell(self) -> None:
        t, changed = self.desk.t, self.changed
        self._save.setEnabled(changed)
        recorded = bool(self._shown and self._shown[0])
        said = t("✓ Recorded") if recorded else t("A theme question is still missing.")
        if changed:
            said = t("Not recorded yet; what is typed here is kept.")
        self._state.setText(said)

    def save(self) -> bool:
        """Record all of it at once."""
        if not self.changed:
            return True
        question, invitation, sponsor, expected = self._typed_fields()
        command = SetTheme(
            meeting=self.meeting_id,
            question=question,
            invitation=invitation,
            sponsor=sponsor,
            expected=expected,
        )
        if not self.desk.do(command):
            return False
        self._shown = _fields(self._meeting().theme)
        self._show(self._shown)
        drafts_of(self.desk).drop(self._draft)
        self._tell()
        return True

    def _choose(self, number: int) -> None:
        mode = list(HOSTING)[number]
        if mode is not self._meeting().theme.hosting:
            self.desk.do(ChooseHosting(meeting=self.meeting_id, mode=mode))

    # --- leaving the card

    def _focus_went(self, old: QWidget | None, new: QWidget | None) -> None:
        left = old is not None and self.isAncestorOf(old)
        if left and new is not None and not self.isAncestorOf(new):
            self._save_if_meant()

    def _save_if_meant(self) -> None:
        """Without a question there is nothing to record yet; it waits as a draft."""
        if self.changed and self.question.toPlainText().strip():
            self.save()


def _fields(theme: Theme) -> tuple[str, str, str, int]:
    return theme.question, theme.invitation, theme.sponsor, theme.expected
