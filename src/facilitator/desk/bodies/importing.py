"""Importing a roster: choose a sheet, look at every row and at what is wrong, then take all or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QFrame,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QWidget,
)
from shiboken6 import isValid

from facilitator.acts import RuleViolation, Trouble
from facilitator.bodies import Body
from facilitator.bodies.columns import NEEDED
from facilitator.bodies.membership import ImportRoster
from facilitator.desk.bodies.blanksheet import FIELDS, BlankSheet, head_of
from facilitator.desk.bodies.head import Head
from facilitator.desk.bodies.importsum import ImportSum
from facilitator.desk.bodies.kept import kept
from facilitator.desk.bodies.preview import PreviewModel
from facilitator.desk.bodies.reading import Reading, read_roster
from facilitator.desk.desk import Desk
from facilitator.desk.folders import begin_in
from facilitator.desk.widgets import Button, button, card, column, row, words
from facilitator.desk.widgets.words import retone
from facilitator.words.figures import airy, listing
from facilitator.words.titles import titles_in
from facilitator.words.tongue import Tongue

ENDINGS = "*.xlsx *.xlsm *.xls *.ods *.csv *.tsv *.txt"


class ImportPage(QWidget):
    """`read` is told when a sheet has been read, or could not be."""

    read = Signal()

    def __init__(self, desk: Desk, body: str) -> None:
        super().__init__()
        self.desk, self.id = desk, body
        self.reading: Reading | None = None
        self.setObjectName("import")
        self.setAcceptDrops(True)
        t = desk.t
        self.head = Head(desk, back=(t("Back to the body"), lambda: desk.go("bodies", body)))
        self.head.title.setText(t("Import a roster"))
        self.head.under.setText(self.body.name)
        self._other = self.head.way(t("Another file…"), "import.other", self._choose)
        self._other.hide()
        self.model = PreviewModel(desk, self.body.charter)
        self.table = self._table()
        self.sum = ImportSum(desk)
        self._blank = BlankSheet(desk, self)
        self.sum.checked.connect(self._offer)
        self.done: Button = button(t("Import"), "primary", "big", name="import.done")
        self.done.clicked.connect(self._import)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._first())
        self._stack.addWidget(self._second())
        px = desk.px
        margins = (px(32), px(24), px(32), px(24))
        column(self.head, self._stack, on=self, margins=margins, gap=px(16)).setStretch(1, 1)
        self._draft = f"import/{body}"
        if (read := kept(desk).get(self._draft)) is not None:
            self._show(read)

    @property
    def body(self) -> Body:
        """The body as it is now."""
        return self.desk.session.body(self.id)

    def read_file(self, path: Path) -> None:
        """Read a sheet beside the window; then show it, or say why not."""
        t = self.desk.t
        self._say(t("Reading {file}…", file=path.name))
        self._stack.setCurrentIndex(0)
        self.desk.works.start(self._read(path, self.body))

    async def _read(self, path: Path, body: Body) -> None:
        desk = self.desk
        try:
            found = await desk.works.apart(read_roster, body, str(path), desk.now().date())
        except (RuleViolation, Trouble) as wrong:
            if isValid(self):  # nobody has gone to another page meanwhile
                self._say(self._sentence(wrong), "bad")
                self.read.emit()
            return
        except Exception:
            if isValid(self):
                self._said.hide()
            raise  # our own mistake, told where all of them are
        kept(desk)[self._draft] = found
        if isValid(self):
            self._show(found)
            self.read.emit()

    def _sentence(self, wrong: RuleViolation | Trouble) -> str:
        """As the desk says it; but for the heads, which are listed here and not on a command line."""
        t = self.desk.t
        if wrong.code == "roster-heads":
            needed = listing(wrong.facts["needed"], t.lang)
            return t("The sheet needs columns with these heads: {needed}. None such was found in its "
                     "first rows.", needed=needed)  # fmt: skip
        return self.desk.sentence(wrong)

    def _say(self, text: str, tone: str = "") -> None:
        self._said.setText(text)
        retone(self._said, tone=tone)
        self._said.show()

    def _show(self, reading: Reading) -> None:
        self.reading = reading
        self._said.hide()
        self.model.show_reading(reading)
        self._widths()
        titles = titles_in(self.body.charter, self.desk.lang)
        self.sum.show_reading(self.body, reading, [*self._wrong(reading)], titles)
        self._other.show()
        self._stack.setCurrentIndex(1)
        self._offer()
        self.setFocusProxy(self.done if self.done.isEnabled() else self._other)
        self.setFocus()

    def _wrong(self, reading: Reading) -> Iterator[str]:
        for one in reading.rows:
            if one.problem is not None:
                yield self.model.sentence(one)

    def _offer(self) -> None:
        """What can be done now, or why nothing can."""
        reading = self.reading
        assert reading is not None
        t, number = self.desk.t, len(reading.plan.entries)
        self.done.setText(airy(t.many("Import {n} member", "Import {n} members", number)))
        why = ""
        if reading.plan.problems:
            why = t("Mend the rows that are named, then choose the file again.")
        elif reading.plan.same_names and not self.sum.same_names_meant:
            why = t("Say first whether those of the same name are different people.")
        self.done.setEnabled(not why)
        self.done.setToolTip(why)
        self.done.setAccessibleDescription(why)

    def _import(self) -> None:
        reading = self.reading
        assert reading is not None
        command = ImportRoster(
            body=self.id,
            entries=reading.plan.entries,
            file_name=reading.file_name,
            digest=reading.digest,
        )
        if self.desk.do(command):
            kept(self.desk).pop(self._draft, None)
            t, number = self.desk.t, len(reading.plan.entries)
            said = t.many("{n} member imported", "{n} members imported", number)
            self.desk.done(airy(said))
            self.desk.go("bodies", self.id)

    def _choose(self) -> None:
        t = self.desk.t
        dialog = QFileDialog(self, t("Choose a sheet"))
        dialog.setObjectName("import.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        begin_in(dialog, self.desk.settings, "import/folder")
        dialog.setNameFilters([t("Sheets ({endings})", endings=ENDINGS), t("All files (*)")])
        dialog.fileSelected.connect(lambda path: self.read_file(Path(path)))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file may be dropped."""
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """It is read."""
        event.acceptProposedAction()
        self.read_file(Path(event.mimeData().urls()[0].toLocalFile()))

    def _first(self) -> QWidget:
        """What a sheet has to be like, and the button that chooses one."""
        t, px = self.desk.t, self.desk.px
        self._said = words("", wrap=True, name="import.said")
        self._said.hide()
        way = button(t("Choose a sheet…"), "primary", "big", name="import.choose")
        way.setIcon(self.desk.theme.icon("file-input", "accent_on"))
        way.clicked.connect(self._choose)
        blank = button(t("Save an empty sheet…"), "plain", "big", name="import.blank")
        blank.clicked.connect(lambda: self._blank.ask(self.body.charter))
        self.setFocusProxy(way)
        box: QFrame = card(name="import.first")
        told = [
            words(t("A sheet of members: xlsx, xls, ods or csv"), "item", wrap=True),
            words(t("Choose it, or drop it here. It is shown first; nothing is recorded yet."), wrap=True),
            row(way, blank, None, gap=px(8)),
            self._said,
            words(t("One row for each member, the heads in one of the first rows:"), wrap=True),
            words(_heads(t), "secondary", wrap=True, name="import.heads"),
            words(t("Groups by their names: {groups}. Identity-card numbers are refused.",
                    groups=_groups(self.body, t.lang)), "secondary", wrap=True),
        ]  # fmt: skip
        column(*told, None, on=box, margins=px(32), gap=px(16))
        return box

    def _second(self) -> QWidget:
        px, both = self.desk.px, QWidget()
        left, right = card(), card()
        column(self.table, on=left, margins=px(1))
        column(self.sum, self.done, on=right, margins=px(20), gap=px(16)).setStretch(0, 1)
        right.setMaximumWidth(px(400))
        box = row(left, right, on=both, gap=px(16))
        box.setStretch(0, 3)
        box.setStretch(1, 2)
        return both

    def _table(self) -> QTableView:
        made = QTableView()
        made.setObjectName("import.rows")
        made.setAccessibleName(self.desk.t("Rows of the sheet"))
        made.setModel(self.model)
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setShowGrid(False)
        made.setTabKeyNavigation(False)
        made.setWordWrap(False)
        made.verticalHeader().hide()
        made.verticalHeader().setDefaultSectionSize(self.desk.px(40))
        made.horizontalHeader().setHighlightSections(False)
        made.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        return made

    def _widths(self) -> None:
        """As wide as the first rows want, once: asking all of them for every row would take seconds."""
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setResizeContentsPrecision(50)
        self.table.resizeColumnsToContents()
        for at in range(self.model.columnCount()):
            width = self.table.columnWidth(at) + self.desk.px(16)
            self.table.setColumnWidth(at, min(width, self.desk.px(280)))
        head.setStretchLastSection(True)


def _heads(t: Tongue) -> str:
    said: list[str] = []
    for field in FIELDS:
        name = head_of(field, t.lang)
        said.append(t("{head} (needed)", head=name) if field in NEEDED else name)
    return listing(said, t.lang)


def _groups(body: Body, lang: str) -> str:
    return listing((group.title.text(lang) for group in body.charter.groups), lang)
