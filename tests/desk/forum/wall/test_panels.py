"""What is asked for around the wall: pitches, consent, words, counts, screening, places and slots."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from facilitator.desk.forum.wall.counts import CountsPanel
from facilitator.desk.forum.wall.gone import GonePanel
from facilitator.desk.forum.wall.hottest import HottestPanel
from facilitator.meeting.forum.interest import CountInterest
from facilitator.meeting.forum.wall import TopicState
from tests.desk.evening import write
from tests.desk.forum.wall.day import (
    FORUM,
    LEFT,
    at_forum,
    keys,
    last,
    plain,
    topic,
    wall_on,
)
from tests.desk.meeting.menus import choose, click, close_menu, entry, give_reason, open_menu, panel
from tests.desk.shown import find, said

KEY = Qt.Key
EVERY = QAbstractItemModelTester.FailureReportingMode.Fatal


def menu_of(view, name):
    """Open the menu of a topic and return it."""
    for shelf in (view.tray, view.parking):
        if shelf.list.choose(name):
            card = shelf.list.card
            break
    else:
        assert view.board.choose(name)
        card = view.board.card
    view._menu.open(card, QPoint(30, 30))
    return open_menu()


def tick(window, name):
    """Click a box or a circle where its mark is."""
    one = find(window, name)
    QTest.mouseClick(one, LEFT, pos=QPoint(10, one.height() // 2))


def meeting(view):
    return view.desk.session.meeting(FORUM)


def test_n_begins_a_pitch_and_enter_posts_it(view):
    """Title, Enter, convener, Enter, Enter: it is posted, and the panel waits for the next one."""
    QTest.keyClick(view.board, KEY.Key_N)
    asked = panel(view)
    write(find(asked, "pitch.title"), "院门几点关")
    keys(find(asked, "pitch.title"), KEY.Key_Return)
    who = find(asked, "pitch.who", QLineEdit)
    assert who.hasFocus()
    write(who, "郑卫东")
    keys(who, KEY.Key_Return, KEY.Key_Return)
    assert last(view).title == "院门几点关"
    assert last(view).conveners == ("zheng-weidong",)
    assert asked.isVisible()
    assert find(asked, "pitch.title").text() == ""
    assert f"已贴出：{last(view).number} 院门几点关" in said(asked)
    assert view.tray.list.cards.cards[-1].topic == last(view).id


def test_the_room_reads_a_pitch_at_once(view):
    """What is typed stands on the projector, and goes with the panel."""
    view.new_topic()
    asked = panel(view)
    write(find(asked, "pitch.title"), "院门几点关")
    assert view.desk.projector.pitch.title == "院门几点关"
    asked.reject()
    assert not view.desk.projector.pitch
    view.new_topic()
    find(panel(view), "pitch.title").clear()


def test_a_pitch_survives_a_panel_that_was_closed(view):
    """What was typed is there again when the panel is opened anew."""
    view.new_topic()
    write(find(panel(view), "pitch.title"), "院门几点关")
    keys(panel(view), KEY.Key_Escape)
    view.new_topic()
    assert find(panel(view), "pitch.title").text() == "院门几点关"
    find(panel(view), "pitch.title").clear()


def test_whoever_is_next_in_line_convenes_the_next_pitch(view):
    """A queue of those who wait to speak goes on by one with each topic that is posted."""
    view.new_topic()
    asked = panel(view)
    for name, text in (
        ("pitch.title", "院门几点关"),
        ("pitch.who", "郑卫东"),
        ("pitch.queue", "邓伟、许文斌"),
    ):
        write(find(asked, name, QLineEdit), text)
    click(asked, "pitch.done")
    assert asked._who.names == ["邓伟"]
    assert asked._queue.names == ["许文斌"]
    asked._who.clear()
    asked._queue.clear()


def test_somebody_new_may_post(view):
    """A name that nobody knows yet is put on the list."""
    view.new_topic()
    asked = panel(view)
    write(find(asked, "pitch.title"), "院门几点关")
    write(find(asked, "pitch.who", QLineEdit), "欧阳小满")
    click(asked, "pitch.done")
    (new,) = last(view).conveners
    assert view.desk.session.names(meeting(view))[new] == "欧阳小满"


def test_a_merge_waits_for_every_convener(view):
    """The button is shut until all have agreed; then the one goes on as part of the other."""
    menu_of(view, "t17")
    choose("merge")
    asked = panel(view)
    other = find(asked, "merge.other")
    other.setCurrentIndex(other.findData("t05"))
    done = find(asked, "merge.done")
    assert not done.isEnabled()
    assert "还有 2 位召集人没有同意" in plain(said(asked))
    tick(asked, "agrees.li-guifang")
    assert not done.isEnabled()
    tick(asked, "agrees.wang-shuzhen")
    assert done.isEnabled()
    click(asked, "merge.done")
    assert topic(view, "t17").state is TopicState.MERGED
    assert topic(view, "t05").conveners == ("wang-shuzhen", "li-guifang")
    assert find(view, "wall.gone").isVisible()


def test_which_of_two_goes_on_is_chosen(view):
    """Turned round, the other one is merged into this."""
    menu_of(view, "t17")
    choose("merge")
    asked = panel(view)
    other = find(asked, "merge.other")
    other.setCurrentIndex(other.findData("t04"))
    tick(asked, "merge.from")
    tick(asked, "agrees.li-guifang")
    click(asked, "merge.done")
    assert topic(view, "t04").into == "t17"


def test_what_was_merged_stays_findable(view):
    """Number, title, convener and what became of it stand in a list."""
    menu_of(view, "t17")
    choose("merge")
    asked = panel(view)
    other = find(asked, "merge.other")
    other.setCurrentIndex(other.findData("t04"))
    tick(asked, "agrees.li-guifang")
    click(asked, "merge.done")
    click(view, "wall.gone")
    listed = panel(view)
    assert isinstance(listed, GonePanel)
    told = listed.list.model().stringList()
    assert "17 种菜占了绿地怎么办（李桂芳）：并入 04 花园养护谁来接手" in told


def test_a_topic_is_split_with_consent(view):
    """Every part has a title and conveners of its own; the whole stays readable."""
    menu_of(view, "t08")
    choose("split")
    asked = panel(view)
    for number, title in ((1, "桶站搬到哪里"), (2, "几点收垃圾")):
        write(find(asked, f"split.title.{number}"), title)
    click(asked, "split.more")
    assert not find(asked, "split.done").isEnabled()
    tick(asked, "agrees.ma-yulan")
    click(asked, "split.done")
    assert topic(view, "t08").state is TopicState.SPLIT
    first = last(view).number - 1
    parts = [one for one in meeting(view).wall.topics.values() if one.came_from == "t08"]
    assert [(one.number, one.title) for one in parts] == [
        (first, "桶站搬到哪里"),
        (first + 1, "几点收垃圾"),
    ]


def test_title_conveners_and_names_are_changed(view):
    """Each in its panel, from the menu of the card."""
    menu_of(view, "t14")
    choose("edit")
    write(find(panel(view), "topic.title"), "路灯和夜里安全")
    click(panel(view), "topic.done")
    menu_of(view, "t14")
    choose("conveners")
    write(find(panel(view), "topic.conveners", QLineEdit), "邓伟")
    click(panel(view), "topic.done")
    menu_of(view, "t14")
    choose("names")
    write(find(panel(view), "names.who", QLineEdit), "郑卫东、许文斌")
    click(panel(view), "names.done")
    found = topic(view, "t14")
    assert (found.title, found.conveners) == ("路灯和夜里安全", ("huang-yongfu", "deng-wei"))
    assert meeting(view).interest.signed["t14"] == ("zheng-weidong", "xu-wenbin")


def test_a_topic_is_withdrawn_with_its_reason(view):
    """Without one it is refused in the panel, which stays open."""
    menu_of(view, "t28")
    choose("withdraw")
    click(panel(view), "reason.done")
    assert panel(view).isVisible()
    give_reason(view, "已经修好了")
    assert topic(view, "t28").state is TopicState.WITHDRAWN


def test_not_held_and_held_after_all(view):
    """A group that did not meet is noted, and that is taken back from the same menu."""
    menu_of(view, "t14")
    choose("not-held")
    give_reason(view, "没有人来")
    assert topic(view, "t14").state is TopicState.NOT_HELD
    menu_of(view, "t14")
    choose("held")
    assert topic(view, "t14").state is TopicState.OPEN


def test_what_cannot_be_done_is_grey_and_says_why(view):
    """A topic in the tray takes no half, hangs in no further slot and comes off no wall."""
    menu = menu_of(view, "t26")
    for key in ("second", "off", "first", "second-half", "whole"):
        assert not entry(menu, key).isEnabled(), key
        assert entry(menu, key).toolTip(), key
    assert entry(menu, "move").isEnabled()
    close_menu()


def test_undo_takes_the_last_deed_back(view):
    """The button says what it does by key, too; the wall is as it was."""
    menu_of(view, "t14")
    choose("off")
    assert topic(view, "t14").spots == ()
    click(view, "wall.undo")
    assert [(spot.place, spot.slot) for spot in topic(view, "t14").spots] == [("multi", "s3")]


def test_counts_are_typed_in_a_row(view):
    """Number, Enter, number, Enter: each is recorded, the next field has the keys."""
    CountsPanel(view.desk, view, FORUM).open()
    asked = panel(view)
    tester = QAbstractItemModelTester(asked.table.model(), EVERY)
    QApplication.processEvents()
    for number in ("24", "17"):
        QTest.keyClicks(QApplication.focusWidget(), number)
        keys(QApplication.focusWidget(), KEY.Key_Return)
    assert meeting(view).interest.counts["t01"] == 24
    assert meeting(view).interest.counts["t02"] == 17
    assert asked.table.currentIndex().row() == 2
    assert asked.isVisible()
    del tester
    for name, heads in (("t01", 23), ("t02", 19)):
        view.desk.do(CountInterest(meeting=FORUM, topic=name, heads=heads))


def test_the_hottest_are_kept_as_people_choose(view):
    """At a tie over the cut nobody is ticked for the sake of a number."""
    view.desk.do(CountInterest(meeting=FORUM, topic="t01", heads=24))
    HottestPanel(view.desk, view, FORUM).open()
    asked = panel(view)
    model = asked.list.model()
    tester = QAbstractItemModelTester(model, EVERY)
    asked._most.setValue(2)
    assert model.kept == ("t03",)
    assert "有 2 个并列，留哪些由大家定" in plain(said(asked))
    assert "并列" in model.index(1, 0).data()
    model.setData(model.index(2, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    del tester
    click(asked, "hottest.done")
    assert [one.id for one in meeting(view).wall.on_wall()] == ["t03", "t07"]
    assert len(view.parking.list.cards.cards) == 26
    view.desk.do(CountInterest(meeting=FORUM, topic="t01", heads=23))


def test_places_are_added_from_the_tools(view):
    """A further place is added from there, and another; what can be done now can be chosen."""
    click(view, "wall.tools")
    assert entry(open_menu(), "counts").isEnabled()
    choose("place")
    write(find(panel(view), "place.name"), "门房")
    find(panel(view), "place.seats").setValue(6)
    click(panel(view), "place.further")
    assert find(panel(view), "place.name").text() == ""
    assert "门房" in said(panel(view))
    assert view.board.scene_.layout_.board.lines[-1].name == "门房"


def test_a_wall_without_fields_offers_them(qapp, tmp_path):
    """It says what is lacking and adds it; then the wall is there."""
    with at_forum(tmp_path, bare=True) as desk, wall_on(desk) as view:
        assert "还没有地点，也没有时段" in said(view)
        click(view, "wall.lacks.place")
        write(find(panel(view), "place.name"), "大厅")
        click(panel(view), "place.done")
        assert "还没有时段" in said(view)
        click(view, "wall.lacks.slot")
        assert find(panel(view), "slot.minutes").value() == 60
        click(panel(view), "slot.done")
        assert view.board.isVisible()
        assert len(view.board.scene_.layout_.board.columns) == 1
