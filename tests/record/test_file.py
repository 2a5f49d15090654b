"""Opening the file: whose it is, how new, who holds it, and what it is opened with."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.acts import Trouble
from facilitator.record import file
from facilitator.record.header import FORMAT, held
from facilitator.record.verify import verify
from tests.effort import cases
from tests.proofs import tally
from tests.record.toys import KINDS, Noted, add, history, live_through, opened

SRC = Path(__file__).parents[2] / "src"


def trouble(path, **options):
    """Return the code with which an archive cannot be opened, having checked that nothing was touched."""
    before = {one: one.read_bytes() for one in path.parent.glob("*") if one.is_file()}
    with pytest.raises(Trouble) as caught:
        opened(path, **options).close()
    after = {one: one.read_bytes() for one in path.parent.glob("*") if one.is_file()}
    assert after == before
    assert not held
    return caught.value.code


def test_nothing_there(path):
    """A missing file and a missing folder are told apart, and neither is made by looking."""
    assert trouble(path) == "no-file"
    assert trouble(path.parent / "nowhere" / "archive") == "no-folder"
    assert trouble(path.parent / "nowhere" / "archive", create=True) == "no-folder"


def test_create_opens_what_is_there(archive):
    """`create` never replaces an archive."""
    with opened(archive, create=True) as record:
        assert len(record.streams()) == 3


def test_only_the_owner_may_read_a_new_archive(path):
    """An archive is full of neighbours' names: others on the machine cannot read it."""
    opened(path, create=True).close()
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


def test_a_closed_archive_is_one_file(archive):
    """After closing, and after creating, nothing lies beside the archive."""
    assert list(archive.parent.iterdir()) == [archive]


def test_other_files_are_left_alone(path):
    """Folders, texts, other programs' databases and random bytes are not archives, and keep every byte."""
    path.mkdir()
    assert trouble(path) == "not-an-archive"
    if hasattr(os, "mkfifo"):  # a pipe is not waited for
        os.mkfifo(pipe := path.with_name("pipe"))
        assert trouble(pipe) == "not-an-archive"
    path.rmdir()
    path.write_text("会议记录")
    assert trouble(path) == "not-an-archive"
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE journal (seq INTEGER PRIMARY KEY)")
    assert trouble(path) == "not-an-archive"
    assert trouble(path, create=True) == "not-an-archive"


def test_random_bytes(path, archive):
    """Random bytes, alone or behind a good header, are named and never crash us."""
    start = archive.read_bytes()[:100]
    tries = cases(40, 340)
    for head in (b"", start[:16], start):
        for _ in range(tries):
            path.write_bytes(head + random.randbytes(random.randint(100, 9000)))
            assert trouble(path) in ("not-an-archive", "damaged", "newer")
            assert not verify(path, KINDS).sound
    tally(noise=3 * tries)


def test_a_newer_file_is_left_alone(archive):
    """A file of a newer format keeps every byte, and both formats are named."""
    with closing(sqlite3.connect(archive)) as connection:
        connection.execute(f"PRAGMA user_version = {FORMAT + 3}")
    before = archive.read_bytes()
    with pytest.raises(Trouble) as caught:
        opened(archive)
    assert caught.value.code == "newer"
    assert (caught.value.facts["ours"], caught.value.facts["theirs"]) == (FORMAT, FORMAT + 3)
    with pytest.raises(Trouble, match="newer"):
        verify(archive, KINDS)
    assert archive.read_bytes() == before
    tally(newer=1)


def test_a_newer_format_that_only_the_wal_knows(archive, tmp_path):
    """Even when a crash left the newer format number in the WAL, the file is refused as newer."""
    crashed = tmp_path / "crashed"
    with closing(sqlite3.connect(archive, isolation_level=None)) as newer:
        newer.execute(f"PRAGMA user_version = {FORMAT + 1}")
        shutil.copy(archive, crashed)
        shutil.copy(f"{archive}-wal", f"{crashed}-wal")
    with pytest.raises(Trouble, match="newer"):
        opened(crashed)
    tally(newer=1)


