"""Choosing a charter by its sentence; beside it what it says, where it comes from, and its rule to try."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QScrollArea, QVBoxLayout, QWidget

from facilitator import presets
from facilitator.desk.bodies.choicecard import ChoiceCard
from facilitator.desk.bodies.detail import CharterDetail
from facilitator.desk.bodies.sides import scrolled
from facilitator.desk.desk import Desk
from facilitator.desk.folders import begin_in
from facilitator.desk.notices import Notice
from facilitator.desk.widgets import button, column, row, words
from facilitator.rules.charter import Charter
from facilitator.words.figures import airy, date_words
from facilitator.words.tongue import tongue


def why_not(charter: Charter, day: date, lang: str) -> str:
    """Why a charter cannot be chosen, "" when it can."""
    t = tongue(lang)
    if charter.disabled is not None:
        return charter.disabled.text(lang)
    if charter.valid_until is not None and charter.valid_until < day:
        until = date_words(charter.valid_until, lang)
        return airy(
            t("In force until {day} only: no meeting can be held under it any more.", day=until)
        )
    return ""


def _order(charter: Charter, day: date) -> tuple[bool, bool, str]:
    """Councils with seats first, what cannot be chosen last."""
    return bool(why_not(charter, day, "en")), not charter.seats, charter.key


class CharterPicker(QWidget):
    """`chosen` tells which one is shown; `taken` that it is to be used, `copied` as a base for another."""

    chosen = Signal(object)
    taken = Signal(object)
    copied = Signal(object)

    def __init__(self, desk: Desk, done: str, charter: Charter | None = None) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("charters")
        self.charter: Charter | None = None
        self._cards: dict[str, ChoiceCard] = {}
        t, px = desk.t, desk.px
        self._said = words("", tone="bad", wrap=True, name="charters.said")
        self._said.hide()
        self._list = QWidget()
        self._box: QVBoxLayout = column(on=self._list, gap=px(8))
        day = desk.now().date()
        ordered = sorted(presets.charters(), key=lambda one: _order(one, day))
        for one in ordered:
            self._add(one)
        self._box.addStretch(1)
        file = button(t("Own charter from a file…"), "plain", name="charters.file")
        file.setIcon(desk.theme.icon("folder-open"))
        file.clicked.connect(self._choose_file)
        left = column(scrolled(self._list, t("Charters")), row(file, None), self._said, gap=px(12))
        left.setStretch(0, 1)
        self.detail = CharterDetail(desk, done)
        self.detail.taken.connect(lambda: self.taken.emit(self.charter))
        self.detail.copied.connect(lambda: self.copied.emit(self.charter))
        self._area: QScrollArea = scrolled(self.detail, t("Charter"))
        both = row(left, self._area, on=self, gap=px(16))
        both.setStretch(0, 5)
        both.setStretch(1, 6)
        self.show_charter(charter or ordered[0])

    def show_charter(self, charter: Charter) -> None:
        """Choose this one; a charter that is no preset gets a card of its own on top."""
        if charter.key not in self._cards or charter not in presets.charters():
            self._own_card(charter)
        self.charter = charter
        for key, one in self._cards.items():
            one.setChecked(key == charter.key)
        self._bring_to_sight(self._cards[charter.key])
        self.setFocusProxy(self._cards[charter.key])
        self.detail.show_charter(charter)
        self._area.verticalScrollBar().setValue(0)
        self.chosen.emit(charter)

    def _own_card(self, charter: Charter) -> None:
        if (old := self._cards.pop(charter.key, None)) is not None and old.property("own"):
            old.deleteLater()
        self._add(charter, at=0)
        self._cards[charter.key].setProperty("own", True)

    def _add(self, charter: Charter, at: int = -1) -> None:
        lang = self._desk.lang
        made = ChoiceCard(
            self._desk,
            charter.title.text(lang),
            charter.sentence.text(lang),
            why_not(charter, self._desk.now().date(), lang),
            name=f"charter.{charter.key}",
        )
        made.clicked.connect(lambda: self.show_charter(charter))
        made.wandered.connect(lambda way: self._wander(made, way))
        self._cards[charter.key] = made
        if at < 0:
            self._box.addWidget(made)
        else:
            self._box.insertWidget(at, made)

    def _wander(self, made: ChoiceCard, way: int) -> None:
        """An arrow key goes to the next card that can be chosen, and chooses it."""
        can = [
            one
            for at in range(self._box.count())
            if isinstance(one := _widget(self._box, at), ChoiceCard) and one.isEnabled()
        ]
        at = can.index(made) + way
        if 0 <= at < len(can):
            can[at].setFocus()
            can[at].click()

    def _bring_to_sight(self, made: ChoiceCard) -> None:
        parent = self._list.parentWidget()
        area = parent.parentWidget() if parent is not None else None
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(made)

    def _choose_file(self) -> None:
        t = self._desk.t
        dialog = QFileDialog(self, t("Choose a charter"))
        dialog.setObjectName("charters.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        begin_in(dialog, self._desk.settings, "charters/folder")
        dialog.setNameFilters([t("Charters (*.toml)"), t("All files (*)")])
        dialog.fileSelected.connect(lambda path: self.read_file(Path(path)))
        dialog.open()

    def read_file(self, path: Path) -> None:
        """Take a charter from a file; what is wrong with it is told with its place."""
        self._said.hide()
        self._desk.guarded(lambda: self.show_charter(presets.read_charter(path)), say=self._say)

    def _say(self, notice: Notice) -> None:
        self._said.setText(notice.text)
        self._said.show()


def _widget(box: QVBoxLayout, at: int) -> QWidget | None:
    item = box.itemAt(at)
    return item.widget() if item is not None else None
