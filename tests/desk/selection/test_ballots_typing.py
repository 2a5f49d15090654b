"""What is typed of a paper: numbers as on the paper, blank, unreadable, struck, and what makes no sense."""

import pytest

from facilitator.desk.selection.ballots.typing import read_line, show_line, wrong_words
from facilitator.meeting.selection.papers import Marks
from facilitator.rules.selection.ballots import BallotKind
from facilitator.words.tongue import tongue

NUMBERS = {"a": 1, "b": 2, "c": 3, "l": 12}
APPROVAL, RANKING, POINTS, DOTS = (
    BallotKind.APPROVAL,
    BallotKind.RANKING,
    BallotKind.POINTS,
    BallotKind.DOTS,
)


@pytest.mark.parametrize("line", ["3 12", "3,12", "3、12", " 12  3 ", "３ １２", "3；12"])
def test_numbers_are_typed_with_whatever_stands_between(line):
    """A space, commas of both widths, digits of both widths."""
    assert read_line(line, APPROVAL, NUMBERS).marks == Marks(marks={"c": 1, "l": 1})


def test_nothing_a_blank_and_an_unreadable_paper_are_three_things():
    """Nothing typed is not a blank paper."""
    assert read_line(" ", APPROVAL, NUMBERS).marks is None
    assert read_line("0", APPROVAL, NUMBERS).marks == Marks()
    assert read_line("？", APPROVAL, NUMBERS).marks == Marks(unreadable=True)


def test_a_struck_project_has_a_minus():
    """It is struck, not ticked."""
    assert read_line("1 -3", APPROVAL, NUMBERS).marks == Marks(marks={"a": 1}, struck=("c",))


def test_a_ranking_is_typed_from_the_best_on_and_faults_can_be_typed_too():
    """7 3 12 are places 1, 2, 3; what is on the paper with two first places is typed as it is."""
    assert read_line("3 1", RANKING, NUMBERS).marks == Marks(marks={"c": 1, "a": 2})
    assert read_line("3=1 1=1", RANKING, NUMBERS).marks == Marks(marks={"c": 1, "a": 1})


def test_points_need_a_number_and_dots_count_up():
    """For points one says how many; a dot is a number once more."""
    assert read_line("3=5 1：2", POINTS, NUMBERS).marks == Marks(marks={"c": 5, "a": 2})
    assert read_line("3", POINTS, NUMBERS).lacks
    assert read_line("3 3 1=2", DOTS, NUMBERS).marks == Marks(marks={"c": 2, "a": 2})


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("4", "这张选票上没有“4”号项目。"),
        ("1 x", "这张选票上没有“x”号项目。"),
        ("1=2", "“1=2”：这张选票只打勾，只写项目编号就行。"),
        ("-1=2", "“-1=2”：划去的项目不计分，只写-4这样的编号。"),
        ("1 0", "这张选票上没有“0”号项目。"),
        ("1 1", "“1”：这个项目已经写过一次。"),
    ],
)
def test_what_makes_no_sense_is_said(line, said):
    """Which piece it is, in words."""
    typed = read_line(line, APPROVAL, NUMBERS)
    assert typed.marks is None
    assert wrong_words(typed, tongue("zh")) == said
    assert "3=5" in wrong_words(read_line("3", POINTS, NUMBERS), tongue("en"))


@pytest.mark.parametrize(
    ("kind", "line"),
    [(APPROVAL, "1 3 -12"), (APPROVAL, "0"), (APPROVAL, "?"), (RANKING, "12 1"),
     (RANKING, "1=1 3=1"), (POINTS, "1=4 12=1"), (DOTS, "1=2 3=1")],
)  # fmt: skip
def test_what_was_typed_is_shown_as_it_is_typed(kind, line):
    """Going back to a paper, one finds the line."""
    marks = read_line(line, kind, NUMBERS).marks
    assert marks is not None
    assert show_line(marks, kind, NUMBERS) == line
