"""A panel about one matter: it names entries, and keeps what is typed until it is sent."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from facilitator.acts import Command
from facilitator.aftermath import FollowRow
from facilitator.desk.closing.days import DayField
from facilitator.desk.desk import NO_FILES, Desk
from facilitator.desk.item.form import FormPanel, KeptForm, draft_line
from facilitator.desk.secretary.drafts import drafts_of
from facilitator.desk.widgets import row, words
from facilitator.followup.case import Case
from facilitator.followup.following import Following
from facilitator.words.figures import airy


class KeptWords(KeptForm):
    """What is typed about something that is no meeting, kept under the archive and a name."""

    def __init__(self, desk: Desk, name: str) -> None:
        place = hashlib.sha256(f"{desk.session.path} {name}".encode()).hexdigest()[:12]
        plain = "".join(one if one.isalnum() or one in "-_." else "-" for one in name)
        self._drafts, self._key = drafts_of(desk), f"{place}-{plain}"[:100]


class KeptPanel(FormPanel):
    """Long texts are drafts: `keep` names the fields, `sent` throws the draft away."""

    def __init__(self, desk: Desk, title: str, parent: QWidget, *, width: int = 640) -> None:
        super().__init__(desk, title, parent, "", width=width)
        self._kept: KeptForm | None = None
        self._fields: dict[str, QLineEdit | QPlainTextEdit] = {}

    def add_choice(self, said: str, name: str, choices: list[tuple[str, str]]) -> QComboBox:
        """A field of which one is chosen: (key, words)."""
        field = QComboBox()
        field.setObjectName(name)
        for key, text in choices:
            field.addItem(text, key)
        self.add(said, field)
        return field

    def add_days(self, *fields: DayField) -> None:
        """Days side by side."""
        line = row(gap=self.desk.px(16))
        for one in fields:
            line.addWidget(one, 1)
        self.form.addLayout(line)

    def add_pair(self, *pairs: tuple[str, str, str]) -> list[QLineEdit]:
        """Lines side by side: (label, name, text)."""
        from facilitator.desk.widgets import column

        line, made = row(gap=self.desk.px(16)), list[QLineEdit]()
        for said, name, text in pairs:
            field = QLineEdit(text)
            field.setObjectName(name)
            field.setAccessibleName(said)
            label = words(said)
            label.setBuddy(field)
            line.addLayout(column(label, field, gap=self.desk.px(4)), 1)
            made.append(field)
        self.form.addLayout(line)
        return made

    def keep(self, name: str, fields: Mapping[str, QLineEdit | QPlainTextEdit]) -> None:
        """Fill these with what was typed before and not sent; keep what is typed from now on."""
        self._kept, self._fields = KeptWords(self.desk, name), dict(fields)
        told = self._kept.read()
        for key, field in self._fields.items():
            if text := told.get(key, ""):
                field.setText(text) if isinstance(field, QLineEdit) else field.setPlainText(text)
            field.textChanged.connect(self._keep)
        if any(told.values()):
            draft_line(self.desk, self, self._clear)

    def days_right(self, *fields: DayField) -> bool:
        """Whether all days can be read; the first that cannot is told and gets the keys."""
        for field in fields:
            if field.wrong:
                self.wrong(field.wrong)
                field.setFocus()
                return False
        return True

    def send(self, *commands: Command, files: Mapping[str, bytes] = NO_FILES) -> bool:
        """Carry out; when all were taken, that is said, and what was kept is thrown away."""
        done = super().send(*commands, files=files)
        if done:
            self.desk.done(airy(self.told))
            if self._kept is not None:
                self._kept.drop()
        return done

    @property
    def told(self) -> str:
        """What is said when it was taken."""
        return self.desk.t("Noted.")

    def _keep(self) -> None:
        if self._kept is not None:
            self._kept.keep(
                {
                    key: one.text() if isinstance(one, QLineEdit) else one.toPlainText()
                    for key, one in self._fields.items()
                }
            )

    def _clear(self) -> None:
        for one in self._fields.values():
            one.clear()
        if self._kept is not None:
            self._kept.drop()


class MatterPanel(KeptPanel):
    """A panel about a decision or an action group."""

    def __init__(
        self, desk: Desk, parent: QWidget, matter: FollowRow, title: str, *, width: int = 640
    ) -> None:
        super().__init__(desk, title, parent, width=width)
        self.matter = matter
        self.form.addWidget(words(airy(matter.title), "secondary", wrap=True))

    @property
    def case(self) -> Following:
        """The follow-up as it is now."""
        one = self.matter
        return self.desk.session.following(one.meeting, one.decision, one.group)

    @property
    def whose(self) -> dict[str, object]:
        """The fields that name the matter in a command."""
        one = self.matter
        return {"meeting": one.meeting, "decision": one.decision, "group": one.group}

    @property
    def told(self) -> str:
        """With the matter's name: its row may have gone elsewhere in the list."""
        return self.desk.t("Noted in the story of “{title}”.", title=self.matter.title)

    @property
    def today(self) -> date:
        """The day of now."""
        return self.desk.now().date()

    def entry(self) -> str:
        """An id for a new entry that none of this follow-up has."""
        return fresh_entry(self.case)

    def command(self, kind: Callable[..., Command], **fields: object) -> Command:
        """A command about this matter under a new entry."""
        return kind(**self.whose, entry=self.entry(), **fields)


def fresh_entry(case: Case) -> str:
    """e1, e2 …: an id that no entry of a history has."""
    number = 1 + len(case.entries)
    while f"e{number}" in case.entries:
        number += 1
    return f"e{number}"
