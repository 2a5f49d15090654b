"""Finding in the manual: every word counts, wherever it stands in a section."""

import pytest

from facilitator.manual.finding import Sought
from facilitator.manual.read import read_chapter

CHAPTER = read_chapter(
    "10-x",
    """# Title

The council meets.

## Safe

Keep a **backup** on a stick. 备份放在U盘上。

> Restore it when the disk is lost.

### A part of it

| a | b |
|---|---|
| quorum | two thirds |

## Away

![恢复备份](picture:x)

1. nothing
""",
)


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("backup", True),
        ("RESTORE  Backup", True),
        ("third two quorum backup", True),
        ("备份", True),
        ("恢复 备份", True),
        ("备份　U盘", True),
        ("备份\u00a0恢复", True),
        ("恢复备", True),
        ("备份恢复", False),
        ("backup council", False),
        ("backup nothing", False),
        (".", True),
        ("(", False),
        ("   ", False),
    ],
)
def test_all_words_stand_in_one_section(typed, held):
    """In any order, in large letters or small, in lists, tables and captions; parts belong to their section."""
    assert CHAPTER.holds(Sought(typed)) is held


def test_words_side_by_side_are_one_place():
    """Each word is marked wherever it stands, and what was typed as one thing is one place."""
    line = "Two thirds: a quorum of two  THIRDS of all."
    found = [line[one:end] for one, end in Sought("two thirds").places(line)]
    assert found == ["Two thirds", "two  THIRDS"]
    assert [line[a:b] for a, b in Sought("quorum two").places(line)] == ["Two", "quorum", "two"]
    assert list(Sought(" ").places(line)) == []


def test_the_longer_word_is_marked():
    """A word within another hides nothing of it."""
    assert list(Sought("备份 恢复备份").places("恢复备份")) == [(0, 4)]


def test_chinese_words_that_touch_are_one_place():
    """They have no space between them, and Enter need not be pressed twice for them."""
    assert list(Sought("备份 恢复").places("先恢复备份，再看备份")) == [(1, 5), (8, 10)]
