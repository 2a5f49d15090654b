"""What a format says of itself."""

from __future__ import annotations

import pytest

from facilitator import presets
from facilitator.acts import RuleViolation
from facilitator.meeting.format import Stage


def test_a_format_knows_which_parts_its_meetings_use() -> None:
    """A forum has a wall and, for the debate afterwards, polls; a council has no wall."""
    forum, council = presets.format_of("open_space"), presets.format_of("yishihui")
    assert all(forum.has(part) for part in ("wall", "polls"))
    assert not council.has("wall")


def test_a_forum_has_a_course_and_a_council_is_one_thing() -> None:
    """Several phases run one after another, or one does."""
    assert presets.format_of("open_space").has_course
    assert not presets.format_of("yishihui").has_course


def test_the_first_phase_of_each_stage_is_found() -> None:
    """A name that no phase bears is refused with those there are."""
    forum = presets.format_of("open_space")
    first = [phase.key for stage in Stage if (phase := forum.first(stage))]
    assert first == ["invite", "opening", "market", "circle", "closed"]
    with pytest.raises(RuleViolation, match="unknown-phase"):
        forum.phase("dancing")
