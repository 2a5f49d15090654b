"""The sample forum, its day played in memory, and its papers held against golden ones.

To make the golden papers anew after a wanted change: FACILITATOR_GOLDEN=write, then read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from facilitator.export import PUBLIC_SET
from facilitator.papers.kinds import FORUM, PAPERS
from facilitator.papers.markdown import write_markdown
from tests.papers.forum_day import forum

GOLDEN = Path(__file__).parent / "golden" / "forum"
DAY = forum()
OWN = ("invitation", "cards", "doors", "wall", "reports", "proceedings", "record", "summary")
SEEN = [
    *((kind, "zh", False) for kind in OWN),
    *((kind, "zh", True) for kind in OWN if kind in PUBLIC_SET),
    *((kind, "en", False) for kind in ("invitation", "wall", "proceedings", "record")),
]
"""In English what differs most, in public what may be posted: the rest says the same."""


@pytest.mark.parametrize(("kind", "lang", "public"), SEEN)
def test_every_paper_of_the_day_is_the_golden_one(kind: str, lang: str, public: bool) -> None:
    """Each paper of the forum says word for word what the golden paper says."""
    made = PAPERS[kind](DAY.material(lang=lang, public=public))
    found = "\n\n---\n\n".join(map(write_markdown, made))
    golden = GOLDEN / lang / f"{kind}{'-public' if public else ''}.md"
    if os.environ.get("FACILITATOR_GOLDEN") == "write":
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(found, "utf-8")
    assert found == golden.read_text("utf-8")


def test_the_day_ends_as_the_case_says() -> None:
    """110 people, 28 topics in three rounds on eleven places; the script's two mistakes are refused."""
    meeting = DAY.meeting
    assert meeting.life.closed is not None
    assert (len(meeting.wall.topics), len(meeting.wall.counted())) == (28, 27)
    assert (len(meeting.matrix.places), len(meeting.rounds.held)) == (11, 3)
    assert len(meeting.reports.all) == 25
    assert (meeting.convergence.counted, meeting.convergence.expected) == (526, 530)
    assert len(meeting.groups.going()) == 6
    assert sorted(refusal.code for refusal in DAY.refused) == [
        "conveners-not-agreed",
        "fewer-heads-than-names",
    ]


def test_what_a_forum_lists_can_be_printed_or_says_why_not() -> None:
    """No kind of a forum's list fails, at the end of its day or in the middle of it."""
    for kind in FORUM:
        if kind not in ("ballots", "outcome"):
            assert PAPERS[kind](DAY.material()), kind
