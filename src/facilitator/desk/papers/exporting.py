"""The whole set of papers in one click: where to, how far it is, what was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from pathlib import Path

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QStringListModel,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QListView,
    QProgressBar,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from shiboken6 import isValid

from facilitator import press
from facilitator.acts import Trouble
from facilitator.data import dataclass
from facilitator.desk.deeds import paper_left
from facilitator.desk.desk import Desk
from facilitator.desk.papers.folders import folder_in_set, keep_papers_folder, papers_folder
from facilitator.desk.papers.fonts import font_words
from facilitator.desk.papers.kinds import title_of
from facilitator.desk.papers.orders import Orders
from facilitator.desk.widgets import Elided, button, card, column, row, tip, words
from facilitator.export import forms_of, kinds_of_set
from facilitator.press import Order
from facilitator.words.codes import FORMS
from facilitator.words.figures import airy

PUBLIC_TOO = "papers/public-too"
NO_FONTS = "no-fonts"
"""The one trouble with a paper that another form of it ends."""
BUTTON_AT = 3
"""The place of the button among the pieces, from the top."""


@dataclass(slots=True)
class Run:
    """One export that is going on."""

    folder: Path
    jobs: list[tuple[Order, str]]
    stopped: bool = False
    complete: bool = False
    written: list[str] = field(default_factory=list[str])


class _Cut(QStyledItemDelegate):
    """A name too long is cut in its middle: what paper it is stands in front, what file behind."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(1, super().sizeHint(option, index).height())


