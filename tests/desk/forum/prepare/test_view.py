"""Preparing a forum: the theme is recorded once and never lost, places and rounds by advice or by hand."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from facilitator.desk.forum.prepare.layout import rounds_from
from facilitator.desk.forum.prepare.readiness import forum_readiness
from facilitator.desk.forum.prepare.view import ForumPrepareView
from facilitator.desk.secretary.drafts import drafts_of
from facilitator.desk.today.checks import State
from facilitator.meeting.forum.matrix import RemovePlace, RemoveSlot
from facilitator.meeting.forum.theme import Hosting, SetTheme, ThemeSet
from tests.desk.forum.table import laid
from tests.desk.forum.wall.day import FORUM

CALLED = datetime.fromisoformat("2026-11-02T10:00:00+08:00")
M = {"meeting": FORUM}


def bare(desk, meeting):
    """Make the view of a forum without places and rounds."""
    matrix = desk.session.meeting(meeting).matrix
    for place in list(matrix.places):
        desk.do(RemovePlace(**M, place=place))
    for slot in list(matrix.slots):
        desk.do(RemoveSlot(**M, slot=slot))
    return ForumPrepareView(desk, meeting)


@pytest.fixture
def table(qapp, tmp_path):
    """Give the preparing of the sample forum, its places and rounds taken away."""
    with laid(tmp_path, CALLED, bare, window=(1278, 640)) as it:
        yield it


def themes(table):
    """Return how often the theme was recorded."""
    return sum(isinstance(one.recorded.event, ThemeSet) for one in table.meeting.chronicle)


class TestTheTheme:
    def test_is_recorded_once_for_all_its_fields(self, table):
        """Question, words, sponsor and number together, when the keys leave the card."""
        before = themes(table)
        card = table.view.theme
        card.question.setFocus()
        card.question.setPlainText("怎样让院子更好住？")
        card.sponsor.setText("居委会")
        card.expected.setValue(60)
        assert themes(table) == before
        table.find("matrix.gap").setFocus()
        table.settle()
        assert themes(table) == before + 1
        theme = table.meeting.theme
        assert (theme.question, theme.sponsor, theme.expected) == (
            "怎样让院子更好住？",
            "居委会",
            60,
        )

    def test_a_draft_outlives_the_window(self, table):
        """What was typed and not recorded is there again in the next window, and on the disk."""
        table.view.theme.question.setPlainText("还在想的问题")
        drafts_of(table.desk).flush()
        again = ForumPrepareView(table.desk, FORUM)
        assert again.theme.question.toPlainText() == "还在想的问题"
        assert again.theme.changed
        assert again.theme.save()
        assert table.meeting.theme.question == "还在想的问题"
        assert drafts_of(table.desk).read(again.theme._draft).blank
        again.deleteLater()

    def test_without_a_question_nothing_is_recorded_by_itself(self, table):
        """Emptied on the way to other words: it waits."""
        before = themes(table)
        table.view.theme.question.setFocus()
        table.view.theme.question.setPlainText("")
        table.find("matrix.gap").setFocus()
        assert themes(table) == before

    def test_what_another_recorded_is_shown_where_nothing_is_typed(self, table):
        """The card follows the record, but not over somebody's typing."""
        old = table.meeting.theme
        assert table.desk.do(SetTheme(**M, question="一", expected=old.expected))
        assert table.view.theme.question.toPlainText() == "一"
        table.view.theme.sponsor.setText("街道")
        assert table.desk.do(SetTheme(**M, question="二", expected=old.expected))
        assert table.view.theme.question.toPlainText() == "一"
        assert table.view.theme.changed

    def test_hosting_is_chosen_by_a_press(self, table):
        """Neutral or guiding, with a sentence each; it is recorded at once."""
        table.click("theme.hosting.neutral")
        assert table.meeting.theme.hosting is Hosting.NEUTRAL


