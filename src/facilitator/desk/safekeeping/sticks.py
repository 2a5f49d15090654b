"""The sticks that are plugged in: where one would take an archive away on."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QStorageInfo

from facilitator.data import dataclass

WHERE = ("/media/", "/run/media/", "/Volumes/")
"""Where systems other than Windows put what is plugged in."""
_REMOVABLE = 2
"""The type of a drive that can be pulled out, as Windows calls it."""


@dataclass(frozen=True, slots=True)
class Stick:
    """One of them, with what room it has left in bytes."""

    path: Path
    name: str
    room: int


def sticks() -> list[Stick]:
    """Those that can be written to now. On any thread: a drive that does not answer holds it up."""
    found: list[Stick] = []
    for one in QStorageInfo.mountedVolumes():
        if one.isValid() and one.isReady() and not one.isReadOnly() and _removable(one.rootPath()):
            name = one.displayName() or Path(one.rootPath()).name
            found.append(Stick(Path(one.rootPath()), name, one.bytesAvailable()))
    return found


def _removable(root: str) -> bool:
    if sys.platform != "win32":
        return root.startswith(WHERE)
    import ctypes

    return ctypes.windll.kernel32.GetDriveTypeW(root.replace("/", "\\")) == _REMOVABLE
