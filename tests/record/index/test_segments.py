"""Text becomes words, and what somebody types the same words."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitator.record.index.segments import LONGEST, MOST_PHRASES, fold, phrases, words

ANYTHING = st.text(st.characters(), max_size=60)  # lone surrogates too


def test_chinese_becomes_pairs_and_its_last_character() -> None:
    """Every two characters are a word; the last one alone ends the run, so that each begins some word."""
    assert words("停车位") == ["停车", "车位", "位"]
    assert words("停，车") == ["停", "车"]
    assert words("") == words("，。！") == []


def test_letters_and_digits_are_words_of_their_own() -> None:
    """A building's number and a wing's letter stand apart from the Chinese around them."""
    assert words("3号楼A栋 C++ 培训") == ["3", "号楼", "楼", "a", "栋", "c++", "培训", "训"]
    assert words("ＷｉＦｉ ２０２６年 café Straße") == ["wifi", "2026", "年", "cafe", "strasse"]
    assert words("x" * 100) == ["x" * LONGEST]


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("停车", ['"停车"']),
        ("停", ['"停"*']),
        ("停车场", ['"停车 车场"']),
        ("3号楼", ['"3 号楼"']),
        ("A栋", ['"a 栋"*']),
        ("park", ['"park"*']),
        ("C++", ['"c++"']),
        ("24", ['"24"']),
        ("2.5米", ['"2 5 米"*']),
        ("2026-11", ['"2026 11"']),
        ("停车 充电", ['"停车"', '"充电"']),
        ("停车，停车/充电", ['"停车"', '"充电"']),
        ("楼3", ['"楼 3"']),
        ('C++ "', ['"c++"']),
        ('"" OR NEAR( title : *', ['"or"*', '"near"*', '"title"*']),
        ("\x00\ud800—…", []),
    ],
)
def test_what_is_typed_becomes_phrases(typed: str, asked: list[str]) -> None:
    """Words within quotation marks and nothing else, however it is typed."""
    assert [one.match for one in phrases(typed)] == asked


@given(ANYTHING)
@example('"')
@example("\ud800\x00")
def test_nothing_that_is_typed_leaves_its_quotation_marks(typed: str) -> None:
    """Each phrase is one string of FTS5, perhaps the beginning of one."""
    for one in phrases(typed):
        assert re.fullmatch(r'"[^"]+"\*?', one.match)
        one.match.encode()
        re.compile(one.pattern)


def test_a_pasted_page_is_cut() -> None:
    """Ten thousand characters ask for no more than anybody means."""
    assert len(phrases(" ".join(map(str, range(5_000))))) == MOST_PHRASES
    (one,) = phrases("停车位划线" * 2_000)
    assert len(one.words) < 60


@given(st.text("停车位3b+。 \n", max_size=20))
def test_a_text_is_found_by_its_own_words(text: str) -> None:
    """The pattern that marks finds what the index finds: the whole text in itself."""
    for one in phrases(text):
        assert re.search(one.pattern, fold(text))
