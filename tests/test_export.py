"""Papers written elsewhere while the meeting goes on."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from facilitator.acts import RuleViolation
from facilitator.bodies.membership import VacateSeat
from facilitator.export import Frozen, frozen, material, papers
from facilitator.meeting.items import AddItem
from facilitator.meeting.lifecycle import ConveneMeeting, ReopenMeeting
from facilitator.meeting.notes import WriteNote
from facilitator.opening import open_session
from facilitator.papers.material import Material
from facilitator.papers.model import Paper
from facilitator.session import Session
from tests.cli.terminal import MEETING, played_evening

AT = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """The whole sample evening."""
    with closing(open_session(str(played_evening(tmp_path / "a.facilitator")))) as made:
        yield made


def written(source: Material) -> list[Paper]:
    return [
        paper
        for kind in ("notice", "signin", "record", "resolution")
        for paper in papers(source, kind)
    ]


def elsewhere(taken: Frozen) -> list[Paper]:
    """The papers as a worker writes them."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: written(taken.material())).result()


@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize("lang", ["", "en"])
def test_papers_of_a_frozen_meeting_are_those_of_the_meeting(
    session: Session, lang: str, public: bool
) -> None:
    """Nothing is lost on the way to a worker: every paper is the same, block for block."""
    at_once = written(material(session, MEETING, lang=lang, public=public))
    assert elsewhere(frozen(session, MEETING, lang=lang, public=public)) == at_once


def test_the_blocks_asked_for_come_along(session: Session) -> None:
    """A choice of blocks is part of what is frozen; so is every other wish, which can be changed afterwards."""
    taken = frozen(session, MEETING, blocks=("attendance",))
    at_once = material(session, MEETING, blocks=("attendance",))
    assert papers(taken.material(), "record") == papers(at_once, "record")
    public = dataclasses.replace(taken, public=True, blocks=())
    at_once = material(session, MEETING, public=True)
    assert papers(public.material(), "record") == papers(at_once, "record")


def test_what_happens_after_freezing_does_not_show(session: Session) -> None:
    """The papers, and the head on them, are of the moment they were asked for."""
    taken, before = frozen(session, MEETING), written(material(session, MEETING))
    session.do(ReopenMeeting(meeting=MEETING, reason="miscounted"), at=AT)
    session.do(WriteNote(meeting=MEETING, note="late", text="something new"), at=AT)
    assert elsewhere(taken) == before
    assert written(material(session, MEETING)) != before
    assert taken.seal.digest != session.head(f"meeting/{MEETING}")[1]


def test_a_meeting_that_is_prepared_is_frozen_with_the_body_of_that_moment(
    session: Session,
) -> None:
    """A notice names the members of the day it was asked for, whoever leaves meanwhile."""
    convene = ConveneMeeting(meeting="next", body="songbaigang", planned=AT, place="hall")
    session.do(convene, at=AT)
    session.do(AddItem(meeting="next", item="i1", title="楼道灯"), at=AT)
    taken, before = frozen(session, "next"), papers(material(session, "next"), "notice")
    session.do(VacateSeat(body="songbaigang", member="zhou-yumei", reason="moved away"), at=AT)
    assert papers(taken.material(), "notice") == before
    assert taken.material().meeting.is_member("zhou-yumei")
    assert not session.meeting("next").is_member("zhou-yumei")


def test_there_is_nothing_to_freeze_of_an_unknown_meeting(session: Session) -> None:
    """A meeting that is not there is refused at once, not in the worker."""
    with pytest.raises(RuleViolation, match="unknown-meeting"):
        frozen(session, "never")
