"""The verifier looks and never touches, at whatever state a crash left the files in."""

import shutil

import pytest

from facilitator.acts import Trouble
from facilitator.record import verify as verifier
from facilitator.record.verify import verify
from tests.record.toys import KINDS, MEETING, REGISTERS, Noted, add, live_through, opened, tampering


def files(path):
    """Return every file beside the archive, with its bytes and the time of its last change."""
    return {one.name: (one.read_bytes(), one.stat().st_mtime_ns) for one in path.parent.iterdir()}


def test_verifying_changes_nothing(archive):
    """After verifying, no byte and no time of the archive has changed, and nothing lies beside it."""
    before = files(archive)
    assert verify(archive, KINDS, registers=REGISTERS).sound
    assert files(archive) == before


def test_what_waits_in_the_wal_is_verified_too(archive, tmp_path):
    """What a crash left in the WAL is part of the record: it is examined, and left where it is."""
    crashed = tmp_path / "crashed" / "archive"
    crashed.parent.mkdir()
    with opened(archive) as record:
        add(record, Noted("最后一句"))
        head = record.head(MEETING)
        shutil.copy(archive, crashed)
        shutil.copy(f"{archive}-wal", f"{crashed}-wal")
    before = files(crashed)
    assert len(before) == 2
    report = verify(crashed, KINDS, head.short, registers=REGISTERS)
    assert report.sound
    assert report.paper == head
    assert files(crashed) == before
    crashed.with_name("archive-wal").unlink()
    assert "paper-unknown" in {one.code for one in verify(crashed, KINDS, head.short).findings}


def test_missing_files_are_trouble(path):
    """Nothing to examine is not damage: it is said as what it is."""
    for place, code in ((path, "no-file"), (path.parent / "nowhere" / "a", "no-folder")):
        with pytest.raises(Trouble, match=code):
            verify(place, KINDS)


def test_any_exception_is_damage(archive, monkeypatch):
    """Whatever fails while examining is a finding with the name of the check, and the others still run."""

    def broken(inspection):
        raise RuntimeError("unexpected")

    monkeypatch.setattr(verifier, "CHECKS", (broken, *verifier.CHECKS))
    report = verify(archive, KINDS)
    assert [one.code for one in report.findings] == ["exception"]
    assert "unexpected" in report.findings[0].facts["error"]
    assert len(report.streams) == 3


def test_examining_ends(archive, monkeypatch):
    """A file that would keep SQLite busy for ever is given up as damaged after so many steps."""
    with opened(archive) as record:
        live_through(record, notes=150)
    monkeypatch.setattr(verifier, "STEPS_AT_LEAST", 10_000)
    monkeypatch.setattr(verifier, "STEPS_PER_BYTE", 0)
    report = verify(archive, KINDS)
    assert "interrupted" in report.findings[0].facts["error"]


def test_undamaged_streams_are_named(archive):
    """Damage in one stream does not hide that the others are sound."""
    with tampering(archive) as db:
        db.execute("UPDATE journal SET at = 'gestern' WHERE stream = ? AND version = 4", (MEETING,))
    report = verify(archive, KINDS)
    assert [(one.head.stream == MEETING, one.sound) for one in report.streams] == [
        (True, False),
        (False, True),
        (False, True),
    ]


def test_unknown_events_are_named(archive):
    """An event of a kind this version does not know is a finding, and the chain is still followed."""
    report = verify(archive, KINDS[1:])
    assert {one.code for one in report.findings} == {"unknown-kind"}
    assert all(one.head.version > 10 for one in report.streams)
