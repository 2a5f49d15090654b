"""Two wordings in one: nothing of either is lost, and what is shown as changed can be read."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.words.difference import MOST, Kept, Piece, difference, difference_words

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
