"""The bar shows everybody who has a seat, and its line is reached by for just when the number is."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from facilitator.desk.theme import Theme
from facilitator.desk.vote.bar import VoteBar, paint_vote_bar
from facilitator.desk.vote.cells import Cells, Mark, cells_of, described
from facilitator.desk.vote.layout import MOST_CELLS, Layout, Look, fitted
from facilitator.rules.tally import Tally
from tests.desk.evening import at_desk
from tests.rules.test_laws import tallies

LOOK = Look("zh")


def kinds(cells: tuple[Cells, ...]) -> dict[str, int]:
    return {one.mark.value: one.number for one in cells}


class TestTheCells:
    @given(tallies(), st.booleans(), st.data())
    def test_they_add_up_to_the_seats(self, tally, running, data):
        """Whatever the numbers, every seat is on the bar once and nobody is invented."""
        left = 0 if running else data.draw(st.integers(0, tally.silent))
        cells = cells_of(tally, running=running, left=left)
        assert sum(one.number for one in cells) == tally.seats
        assert all(one.number > 0 for one in cells)

    @given(tallies(), st.booleans())
    def test_each_kind_is_its_own_number(self, tally, running):
        """For, against and abstaining are the tally's; for stands first, and nothing is counted twice."""
        cells = cells_of(tally, running=running)
        found = kinds(cells)
        assert found.get("for", 0) == tally.in_favour
        assert found.get("against", 0) == tally.against
        assert found.get("abstain", 0) == tally.abstained
        assert found.get("open" if running else "silent", 0) == tally.silent
        assert len(found) == len(cells)
        order = list(Mark)
        assert [order.index(one.mark) for one in cells] == sorted(
            order.index(one.mark) for one in cells
        )

    def test_five_ways_of_not_saying_yes_or_no_and_three_of_not_being_there(self):
        """Abstaining, blank, void, silent and gone differ; so do recused, absent and vacant."""
        tally = Tally(
            seats=13, in_office=12, present=11, recused=1,
            in_favour=3, against=1, abstained=1, blank=1, void=1,
        )  # fmt: skip
        assert kinds(cells_of(tally, left=1)) == {
            "for": 3, "abstain": 1, "against": 1, "blank": 1, "void": 1,
            "silent": 2, "left": 1, "recused": 1, "absent": 1, "vacant": 1,
        }  # fmt: skip

    def test_the_bar_is_told_in_words(self):
        """Who does not see it hears every kind, its number, and what is needed."""
        cells = cells_of(
            Tally(seats=13, in_office=13, present=11, in_favour=7, against=1), running=True
        )
        said = described(cells, 9, "zh").replace("\u00a0", " ")
        assert said == "赞成 7，未表态 3，反对 1，缺席 2，需要 9 票"


@st.composite
def bars(draw):
    """Any bar with a number needed on it, of any width."""
    cells = cells_of(draw(tallies()))
    total = sum(one.number for one in cells) or 1
    width = draw(st.integers(120, 2000))
    return cells or (Cells(Mark.VACANT, 1),), draw(st.integers(1, total)), width


