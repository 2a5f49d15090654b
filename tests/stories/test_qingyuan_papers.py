"""The papers of the round of 23 committees and of its selection meeting, held against golden ones.

To make the golden papers anew after a wanted change: FACILITATOR_GOLDEN=write, then read the difference.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from facilitator.clock import ToldClock
from facilitator.export import Source, material, papers, project_material, round_material
from facilitator.opening import open_session
from facilitator.papers.markdown import write_markdown
from facilitator.session import Session
from tests.stories.qingyuan import MEETING, ROUND, Qingyuan

GOLDEN = Path(__file__).parent / "golden" / "round"
NOW = datetime.fromisoformat("2026-11-29T10:00:00+08:00")
HEAD = re.compile("`[0-9a-f]{4}[0-9a-f ]{35,60}`")
"""A head of a history is another every time where somebody's data stands beside it."""
OF_PROJECT = [
    ("12-1", "needs"),
    ("12-1", "proposal"),
    ("10-1", "team"),
    ("10-1", "monitoring"),
    ("10-1", "closing"),
    ("05-1", "closing"),
    ("04-1", "closing"),
]
VERSIONS = ["zh", "zh-public", "en"]


@pytest.fixture(scope="module")
def session(qingyuan: Qingyuan) -> Iterator[Session]:
    """The round, played, on a day in November 2026."""
    made = open_session(str(qingyuan.archive), clock=ToldClock(NOW))
    yield made
    made.close()


def golden(source: Source, kind: str, name: str) -> None:
    """Compare the papers of a kind with those that were kept."""
    found = HEAD.sub("`…`", "\n\n---\n\n".join(map(write_markdown, papers(source, kind))))
    path = GOLDEN / f"{name}.md"
    if os.environ.get("FACILITATOR_GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, "utf-8")
    assert found == path.read_text("utf-8")


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("kind", ["notice", "record", "selection-result", "selection-ballots"])
def test_every_paper_of_the_selection_is_the_golden_one(
    session: Session, kind: str, version: str
) -> None:
    """Each says word for word what the golden one says, in full, in public and in English."""
    lang, _, public = version.partition("-")
    source = material(session, MEETING, lang=lang, public=bool(public))
    golden(source, kind, f"{kind}-{version}")


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(("project", "kind"), OF_PROJECT)
def test_every_paper_of_a_project_is_the_golden_one(
    session: Session, project: str, kind: str, version: str
) -> None:
    """From the needs sheet to the closing report with the look twelve months later."""
    lang, _, public = version.partition("-")
    source = project_material(session, ROUND, project, lang=lang, public=bool(public))
    golden(source, kind, f"{kind}-{project}-{version}")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_list_of_the_round_is_the_golden_one(session: Session, lang: str) -> None:
    """All 23 with stage and money."""
    golden(round_material(session, ROUND, lang=lang), "projects", f"projects-{lang}")
