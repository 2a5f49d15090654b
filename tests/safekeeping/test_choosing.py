"""Choosing a backup: what there is, what was recorded since, what would be lost, and what that is called."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from facilitator.acts import RuleViolation
from facilitator.commands import read_line
from facilitator.safekeeping.backing import back_up
from facilitator.safekeeping.choosing import choices, plan
from facilitator.safekeeping.taking import begin
from facilitator.session import Session
from tests.cli.terminal import evening_lines, until
from tests.safekeeping.test_backing import AT, act


def test_each_says_what_was_recorded_since_while_the_archive_is_open(
    session: Session, archive: Path, folder: Path
) -> None:
    """Newest first, told by a copy; a backup of another archive is not among them."""
    first = back_up(session, folder, AT)
    act(session)
    second = back_up(session, folder, AT + timedelta(hours=1))
    begun = len(until("floor.agree-limits"))
    for line in evening_lines()[begun : begun + 3]:
        said = read_line(line)
        session.do(said.command, at=said.at, actor=said.by)
    raw = begin(session).run()
    found = choices(folder, archive, raw)
    assert [one.backup for one in found] == [second, first]
    assert [one.since and one.since.meetings for one in found] == [1, 1]
    (later, earlier) = (one.since for one in found)
    assert later is not None
    assert earlier is not None
    assert earlier.events == later.events + 1
    told = plan(archive, first.path, raw)
    assert told.plan.archive == archive
    assert [one.stream for one in told.plan.lost] == ["body/songbaigang", "meeting/sbg-2026-11-27"]
    assert told.histories["body/songbaigang"].body == "松柏岗社区共治议事会"
    meeting = told.histories["meeting/sbg-2026-11-27"]
    assert (meeting.body, meeting.day) == ("松柏岗社区共治议事会", date(2026, 11, 27))
    with pytest.raises(RuleViolation, match="backup-is-archive"):
        plan(archive, archive, raw)


def test_without_a_copy_backups_are_told_by_the_name_of_the_file(
    session: Session, archive: Path, folder: Path
) -> None:
    """A damaged archive cannot say which are its own; if none bears its name, all are offered."""
    made = back_up(session, folder, AT)
    session.close()
    assert [(one.backup, one.since) for one in choices(folder, archive)] == [(made, None)]
    other = archive.with_name("other.facilitator")
    assert [one.backup for one in choices(folder, other)] == [made]
    back_up_of_other = folder / made.path.name.replace("_archive_", "_other_")
    back_up_of_other.write_bytes(made.path.read_bytes())
    assert [one.backup.path for one in choices(folder, other)] == [back_up_of_other]
    told = plan(archive, made.path)
    assert (told.histories, told.bodies) == ({}, ())
    archive.unlink()
    assert plan(archive, made.path).bodies == ("松柏岗社区共治议事会",)
