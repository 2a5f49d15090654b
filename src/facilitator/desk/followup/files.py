"""A field for photos and papers: chosen in a dialog or dropped, made smaller beside the window, shown small."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QPixmap
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QWidget
from shiboken6 import isValid

from facilitator.acts import RuleViolation, Trouble
from facilitator.desk.desk import Desk
from facilitator.desk.folders import Location, last_folder
from facilitator.desk.followup.photos import Ready, ready
from facilitator.desk.item.form import FormPanel
from facilitator.desk.widgets import button, clear, column, elided, row, words
from facilitator.followup.attached import MOST_FILES, Attached
from facilitator.words.figures import airy

TILE = 72
KEY = "followup/files"
"""The setting that keeps the folder files were last chosen from."""


class FilesField(QFrame):
    """`attached` and `contents` are what a command takes; ask `ready` before it is sent."""

    def __init__(self, desk: Desk, panel: FormPanel, name: str, said: str = "") -> None:
        super().__init__()
        t, px = desk.t, desk.px
        self._desk, self._panel = desk, panel
        self._files: list[Ready] = []
        self._working = 0
        self.setObjectName(name)
        self.setProperty("look", "vacant")
        self.setAcceptDrops(True)
        said = said or t("Photos and papers (may stay empty)")
        self._add = button(
            t("Add…"), grade="small", icon=desk.theme.icon("image-plus"), name=f"{name}.add"
        )
        self._add.setAccessibleName(f"{said}: {t('Add…')}")
        self._add.clicked.connect(self.choose)
        hint = t("Or drop them here. Photos are made smaller and lose where they were taken.")
        self._said = words("", "small", "warn", wrap=True, name=f"{name}.said")
        self._said.hide()
        self._tiles = column(gap=px(4))
        head = row(words(said, wrap=True), self._add, gap=px(8))
        head.setStretch(0, 1)
        column(
            head, words(hint, "small", wrap=True), self._tiles, self._said,
            on=self, margins=px(12), gap=px(6),
        )  # fmt: skip

    @property
    def attached(self) -> tuple[Attached, ...]:
        """The files as a command names them."""
        return tuple(one.file for one in self._files)

    @property
    def contents(self) -> Mapping[str, bytes]:
        """Their contents by hash."""
        return {one.file.hash: one.content for one in self._files}

    def ready(self, wrong: Callable[[str], object]) -> bool:
        """Whether nothing is being worked on any more; else `wrong` is told."""
        if self._working:
            t = self._desk.t
            wrong(t("A photo is still being made smaller. Try again in a moment."))
        return not self._working

    def choose(self) -> None:
        """Ask for files."""
        t, desk = self._desk.t, self._desk
        dialog = QFileDialog(self, t("Photos and papers"))
        dialog.setObjectName(f"{self.objectName()}.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if QGuiApplication.platformName() == "offscreen":
            dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setDirectory(str(last_folder(desk.settings, KEY, Location.PicturesLocation)))
        dialog.filesSelected.connect(self.take)
        dialog.open()

    def take(self, paths: Iterable[str]) -> None:
        """Make files ready, one after another, and show them."""
        paths = [path for path in paths if path]
        if paths:
            self._desk.settings.keep_text(KEY, str(Path(paths[-1]).parent))
        self._say("")
        for path in paths[: max(0, MOST_FILES - len(self._files) - self._working)]:
            self._begin(path)
        if len(self._files) + self._working < len(paths):
            t = self._desk.t
            self._say(airy(t("At most {n} files at once.", n=MOST_FILES)))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome, and nothing else."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        self.take(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
        event.acceptProposedAction()

    def _begin(self, path: str) -> None:
        works = self._desk.works
        if works.ready:
            self._working += 1
            self._show()
            works.start(self._apart(path))
            return
        try:  # without a loop there is nothing beside the window
            self._take(ready(path))
        except (RuleViolation, Trouble) as wrong:
            self._say(self._desk.sentence(wrong))

    async def _apart(self, path: str) -> None:
        found: Ready | None = None
        said = ""
        try:
            found = await self._desk.works.apart(ready, path)
        except (RuleViolation, Trouble) as wrong:
            said = self._desk.sentence(wrong)
        if not isValid(self):
            return  # the panel was closed meanwhile
        self._working -= 1
        if found is not None:
            self._take(found)
        else:
            self._say(said)
            self._show()

    def _take(self, found: Ready) -> None:
        t = self._desk.t
        if all(one.file.hash != found.file.hash for one in self._files):
            self._files.append(found)
        if found.as_it_was:
            self._say(
                t(
                    "{name} cannot be read here: it is kept as it is, with whatever the camera wrote into it, "
                    "perhaps the place. A photo as JPEG would be better.",
                    name=found.file.name,
                )
            )
        self._show()

    def _remove(self, found: Ready) -> None:
        self._files = [one for one in self._files if one is not found]
        self._show()
        self._add.setFocus()

    def _show(self) -> None:
        t = self._desk.t
        clear(self._tiles)
        for number, one in enumerate(self._files):
            self._tiles.addWidget(self._tile(number, one))
        if self._working:
            said = t.many("{n} file is being read…", "{n} files are being read…", self._working)
            self._tiles.addWidget(words(airy(said), "secondary", wrap=True))
        self._panel.settle()

    def _tile(self, number: int, one: Ready) -> QWidget:
        t, px = self._desk.t, self._desk.px
        sign = QLabel()
        sign.setFixedSize(px(TILE), px(TILE * 0.75))
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sign.setPixmap(thumb(self._desk, one.thumb, px(TILE), px(TILE * 0.75)))
        size = elided(size_words(self._desk, one.file.size), "small")
        away = button("", "quiet", "tiny", name=f"{self.objectName()}.remove.{number}")
        away.setIcon(self._desk.theme.icon("x"))
        away.setAccessibleName(t("Leave {name} out", name=one.file.name))
        away.setToolTip(t("Leave it out"))
        away.clicked.connect(lambda _on=False: self._remove(one))
        made = QWidget()
        row(sign, column(elided(one.file.name), size, gap=0), away, on=made, gap=px(8)).setStretch(
            1, 1
        )
        return made

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.setVisible(bool(text))
        self._panel.settle()


def thumb(desk: Desk, content: bytes, wide: int, high: int) -> QPixmap:
    """A small picture, or the sign of a paper where there is none."""
    pixmap = QPixmap()
    if not content or not pixmap.loadFromData(content):
        return desk.theme.pixmap("paperclip", "soft", 24)
    ratio = Qt.AspectRatioMode.KeepAspectRatio
    return pixmap.scaled(wide, high, ratio, Qt.TransformationMode.SmoothTransformation)


def size_words(desk: Desk, size: int) -> str:
    """How large a file is: 312 KB, 1.4 MB."""
    t = desk.t
    if size < 1024 * 1024:
        return t("{n} KB", n=-(-size // 1024))
    tenths = size * 10 // (1024 * 1024)
    return t("{n} MB", n=f"{tenths // 10}.{tenths % 10}")
