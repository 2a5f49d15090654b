"""The screens for which no archive is needed: one that cannot be opened, and waiting for one."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from facilitator.acts import Trouble
from facilitator.desk.safekeeping.folders import has_backups
from facilitator.desk.settings import Settings
from facilitator.desk.theme import Theme
from facilitator.desk.widgets import Button, button, card, column, row, words
from facilitator.desk.wishes import LookAt, OpenArchive, Restore, Salvage
from facilitator.opening import archive_path
from facilitator.safekeeping.taking import Step
from facilitator.words.keeping import STEPS
from facilitator.words.refusals import refusal_sentence
from facilitator.words.tongue import tongue

FIRST_WAYS = {"no-file": ("restore", "make"), "no-folder": ("again",), "newer": ("choose",),
              "unreadable": ("choose",), "not-an-archive": ("restore", "choose"), "read-only": ("look", "new"),
              "damaged": ("restore", "save"), "nothing-left": ("restore", "choose")}  # fmt: skip
"""What to suggest for a trouble, the first that there is; for every other one, to try again."""
SPOILT = ("damaged", "nothing-left", "not-an-archive", "no-file", "disk-error")
"""Troubles with a file that a backup of it would end."""
NO_PLACE = ("read-only", "no-folder", "disk-full")
"""Troubles with a place that another place would end."""
ICONS = {"again": "refresh-cw", "make": "plus", "new": "plus", "look": "eye", "choose": "folder-open",
         "restore": "history", "save": "eye", "back": "arrow-left", "home": "calendar-check"}  # fmt: skip


class Screen(QWidget):
    """A card in the middle of the window, on nothing but settings; a `wide` one takes all its height."""

    def __init__(self, settings: Settings, name: str, *, wide: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.theme = Theme(dark=settings.dark, size=settings.size)
        self.px, self.t, self.lang = self.theme.px, tongue(settings.lang), settings.lang
        self.card = card()
        self.card.setMaximumWidth(self.px(1040 if wide else 760))
        self.card.setMinimumWidth(self.px(560))
        middle = row(None, self.card, None)
        if wide:
            middle.setStretch(1, 100)
            column(middle, on=self, margins=self.px(24))
        else:
            column(None, middle, None, on=self, margins=self.px(32))


class TroubleScreen(Screen):
    """Says why an archive could not be opened, and what can be done now."""

    wished = Signal(object)
    back = Signal()

    def __init__(self, settings: Settings, path: str, trouble: Trouble, *, back: bool) -> None:
        """`path` as it was asked for, "" for one's own; `back` when another archive is open beneath."""
        super().__init__(settings, "trouble")
        t, px = self.t, self.px
        self._settings = settings
        self._path = path or str(archive_path(None))
        self._asked = path
        self._backed_up = has_backups(settings, Path(self._path))
        said = refusal_sentence(trouble.code, trouble.facts, self.lang)
        ways = self._ways(trouble, back=back)
        suggested = (*FIRST_WAYS.get(trouble.code, ()), "again")
        known = ways if self._backed_up else ways.keys() - {"restore"}
        first = next(one for one in suggested if one in known)
        ways = {first: ways.pop(first), **ways}  # it stands at the top
        ways[first].set_look("primary")
        for key, one in ways.items():
            one.setIcon(self.theme.icon(ICONS[key], "accent_on" if key == first else "ink"))
        self.said = words(said, wrap=True, name="trouble.said")
        column(
            words(t("This archive cannot be opened"), "title", wrap=True),
            self.said,
            *([] if self._path in said else [words(self._path, "secondary", wrap=True)]),
            px(8),
            *(row(one, None) for one in ways.values()),
            on=self.card, margins=px(24), gap=px(12),
        )  # fmt: skip
        self.first = ways[first]

    def _ways(self, trouble: Trouble, *, back: bool) -> dict[str, Button]:
        """The ways on that there are now, by name."""
        t = self.t
        ways = {"again": button(t("Try again"), name="trouble.again")}
        ways["again"].clicked.connect(lambda: self.wished.emit(OpenArchive(self._asked)))
        if trouble.code == "no-file" and Path(self._path).parent.is_dir():
            ways["make"] = button(t("Make a new archive there"), name="trouble.make")
            ways["make"].clicked.connect(
                lambda: self.wished.emit(OpenArchive(self._path, create=True))
            )
        if trouble.code == "read-only" and os.access(self._path, os.R_OK):
            ways["look"] = button(t("Look at a copy"), name="trouble.look")
            ways["look"].clicked.connect(lambda: self.wished.emit(LookAt(self._path)))
        self._add_rescue(ways, trouble)
        if trouble.code in NO_PLACE and not Path(self._path).exists():
            ways["new"] = button(t("New archive elsewhere…"), name="trouble.new")
            ways["new"].clicked.connect(self._make_elsewhere)
        ways["choose"] = button(t("Open another archive…"), name="trouble.choose")
        ways["choose"].clicked.connect(self._choose)
        if back:
            ways["back"] = button(t("Back to the archive that is open"), name="trouble.back")
            ways["back"].clicked.connect(self.back)
        elif self._asked and Path(self._asked).absolute() != archive_path(None).absolute():
            ways["home"] = button(t("To my own archive"), name="trouble.home")
            ways["home"].clicked.connect(lambda: self.wished.emit(OpenArchive()))
        return ways

    def _add_rescue(self, ways: dict[str, Button], trouble: Trouble) -> None:
        """What is left of a damaged archive, and its last backup."""
        t = self.t
        damaged = trouble.code == "damaged"
        if damaged or (trouble.code in SPOILT and self._backed_up):
            # one that is told of a backup must find it here; it may lie on a stick
            said = t("Restore its last backup…") if self._backed_up else t("Restore a backup…")
            ways["restore"] = button(said, name="trouble.restore")
            ways["restore"].clicked.connect(lambda: self.wished.emit(Restore(self._path)))
        if damaged:
            ways["save"] = button(t("Open the undamaged meetings, read-only"), name="trouble.save")
            ways["save"].clicked.connect(lambda: self.wished.emit(Salvage(self._path)))

    def _choose(self) -> None:
        from facilitator.desk.archives import ask

        folder = Path(self._path).parent
        ask(self, self.t, folder, lambda path: self.wished.emit(OpenArchive(path)))

    def _make_elsewhere(self) -> None:
        from facilitator.desk.archives import ask

        def picked(path: str) -> None:
            self.wished.emit(OpenArchive(path, create=True))

        ask(self, self.t, Path.home(), picked, new=True)


class WaitScreen(Screen):
    """Says what is waited for, and how far it is."""

    given_up = Signal()

    def __init__(
        self, settings: Settings, title: str, said: str = "", *, give_up: str = ""
    ) -> None:
        """`give_up`: the words of a button for whoever will not wait."""
        super().__init__(settings, "wait")
        px = self.px
        self._title = words(title, "item", wrap=True, name="wait.title")
        self._said = words(said, wrap=True, name="wait.said")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        box = column(self._title, self._said, self._bar, on=self.card, margins=px(24), gap=px(16))
        if give_up:
            no = button(give_up, "quiet", name="wait.give-up")
            no.clicked.connect(self.given_up)
            box.addWidget(no, 0, Qt.AlignmentFlag.AlignRight)

    def tell(self, done: int, of: int, said: str = "") -> None:
        """So much of so much is done."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        if said:
            self._said.setText(said)

    def tell_step(self, step: Step, done: int, of: int) -> None:
        """What is being done now, and how much of it."""
        self.tell(done, of, self.t(STEPS[step.name]))
