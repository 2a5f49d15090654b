"""The part of Settings about backups: how they stand, where they lie, what is done with whole archives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from facilitator.desk.actions import BY_NAME, action
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow
from facilitator.desk.safekeeping.airing import aired
from facilitator.desk.safekeeping.alarm import trouble_words
from facilitator.desk.safekeeping.ground import warning
from facilitator.desk.safekeeping.progress import Progress
from facilitator.desk.safekeeping.standing import Standing
from facilitator.desk.view import View
from facilitator.desk.widgets import Button, button, card, column, elided, row, words
from facilitator.desk.wishes import Merge, Restore, Salvage
from facilitator.opening import Onlooker


class Safekeeping(View):
    """Shows what the desk's keeper knows; what it cannot do stays in sight until it can."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        """`page`: where the keys of its actions work."""
        super().__init__(desk)
        px, frame = desk.px, card()
        self._acts: dict[str, tuple[QAction, Button]] = {}
        self._standing = Standing(desk)
        self._progress = Progress(desk.t, desk.theme, "backup")
        self._progress.stopped.connect(desk.keeper.stop)
        first = row(
            self._act(page, "backup", desk.keeper.back_up),
            self._act(page, "restore", lambda: desk.wished.emit(Restore())),
            None,
            gap=px(8),
        )
        second = row(
            self._act(page, "publish", self._publish),
            self._act(page, "merge", lambda: desk.wished.emit(Merge())),
            None,
            gap=px(8),
        )
        third = row(self._act(page, "check", self._check), None)
        column(
            words(desk.t.within("settings", "Backups and archives"), "head"),
            self._standing, self._risky(), self._place(), self._progress, self._wrong(),
            first, second, third,
            on=frame, margins=px(24), gap=px(12),
        )  # fmt: skip
        column(frame, on=self)
        desk.keeper.changed.connect(self.refresh_now)
        self.refresh_now()
        if desk.works.ready:
            desk.keeper.look()
        else:
            desk.works.put_off(desk.keeper.look)

    def refresh(self) -> None:
        """Say how it stands now."""
        keeper = self.desk.keeper
        self._standing.show_now()
        if keeper.step is not None:
            self._progress.tell(*keeper.step)
        else:
            self._progress.over()
        wrong = trouble_words(self.desk)
        self._bad.setVisible(bool(wrong))
        self._why.setText(aired(wrong))
        self._again.setEnabled(not keeper.busy)
        for one in self._place_ways:
            one.setHidden(keeper.damaged)
        for one in self._cures:
            one.setVisible(keeper.damaged)
        risky = warning(keeper.ground, self.desk.t)
        self._ground.setText(risky)
        self._ground.setVisible(bool(risky))
        self._show_folder()
        self._permit()

    # --- the pieces

    def _act(self, page: QWidget, name: str, slot: Callable[[], object]) -> Button:
        act = action(self.desk, page, name, slot)
        made = button(
            self.desk.t(BY_NAME[name].text), icon=act.icon(), name=f"settings.{name}"
        ).follow(act, text=False)
        self._acts[name] = (act, made)
        return made

    def _place(self) -> QWidget:
        t, px = self.desk.t, self.desk.px
        self._place_box = QWidget()
        label = words(t("They lie in"), tone="soft")
        self._path = elided("", name="backup.folder")
        change = button(t("Change…"), "link", "small", name="backup.folder.change")
        change.setAccessibleName(t("Choose another folder for backups"))
        change.clicked.connect(self.choose_folder)
        show = button(t("Open folder"), "link", "small", name="backup.folder.open")
        show.setAccessibleName(t("Open the folder of backups"))
        show.clicked.connect(self._open_folder)
        line = row(label, self._path, change, show, gap=px(8))
        line.setStretch(1, 1)
        said = t(
            "They lie on the same disk as the archive. On a stick or another disk they survive this "
            "computer."
        )
        self._disk = words(said, "secondary", wrap=True, name="backup.disk")
        column(line, self._disk, on=self._place_box, gap=px(4))
        return self._place_box

    def _risky(self) -> QWidget:
        self._ground = words("", tone="warn", wrap=True, name="backup.ground")
        self._ground.hide()
        return self._ground

    def _wrong(self) -> QWidget:
        t, px = self.desk.t, self.desk.px
        self._bad = card("bad", name="backup.trouble")
        self._why = words("", tone="bad", wrap=True, name="backup.trouble.why")
        self._again = button(t("Try again"), grade="small", name="backup.trouble.again")
        self._again.clicked.connect(self.desk.keeper.back_up)
        other = button(t("Another folder…"), grade="small", name="backup.trouble.folder")
        other.clicked.connect(self.choose_folder)
        self._place_ways = self._again, other
        back = button(t("Restore its last backup…"), grade="small", name="backup.trouble.restore")
        back.clicked.connect(lambda: self.desk.wished.emit(Restore()))
        sound = button(
            t("Open the undamaged meetings, read-only"), grade="small", name="backup.trouble.save"
        )
        path = str(self.desk.session.path)
        sound.clicked.connect(lambda: self.desk.wished.emit(Salvage(path)))
        self._cures = back, sound
        ways = row(self._again, other, back, sound, None, gap=px(8))
        column(self._why, ways, on=self._bad, margins=px(12))
        return self._bad

    def _show_folder(self) -> None:
        keeper = self.desk.keeper
        self._place_box.setVisible(keeper.keeps)
        self._path.setText(str(keeper.folder))
        self._disk.setVisible(keeper.known and keeper.same_disk)

    def _permit(self) -> None:
        """What cannot be done here is grey, with the reason."""
        t, keeper = self.desk.t, self.desk.keeper
        looking, none = isinstance(self.desk.session, Onlooker), ""
        if looking:
            none = t("This archive is read-only. Open your own archive for that.")
        elif not keeper.keeps:
            none = t("This is the rehearsal. End it for that.")
        for name, (act, shown) in self._acts.items():
            reason = "" if name == "check" or (looking and name == "publish") else none
            if name == "backup" and keeper.busy:
                reason = t("A backup is being made.")
            act.setEnabled(not reason)
            allow(shown, reason)

    # --- what it does

    def choose_folder(self) -> None:
        """Ask for the folder for backups."""
        dialog = QFileDialog(self, self.desk.t("Folder for backups"))
        dialog.setObjectName("backup.folder.dialog")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        here = Path(self._path.text())
        dialog.setDirectory(str(here if here.is_dir() else Path.home()))
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, path: str) -> None:
        self.desk.keeper.choose(Path(path))
        self.desk.keeper.back_up()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._path.text()))

    def _publish(self) -> None:
        from facilitator.desk.safekeeping.publishing import Publish

        Publish(self.desk, self).open()

    def _check(self) -> None:
        from facilitator.desk.safekeeping.checking import CheckPanel

        CheckPanel(self.desk, self).open()
