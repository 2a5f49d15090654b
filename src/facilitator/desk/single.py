"""One program per person: whoever starts it again brings the window that is there to the front."""

from __future__ import annotations

import getpass
import hashlib
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QThread

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 1500
"""Milliseconds that a second start waits for the first to answer."""
STARTING = 10.0
"""Seconds that the first may need until it can be asked at all."""
MOST = 4096
"""Bytes that a second start may send: the path of an archive."""
DONE = b"shown\n"


class Single:
    """The lock that says who is first, and the socket on which the first is told of others.

    A lock left by a program that crashed counts for nothing: Qt looks whether it still runs. Without sockets on
    this machine there is only the lock, and the archive's own.
    """

    def __init__(self, folder: Path) -> None:
        """`folder` holds the settings: one program for each."""
        with suppress(OSError):  # a place that cannot be written to has no lock, and no settings
            folder.mkdir(parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / "facilitator.lock"))
        self._lock.setStaleLockTime(0)
        whose = f"{_user()} {folder.resolve()}".encode()
        self.name = f"facilitator-{hashlib.sha256(whose).hexdigest()[:16]}"
        self._server: QLocalServer | None = None

    def first(self) -> bool:
        """Whether nobody else is there. Where no lock can be had at all, we are."""
        if self._lock.isLocked() or self._lock.tryLock(0):
            return True
        return self._lock.error() != QLockFile.LockError.LockFailedError

    def take_place(self, archive: str, *, patience: float = STARTING) -> bool:
        """Whether this start is to go on: False when the first was told of it and of `archive`.

        The first may be just starting or just ending, so it is asked for some seconds. One that hangs is left
        alone: we go on, and the archive's own lock says the rest.
        """
        last = time.monotonic() + patience
        while not self.first():
            if self.pass_on(archive):
                return False
            if time.monotonic() > last:
                break
            QThread.msleep(100)
        return True

    def pass_on(self, archive: str) -> bool:
        """Have the first show itself, and offer to open `archive` if it is not ""; whether it answered."""
        try:
            from PySide6.QtNetwork import QLocalSocket
        except ImportError:
            return False
        socket = QLocalSocket()
        socket.connectToServer(self.name)
        if not socket.waitForConnected(PATIENCE):
            return False
        path = str(Path(archive).absolute()) if archive else ""
        socket.write(path.encode()[:MOST] + b"\n")
        socket.flush()
        answered = socket.canReadLine()
        while not answered and socket.waitForReadyRead(PATIENCE):
            answered = socket.canReadLine()
        socket.disconnectFromServer()
        return answered

    def listen(self, heard: Callable[[str], None], owner: QObject) -> None:
        """From now on tell `heard` of every other start, with the archive it named or ""."""
        try:
            from PySide6.QtNetwork import QLocalServer
        except ImportError:
            return
        server = QLocalServer(owner)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self.name)  # what a crash has left: the lock is ours
        server.newConnection.connect(lambda: self._answer(heard))
        self._server = server if server.listen(self.name) else None

    def close(self) -> None:
        """Let somebody else be the first."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        self._lock.unlock()

    def _answer(self, heard: Callable[[str], None]) -> None:
        server = self._server
        while server is not None and (socket := server.nextPendingConnection()) is not None:
            socket.readyRead.connect(lambda one=socket: _read(one, heard))
            socket.disconnected.connect(socket.deleteLater)
            if socket.canReadLine():
                _read(socket, heard)


def _read(socket: QLocalSocket, heard: Callable[[str], None]) -> None:
    if socket.bytesAvailable() > MOST + 1:
        socket.abort()
    if not socket.canReadLine():
        return
    said = bytes(socket.readLine().data()).decode(errors="replace").rstrip("\n")
    socket.write(DONE)
    socket.flush()
    heard(said)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
