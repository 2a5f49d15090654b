"""The wall as it is seen: cards, heads, what lies out of sight, what there is to settle, what was done."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from facilitator.desk.forum.wall.facts import Board, Cell, left, read_board
from facilitator.desk.forum.wall.layout import Layout
from facilitator.desk.forum.wall.paint import CardPainter
from facilitator.desk.forum.wall.view import WallView
from facilitator.meeting.forum.merging import TakeBack
from facilitator.meeting.forum.placing import HalveTopic, MoveTopic
from facilitator.meeting.forum.topics import MOST_TITLE, EditTopic
from facilitator.meeting.notes import WriteNote
from tests.desk.audit import audit
from tests.desk.forum.wall.day import FORUM, at_forum, keys, plain, put_back, wall_on
from tests.desk.freed import assert_freed
from tests.desk.meeting.menus import click, close_menu, open_menu
from tests.desk.shown import find, said

EVERY = QAbstractItemModelTester.FailureReportingMode.Fatal


def settle():
    """Let everything be laid out: what scrolls is, after what is in it."""
    for _ in range(3):
        QApplication.processEvents()


def card(view, name, slot):
    """Return the card that hangs there."""
    return view.board.scene_.items_[name, slot].card


def test_a_card_says_what_there_is_to_know(view):
    """Number, title, convener and interest; and in words what there is to settle."""
    shown = card(view, "t04", "s2")
    assert (shown.number, shown.title, shown.who) == ("04", "花园养护谁来接手", "李桂芳")
    assert plain(shown.wanted) == "想来 17"
    assert shown.clash == ("一人两处",)
    assert view.board.scene_.items_["t04", "s2"].toolTip() == shown.spoken


def test_columns_are_slots_and_rows_are_places(view):
    """Each with its name, how many it has or holds, and when."""
    board = view.board.scene_.layout_.board
    first, line = board.columns[0], board.lines[0]
    assert (plain(first.title), plain(first.count), first.times) == (
        "第 1 场",
        "10 个",
        "09:50—10:50",
    )
    assert (line.name, plain(line.seats)) == ("大厅东", "座 30")
    assert plain(view.head._about.text()) == "28 个议题 · 24 个已上墙"


def test_a_slot_that_comes_soon_is_counted_down(view):
    """Ten minutes before; not hours before, and not once it runs."""
    desk, column = view.desk, view.board.scene_.layout_.board.columns[0]
    at = datetime.fromisoformat("2026-11-21T09:40:00+08:00")
    assert plain(left(column, at, desk)) == "还有 10 分钟"
    assert left(column, at - timedelta(hours=2), desk) == ""
    assert left(column, at + timedelta(hours=2), desk) == ""


def test_what_there_is_to_settle_is_shown_on_the_wall(view):
    """A card for each with its reason; its button selects the topic and brings it into sight."""
    words = plain(said(view.right.settle))
    assert "要商量 1 处" in words
    assert "第 2 场，李桂芳要召集两个：" in words
    click(view, "wall.show.t04")
    assert view.board.card.topic == "t04"
    view.desk.do(MoveTopic(meeting=FORUM, topic="t04", place="studio", slot="s3"))
    assert "没有要商量的" in said(view.right.settle)


def test_what_lies_below_is_named(kept, view):
    """Nothing is cut silently: how many places, and which."""
    window = view.window()
    size = window.size()
    window.resize(size.width(), 520)
    QApplication.processEvents()
    told = plain(view.board.foot.told)
    assert told.startswith("↓ 下面还有")
    assert told.endswith("儿童之家、院里凉亭")
    view.board.verticalScrollBar().setValue(9999)
    assert view.board.foot.told == ""
    window.resize(size)
    QApplication.processEvents()


def test_the_whole_wall_fits_into_its_window(kept, view):
    """However low the window is; and back to its own size."""
    window, board = view.window(), view.board
    size = window.size()
    window.resize(size.width(), 520)
    QApplication.processEvents()
    QTest.keyClick(board, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert board.fits
    assert board.zoom < 1
    shown = board.mapToScene(board.viewport().rect()).boundingRect()
    assert shown.contains(QPointF(1, board.scene_.layout_.size[1] - 1))
    click(view, "wall.larger")
    assert not board.fits
    click(view, "wall.fit.button")
    click(view, "wall.fit.button")
    assert board.zoom == 1
    window.resize(size)
    QApplication.processEvents()


def test_cards_that_stay_are_kept(view):
    """One that moves takes nobody else's picture away: the items are the same, and so are their cards."""
    before = dict(view.board.scene_.items_)
    cards = {key: item.card for key, item in before.items()}
    view.desk.do(MoveTopic(meeting=FORUM, topic="t14", place="studio", slot="s3"))
    after = view.board.scene_.items_
    assert all(after[key] is item for key, item in before.items())
    assert [key for key, item in after.items() if item.card is not cards[key]] == [("t14", "s3")]


def test_a_note_leaves_the_wall_alone(view):
    """What does not concern the wall is no reason to lay it out."""
    before = view._read
    view.desk.do(WriteNote(meeting=FORUM, note="w1", text="路灯坏了三盏"))
    assert view._read is before


