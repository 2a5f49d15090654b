"""Money is read exactly, as people type it, and never guessed."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.desk.closing.money import NoMoney, read_fen, show_yuan


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("", 0),
        ("  ", 0),
        ("0", 0),
        ("3500", 350_000),
        ("3,500.50元", 350_050),
        ("¥3500", 350_000),
        ("￥ 3 500.5", 350_050),
        ("３５００．５", 350_050),
        ("三", None),
        ("1.5万", 1_500_000),
        ("1.5万元", 1_500_000),
        ("50000元整", 5_000_000),
        ("人民币800元", 80_000),
        ("0.01", 1),
        ("0.29", 29),
        (".5", 50),
        ("1,234,567.89", 123_456_789),
        ("3，500", 350_000),
    ],
)
def test_amounts_as_people_write_them(text, fen):
    """With commas, signs, full-width figures and 万; 0.29 is 29 fen and not 28."""
    if fen is None:
        with pytest.raises(NoMoney):
            read_fen(text)
    else:
        assert read_fen(text) == fen


@pytest.mark.parametrize(
    "text",
    [
        "3,50",
        "1,2345",
        "12.345",
        "0.001",
        "-5",
        "1e5",
        "5万5千",
        "about 500",
        "元",
        "万",
        ".",
        "9" * 40,
        "½",
    ],
)
def test_what_is_no_amount_is_refused(text):
    """Parts of a fen, misplaced commas, words: nobody's money is guessed."""
    with pytest.raises(NoMoney):
        read_fen(text)


@given(st.integers(0, 10**13))
def test_what_is_shown_is_read_again(fen):
    """An amount that stands in the field is the amount that was recorded."""
    assert read_fen(show_yuan(fen)) == fen


@given(st.text(max_size=30))
def test_any_text_is_an_amount_or_is_refused(text):
    """Whatever is pasted into the field: a whole number of fen comes out, or a refusal."""
    with contextlib.suppress(NoMoney):
        assert read_fen(text) >= 0