def test_a_file_without_its_end_is_damaged(archive):
    """A file that is shorter than its header says is named as damaged before SQLite sees it."""
    whole = archive.read_bytes()
    for length in (0, 1, 15, 16, 99, 100, 4096, len(whole) // 2, len(whole) - 1):
        archive.write_bytes(whole[:length])
        assert trouble(archive) == "damaged"


PROMISED = {
    "locking_mode": "exclusive",
    "journal_mode": "wal",
    "synchronous": 2,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "recursive_triggers": 1,
}


def test_settings_are_in_force(path):
    """Every setting that the record's promises rest on is in force, when it is made and when it is opened."""
    for _ in range(2):
        with opened(path, create=True) as record:
            found = {name: record._db.execute(f"PRAGMA {name}").fetchone()[0] for name in PROMISED}
        assert found == PROMISED
    assert [name for name, _, _ in file.PRAGMAS][:2] == ["locking_mode", "journal_mode"]


def test_setting_that_does_not_hold_is_refused(archive, monkeypatch):
    """If SQLite does not take a setting, the archive is not opened on worse terms."""
    monkeypatch.setattr(file, "PRAGMAS", (*file.PRAGMAS, ("synchronous", "OFF", 2)))
    with pytest.raises(Trouble, match="unsafe-settings"):
        opened(archive)
    assert not held


def test_a_strange_trigger_is_refused(archive):
    """A trigger or table that came with a file does not run as ours, and a missing one is noticed."""
    changes = (
        "CREATE TRIGGER spy AFTER INSERT ON journal BEGIN SELECT 1; END",
        "CREATE VIEW spy AS SELECT 1",
        "CREATE TABLE spy (x)",
        "DROP TRIGGER journal_stays",
    )
    whole = archive.read_bytes()
    for change in changes:
        archive.write_bytes(whole)
        with closing(sqlite3.connect(archive)) as intruder:
            intruder.execute(change)
        assert trouble(archive) == "damaged"
        assert "schema" in {finding.code for finding in verify(archive, KINDS).findings}


def test_one_archive_is_open_once_in_a_process(archive):
    """The same file is not opened a second time here, by whatever name: that would drop our locks on it."""
    link = archive.with_name("link")
    link.symlink_to(archive)
    with opened(archive) as record:
        for path in (archive, link):
            with pytest.raises(Trouble, match="locked"):
                opened(path)
            with pytest.raises(Trouble, match="locked"):
                verify(path, KINDS)
        add(record, Noted("仍然可用"))
    opened(archive).close()


HOLDER = """
import sys
from pathlib import Path
from tests.record.toys import opened
with opened(Path(sys.argv[1])):
    print("holding", flush=True)
    sys.stdin.read()
"""


def test_locked_by_another_process(archive):
    """While another process has the archive open, opening and verifying say so; afterwards both work."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(archive)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": f"{SRC}{os.pathsep}{SRC.parent}"},
    ) as other:
        assert other.stdout.readline() == b"holding\n"
        with pytest.raises(Trouble, match="locked"):
            opened(archive)
        with pytest.raises(Trouble, match="locked"):
            verify(archive, KINDS)
        other.communicate()
    opened(archive).close()
    assert verify(archive, KINDS).sound


GUEST = """
import os, sys
from pathlib import Path
from tests.record.toys import KINDS, opened
from facilitator.acts import Trouble
from facilitator.record.verify import verify
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
def ask(work):
    try:
        return work()
    except Trouble as trouble:
        return trouble.code
path = Path(sys.argv[1])
print(ask(lambda: opened(path).close() or "opened"))
print(ask(lambda: opened(path.with_name("new"), create=True).close() or "opened"))
print(ask(lambda: "sound" if verify(path, KINDS).sound else "unsound"))
"""


@pytest.mark.skipif(os.name != "posix", reason="permission bits are POSIX")
@pytest.mark.parametrize(
    ("folder_mode", "file_mode", "expected"),
    [
        (0o777, 0o444, ["read-only", "opened", "sound"]),
        (0o555, 0o666, ["read-only", "read-only", "sound"]),
        (0o777, 0o000, ["read-only", "opened", "read-only"]),
    ],
)
def test_read_only(archive, folder_mode, file_mode, expected):
    """Where we may not write, the archive is not opened for writing, can be verified, and keeps every byte."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "archive"
        shutil.copy(archive, path)
        path.chmod(file_mode)
        Path(name).chmod(folder_mode)
        answer = subprocess.run(
            [sys.executable, "-c", GUEST, str(path)],
            env={**os.environ, "PYTHONPATH": f"{SRC}{os.pathsep}{SRC.parent}"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        Path(name).chmod(0o755)
        path.chmod(0o644)
        assert answer == expected
        assert path.read_bytes() == archive.read_bytes()


def test_creating_fails_whole(path, monkeypatch):
    """A failure at any statement of making an archive leaves no archive, no leftovers, and can be repeated."""

    class Failing(file.Connection):
        left = 0

        def execute(self, sql, *arguments):
            if Failing.left == 0:
                error = sqlite3.OperationalError("disk I/O error")
                error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
                raise error
            Failing.left -= 1
            return super().execute(sql, *arguments)

    monkeypatch.setattr(file, "Connection", Failing)
    for statement in range(100):
        Failing.left = statement
        try:
            file._create(path)
        except Trouble as caught:
            code = caught.code
        else:
            break
        assert code == "disk-error"
        assert list(path.parent.iterdir()) == []
    assert statement > 20
    monkeypatch.undo()
    with opened(path) as record:
        live_through(record)
        assert len(history(record)) == 3


def test_an_archive_that_appears_meanwhile_wins(archive):
    """Two programs that create the same archive at once: the first one's stays."""
    before = archive.read_bytes()
    file._create(archive)
    assert archive.read_bytes() == before
    assert list(archive.parent.iterdir()) == [archive]
