"""Where a line may not break."""

from hypothesis import given
from hypothesis import strategies as st

from facilitator.papers.breaks import name_pieces, pieces


@given(st.text(), st.sampled_from(["zh", "en"]), st.floats(1, 60), st.booleans())
def test_the_pieces_are_the_text(text, lang, room, listed):
    """Nothing is added to a text and nothing lost by cutting it."""
    assert "".join(piece for piece, _ in pieces(text, lang, room, listed=listed)) == text
    assert "".join(piece for piece, _ in name_pieces(text, lang, room)) == text


def _whole(text, lang="zh", room=30.0, **asked):
    return [piece for piece, whole in pieces(text, lang, room, **asked) if whole]


def test_dates_and_counts_are_kept_whole():
    """A date with its year, a time range and a figure with its measure word are one piece each."""
    text = "2026年11月27日19:38—19:45，赞成8票，反对0票，共13席。"
    assert _whole(text) == ["2026年11月27日", "19:38—19:45", "赞成8票", "反对0票", "共13席"]
    assert _whole("carried with 8 votes for on 7 December 2026", "en") == [
        "8 votes for",
        "7 December 2026",
    ]


def test_names_in_a_list_are_kept_whole():
    """After 出席： every short item is a name, the first and the last as well."""
    assert _whole("陈国栋、林秀英、王建军", listed=True) == ["陈国栋", "林秀英", "王建军"]
    assert _whole("陈国栋、林秀英、王建军") == ["林秀英"]


def test_a_piece_wider_than_the_line_may_break():
    """In a narrow column a long date breaks rather than stick out."""
    assert _whole("2026年11月27日", room=5.0) == []


def test_a_speaker_keeps_name_and_side_but_not_the_colon():
    """The colon stays outside, so that its own space is kept."""
    assert name_pieces("陈国栋（反对）：", "zh", 30) == (("陈国栋（反对）", True), ("：", False))


def test_an_endless_word_gets_places_to_break():
    """An address longer than the line is cut into short pieces with breaks between."""
    cut = pieces("x" * 45, "en", 30)
    assert ("", False) in cut
    assert max(len(piece) for piece, _ in cut) == 10
