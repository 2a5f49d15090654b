"""`facilitator export` of a project and of a round; and the same papers made from what was frozen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from facilitator import press
from facilitator.export import (
    PROJECT,
    frozen_project,
    frozen_round,
    papers,
    project_material,
    round_material,
)
from facilitator.opening import open_session
from facilitator.press import Order, packed
from facilitator.session import Session
from tests.cli.terminal import play, run

AT = "2027-01-02T09:00:00+08:00"
PROJECT_OF = {"round": "qy-2027", "project": "07-1"}
LINES = (
    {"do": "body.found", "body": "qy", "name": "Qingyuan", "charter": "selection_panel", "term": 1},
    {
        "do": "round.open",
        "round": "qy-2027",
        "body": "qy",
        "title": "Round of 2027",
        "places": [{"no": 7, "name": "Zaoyuanli"}],
    },
    {"do": "project.start", **PROJECT_OF, "place": 7, "title": "Meals", "group": "Old people"},
    {
        "do": "project.propose",
        **PROJECT_OF,
        "entry": "p1",
        "title": "Meals",
        "drafted_on": "2027-01-02",
        "goals": ["A hot meal"],
        "steps": [{"what": "Find a cook", "who": "Wang"}],
        "budget": [{"what": "Meals", "fen": 1200000}],
        "total": 1200000,
    },
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A round with one project that was proposed; exporting changes nothing in it."""
    made = tmp_path_factory.mktemp("round") / "a.facilitator"
    answer = play(made, *({"at": AT, **line} for line in LINES))
    assert answer.code == 0, answer.err
    return made


@pytest.fixture
def session(archive: Path) -> Iterator[Session]:
    """The same, opened."""
    with closing(open_session(str(archive))) as made:
        yield made


@pytest.mark.parametrize(
    ("named", "paper", "form"),
    [
        (("qy-2027/07-1",), "proposal", "docx"),
        (("--round", "qy-2027", "--project", "07-1"), "proposal-form", "pdf"),
        (("qy-2027",), "projects", "html"),
        (("--round", "qy-2027"), "projects", "docx"),
    ],
)
def test_a_project_is_named_by_its_round_and_number(
    archive: Path, tmp_path: Path, named: tuple[str, ...], paper: str, form: str
) -> None:
    """In one word or by options; a round by its name."""
    words = ("export", *named, "--paper", paper, "--format", form, "--out", tmp_path)
    answer = run(*words, "--archive", archive)
    assert answer.code == 0, answer.err
    (path,) = answer.out.splitlines()
    assert Path(path).stat().st_size > 1000


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("qy-2027/07-1", "--paper", "record"), "a paper of a meeting"),
        (("qy-2027", "--paper", "proposal"), "a paper of a project"),
        (("--project", "07-1", "--paper", "proposal"), "Name the --round"),
        (("--round", "qy-2027", "--body", "qy", "--paper", "projects"), "one of them"),
        (("qy-2027/07-1", "--paper", "team"), "nobody has joined the team yet"),
        (("qy-2027/07-9", "--paper", "proposal"), "no project 07-9"),
        (("qy-2099", "--paper", "projects"), "qy-2099"),
    ],
)
def test_what_does_not_go_together_is_refused_in_words(
    archive: Path, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    """Nothing is written then."""
    answer = run("export", *words, "--format", "pdf", "--out", tmp_path / "o", "--archive", archive)
    assert answer.code != 0
    assert said in answer.err
    assert not (tmp_path / "o").exists()


def test_what_was_frozen_gives_the_same_papers(session: Session) -> None:
    """A project, and a round with its projects, made anew elsewhere from what had happened."""
    now = project_material(session, "qy-2027", "07-1", lang="en").now
    for frozen, source, kind in (
        (
            frozen_project(session, "qy-2027", "07-1", lang="en"),
            project_material(session, "qy-2027", "07-1", lang="en"),
            "proposal",
        ),
        (
            frozen_round(session, "qy-2027", lang="en"),
            round_material(session, "qy-2027", lang="en"),
            "projects",
        ),
    ):
        again = replace(frozen, now=now).material()
        assert papers(again, kind) == papers(replace(source, now=now), kind)


def test_the_worker_counts_and_writes_the_papers_of_a_project(
    session: Session, tmp_path: Path
) -> None:
    """Blank forms are there from the beginning; what it keeps back in public is told."""
    parcel = packed(frozen_project(session, "qy-2027", "07-1", lang="en"))
    counts = press.counts(parcel, "en")
    assert tuple(counts) == PROJECT
    there = {"needs-form", "proposal-form", "proposal"}
    assert {kind for kind, count in counts.items() if count} == there
    (path,) = press.write(parcel, Order("proposal", "zh", public=True), "html", str(tmp_path))
    assert "项目申请书" in Path(path).read_text("utf-8")
    (name,) = press.file_names(parcel, Order("proposal", "en"), "pdf")
    assert name == "Project proposal 07-1 Meals en.pdf"
