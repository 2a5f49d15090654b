"""An archive that is moved away while it is open."""

import os

import pytest

from facilitator.acts import Trouble
from facilitator.commands import read_line
from facilitator.demo.stage import EVENING, script
from facilitator.meeting.notes import WriteNote
from facilitator.opening import open_session


@pytest.mark.skipif(os.name != "posix", reason="elsewhere an open file cannot be moved")
def test_nothing_counts_as_recorded_in_a_file_that_is_not_there(tmp_path):
    """Moved or deleted, it is trouble at once; back in its place, acts are recorded again and are there."""
    path, away = tmp_path / "a.facilitator", tmp_path / "b.facilitator"
    session = open_session(str(path), create=True)
    for line in script()[:43]:
        said = read_line(line)
        session.do(said.command, at=said.at, actor=said.by)
    note = WriteNote(meeting=EVENING, note="n", text="一句")
    path.rename(away)
    with pytest.raises(Trouble, match="no-file"):
        session.do(note)
    assert "n" not in session.meeting(EVENING).notes.lines
    away.rename(path)
    session.do(note)
    session.close()
    again = open_session(str(path))
    assert again.meeting(EVENING).notes.lines["n"].text == "一句"
    again.close()
