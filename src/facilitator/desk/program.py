"""The program as the system sees it: what it hands over while we run, and by whom Chinese is typed."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QLibraryInfo
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

IBUS, PORTAL = "ibus", "IBUS_USE_PORTAL"


class HandedOver:
    """The archive that macOS names for a double click: not among the words of the start, but as an event."""

    def __init__(self) -> None:
        self.archive = ""
        """The last one that nobody had asked to hear of yet."""
        self._heard: Callable[[str], None] | None = None

    def take(self, event: QEvent) -> bool:
        """Whether this event names a file; it is told to whoever listens, or kept."""
        if not isinstance(event, QFileOpenEvent) or not event.file():
            return False
        if self._heard is None:
            self.archive = event.file()
        else:
            self._heard(event.file())
        return True

    def tell(self, heard: Callable[[str], None]) -> None:
        """From now on tell `heard` of each."""
        self._heard = heard


class Program(QApplication):
    """Qt's own, which also takes what it is handed over."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(list(words))
        self.handed = HandedOver()

    def event(self, event: QEvent) -> bool:
        """Only what is sent to the program itself comes by here."""
        return self.handed.take(event) or super().event(event)


def reach_input_method(environment: MutableMapping[str, str]) -> None:
    """Where a desktop types Chinese by way of fcitx, ask for ibus: fcitx answers to that name, too.

    The plugin for fcitx comes with a system's own Qt, not with the one that we bring, and without any plugin no
    Chinese could be typed at all. It is asked by way of the portal: otherwise Qt wants ibus to be installed.
    """
    for name in ("QT_IM_MODULES", "QT_IM_MODULE"):
        asked = environment.get(name, "").split(";")
        if any(one.startswith("fcitx") for one in asked) and not _fcitx_is_here():
            environment[name] = ";".join(IBUS if one.startswith("fcitx") else one for one in asked)
            environment[PORTAL] = "1"


def _fcitx_is_here() -> bool:
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    return any(plugins.glob("platforminputcontexts/*fcitx*"))
