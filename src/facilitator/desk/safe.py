"""The safe start: a screen before any archive is opened, after starts that failed or when it was asked for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication

from facilitator.desk.safekeeping.folders import has_backups
from facilitator.desk.settings import Settings
from facilitator.desk.troubled import Screen
from facilitator.desk.widgets import Button, button, column, row, words
from facilitator.desk.wishes import OpenArchive, Rehearse, Restore
from facilitator.opening import archive_path


class SafeScreen(Screen):
    """Says what happened and offers every way on; nothing is opened, made or changed before one is chosen."""

    wished = Signal(object)
    plain = Signal()
    """Forget place, size and colours of the windows, then open the archive."""

    def __init__(self, settings: Settings, path: str, failed: int) -> None:
        """`path` of the archive that would have been opened, "" for one's own; `failed` starts before this."""
        super().__init__(settings, "safe")
        t, px = self.t, self.px
        self._settings, self._asked, self._failed = settings, path, failed
        self._path = Path(path) if path else archive_path(None)
        self.first = button(t("Open my archive as usual"), "primary", name="safe.open")
        self.first.setIcon(self.theme.icon("calendar-check", "accent_on"))
        self.first.clicked.connect(lambda: self.wished.emit(self.usual()))
        other = self._way(t("Open another archive…"), "folder-open", "safe.choose")
        other.clicked.connect(self._choose)
        practice = self._way(t("Open the rehearsal instead"), "play", "safe.rehearse")
        practice.clicked.connect(lambda: self.wished.emit(Rehearse()))
        plain = self._way(t("Start with the look as it came"), "undo-2", "safe.plain")
        plain.clicked.connect(self.plain)
        plain_said = t(
            "Forgets place, size and colours of the windows and the page of last time. The archive stays as "
            "it is."
        )
        copy = self._way(t("Copy the report"), "copy", "safe.copy")
        copy.clicked.connect(lambda: self._copied(copy))
        restore = self._restore()
        column(
            words(t("Safe start"), "title"),
            words(self._what_happened(), wrap=True, name="safe.said"),
            words(str(self._path), "secondary", wrap=True),
            px(8),
            row(self.first, other, None, gap=px(8)),
            row(*([restore] if restore else []), practice, None, gap=px(8)),
            row(plain, copy, None, gap=px(8)), words(plain_said, "secondary", wrap=True),
            on=self.card, margins=px(24), gap=px(12),
        )  # fmt: skip

    def usual(self) -> OpenArchive:
        """The wish to open what would have been opened."""
        own = self._path.absolute() == archive_path(None).absolute()
        return OpenArchive("" if own else self._asked)

    def _what_happened(self) -> str:
        t = self.t
        if not self._failed:
            return t("You asked for the safe start. No archive is open, and nothing was changed.")
        return t.many(
            "The last start did not reach its first page. So no archive was opened this time, and "
            "nothing was changed. What was recorded is safe. How shall it go on?",
            "The last {n} starts did not reach their first page. So no archive was opened this time, and "
            "nothing was changed. What was recorded is safe. How shall it go on?",
            self._failed,
        )

    def _restore(self) -> Button | None:
        if not has_backups(self._settings, self._path):
            return None
        restore = self._way(self.t("Restore its last backup…"), "history", "safe.restore")
        restore.clicked.connect(lambda: self.wished.emit(Restore(str(self._path))))
        return restore

    def _way(self, said: str, icon: str, name: str) -> Button:
        return button(said, name=name, icon=self.theme.icon(icon))

    def _choose(self) -> None:
        from facilitator.desk.archives import ask

        folder = self._path.parent
        ask(self, self.t, folder, lambda path: self.wished.emit(OpenArchive(path)))

    def _copied(self, copy: Button) -> None:
        from facilitator.desk import logbook

        QApplication.clipboard().setText(logbook.report(f"failed starts: {self._failed}"))
        copy.setText(self.t("Copied"))
