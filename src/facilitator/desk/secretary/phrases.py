"""Ready-made phrases for the record: ours at first, then the secretary's own, one to a line of a text file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile

from facilitator.places import resources

MOST = 200
"""Phrases in a list; more than that nobody finds again."""
LONGEST = 500
GAP = "…"
"""Where something has to be filled in: it is selected when the phrase is put into the line."""


class Phrases:
    """The phrases in one language. `folder` is that of the settings."""

    def __init__(self, folder: Path, lang: str) -> None:
        self._path = folder / f"phrases-{lang}.txt"
        self._ours = resources() / "phrases" / f"{lang}.txt"

    def all(self) -> tuple[str, ...]:
        """The phrases in their order: the secretary's own list if there is one that can be read."""
        try:
            return cleaned(self._path.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError):
            return self.ours()

    def ours(self) -> tuple[str, ...]:
        """The phrases that the program brings."""
        return cleaned(self._ours.read_text(encoding="utf-8"))

    def keep(self, text: str) -> str:
        """Replace the list, one phrase to a line; why that did not work, or ""."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return error.strerror or str(error)
        content = "".join(f"{phrase}\n" for phrase in cleaned(text)).encode("utf-8", "replace")
        file = QSaveFile(str(self._path))
        if not file.open(QIODevice.OpenModeFlag.WriteOnly) or file.write(content) != len(content):
            wrong = file.errorString()
            file.cancelWriting()
            return wrong
        return "" if file.commit() else file.errorString()


def cleaned(text: str) -> tuple[str, ...]:
    """The phrases in a text, each once: empty lines are none, and neither are lines that begin with #."""
    lines = (line.strip()[:LONGEST] for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line and not line.startswith("#")))[:MOST]


def fitting(phrases: tuple[str, ...], typed: str) -> list[str]:
    """Those that hold what was typed, those that begin with it first."""
    wanted = typed.casefold()
    found = [phrase for phrase in phrases if wanted in phrase.casefold()]
    return sorted(found, key=lambda phrase: not phrase.casefold().startswith(wanted))
