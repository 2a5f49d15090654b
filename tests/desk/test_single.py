"""One program per person, whatever was left by one that crashed."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from facilitator.desk.single import Single

FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from facilitator.desk.single import Single
app = QCoreApplication([])
one = Single(Path(sys.argv[1]))
assert one.first()
one.listen(lambda said: print(said, flush=True), app)
print("listening", flush=True)
app.exec()
"""
"""Another program that is the first, and says what it is told."""

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from facilitator.desk.single import Single
app = QCoreApplication([])
one = Single(Path(sys.argv[1]))
assert not one.first()
print("asking", flush=True)
print(one.take_place(""))
"""
"""A second start, which says whether it would go on."""


@pytest.fixture
def another(tmp_path):
    """Start another program that is the first in the folder `tmp_path / "settings"`."""
    program = subprocess.Popen(
        [sys.executable, "-c", FIRST, str(tmp_path / "settings")], stdout=subprocess.PIPE, text=True
    )
    assert program.stdout.readline() == "listening\n"
    yield program
    program.kill()
    program.wait()
    program.stdout.close()


def test_the_second_is_not_the_first_and_is_heard(qapp, tmp_path, another):
    """It tells the first which archive was named, as a whole path, and may then end."""
    second = Single(tmp_path / "settings")
    assert not second.first()
    assert second.pass_on("")
    assert another.stdout.readline() == "\n"
    assert second.pass_on("松柏岗 1.facilitator")
    assert another.stdout.readline() == f"{Path.cwd() / '松柏岗 1.facilitator'}\n"


def test_another_folder_is_another_program(qapp, tmp_path, another):
    """A rehearsal with settings of its own is in nobody's way."""
    other = Single(tmp_path / "other")
    assert other.first()
    assert not other.pass_on("")
    other.close()


@pytest.mark.skipif(os.name != "posix", reason="kills as Unix does")
def test_what_a_crash_leaves_counts_for_nothing(qapp, tmp_path, another, qtbot):
    """Lock and socket of a program that was killed are taken over; the next start is heard again."""
    another.send_signal(signal.SIGKILL)
    another.wait()
    heir, heard = Single(tmp_path / "settings"), []
    assert not heir.pass_on("")
    assert heir.first()
    owner = QObject()
    heir.listen(heard.append, owner)
    third = threading.Thread(target=lambda: Single(tmp_path / "settings").pass_on("x.facilitator"))
    third.start()
    qtbot.waitUntil(lambda: bool(heard))
    third.join()
    assert heard == [str(Path("x.facilitator").absolute())]
    heir.close()
    owner.deleteLater()


def test_a_first_that_is_only_starting_is_waited_for(qapp, tmp_path, qtbot):
    """Two clicks in a row open one window: the second waits until the first can hear it."""
    first, owner, heard = Single(tmp_path), QObject(), []
    assert first.first()
    second = subprocess.Popen([sys.executable, "-c", SECOND, str(tmp_path)], stdout=subprocess.PIPE)
    assert second.stdout.readline() == b"asking\n"
    first.listen(heard.append, owner)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert (second.stdout.read(), heard) == (b"False\n", [""])
    second.stdout.close()
    first.close()
    owner.deleteLater()


def test_a_first_that_ends_leaves_its_place(qapp, tmp_path):
    """And one that never answers keeps nobody from starting."""
    first, second = Single(tmp_path), Single(tmp_path)
    assert first.first()
    assert second.take_place("", patience=0)
    assert not second.first()
    first.close()
    assert second.take_place("")
    assert second.first()
    second.close()


def test_after_an_orderly_end_somebody_else_is_the_first(qapp, tmp_path):
    """Closing gives the place away."""
    one, owner = Single(tmp_path), QObject()
    assert one.first()
    one.listen(print, owner)
    one.close()
    two = Single(tmp_path)
    assert two.first()
    two.close()


def test_nonsense_on_the_socket_is_ignored(qapp, tmp_path, qtbot):
    """Whoever sends without end or a line is cut off, and nothing is told."""
    from PySide6.QtNetwork import QLocalSocket

    one, owner, heard = Single(tmp_path), QObject(), []
    assert one.first()
    one.listen(heard.append, owner)
    socket = QLocalSocket()
    socket.connectToServer(one.name)
    assert socket.waitForConnected(1000)
    with qtbot.waitSignal(socket.disconnected):
        socket.write(b"x" * 9000)
        socket.flush()
    assert heard == []
    one.close()
    owner.deleteLater()


def test_without_sockets_there_is_only_the_lock(qapp, tmp_path, monkeypatch):
    """A machine without Qt's network library runs one program all the same."""
    monkeypatch.setitem(sys.modules, "PySide6.QtNetwork", None)
    one, owner = Single(tmp_path), QObject()
    assert one.first()
    one.listen(print, owner)
    assert not Single(tmp_path).pass_on("")
    assert not Single(tmp_path).first()
    one.close()


def test_a_place_that_cannot_be_written_to_is_no_reason_to_stop(qapp, tmp_path):
    """Where no folder for settings can be made there is no lock, and the program starts all the same."""
    in_the_way = tmp_path / "settings"
    in_the_way.write_text("a file")
    one = Single(in_the_way / "of-mine")
    assert one.take_place("", patience=0)
    one.close()
