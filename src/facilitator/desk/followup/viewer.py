"""Looking at attached photos and papers: a picture is shown, anything else can only be saved, never run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSaveFile, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QSizePolicy, QWidget

from facilitator import attaching
from facilitator.acts import Trouble
from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.folders import last_folder
from facilitator.desk.followup.files import KEY, size_words
from facilitator.desk.followup.reading import own
from facilitator.desk.meeting.asked import only_looking
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import button, column, elided, line, row, words
from facilitator.followup.attached import Attached
from facilitator.followup.case import Chronicled


@dataclass(frozen=True, slots=True)
class Keeper:
    """Whose files they are: its history as it is now, and the panel that asks why one is erased."""

    case: Callable[[], Chronicled]
    dropping: Callable[[QWidget, Attached], Panel]


class Viewer(QDialog):
    """Left and Right turn to the next one; Esc closes."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        files: tuple[Attached, ...],
        keeper: Keeper,
    ) -> None:
        super().__init__(parent)
        self.desk, self._keeper, self._files, self._at = desk, keeper, files, 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("viewer")
        t, px = desk.t, desk.px
        self.setWindowTitle(t("Photos and papers"))
        self._picture = Picture(desk)
        self._name = elided("", "strong", name="viewer.name")
        self._about = words("", "secondary", name="viewer.about")
        self._said = words("", tone="warn", wrap=True, name="viewer.said")
        before = button("", "plain", "small", name="viewer.before", tip=t("The one before"))
        before.setIcon(desk.theme.icon("chevron-left"))
        before.quick().clicked.connect(lambda: self._turn(-1))
        after = button("", "plain", "small", name="viewer.after", tip=t("The one after"))
        after.setIcon(desk.theme.icon("chevron-right"))
        after.quick().clicked.connect(lambda: self._turn(1))
        for one in (before, after):
            one.setVisible(len(files) > 1)
        save = button(t("Save it elsewhere…"), icon=desk.theme.icon("download"), name="viewer.save")
        save.clicked.connect(self._save)
        drop = button(t("Erase for good…"), "danger", name="viewer.drop")
        drop.clicked.connect(self._drop)
        own(desk, drop)
        close = button(t("Close"), "primary", name="viewer.close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        self._save_button, self._drop_button = save, drop
        head = row(self._name, self._about, before, after, gap=px(8))
        head.setStretch(0, 1)
        foot = row(drop, None, save, close, gap=px(8))
        column(
            head, self._picture, self._said, line(), foot, on=self, margins=px(16), gap=px(12)
        ).setStretch(1, 1)
        room = parent.window().size()
        self.resize(min(px(900), room.width() - 64), min(px(680), room.height() - 48))
        self._show()
        close.setFocus()

    @property
    def file(self) -> Attached:
        """The one that is shown."""
        return self._files[self._at]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows turn."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self._turn(step)
        else:
            super().keyPressEvent(event)

    def _turn(self, by: int) -> None:
        self._at = (self._at + by) % len(self._files)
        self._show()

    def _content(self) -> bytes | None:
        """What was attached; None where it was erased, or the archive is damaged there (that is said)."""
        t, session = self.desk.t, self.desk.session
        try:
            # Another history may still have the same photo; this one has no use for it any more.
            kept = self.file.hash in self._keeper.case().file_names()
            found = attaching.content(session, self.file.hash) if kept else None
        except Trouble as trouble:
            self._said.setText(self.desk.sentence(trouble))
            return None
        if found is None:
            self._said.setText(t("It was erased, or is not in this archive."))
        return found

    def _show(self) -> None:
        t, one = self.desk.t, self.file
        self._said.setText("")
        self._name.setText(one.name)
        of = f"{self._at + 1}/{len(self._files)} · " if len(self._files) > 1 else ""
        self._about.setText(of + size_words(self.desk, one.size))
        content = self._content()
        pixmap = QPixmap()
        if content is not None and one.media.startswith("image/"):
            pixmap.loadFromData(content)
        self._picture.show_picture(pixmap)
        self._picture.setAccessibleName(one.name)
        if content is not None and pixmap.isNull():
            self._said.setText(
                t(
                    "This is no picture that can be shown here. Save it, and open it with another program."
                )
            )
        self._said.setVisible(bool(self._said.text()))
        self._save_button.setEnabled(content is not None)
        if not only_looking(self.desk):
            self._drop_button.setEnabled(content is not None)

    def _save(self) -> None:
        t, desk = self.desk.t, self.desk
        dialog = QFileDialog(self, t("Save it elsewhere"))
        dialog.setObjectName("viewer.dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if QGuiApplication.platformName() == "offscreen":
            dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDirectory(str(last_folder(desk.settings, KEY)))
        dialog.selectFile(Path(self.file.name).name)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def save_to(self, path: str) -> None:
        """Write the one that is shown, whole or not at all; what stands in the way is told."""
        t, content = self.desk.t, self._content()
        if content is None:
            return
        file = QSaveFile(path)
        done = file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(content) == len(content)
        if done and file.commit():
            self._said.setText(t("Saved: {path}", path=path))
        else:
            self._said.setText(t("It could not be saved: {reason}", reason=file.errorString()))
        self._said.setVisible(True)

    def _drop(self) -> None:
        panel = self._keeper.dropping(self, self.file)
        panel.accepted.connect(self._show)
        panel.open()


class Picture(QLabel):
    """A picture as large as there is room for it, never larger than it is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._whole = QPixmap()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(desk.px(160), desk.px(120))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._none = desk.theme.pixmap("paperclip", "faint", 64)

    def show_picture(self, pixmap: QPixmap) -> None:
        """Show this; a null one is the sign of a paper."""
        self._whole = pixmap
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._whole.isNull():
            self.setPixmap(self._none)
            return
        room: QSize = self.size()
        if self._whole.width() <= room.width() and self._whole.height() <= room.height():
            self.setPixmap(self._whole)
            return
        ratio = Qt.AspectRatioMode.KeepAspectRatio
        smooth = Qt.TransformationMode.SmoothTransformation
        self.setPixmap(self._whole.scaled(room, ratio, smooth))
