"""Counts the starts in a row that never came to a page one could use: after two, the next begins with care."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import platformdirs

FEW = 2
"""So many failed starts are chance; the next one opens nothing by itself."""
SURE = 3000
"""Milliseconds that the first page must have lived for its start to have worked."""
NAME = "starts"
MOST = 8
"""Bytes of the file that are read: whatever else it holds, it is no number of ours."""


class Starts:
    """One number in a tiny file beside the settings; where those cannot be written, in the state folder.

    A program that is killed in the middle of a meeting has started well: only what never got so far counts.
    """

    def __init__(self, folder: Path, spare: Path | None = None) -> None:
        self._folders = (
            folder,
            spare or Path(platformdirs.user_state_dir("facilitator", appauthor=False)),
        )
        self.failed = 0
        """Starts before this one that failed, in a row; known once it has begun."""

    def begin(self) -> bool:
        """Count this start as failed until it is `well`; whether so many have failed that care is due."""
        self.failed = max(_read(folder / NAME) for folder in self._folders)
        self._write(self.failed + 1)
        return self.failed >= FEW

    def well(self) -> None:
        """This start has worked, or was ended in order: the count begins anew."""
        for folder in self._folders:
            with suppress(OSError):
                (folder / NAME).unlink(missing_ok=True)

    def _write(self, number: int) -> None:
        for folder in self._folders:
            try:
                folder.mkdir(parents=True, exist_ok=True)
                (folder / NAME).write_text(str(number), encoding="ascii")
            except OSError:
                continue
            return


def _read(file: Path) -> int:
    try:
        with file.open("rb") as opened:
            said = opened.read(MOST)
    except OSError:
        return 0
    return int(said) if said.isdigit() and said.isascii() else 0
