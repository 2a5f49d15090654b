"""Two wordings in one: nothing of either is lost, and what is shown as changed can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.words.difference import (
    MOST,
    Kept,
    Piece,
    change_words,
    difference,
    difference_words,
)

TEXT = st.text(alphabet="三六个月。，12 ab", max_size=40)


@given(TEXT, TEXT)
def test_both_wordings_are_in_it(old: str, new: str) -> None:
    """What is not new gives the old wording, what is not old the new one, and no piece is empty."""
    pieces = difference(old, new)
    assert "".join(one.text for one in pieces if one.kept is not Kept.NEW) == old
    assert "".join(one.text for one in pieces if one.kept is not Kept.OLD) == new
    assert all(one.text for one in pieces)


def test_a_number_changes_as_a_whole() -> None:
    """12 becomes 15, not 1 and then another figure."""
    pieces = difference("于12月31日前拆除。", "于15月31日前拆除。")
    assert pieces == (
        Piece("于", Kept.BOTH),
        Piece("12", Kept.OLD),
        Piece("15", Kept.NEW),
        Piece("月31日前拆除。", Kept.BOTH),
    )


def test_crumbs_between_changes_are_part_of_them() -> None:
    """One letter that happens to stay does not tear a change in two; a full stop at the end stays."""
    pieces = difference("试行三个月后决定。", "试行半年后再议决。")
    assert [one.kept for one in pieces] == [Kept.BOTH, Kept.OLD, Kept.NEW, Kept.BOTH]
    assert pieces[-1].text == "。"


def test_very_long_wordings_stand_one_after_the_other() -> None:
    """Nobody waits for a comparison of whole books."""
    old, new = "甲" * (MOST + 1), "乙" * (MOST + 1)
    assert difference(old, new) == (Piece(old, Kept.OLD), Piece(new, Kept.NEW))
    assert difference("", new) == (Piece(new, Kept.NEW),)


def test_it_can_be_heard() -> None:
    """What goes and what comes, in words; nothing where nothing differs."""
    heard = difference_words(difference("试行三个月。", "试行六个月。"), "en")
    assert heard == "“三” goes out; “六” comes in"
    assert difference_words(difference("一样", "一样"), "en") == ""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("试行三个月。", "试行六个月。", "将“三”改为“六”。"),
        ("书面答复议事会。", "答复议事会。", "删去“书面”。"),
        (
            "两家医院即时报销。",
            "两家医院即时报销，三个月内答复。",
            "在“两家医院即时报销”后加上“，三个月内答复”。",
        ),
        ("拆除。", "年底前拆除。", "在开头加上“年底前”。"),
        ("一样。", "一样。", ""),
    ],
)
def test_a_change_is_said_as_one_moves_it(old: str, new: str, said: str) -> None:
    """What becomes what, what is struck, and where something is added."""
    assert change_words(old, new, "zh") == said


def test_in_english_the_place_is_two_words() -> None:
    """Long enough to find it."""
    said = change_words("We pay the whole fee.", "We pay the whole fee at once.", "en")
    assert said == "after “whole fee” “ at once” is added."
