"""What nobody caught: our own mistakes. A calm window with a report to copy, and the program goes on."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QWidget

import facilitator
from facilitator.acts import Trouble
from facilitator.desk import logbook
from facilitator.desk.settings import Settings
from facilitator.desk.theme import Theme
from facilitator.desk.widgets import button, column, row, words
from facilitator.words.tongue import tongue

OURS = Path(facilitator.__file__).resolve().parent


class Crashes(QObject):
    """Hears of every mistake, whatever thread it was made in; shows one at a time, and each once."""

    _heard = Signal(object)
    _met = Signal(object)
    troubled = Signal(object)
    """The `Trouble` of a damaged archive, which nobody can foresee everywhere: no mistake of the program."""
    again = Signal()
    """A mistake that was shown before has happened once more."""

    def __init__(self, settings: Settings, over: Callable[[], QWidget | None]) -> None:
        """`over` tells the window that the report is to lie over."""
        super().__init__()
        self._settings, self._over = settings, over
        self._shown: set[str] = set()
        self.window: CrashWindow | None = None
        # Queued: not in the middle of whatever went wrong, a paint event perhaps.
        self._heard.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._met.connect(self.troubled, Qt.ConnectionType.QueuedConnection)

    def watch(self) -> None:
        """Hear of what no slot, thread or callback has caught, from now on."""
        sys.excepthook = self.caught
        threading.excepthook = lambda args: self.caught(
            args.exc_type, args.exc_value, args.exc_traceback
        )

    def caught(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Tell of one mistake. Somebody's wish to stop (Ctrl+C) is none."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            QApplication.closeAllWindows()
            return
        sys.__excepthook__(kind, error or kind(), trace)
        if isinstance(error, Trouble) and error.code == "damaged":
            self._met.emit(error)
            return
        self._heard.emit(report(error or kind()))

    def caught_by_loop(self, _loop: object, context: dict[str, Any]) -> None:
        """The exception handler of the desk's loop."""
        error = context.get("exception")
        if not isinstance(error, BaseException):
            error = RuntimeError("the loop complained")
        self.caught(type(error), error, error.__traceback__)

    def _show(self, text: str) -> None:
        logbook.note_report(text)
        if text in self._shown:
            self.again.emit()
            return
        if self.window is not None:
            return
        self._shown.add(text)
        self.window = CrashWindow(self._settings, f"{text}\n\n{logbook.latest()}", self._over())
        self.window.finished.connect(self._closed)
        self.window.open()

    def _closed(self) -> None:
        self.window = None


class CrashWindow(QDialog):
    """Says that the record is safe, and lets the report be copied."""

    def __init__(self, settings: Settings, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        t = tongue(settings.lang)
        px = Theme(dark=settings.dark, size=settings.size).px
        self.setObjectName("crash")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(t("A mistake in the program"))
        self._text = text
        self._report = QPlainTextEdit(text)
        self._report.setReadOnly(True)
        self._report.setObjectName("crash.report")
        self._report.setAccessibleName(t("Report of the mistake"))
        self._report.setTabChangesFocus(True)
        safe = t(
            "What was recorded is safe. You can go on: what you did last may not have been done, so look once."
        )
        ask = t(
            "This report names no people and nothing of the meeting. Send it to whoever looks after the "
            "program."
        )
        self._copy = button(t("Copy the report"), name="crash.copy")
        self._copy.clicked.connect(self._copied)
        go_on = button(t("Go on"), "primary", name="crash.on")
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        column(
            words(t("The program has made a mistake."), "item", wrap=True),
            words(safe, wrap=True),
            words(ask, "secondary", wrap=True),
            self._report,
            row(None, self._copy, go_on, gap=px(8)),
            on=self, margins=px(24), gap=px(12),
        )  # fmt: skip
        self.resize(px(640), px(440))
        go_on.setFocus()
        self._done = t("Copied")

    def _copied(self) -> None:
        QApplication.clipboard().setText(self._text)
        self._copy.setText(self._done)


def report(error: BaseException) -> str:
    """What went wrong, where in our files, and on what: never what people said or are called.

    The message of an error may quote a name, so it is left out; so are variables and foreign folders.
    """
    return "\n".join([*logbook.about(), *_chain(error)])


def _chain(error: BaseException) -> Iterator[str]:
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None:
        yield from _chain(cause)
        yield "…"
    yield f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if path.is_relative_to(OURS):
            yield f"  {path.relative_to(OURS.parent).as_posix()}:{frame.lineno} {frame.name}"
        else:
            yield f"  ({path.stem})"
