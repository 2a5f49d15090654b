"""Archives of earlier formats, as they were made then: each opens for ever, and nothing in it changes.

After a wanted change of words make the golden minutes anew: FACILITATOR_GOLDEN=write, then read the difference.
"""

import lzma
import os
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from facilitator.acts import Trouble
from facilitator.export import material, texts
from facilitator.opening import open_session
from facilitator.record import file
from facilitator.record.archive import Record
from facilitator.record.header import FORMAT, read_header
from facilitator.record.registers.product import KINDS, REGISTERS
from facilitator.record.verify import verify
from tests.proofs import tally

GOLDEN = Path(__file__).parent / "golden"
HEADS = {
    "body/qingyuanli": "fe944867bced9b863d45f4c6742e5eff68023dc7cbf10e5362f07cf275f74ae9",
    "body/songbaigang": "538795b6ba8c9134a2fda231f832d6790a25ed8a4b7e6fcb8d364c5f49e96d60",
    "meeting/qyl-2026-11-21": "2895dbfd39bec1e2d65d35806d967ce8975f6c728ea3a9956e92bb3893e555b9",
    "meeting/sbg-2026-11-27": "843b24ab36ef905bf117ba747994e4b86653b681f640f1a40d6d5cf170b80d8d",
}
"""A council's evening and a forum's day; two people of the first were erased afterwards."""


@pytest.fixture(params=range(1, FORMAT), ids="format-{}".format)
def golden(request, tmp_path):
    """Return the path of an archive of an earlier format, as a release of that time left it."""
    path = tmp_path / "archive.facilitator"
    packed = GOLDEN / f"format-{request.param}.facilitator.xz"
    path.write_bytes(lzma.decompress(packed.read_bytes()))
    assert read_header(path).format == request.param
    return path


def test_an_old_archive_is_verified_as_it_is(golden):
    """The verifier finds an older archive sound, changes nothing of it, and knows the heads of its papers."""
    before = golden.read_bytes()
    report = verify(golden, KINDS, HEADS["meeting/sbg-2026-11-27"], registers=REGISTERS)
    assert report.findings == ()
    assert {one.head.stream: one.head.hash for one in report.streams} == HEADS
    assert golden.read_bytes() == before


def test_an_old_archive_opens_and_goes_on(golden):
    """It is led to today's format with every event as it was; whatever today's has can then be used."""
    with Record.open(golden, KINDS, registers=REGISTERS) as record:
        assert {head.stream: head.hash for head in record.streams()} == HEADS
        assert all(list(record.read(stream)) for stream in HEADS)
        assert record.file("0" * 64) is None
    assert read_header(golden).format == FORMAT
    assert verify(golden, KINDS, registers=REGISTERS).sound
    tally(old=1)


def test_leading_to_a_new_format_is_whole(golden, monkeypatch):
    """Stopped at any statement, an archive is of its old format or of the new one, and opens afterwards."""

    class Failing(file.Connection):
        left = 0

        def execute(self, sql, *arguments):
            if Failing.left == 0:
                error = sqlite3.OperationalError("disk I/O error")
                error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
                raise error
            Failing.left -= 1
            return super().execute(sql, *arguments)

    whole = golden.read_bytes()
    old, found = read_header(golden).format, []
    monkeypatch.setattr(file, "Connection", Failing)
    for statement in range(100):
        golden.write_bytes(whole)
        Failing.left = statement
        try:
            file.open_file(golden).close()
        except Trouble:
            Failing.left = 10_000
            found.append(read_header(golden).format)
            file.open_file(golden).close()
            assert read_header(golden).format == FORMAT
        else:
            break
    assert set(found) == {old, FORMAT}
    tally(faults=len(found))


RELEASED = {"1.0.0": (2, "1891575ac94015095172e059eba2c55376db5d078e5fb4d4d3564b78b47de397")}
"""Each released version, the format it wrote, and the digest of all heads of its archive."""
EVENINGS = ("sbg-2026-11-27", "sbg-2027-02-26")
"""The meetings of the council in it."""


@pytest.mark.parametrize("version", RELEASED)
def test_an_archive_of_a_released_version_is_sound_for_ever(version, tmp_path):
    """A council, a forum, what became of them with photographs, and a round with its selection."""
    path = tmp_path / "archive.facilitator"
    path.write_bytes(lzma.decompress((GOLDEN / f"{version}.facilitator.xz").read_bytes()))
    made, heads = RELEASED[version]
    assert read_header(path).format == made
    assert verify(path, KINDS, registers=REGISTERS).findings == ()
    with Record.open(path, KINDS, registers=REGISTERS) as record:
        said = sorted(f"{head.stream} {head.hash}" for head in record.streams())
        assert sha256("\n".join(said).encode()).hexdigest() == heads
        rooms = {line.partition("/")[0] for line in said}
        assert rooms >= {"body", "call", "followup", "intake", "meeting"}
    assert verify(path, KINDS, registers=REGISTERS).sound
    tally(old=1)


@pytest.mark.parametrize("version", RELEASED)
def test_minutes_from_an_archive_of_a_released_version_say_what_they_said(version, tmp_path):
    """Word for word, in Chinese: an old archive still gives the paper that hangs on the wall."""
    path, golden = tmp_path / "archive.facilitator", GOLDEN / f"{version}.minutes.zh.md"
    path.write_bytes(lzma.decompress((GOLDEN / f"{version}.facilitator.xz").read_bytes()))
    with closing(open_session(str(path))) as session:
        sources = [material(session, meeting) for meeting in EVENINGS]
        said = "\n".join(text for one in sources for text in texts(one, "summary", "md"))
    if os.environ.get("FACILITATOR_GOLDEN") == "write":
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")