class TestPlacesAndRounds:
    def test_advice_follows_the_number_that_is_typed(self, table):
        """110 people: 28 topics, 11 places, 3 rounds; 300 people: longer breaks. Recorded or not."""
        assert "28 个议题" in table.text("matrix.advice")
        assert (table.find("matrix.places").value(), table.find("matrix.slots").value()) == (11, 3)
        table.view.theme.expected.setValue(300)
        assert (table.find("matrix.places").value(), table.find("matrix.gap").value()) == (30, 20)
        table.view.theme.expected.setValue(0)
        assert "预计人数" in table.text("matrix.advice")

    def test_one_press_sets_up_what_people_made_of_it(self, table):
        """The numbers may be changed first; names are in the meeting's language; the noon is free."""
        table.find("matrix.places").setValue(2)
        table.click("matrix.make")
        matrix = table.meeting.matrix
        assert [place.name for place in matrix.places.values()] == ["1号讨论处", "2号讨论处"]
        begins = [f"{slot.begins:%H:%M}" for slot in matrix.slots.values()]
        assert begins == ["10:00", "11:10", "13:30"]
        assert not table.find("matrix.make").isEnabled()

    def test_what_is_there_stays_and_only_the_rest_is_added(self, table):
        """A place of that name is not made twice."""
        table.find("matrix.places").setValue(1)
        table.find("matrix.slots").setValue(1)
        table.click("matrix.make")
        table.find("matrix.places").setValue(3)
        table.find("matrix.slots").setValue(2)
        table.click("matrix.make")
        matrix = table.meeting.matrix
        assert [place.name for place in matrix.places.values()] == [
            f"{n}号讨论处" for n in (1, 2, 3)
        ]
        assert len(matrix.slots) == 2

    def test_a_place_is_changed_by_enter_and_removed_by_delete(self, table):
        """Both lists are worked by keys alone."""
        table.find("matrix.places").setValue(2)
        table.click("matrix.make")
        listed = table.view.matrix.places.list
        listed.setFocus()
        listed.setCurrentIndex(listed.model().index(0, 0))
        table.key(Qt.Key.Key_Return)
        table.panel.findChild(QLineEdit, "place.name").setText("多功能厅")
        table.click("place.done")
        assert next(iter(table.meeting.matrix.places.values())).name == "多功能厅"
        table.window.activateWindow()
        table.settle()
        listed.setFocus()
        QTest.keyClick(listed, Qt.Key.Key_Delete)
        assert [one.name for one in table.meeting.matrix.places.values()] == ["2号讨论处"]

    def test_a_round_is_moved_and_the_break_before_it_told(self, table):
        """Later by twenty minutes: the list says how long people have between."""
        table.click("matrix.make")
        slots = table.view.matrix.slots
        slots.list.setCurrentIndex(slots.list.model().index(1, 0))
        slots.change()
        table.settle()
        field = table.find("slot.begins")
        field.setTime(field.time().addSecs(20 * 60))
        table.click("slot.done")
        said = slots.list.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        assert said.replace("\u00a0", " ").endswith("休息 30 分钟 · 11:30—12:30")

    def test_a_panel_without_a_change_just_closes(self, table):
        """Nothing is recorded that says nothing."""
        table.click("matrix.make")
        version = table.meeting.version
        for lines, done in (
            (table.view.matrix.places, "place.done"),
            (table.view.matrix.slots, "slot.done"),
        ):
            lines.list.setCurrentIndex(lines.list.model().index(0, 0))
            lines.change()
            table.settle()
            table.click(done)
            assert not table.is_panel_open
        assert table.meeting.version == version


class TestReadiness:
    def test_says_what_is_missing_and_what_is_scarce(self, table):
        """No places: wrong. Too few for the topics that are likely: a word of care. Enough: good."""

        def state(key="matrix"):
            told = forum_readiness(table.desk, table.meeting)
            return {one.key: (one.state, more) for one, more in told}[key]

        assert state()[0] is State.BAD
        assert state("theme")[0] is State.GOOD
        table.find("matrix.places").setValue(2)
        table.click("matrix.make")
        assert state()[0] is State.LOOK
        assert "28" in state()[1]
        table.find("matrix.places").setValue(11)
        table.click("matrix.make")
        assert state() == (State.GOOD, "")

    def test_leads_to_the_poster(self, table):
        """The way to print goes to the paper it speaks of."""
        went = []
        table.desk.went.connect(went.append)
        table.click("ready.forum-papers.do")
        assert (went[0].which, went[0].part) == (FORUM, "papers.invitation")


class TestTheDay:
    @pytest.mark.parametrize(
        ("begins", "minutes", "gap", "number", "expected"),
        [
            ("09:50", 60, 10, 3, ["09:50", "11:00", "13:30"]),
            ("09:00", 90, 20, 2, ["09:00", "13:30"]),
            ("13:30", 60, 10, 2, ["13:30", "14:40"]),
            ("11:30", 90, 10, 2, ["11:30", "13:30"]),
            ("19:00", 45, 0, 2, ["19:00", "19:45"]),
        ],
    )
    def test_keeps_noon_free_but_for_a_first_round_of_peoples_own(
        self, begins, minutes, gap, number, expected
    ):
        """A round that would run past noon waits until half past one; the first begins when people say."""
        first = datetime.fromisoformat(f"2026-11-21T{begins}:00+08:00")
        found = rounds_from(first, minutes, gap, number)
        assert [f"{at:%H:%M}" for at, _ in found] == expected
        ends = [at + timedelta(minutes=length) for at, length in found]
        assert all(end <= after for end, (after, _) in zip(ends, found[1:], strict=False))
