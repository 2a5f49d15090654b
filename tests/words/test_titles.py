"""Words for states, kinds and choices."""

from __future__ import annotations

from enum import StrEnum

import pytest

from facilitator.meeting.floor import Side
from facilitator.meeting.polls import Method
from facilitator.rules.outcome import Verdict
from facilitator.rules.tally import Choice
from facilitator.words.titles import TITLES, title


@pytest.mark.parametrize("kind", TITLES, ids=lambda kind: kind.__name__)
def test_every_member_has_its_own_word(kind: type[StrEnum]):
    """Nothing that people can see is left without a word, and no two mean the same to them."""
    assert set(TITLES[kind]) == set(kind)
    for lang in ("zh", "en"):
        words = [title(member, lang) for member in kind]
        assert len(set(words)) == len(words)


def test_the_words_of_the_glossary():
    """Votes are called what every residents' committee calls them."""
    assert [title(one, "zh") for one in Choice] == ["赞成", "反对", "弃权"]
    assert [title(one, "zh") for one in Method] == ["举手表决", "点名表决", "无记名投票"]
    assert [title(one, "zh") for one in Verdict] == ["通过", "未通过", "表决无效", "未定"]


def test_equal_members_of_different_enums_keep_apart():
    """Choice.FOR equals Side.FOR as text; neither takes the other's table."""
    assert Choice.FOR == Side.FOR
    assert title(Side.NEUTRAL, "zh") == "中立"
    assert title(Choice.ABSTAIN, "zh") == "弃权"
