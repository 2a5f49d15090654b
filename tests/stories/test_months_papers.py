"""What comes after the sample meetings: its notices, sheets and lists, held against golden ones.

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
from facilitator.export import Source, body_material, material, papers
from facilitator.papers.kinds.withheld import withheld
from facilitator.papers.markdown import write_markdown
from facilitator.papers.model import Seal
from facilitator.session import Session
from tests.stories.months import COUNCIL, FORUM, played

GOLDEN = Path(__file__).parent / "golden" / "after"
NOW = datetime.fromisoformat("2027-04-20T10:00:00+08:00")
HEAD = re.compile("`[0-9a-f]{4}[0-9a-f ]{35,60}`")
"""A head of a history is another every time where somebody's data stands beside it."""
SEEN = [
    *((COUNCIL, kind, "2") for kind in ("resolution", "slip", "outcome", "followup")),
    (COUNCIL, "outcome", "1"),
    (COUNCIL, "followup", "1"),
    (FORUM, "followup", "group/g4"),
]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """The months after, in April 2027."""
    path = tmp_path_factory.mktemp("months") / "months.facilitator"
    made = played(path, clock=ToldClock(NOW))
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


@pytest.mark.parametrize("version", ["zh", "zh-public", "en"])
@pytest.mark.parametrize(("meeting", "kind", "matter"), SEEN)
def test_every_paper_of_a_matter_is_the_golden_one(
    session: Session, meeting: str, kind: str, matter: str, version: str
) -> None:
    """Each says word for word what the golden one says, in full, in public and in English."""
    lang, _, public = version.partition("-")
    source = material(
        session, meeting, lang=lang, public=bool(public), matter=matter, pictured=True
    )
    golden(source, kind, f"{kind}-{matter.replace('/', '-')}-{meeting[:3]}-{version}")


@pytest.mark.parametrize("version", ["zh", "zh-public", "en"])
@pytest.mark.parametrize("kind", ["open-matters", "calls", "decisions"])
def test_every_list_of_the_archive_is_the_golden_one(
    session: Session, kind: str, version: str
) -> None:
    """What is still to be done, calls and decisions, of all bodies."""
    lang, _, public = version.partition("-")
    golden(body_material(session, lang=lang, public=bool(public)), kind, f"{kind}-{version}")


def test_a_sheet_bears_the_head_of_its_history(session: Session) -> None:
    """That of the follow-up, not of the meeting, and how many entries it has."""
    (sheet,) = papers(material(session, COUNCIL, matter="1"), "followup")
    version, digest = session.head(session.following(COUNCIL, 1).stream)
    (seal,) = [block for block in sheet.blocks if isinstance(block, Seal)]
    assert seal.qr == digest
    assert seal.head.replace(" ", "") == digest[:32]
    assert f"共{version}条" in seal.text


@pytest.mark.parametrize(("meeting", "kind", "matter"), SEEN)
def test_no_public_paper_names_whoever_objected(
    session: Session, meeting: str, kind: str, matter: str
) -> None:
    """Neither name nor address nor telephone; that somebody is kept back is told beside the preview."""
    full = material(session, meeting, matter=matter, pictured=True)
    public = material(session, meeting, matter=matter, public=True, pictured=True)
    said = "".join(map(write_markdown, papers(public, kind)))
    whole = "".join(map(write_markdown, papers(full, kind)))
    story = public.stories[matter]
    people = [p for e in story.case.chronicle if (p := getattr(e.event, "person", None))]
    assert not any(part and part in said for p in people for part in (p.name, p.address, p.phone))
    named = any(person.name in whole for person in people)
    assert withheld(public, kind).objectors == named
