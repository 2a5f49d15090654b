"""Marks are ranges of the text as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.record.index.marks import AROUND, Marker
from facilitator.record.index.segments import phrases


def marked(text: str, words: str) -> list[str]:
    one = Marker(phrases(words)).mark(text)
    return [one.text[first:last] for first, last in one.marks]


@pytest.mark.parametrize(
    ("text", "words", "pieces"),
    [
        ("北侧停车位", "停车", ["停车"]),
        ("停车停车", "停车", ["停车停车"]),
        ("停车位", "停车 车位", ["停车位"]),
        ("１３号楼和３号楼", "3号楼", ["３号楼"]),
        ("Parking park spark", "park", ["Park", "park"]),
        ("学C++和C语言", "C++", ["C++"]),
        ("学C++和C语言", "c", ["C", "C"]),
        ("㎡单价", "m2", ["㎡"]),
        ("cafe\u0301 Ｂ", "café b", ["cafe\u0301", "Ｂ"]),
        ("没有", "停车", []),
        ("没有", "", []),
    ],
)
def test_words_are_marked_where_they_stand(text: str, words: str, pieces: list[str]) -> None:
    """In full-width or ordinary form, whatever they are folded to; side by side they are one mark."""
    assert marked(text, words) == pieces


@given(st.text(max_size=300), st.integers(0, 290))
def test_a_snippet_is_a_short_piece_with_marks_inside_it(text: str, at: int) -> None:
    """On one line, not longer than promised, and no mark is empty or reaches beyond it."""
    words = text[at : at + 2]
    one = Marker(phrases(words)).snippet(text)
    assert len(one.text) <= AROUND + 2
    assert "\n" not in one.text
    last = 0
    for first, end in one.marks:
        assert last <= first < end <= len(one.text)
        last = end


def test_a_snippet_shows_the_first_hit() -> None:
    """Far down in long minutes, with signs that there is more before and after it."""
    one = Marker(phrases("停车")).snippet("甲" * 500 + "\n停车" + "乙" * 500)
    ((first, last),) = one.marks
    assert one.text[first:last] == "停车"
    assert one.text.startswith("…甲")
    assert one.text.endswith("乙…")
    assert Marker(phrases("停车")).snippet("甲" * 500).text == "甲" * AROUND + "…"


TEXTS = st.text("停车位ab3A+。 \nＡé…", max_size=30)


@given(TEXTS, TEXTS, st.one_of(TEXTS, st.text("停。\nａ", min_size=150, max_size=200)), TEXTS)
def test_a_row_is_marked_as_its_parts_are(title: str, who: str, text: str, words: str) -> None:
    """Nothing is found across the edges of title, names and text."""
    marker = Marker(phrases(words))
    parts = (marker.mark(title), marker.mark(who), marker.snippet(text))
    assert marker.row(title, who, text) == parts
