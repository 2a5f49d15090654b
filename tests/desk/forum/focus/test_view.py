"""Focus: the way is chosen, dots are typed from the paper, their sum is never bent, topics go together."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from facilitator.desk.forum.focus.rows import sum_words
from facilitator.desk.forum.focus.view import FocusView
from facilitator.meeting.forum.convergence import ChooseWay, CloseDots, Convergence, EnterDots, Way
from facilitator.meeting.forum.topics import PostTopic
from facilitator.words.tongue import tongue
from tests.desk.audit import audit
from tests.desk.forum.table import CLUSTERED, FOCUS, laid
from tests.desk.forum.wall.day import FORUM, at_forum
from tests.desk.freed import assert_freed

KEY = Qt.Key


@pytest.fixture
def begun(qapp, tmp_path):
    """Give the focus before anything was chosen."""
    with laid(tmp_path, FOCUS, FocusView) as table:
        yield table


@pytest.fixture
def dots(begun):
    """Give it with two dots for each of ten people."""
    assert begun.desk.do(ChooseWay(meeting=FORUM, way=Way.DOTS, each=2, people=10))
    begun.settle()
    begun.view.table.setFocus()
    return begun


def counted(table):
    return table.meeting.convergence.dots


def test_so_many_dots_for_those_who_are_here(begun):
    """The people are as last counted, the sum is said before it is agreed."""
    assert begun.text("ways.sum") == "一共 530 点"
    begun.click("ways.dots")
    focus = begun.meeting.convergence
    assert (focus.each, focus.people) == (5, 106)
    assert begun.focus == "focus.table"


def test_dots_are_typed_one_below_the_other(dots):
    """Digits, Enter, digits, Enter: as they stand on the sheets; nought is a number, an empty field none."""
    for number in ("12", "0", "", "5"):
        dots.type(number)
        dots.key(KEY.Key_Return)
    assert counted(dots) == {"t01": 12, "t02": 0, "t04": 5}
    assert dots.focus == "dots.t05"


def test_the_sum_is_judged_while_it_is_typed(dots):
    """Short, too many, fitting: in words and by a sign."""
    dots.type("17")
    dots.key(KEY.Key_Return)
    assert dots.text("focus.sum") == "贴点 17，应为 20"
    assert dots.text("focus.judged") == "少 3 点"
    dots.type("4")
    dots.key(KEY.Key_Return)
    assert dots.text("focus.judged") == "多 1 点"
    dots.desk.do(EnterDots(meeting=FORUM, topic="t02", dots=3))
    assert dots.text("focus.judged") == "相符"


def test_a_sum_that_fits_is_closed_at_once(dots):
    """And the topics stand by their rank from then on."""
    dots.desk.do(EnterDots(meeting=FORUM, topic="t04", dots=20))
    dots.click("focus.close")
    assert dots.meeting.convergence.closed is not None
    assert dots.view.table.dots.rows[0].topic == "t04"
    assert not dots.shows("focus.close")


def test_a_sum_that_does_not_fit_is_closed_when_people_say_so(dots):
    """Both numbers are told, what people say about it stands in the record, no number is changed."""
    dots.desk.do(EnterDots(meeting=FORUM, topic="t04", dots=17))
    dots.click("focus.close")
    assert dots.meeting.convergence.closed is None
    assert dots.text("close.sum") == "贴点 17，应为 20：少 3 点。"
    dots.type("有一位提前走了", "close.why")
    dots.click("close.done")
    assert dots.meeting.convergence.closed is not None
    assert counted(dots) == {"t04": 17}
    assert any("有一位提前走了" in one.text for one in dots.meeting.notes.lines.values())
    assert dots.text("focus.judged") == "少 3 点"


def test_after_the_count_a_number_is_corrected_with_its_reason(dots):
    """Typing asks why; the old number stays readable in the record."""
    dots.desk.do(EnterDots(meeting=FORUM, topic="t01", dots=20))
    dots.desk.do(CloseDots(meeting=FORUM))
    dots.settle()
    dots.type("9")
    dots.key(KEY.Key_Return)
    assert counted(dots) == {"t01": 20}
    dots.click("dots.done")
    assert dots.is_panel_open  # without a reason it is refused
    dots.type("看漏了一张", "dots.reason")
    dots.click("dots.done")
    assert counted(dots) == {"t01": 9}
    (change,) = dots.meeting.convergence.changes
    assert (change.old, change.new, change.reason) == ("20", "9", "看漏了一张")


def test_equal_dots_have_equal_rank(dots):
    """1, 2, 2, 4 as on the paper."""
    for topic, n in (("t01", 9), ("t02", 5), ("t03", 5), ("t04", 1)):
        dots.desk.do(EnterDots(meeting=FORUM, topic=topic, dots=n))
    dots.click("focus.order.rank")
    rows = dots.view.table.dots.rows
    assert [(row.rank, row.level) for row in rows[:5]] == [
        (1, False),
        (2, True),
        (2, True),
        (4, False),
        (0, False),
    ]


def test_the_way_can_be_changed_while_no_dot_was_typed(dots):
    """And not any more afterwards."""
    dots.click("focus.otherwise")
    dots.click("ways.keep")
    assert dots.shows("focus.table")
    dots.desk.do(EnterDots(meeting=FORUM, topic="t01", dots=1))
    assert not dots.shows("focus.otherwise")


def test_topics_that_are_ticked_go_together(dots):
    """Space ticks, the panel begins with what is ticked; the others stay where they are."""
    dots.key(KEY.Key_Space)
    dots.key(KEY.Key_Down)
    dots.key(KEY.Key_Space)
    dots.click("cluster.form")
    dots.type("车和狗", "cluster.title")
    dots.type("孙立军", "cluster.initiator")
    dots.click("cluster.done")
    (cluster,) = dots.meeting.convergence.clusters.values()
    assert (cluster.title, cluster.topics, cluster.initiator) == (
        "车和狗",
        ("t01", "t02"),
        "sun-lijun",
    )
    rows = dots.view.table.dots.rows
    assert len(rows) == len(dots.meeting.wall.counted())
    assert {row.cluster for row in rows} == {"车和狗", ""}
    assert not any(row.ticked for row in rows)


def test_a_cluster_is_changed_and_taken_apart(qapp, tmp_path):
    """Topics in other clusters are not offered; an empty one is refused in the panel."""
    with laid(tmp_path, CLUSTERED, FocusView) as table:
        table.click("cluster.change")
        topics = table.find("cluster.topics")
        assert topics.ticked == ("t03", "t21", "t28")
        for _ in range(3):
            topics.setFocus()
            table.key(KEY.Key_Space)
            table.key(KEY.Key_Down)
        table.click("cluster.done")
        assert table.is_panel_open
        table.panel.reject()
        table.click("cluster.dissolve")
        assert len(table.meeting.convergence.clusters) == 4


def test_the_space_reopened_leads_to_the_wall(begun):
    """There are no dots then; what is posted from then on is marked for action and listed."""
    wanted = []
    begun.view.table_wanted.connect(wanted.append)
    begun.click("ways.reopen")
    assert not begun.shows("focus.table")
    begun.click("reopened.wall")
    assert wanted == ["wall"]
    begun.desk.do(PostTopic(meeting=FORUM, topic="x1", title="先修灯", conveners=("sun-lijun",)))
    assert "先修灯" in begun.find("reopened.topics").toPlainText()
    assert begun.text("reopened.count") == "要做的事 1 件"


@pytest.mark.parametrize(
    ("counted", "judged", "fits"),
    [(530, "the sum fits", True), (529, "1 dot short", False), (532, "2 dots too many", False)],
)
def test_the_sum_in_words(counted, judged, fits):
    """Never bent: what is there stands beside what has to be."""
    told = sum_words(Convergence(Way.DOTS, 5, 106, {"a": counted}), tongue("en"))
    assert (told.judged.replace("\u00a0", " "), told.fits) == (judged, fits)


def test_the_table_of_dots_is_a_sound_model(dots):
    """Qt's own tester finds nothing, also while numbers come in."""
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(dots.view.table.dots, fatal)
    dots.desk.do(EnterDots(meeting=FORUM, topic="t01", dots=1))
    dots.click("focus.order.rank")
    assert tester.model() is dots.view.table.dots


def test_everybody_can_use_it_in_english_at_150_percent(qapp, tmp_path):
    """Names, contrast, nothing cut."""
    with laid(tmp_path, CLUSTERED, FocusView, lang="en", size=150, window=(1234, 520)) as table:
        assert audit(table.window, 1.5) == []
    with laid(tmp_path / "2", FOCUS, FocusView, lang="en", size=150, window=(1234, 520)) as table:
        assert audit(table.window, 1.5) == []


def test_the_view_is_freed(qapp, tmp_path):
    """Nothing holds it when it is gone."""
    with at_forum(tmp_path, CLUSTERED) as desk:
        assert_freed(lambda: FocusView(desk, FORUM), lambda view: view.show())
