"""Personal data of members and guests, erased for good, while the record stays sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.acts import RuleViolation
from facilitator.bodies.membership import ErasePerson, VacateSeat
from facilitator.export import material, papers
from facilitator.meeting.attendance import EraseObserver
from facilitator.meeting.dismissing import DismissObserver
from facilitator.opening import open_session
from facilitator.papers.markdown import write_markdown
from tests.cli.terminal import MEETING, play, played_evening, run, until


def test_erased_people_are_gone_from_the_file_and_the_chain_still_holds(tmp_path: Path) -> None:
    """After an erasure no byte of name or telephone is in the file, and it verifies as sound."""
    archive = played_evening(tmp_path / "a.facilitator")
    session = open_session(str(archive))
    with session.record:
        session.do(VacateSeat(body="songbaigang", member="feng-jintian", reason="迁出"))
        session.do(ErasePerson(body="songbaigang", member="feng-jintian", reason="本人要求"))
        session.do(EraseObserver(meeting=MEETING, person_id="xie-wanyi", reason="本人要求"))
    data = archive.read_bytes()
    # The one note that names him is history and stays, in the journal and its register.
    assert data.count("冯锦添".encode()) == 2
    assert b"13800000006" not in data
    assert "谢婉仪".encode() not in data
    assert run("verify", archive).code == 0
    assert run("rebuild", archive).code == 0
    assert run("verify", archive).code == 0


def test_papers_after_an_erasure_call_people_by_their_seats(tmp_path: Path) -> None:
    """A record printed again names the seat of somebody erased, and nobody else changes."""
    archive = played_evening(tmp_path / "a.facilitator")
    session = open_session(str(archive))
    with session.record:
        session.do(EraseObserver(meeting=MEETING, person_id="xie-wanyi", reason="本人要求"))
        (paper,) = papers(material(session, MEETING), "signin")
    text = write_markdown(paper)
    assert "谢婉仪" not in text
    assert "叶永康" in text


def test_a_guest_who_is_taken_off_the_list_leaves_no_data(tmp_path: Path) -> None:
    """A name entered by mistake is in no byte of the file, and the record is sound and rebuilds the same."""
    archive = tmp_path / "a.facilitator"
    play(archive, *until("zheng-xiaotong"))
    session = open_session(str(archive))
    with session.record:
        session.do(DismissObserver(meeting=MEETING, person_id="xie-wanyi"))
        assert "xie-wanyi" not in session.names(session.meeting(MEETING))
    assert "谢婉仪".encode() not in archive.read_bytes()
    assert run("verify", archive).code == 0
    assert run("rebuild", archive).code == 0
    assert run("verify", archive).code == 0


def test_a_guest_is_not_erased_while_the_meeting_lasts(tmp_path: Path) -> None:
    """The record of a running meeting needs its people."""
    archive = tmp_path / "a.facilitator"
    play(archive, *until("floor.agree-limits"))
    session = open_session(str(archive))
    with session.record, pytest.raises(RuleViolation, match="meeting-lasts"):
        session.do(EraseObserver(meeting=MEETING, person_id="xie-wanyi", reason="r"))


def test_only_guests_are_erased_from_a_meeting(tmp_path: Path) -> None:
    """Members are erased from their body, unknown people from nowhere."""
    archive = played_evening(tmp_path / "a.facilitator")
    session = open_session(str(archive))
    with session.record, pytest.raises(RuleViolation, match="not-an-observer"):
        session.do(EraseObserver(meeting=MEETING, person_id="chen-guodong", reason="r"))
