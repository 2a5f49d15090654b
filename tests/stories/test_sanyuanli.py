"""The sample evening, from the demo command to its papers, held against golden ones.

To make the golden papers anew after a wanted change: FACILITATOR_GOLDEN=write, then read the difference.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.export import material, papers
from facilitator.opening import open_session
from facilitator.papers.kinds import COUNCIL
from facilitator.papers.markdown import write_markdown
from facilitator.session import Session
from tests.cli.terminal import MEETING, run

GOLDEN = Path(__file__).parent / "golden"
OF_THE_EVENING = tuple(kind for kind in COUNCIL if kind not in ("outcome", "followup"))
"""What comes after a meeting has a story of its own."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the demo command leaves behind."""
    out = tmp_path_factory.mktemp("demo")
    answer = run("demo", "--out", out, lang="zh")
    assert answer.code == 0, answer.err
    assert "[not-present]" in answer.out
    return out


@pytest.fixture(scope="module")
def session(folder: Path) -> Iterator[Session]:
    """A copy of the demo's archive, opened."""
    copy = folder / "copy.facilitator"
    shutil.copyfile(folder / "demo.facilitator", copy)
    opened = open_session(str(copy))
    with opened.record:
        yield opened


def text(session: Session, kind: str, lang: str, public: bool) -> str:
    source = material(session, MEETING, lang=lang, public=public)
    return "\n\n---\n\n".join(write_markdown(paper) for paper in papers(source, kind))


@pytest.mark.parametrize("public", [False, True], ids=["full", "public"])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", OF_THE_EVENING)
def test_every_paper_is_the_golden_one(
    session: Session, kind: str, lang: str, public: bool
) -> None:
    """Each paper of the evening says word for word what the golden paper says."""
    found = text(session, kind, lang, public)
    golden = GOLDEN / lang / f"{kind}{'-public' if public else ''}.md"
    if os.environ.get("FACILITATOR_GOLDEN") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(found, "utf-8")
    assert found == golden.read_text("utf-8")


def test_the_papers_lie_in_both_languages(folder: Path) -> None:
    """The demo leaves eight papers in two languages as DOCX, PDF and HTML, those of decisions twice."""
    for lang in ("zh", "en"):
        names = [path.suffix for path in (folder / lang).iterdir() if path.is_file()]
        assert {form: names.count(form) for form in set(names)} == {
            ".docx": 11,
            ".pdf": 11,
            ".html": 11,
            ".md": 2,
            ".json": 2,
        }


def test_the_evening_ends_as_the_case_says(session: Session) -> None:
    """Two decisions; the splits, shortfalls and dates of the case sheet."""
    one = session.meeting(MEETING)
    polls = one.polls.all
    figures = {
        key: (p.outcome.verdict.value, p.outcome.tally.in_favour, p.outcome.missing)
        for key, p in polls.items()
        if p.outcome
    }
    assert figures == {
        "p-a2": ("passed", 11, 0),
        "p2": ("passed", 10, 0),
        "p3": ("failed", 8, 1),
        "p4": ("passed", 9, 0),
        "p5": ("failed", 8, 1),
    }
    assert polls["p2"].outcome is not None
    split = {key: tally.in_favour for key, tally in polls["p2"].outcome.groups.items()}
    assert split == {"established": 5, "new": 5, "office": 0}
    assert sorted(one.decisions.all) == [1, 2]
    assert one.agenda.item("i4").state.value == "postponed"


def test_the_archive_the_demo_leaves_is_sound(folder: Path, session: Session) -> None:
    """The head on the printed record is found in the archive."""
    head = session.record.head(f"meeting/{MEETING}").hash
    assert run("verify", folder / "demo.facilitator", "--paper", head).code == 0


def test_the_demo_plays_the_forum_too(folder: Path, session: Session) -> None:
    """The same archive holds the forum's day, closed; its papers lie beside those of the evening."""
    assert session.meeting("qyl-2026-11-21").life.closed is not None
    for lang in ("zh", "en"):
        papers_of_the_day = list((folder / "forum" / lang).iterdir())
        assert {".docx", ".pdf", ".html"} <= {path.suffix for path in papers_of_the_day}
        assert list((folder / "forum" / lang / "public").glob("*.pdf"))