def test_halves_and_deeds_are_told(view):
    """A half is said on the card; what was done just now is listed, the latest first."""
    view.desk.do(HalveTopic(meeting=FORUM, topic="t14", half=1))
    assert card(view, "t14", "s3").marks == ("上半场",)
    assert "14 只用半场" in said(view.right.deeds).splitlines()[1:4]
    view.desk.do(TakeBack(meeting=FORUM))
    assert "14 只用半场" not in said(view.right.deeds)


def test_markup_in_a_title_stays_text(view):
    """A title is shown letter by letter, on the card, beside it and in its tip."""
    title = "<b>停车</b> & <img src=x>"
    view.desk.do(EditTopic(meeting=FORUM, topic="t14", title=title))
    assert card(view, "t14", "s3").title == title
    assert "＜b>" in view.board.scene_.items_["t14", "s3"].toolTip()
    view.board.choose("t14")
    assert title in said(view.right.selected)
    settle()
    assert audit(view.window()) == []


def test_a_long_title_is_cut_and_told(view):
    """A hundred and twenty characters end in …; the whole stands in the tip and beside the wall."""
    title = "长" * MOST_TITLE
    view.desk.do(EditTopic(meeting=FORUM, topic="t14", title=title))
    item = view.board.scene_.items_["t14", "s3"]
    painter = CardPainter(view.desk.theme)
    assert painter.cuts(item.card, item.rect().width())
    assert not painter.cuts(card(view, "t01", "s1"), item.rect().width())
    assert title in item.toolTip()


def test_the_menu_key_opens_the_menu_of_a_card(view):
    """Also where nobody has a right mouse button."""
    view.board.choose("t14")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(view.board.viewport(), event)
    assert open_menu().objectName() == "topic.t14"
    close_menu()
    click(view, "wall.selected.more")
    assert open_menu().objectName() == "topic.t14"
    close_menu()


def test_the_lists_beside_the_wall_are_true_models(view):
    """Qt's own tester finds nothing while cards come and go."""
    testers = [QAbstractItemModelTester(one.list.cards, EVERY) for one in (view.tray, view.parking)]
    view.desk.do(MoveTopic(meeting=FORUM, topic="t14", place="studio", slot="s3"))
    assert len(testers) == 2
    assert (
        view.tray.list.cards.index(0)
        .data(Qt.ItemDataRole.AccessibleTextRole)
        .startswith("26 楼门长")
    )


def test_one_card_is_selected_at_a_time(view):
    """On the wall or beside it; what is selected stands at the right with all its words."""
    view.board.choose("t14")
    view.tray.list.setFocus()
    keys(view.tray.list, Qt.Key.Key_Down)
    assert view.board.card is None
    assert (
        "27" in find(view, "wall.selected.title").text()
        or "26" in find(view, "wall.selected.title").text()
    )
    view.board.choose("t01")
    assert view.tray.list.card is None
    assert find(view, "wall.selected.title").text() == "01 停车位怎么分才公平"


@pytest.mark.parametrize(
    ("lang", "size", "width", "height"),
    [pytest.param("zh", 100, 1278, 560, marks=pytest.mark.soak), ("en", 150, 1880, 900)],
)
def test_everybody_can_read_and_reach_it(qapp, tmp_path, lang, size, width, height):
    """Nothing is cut, faint, nameless or out of reach, with a card selected and with one carried."""
    with (
        at_forum(tmp_path, lang=lang, size=size) as desk,
        wall_on(desk, width=width, height=height) as view,
    ):
        view.board.choose("t04")
        settle()
        assert audit(view.window(), size / 100) == []
        keys(view.board, Qt.Key.Key_Right)
        settle()
        assert audit(view.window(), size / 100) == []
        put_back(view, len(desk.session.meeting(FORUM).wall.deeds))


def test_the_wall_goes_when_it_is_left(qapp, tmp_path):
    """Neither Qt nor Python keeps it."""
    with at_forum(tmp_path) as desk:
        assert_freed(lambda: WallView(desk, FORUM), use=lambda it: it.show())


def test_fields_and_cards_lie_where_they_are_found(view):
    """Whatever is painted at a point is what is found there; rows grow with what hangs in them."""
    view.desk.do(MoveTopic(meeting=FORUM, topic="t14", place="south", slot="s3"))
    meeting = view.desk.session.meeting(FORUM)
    layout = Layout(read_board(view.desk, meeting), 660)
    for line in layout.board.lines:
        for column in layout.board.columns:
            cell = Cell(line.place, column.slot)
            assert layout.cell_at(layout.rect(cell).center()) == cell
    assert layout.rect(Cell("south", "s1")).height() == 108
    assert layout.rect(Cell("north", "s1")).height() == 56
    assert layout.cell_at(QPointF(-1, 5)) is None
    assert Layout(Board(), 600).free() is None


@pytest.mark.parametrize("zoom", [1.0, 0.8, 0.5])
def test_the_line_below_stands_when_something_is_out_of_sight(view, zoom):
    """At every height: where its own height alone would hide something, the wall once never came to rest."""
    board, window = view.board, view.window()
    size, shown = window.size(), set()
    board.zoom_by(zoom)
    for height in range(900, 300, -3):
        window.resize(window.width(), height)
        QApplication.processEvents()
        bars = board.horizontalScrollBar(), board.verticalScrollBar()
        hides = any(bar.maximum() > 0 for bar in bars)
        assert board.foot.isVisible() == hides, height
        shown.add(hides)
    board.fit(False)
    window.resize(size)
    assert True in shown
