"""What Qt itself says in Chinese: its own catalogue, and the words that are lacking or awkward in it."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from facilitator.words.tongue import Tongue, mark_in, tongue

OURS = (
    mark_in("QAbstractFileIconProvider", "Alias"),
    mark_in("QAbstractFileIconProvider", "Drive"),
    mark_in("QAbstractFileIconProvider", "File"),
    mark_in("QAbstractFileIconProvider", "File Folder"),
    mark_in("QAbstractFileIconProvider", "Folder"),
    mark_in("QAbstractFileIconProvider", "Shortcut"),
    mark_in("QAbstractFileIconProvider", "Unknown"),
    mark_in("QAbstractFileIconProvider", "%1 File"),
    mark_in("QCupsJobWidget", "&Billing information:"),
    mark_in("QCupsJobWidget", "&End:"),
    mark_in("QCupsJobWidget", "&Start:"),
    mark_in("QCupsJobWidget", "Job &priority:"),
    mark_in("QCupsJobWidget", "Scheduled &printing:"),
    mark_in("QErrorMessage", "An error occurred"),
    mark_in("QFile", "Cannot remove source file: %1"),
    mark_in("QFile", "Could not copy to %1: %2"),
    mark_in("QFile", "Failure to write block: %1"),
    mark_in("QFileDialog", "&Look in:"),
    mark_in("QFileDialog", "Files of &type:"),
    mark_in("QFileSystemModel", "Size"),
    mark_in("QPageSetupWidget", "Page &order:"),
    mark_in("QPageSetupWidget", "Pages &per sheet:"),
    mark_in("QPrintDialog", "Automatic"),
    mark_in("QPrintSettingsOutput", "None"),
    mark_in("QPrintSettingsOutput", "Page &Set:"),
)
"""Classes of Qt and what they say, word for word as Qt has it."""
MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
HASHES, MESSAGES = b"\x42", b"\x69"
END, TRANSLATION, SOURCE, CONTEXT = b"\x01", b"\x03", b"\x06", b"\x07"
"""Marks in a compiled catalogue of Qt (qtbase, src/corelib/kernel/qtranslator.cpp)."""


class QtWords(QObject):
    """Both catalogues."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theirs, self._ours = QTranslator(self), QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._theirs.load("qtbase_zh_CN", folder)
        self._ours.load(_chinese())

    def install(self) -> None:
        """Have Qt speak Chinese; ours last, because Qt asks the last one first."""
        for one in (self._theirs, self._ours):
            QCoreApplication.installTranslator(one)

    def remove(self) -> None:
        """Have Qt speak English again."""
        for one in (self._theirs, self._ours):
            QCoreApplication.removeTranslator(one)


@cache
def _chinese() -> bytes:
    """Kept for good: Qt reads in it, and copies nothing."""
    return compiled(tongue("zh"))


def compiled(t: Tongue) -> bytes:
    """Our words as Qt reads them.

    No translator is written in Python: threads of Qt's, for which others wait, would have to wait for Python.
    """
    hashes, messages = list[tuple[int, int]](), b""
    for context, source in OURS:
        hashes.append((_hashed(source.encode()), len(messages)))
        said = t.within(context, source).encode("utf-16-be")
        messages += _piece(TRANSLATION, said)
        messages += _piece(SOURCE, source.encode()) + _piece(CONTEXT, context.encode()) + END
    table = b"".join(key.to_bytes(4) + at.to_bytes(4) for key, at in sorted(hashes))
    return MAGIC + _piece(HASHES, table) + _piece(MESSAGES, messages)


def _piece(mark: bytes, content: bytes) -> bytes:
    return mark + len(content).to_bytes(4) + content


def _hashed(text: bytes) -> int:
    """The hash of the ELF format, as Qt takes it."""
    found = 0
    for byte in text:
        found = (found << 4) + byte
        high = found & 0xF0000000
        found = (found ^ (high >> 24)) & ~high & 0xFFFFFFFF
    return found or 1
