"""One thread with one number: where it begins, what it is called, what was struck and erased."""

from __future__ import annotations

import pytest

from facilitator import rounds
from facilitator.acts import RuleViolation
from facilitator.rounds.needs import Announced, AnnounceInPublic
from facilitator.rounds.project import (
    DropProjectFile,
    Initiator,
    Project,
    ProjectFileDropped,
    SetTarget,
    StartProject,
    StrikeFromProject,
    number_at,
    place_of,
    project_of,
    stream_of,
)
from tests.rounds.office import DRAFTED, NUMBER, Office, photo

STARTS = {"place": 7, "title": "Warm meals", "group": "Old people alone"}


def test_a_project_begins_at_a_place_of_an_open_round():
    """Once, for somebody, and only where a round knows the place."""
    office = Office()
    assert office.code(StartProject, **STARTS) == "unknown-round"
    office.open()
    assert office.code(SetTarget, title="t", group="g") == "unknown-project"
    assert office.code(StartProject, **{**STARTS, "place": 8}) == "unknown-round-place"
    assert office.code(StartProject, **{**STARTS, "group": ""}) == "text-missing"
    assert office.code(StartProject, **{**STARTS, "title": " "}) == "text-missing"
    assert office.code(StartProject, **STARTS, people=-1) == "number-range"
    office.now(StartProject, **STARTS, people=140, why="alone", initiator=Initiator.RESIDENTS)
    assert office.code(StartProject, **STARTS) == "project-exists"
    project = office.project
    assert (project.round_id, project.number, project.title) == ("qy", NUMBER, "Warm meals")
    assert project_of(project.stream) == ("qy", NUMBER)


@pytest.mark.parametrize(
    "number", ["07-0", "7-1", "07-01", "07-100", "007-1", "07", "ab-1", "12-1"]
)
def test_a_number_is_that_of_the_place_and_a_running_one(number: str):
    """So that committees can write apart and nothing clashes when archives come together."""
    office = Office(number=number)
    office.open()
    assert office.code(StartProject, **STARTS) == "project-number"


def test_numbers_sort_by_place():
    """Two digits at least; three where a place has three."""
    assert [number_at(7, 1), number_at(23, 12), number_at(100, 1)] == ["07-1", "23-12", "100-1"]
    assert [place_of("07-1"), place_of("23-12"), place_of("100-1")] == [7, 23, 100]
    assert stream_of("qy", "07-1") == "project/qy/07-1"


def test_names_that_are_no_names_are_refused():
    """Round and number become part of the stream's name."""
    for round_, number, code in (("a/b", "07-1", "bad-id"), ("qy", "07/1", "bad-id")):
        command = StartProject(round=round_, project=number, **STARTS)
        with pytest.raises(RuleViolation, match=code):
            rounds.decide(Project("project/qy/07-1"), command)


def test_whom_it_is_for_can_change_and_stays_readable():
    """The thread has both; the last word is what it is called."""
    office = Office().open().start()
    office.now(SetTarget, title="Warm meals and talk", group="Old people", people=150)
    assert office.project.title == "Warm meals and talk"
    assert office.project.project.title == "Warm meals"
    assert office.project.target is not None
    assert office.project.target.people == 150


def test_without_its_round_nothing_is_known_of_money():
    """A project whose round is not here asks for it."""
    office = Office().open().start()
    office.without_round = True
    with pytest.raises(RuleViolation, match="unknown-round"):
        _ = office.project.granted_fen


def announced() -> Office:
    """A notice with two photos."""
    office = Office().open().start()
    photos = (photo(), photo("b.jpg", "b"))
    said = {"what": Announced.OTHER, "on": DRAFTED, "begins": DRAFTED}
    office.now(AnnounceInPublic, entry="x1", **said, attached=photos)
    return office


def test_a_photo_is_dropped_once_and_its_name_stays():
    """The deed names it; what is not attached here cannot be dropped from here."""
    office = announced()
    assert office.project.chronicle[-1].event.files == ("a" * 64, "b" * 64)
    (event,) = office.now(DropProjectFile, hash="b" * 64, reason="a child is on it")
    assert event == ProjectFileDropped(hash="b" * 64, name="b.jpg", reason="a child is on it")
    assert event.drops == ("b" * 64,)
    assert office.project.file_names() == {"a" * 64: "gate.jpg"}
    assert office.code(DropProjectFile, hash="b" * 64, reason="again") == "unknown-file"
    assert office.code(DropProjectFile, hash="a" * 64, reason="") == "text-missing"


def test_what_is_struck_counts_no_more_and_stays_readable():
    """Once, with a reason; its id is not given again."""
    office = announced()
    assert office.code(StrikeFromProject, entry="x1", reason="") == "text-missing"
    office.now(StrikeFromProject, entry="x1", reason="another project")
    assert office.project.standing() == ()
    assert list(office.project.entries) == ["x1"]
    assert office.code(StrikeFromProject, entry="x1", reason="x") == "entry-struck"
    said = {"what": Announced.OTHER, "on": DRAFTED, "begins": DRAFTED}
    assert office.code(AnnounceInPublic, entry="x1", **said) == "entry-exists"