class SetExport(QWidget):
    """`order_of` tells how a paper is wanted: (kind, public) to the order for it."""

    ended = Signal()
    """An export is over: done, stopped, or in trouble."""

    def __init__(self, desk: Desk, orders: Orders, order_of: Callable[[str, bool], Order]) -> None:
        super().__init__()
        self.desk, self._orders, self._order_of = desk, orders, order_of
        self.run: Run | None = None
        t, px = desk.t, desk.px
        self._where = Elided("", name="papers.folder")
        self._above = Elided("", "secondary", name="papers.folder.above")
        change = button(t("Change…"), "link", "small", name="papers.folder.change")
        change.setAccessibleName(t("Choose another folder for papers"))
        change.clicked.connect(self.choose_folder)
        self._public = QCheckBox(t("Public versions too"))
        self._public.setObjectName("papers.public-too")
        self._public.setChecked(desk.settings.text(PUBLIC_TOO) != "no")
        self._public.toggled.connect(
            lambda on: desk.settings.keep_text(PUBLIC_TOO, "yes" if on else "no")
        )
        self.start_button = button(
            t("Export the whole set"), "primary", "big", name="papers.export"
        )
        self.start_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.start_button.clicked.connect(self.start)
        self._box = column(
            words(t("The whole set"), "head"),
            column(row(self._above, None, change), self._where, gap=0),
            self._public,
            self.start_button,
            self._progress(),
            self._trouble(),
            self._result(),
            on=self,
            gap=px(8),
        )
        self.refresh()

    def take_button(self) -> None:
        """Take the button back from where it was lent to."""
        self._box.insertWidget(BUTTON_AT, self.start_button)

    def refresh(self) -> None:
        """Say where papers go."""
        folder = self.folder
        above = folder.parent.name or str(folder.parent)
        self._above.setText(airy(self.desk.t("Into {folder}:", folder=above)))
        self._where.setText(folder.name)
        for one in (self._above, self._where):
            tip(one, str(folder))

    @property
    def folder(self) -> Path:
        """Where papers go."""
        return self._orders.folder

    # --- the pieces

    def _progress(self) -> QWidget:
        self._going = QWidget()
        self._bar = QProgressBar()
        self._bar.setObjectName("papers.progress")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.desk.t("How far the export is"))
        self._now = words("", "small", name="papers.now", wrap=True)
        self._stop = button(self.desk.t("Stop"), grade="small", name="papers.stop")
        self._stop.clicked.connect(self.stop)
        column(self._bar, row(self._now, self._stop), on=self._going, gap=self.desk.px(6))
        self._going.hide()
        return self._going

    def _trouble(self) -> QWidget:
        t, px = self.desk.t, self.desk.px
        self._bad = card("bad", name="papers.trouble")
        self._why = words("", tone="bad", wrap=True, name="papers.trouble.why")
        again = button(t("Try again"), grade="small", name="papers.trouble.again")
        again.clicked.connect(self.start)
        other = button(t("Another folder…"), grade="small", name="papers.trouble.folder")
        other.clicked.connect(self.choose_folder)
        column(self._why, again, other, on=self._bad, margins=px(12))
        self._bad.hide()
        return self._bad

    def _result(self) -> QWidget:
        t, px = self.desk.t, self.desk.px
        self._done = QWidget()
        self._said = words("", "strong", "good", wrap=True, name="papers.done")
        self._files = QStringListModel(self)
        self._list = QListView()
        self._list.setObjectName("papers.written")
        self._list.setAccessibleName(t("Files that were written"))
        self._list.setProperty("framed", "true")
        self._list.setModel(self._files)
        self._list.setItemDelegate(_Cut(self._list))
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._list.setMinimumHeight(px(120))
        self._list.activated.connect(lambda index: self._show(self._paths[index.row()]))
        self._paths: list[str] = []
        open_folder = button(t("Open folder"), "soft", "small", name="papers.open-folder")
        open_folder.setIcon(self.desk.theme.icon("folder-open", "accent_ink"))
        open_folder.clicked.connect(self._show_folder)
        self._run_folder = Path()
        self._fonts = words("", "small", wrap=True, name="papers.fonts")
        column(
            self._said, row(open_folder, None), self._list, self._fonts, on=self._done, gap=px(8)
        )
        self._done.hide()
        return self._done

    # --- the export

    def choose_folder(self) -> None:
        """Ask for the folder above; it is remembered."""
        dialog = QFileDialog(self, self.desk.t("Folder for papers"))
        dialog.setObjectName("papers.folder.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        folder = papers_folder(self.desk.settings)
        dialog.setDirectory(str(folder if folder.is_dir() else Path.home()))
        dialog.fileSelected.connect(self._folder_chosen)
        dialog.open()

    def _folder_chosen(self, path: str) -> None:
        keep_papers_folder(self.desk.settings, Path(path))
        self._bad.hide()
        self.refresh()

    def start(self) -> None:
        """Write the whole set; nothing happens while one is being written."""
        if self.run is not None:
            return
        versions = (False, True) if self._public.isChecked() else (False,)
        jobs = [
            (self._order_of(kind, public), form)
            for public in versions
            for kind in kinds_of_set(self._orders.kinds, public=public)
            for form in forms_of(kind)
        ]
        self.run = Run(self.folder, jobs)
        self._bad.hide()
        self._done.hide()
        self._going.show()
        self._stop.setEnabled(True)
        self._bar.setRange(0, len(jobs))
        self.start_button.setEnabled(False)
        self.start_button.setToolTip(self.desk.t("The set is being written."))
        self.desk.works.start(self._write(self.run))

    def stop(self) -> None:
        """Stop after the paper that is being written; what was written stays."""
        if self.run is not None:
            self.run.stopped = True
            self._stop.setEnabled(False)

    async def _write(self, run: Run) -> None:
        parcel = self._orders.parcel()
        trouble: Trouble | None = None
        try:
            for number, (order, form) in enumerate(run.jobs):
                if run.stopped:
                    break
                self._at(number, order, form)
                try:
                    folder = run.folder / folder_in_set(
                        form, order.lang or self.desk.lang, public=order.public
                    )
                    written = await self._orders.write(parcel, order, form, str(folder))
                    run.written += written
                    if written:
                        paper_left(self.desk, order.kind)
                except Trouble as met:
                    if met.code != NO_FONTS:
                        raise
                    trouble = met  # as the other forms it can be written
            run.complete = not run.stopped
        except Trouble as met:
            trouble = met
        finally:
            if isValid(self):
                self._over(run, trouble)
        if isValid(self) and run.written:
            faces = await self.desk.works.apart(press.faces, run.jobs[0][0].lang)
            if isValid(self):
                said = font_words(faces, self.desk.t)
                self._fonts.setText(said)
                self._fonts.setVisible(bool(said))

    def _at(self, number: int, order: Order, form: str) -> None:
        if not isValid(self):
            return
        t = self.desk.t
        self._bar.setValue(number)
        self._now.setText(f"{title_of(order.kind, t)} · {t.within(*FORMS[form])}")

    def _over(self, run: Run, trouble: Trouble | None) -> None:
        t = self.desk.t
        self.run = None
        self._going.hide()
        self.start_button.setEnabled(True)
        self.start_button.setToolTip("")
        if trouble is not None:
            self._why.setText(self.desk.sentence(trouble))
            self._bad.show()
        self._paths, self._run_folder = run.written, run.folder
        self._files.setStringList([Path(path).name for path in run.written])
        count = len(run.written)
        if not run.complete:
            said = t.many(
                "Stopped: {n} file was written and stays.",
                "Stopped: {n} files were written and stay.",
                count,
            )
        else:
            said = t.many("{n} file was written.", "{n} files were written.", count)
        self._said.setText(airy(said))
        self._fonts.hide()
        self._done.setVisible(bool(count) or run.complete)
        self.ended.emit()

    def _show_folder(self) -> None:
        self._show(str(self._run_folder))

    def _show(self, path: str) -> None:
        """Let the system show a file or a folder."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            self._why.setText(self.desk.t("The system cannot show {path}.", path=path))
            self._bad.show()