class TestTheLine:
    @given(bars(), st.integers(1, 500))
    @settings(max_examples=100, deadline=None)
    def test_it_stands_behind_for_just_when_for_is_enough(self, qapp, drawn, times):
        """Drawn as cells or as lengths, the green reaches the line if and only if the votes do."""
        cells, needed, width = drawn
        cells = tuple(Cells(one.mark, one.number * times) for one in cells)
        needed *= times
        layout = Layout(Theme(), LOOK, cells, needed, 1.0)
        spans = layout.spans(QRectF(0, 0, width, 36))
        given = next((span for span in spans if span.cells.mark is Mark.FOR), None)
        line = layout.place(spans)
        votes = given.cells.number if given else 0
        green = given.end if given else 0.0
        assert (votes >= needed) is (votes > 0 and green >= line - 2 - 1e-6)

    @given(bars())
    @settings(max_examples=60, deadline=None)
    def test_the_parts_fill_the_bar(self, qapp, drawn):
        """They lie side by side from the left edge to the right one, each of them to be seen."""
        cells, needed, width = drawn
        spans = Layout(Theme(), LOOK, cells, needed, 1.0).spans(QRectF(10, 0, width, 36))
        assert spans[0].begin == 10
        assert spans[-1].end == pytest.approx(10 + width)
        for before, after in pairwise(spans):
            assert after.begin == pytest.approx(before.end + 4)
        assert all(span.end - span.begin > 2 for span in spans)

    def test_nine_of_thirteen_stands_after_the_ninth_cell(self, qapp):
        """Thirteen cells of one width, and the line between the ninth and the tenth."""
        cells = cells_of(Tally(seats=13, in_office=13, present=13, in_favour=13))
        layout = Layout(Theme(), LOOK, cells, 9, 1.0)
        width = 13 * 50 - 4
        assert layout.single(width)
        assert layout.place(layout.spans(QRectF(0, 0, width, 36))) == pytest.approx(9 * 50 - 2)

    def test_many_seats_are_lengths(self, qapp):
        """Two thousand owners, or thirteen on a hand's breadth, are not drawn one by one."""
        many = Layout(Theme(), LOOK, (Cells(Mark.FOR, MOST_CELLS + 1),), 0, 1.0)
        assert not many.single(5000)
        assert not Layout(Theme(), LOOK, (Cells(Mark.FOR, 13),), 0, 1.0).single(120)


class TestTheLegend:
    @given(bars(), st.sampled_from(["zh", "en"]))
    @settings(max_examples=60, deadline=None)
    def test_no_two_words_touch_and_none_leaves_the_bar(self, qapp, drawn, lang):
        """Side by side or in several lines, every kind has its words."""
        cells, needed, width = drawn
        width = max(width, 320)
        layout = Layout(Theme(), Look(lang), cells, needed, 1.0)
        under = QRectF(0, 0, width, 100)
        rooms = layout.labels(layout.spans(QRectF(0, 0, width, 36)), under)
        assert len(rooms) == len(cells)
        for at, room in enumerate(rooms):
            assert room.left() >= -1
            assert room.right() <= width + 1
            assert not any(room.intersects(other) for other in rooms[at + 1 :])

    def test_a_bar_fills_the_height_it_is_given(self, qapp):
        """On the projector everything grows with the height; nothing is painted outside."""
        cells = cells_of(Tally(seats=13, in_office=13, present=13, in_favour=8, against=5))
        for high in (60, 120, 262, 700):
            layout = fitted(QRectF(0, 0, 1254, high), cells, 9, Theme(), LOOK)
            assert layout.height(layout.lines(1254)) <= high + 1

    @given(tallies(), st.integers(0, 20), st.integers(40, 400))
    @settings(max_examples=40, deadline=None)
    def test_any_tally_can_be_painted(self, qapp, tally, needed, high):
        """Also one of nobody, and one whose number cannot be reached."""
        image = QImage(700, high, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        cells = cells_of(tally, running=True)
        paint_vote_bar(painter, QRectF(0, 0, 700, high), cells, needed, Theme(dark=True), LOOK)
        painter.end()


def test_the_widget_tells_what_it_shows(qapp, tmp_path):
    """Its name, its words and its height follow the votes."""
    with at_desk(tmp_path, '"do": "body.found"') as desk:
        bar = VoteBar(desk)
        tally = Tally(seats=13, in_office=13, present=11, in_favour=7, against=1)
        bar.show_votes(cells_of(tally, running=True), 9)
        assert "需要" in bar.accessibleDescription()
        assert bar.needed == 9
        assert sum(one.number for one in bar.cells) == 13
        with_line = bar.heightForWidth(678)
        bar.show_votes(cells_of(tally))
        assert bar.heightForWidth(678) < with_line
        assert bar.heightForWidth(120) > bar.heightForWidth(900)
        bar.deleteLater()
