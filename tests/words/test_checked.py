"""The code off a signed paper as it is typed, and what a check against it is told in."""

import pytest

from facilitator.words.checked import Grade, grade_of, meaning, typed_words, verdict
from facilitator.words.papercode import read_code

CODE = "c226 9430 9b9b 5dfa 1711 0b68 0e95 45aa"


@pytest.mark.parametrize(
    "text",
    [
        CODE,
        CODE.replace(" ", ""),
        CODE.upper(),
        "Ｃ２２６　９４３０-9b9b—5dfa\n1711·0b68，0e95、45aa ",
        CODE.replace("1711", "l7I1").replace("0b68", "Ob68"),
    ],
)
def test_however_it_is_typed_it_is_the_same_code(text):
    """Spaces, dashes, line ends, full-width and capital letters are nothing; O, l and I are digits."""
    typed = read_code(text)
    assert typed.whole
    assert typed.code == CODE.replace(" ", "")


def test_groups_are_shown_as_they_were_typed():
    """In fours and small letters; a letter that was taken for a digit stays in sight, with a word."""
    typed = read_code("C2269430 9B9B 5DFAl711Ob6")
    assert typed.fours == "c226 9430 9b9b 5dfa l711 Ob6"
    assert list(typed_words(typed, "zh")) == [
        "第5组：“l”按1来读。",
        "第6组：“O”按0来读。",
        "共8组，已输好5组。",
    ]
    assert not typed.whole


def test_what_no_code_has_is_named_with_its_group():
    """And such a code is none, however long."""
    typed = read_code(CODE.replace("9b9b", "9g?b"))
    assert not typed.whole
    assert "Group 3: “g?” does not occur in a head, only 0–9 and a–f do." in typed_words(
        typed, "en"
    )
    assert read_code("").groups == ()
    assert not read_code("").whole


@pytest.mark.parametrize(
    ("groups", "whole"), [(7, False), (8, True), (9, False), (16, True), (17, False)]
)
def test_a_code_has_eight_groups_or_all_sixteen(groups, whole):
    """As in print, or as the square beside it holds it; more is said to be too much."""
    typed = read_code("ea50" * groups)
    assert typed.whole is whole
    assert ("too much" in " ".join(typed_words(typed, "en"))) is (groups > 16)


def report(*codes, since=None, groups=()):
    """What a verifier says, as plain data."""
    found = [
        {"code": one, "stream": "", "version": 0, "facts": {"groups": groups}} for one in codes
    ]
    paper = None if since is None else {"stream": "meeting/a", "version": 3, "hash": "", "at": ""}
    return {"streams": [], "findings": found, "paper": paper, "since_paper": since or []}


@pytest.mark.parametrize(
    ("found", "grade", "first", "then"),
    [
        (report(since=[]), Grade.WHOLE, "它就是完整的记录", "不能证明记下的话属实"),
        (report(since=["meeting.reopened"]), Grade.MORE, "又有", "会议重新开过"),
        (report(), Grade.CHAIN, "没有填核对码", "从头重写"),
        (report("paper-unknown"), Grade.UNKNOWN, "错一位", "不是当时签名的那份"),
        (report("paper-unknown", groups=[3]), Grade.UNKNOWN, "只差在第3组", "没有损坏"),
        (report("hash-differs", since=[]), Grade.DAMAGED, "档案有问题", "与当初所记不符"),
        (report("pages", "paper-unknown"), Grade.DAMAGED, "档案有问题", "恢复备份…"),
    ],
)
def test_the_sentence_stands_first_and_what_it_means_below(found, grade, first, then):
    """Each outcome is told by its own, and damage before anything else."""
    assert grade_of(found) is grade
    assert first in verdict(found, "zh")
    assert then in " ".join(meaning(found, "zh"))


def test_damage_is_told_by_what_it_is_of():
    """Not that the code is missing too, which follows from it; a long list is counted."""
    found = report("hash-differs", "registers-differ", "paper-unknown")
    found["findings"][0] |= {"stream": "meeting/a", "version": 49}
    lines = list(meaning(found, "zh", {"meeting/a": "11月27日的会议", "": ""}.__getitem__))
    assert lines[0] == "11月27日的会议第49条：这条记录与当初所记不符。"
    assert len(lines) == 2
    many = list(meaning(report(*["version-gap"] * 8), "en"))
    assert many[-2] == "and 3 more"
    assert "registers" in next(meaning(report("registers-differ"), "en"))
