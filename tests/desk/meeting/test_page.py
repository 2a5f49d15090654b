"""The desk of a meeting as a whole: which room stands in the middle when, and how it folds."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from facilitator.desk.closing.closed import ClosedView
from facilitator.desk.closing.readback import ReadBackView
from facilitator.desk.item.view import ItemView
from facilitator.desk.meeting.page import MeetingPage
from facilitator.desk.meeting.recess import BreakCard
from facilitator.desk.meeting.running import Running
from facilitator.desk.meeting.sides import sides_for
from facilitator.desk.places import Place
from facilitator.desk.prepare.view import PrepareView
from facilitator.desk.vote.result import ResultView
from facilitator.desk.vote.setup import VoteSetup
from facilitator.desk.vote.view import VoteView
from facilitator.meeting.closing import ClosePoll, VoidPoll
from facilitator.meeting.floor import EndSpeech
from facilitator.meeting.items import TakeUp
from facilitator.meeting.lifecycle import CloseMeeting, EnterPhase, Recess
from facilitator.meeting.polls import Hands, Method, OpenPoll
from facilitator.meeting.voting import CountHands
from tests.desk.audit import audit
from tests.desk.evening import EVENING, at_desk, write
from tests.desk.freed import assert_freed, do_what_was_put_off
from tests.desk.looks import OF_A_ROOM
from tests.desk.meeting.menus import choose, click
from tests.desk.shown import find, shown

HERE = f"meetings/{EVENING}"
M = {"meeting": EVENING}


@pytest.fixture
def desk(qapp, tmp_path):
    """Give the desk of the evening while item 3 is in hand and nobody speaks."""
    with at_desk(tmp_path, '"attendance.leave"') as it:
        yield it


@pytest.fixture
def window(desk):
    """Give the window on it."""
    with shown(desk, HERE) as it:
        yield it


def page(window) -> MeetingPage:
    found = window.page
    assert isinstance(found, MeetingPage)
    return found


def running(window) -> Running:
    found = page(window).middle
    assert isinstance(found, Running)
    return found


def middle(window):
    """Return what stands between agenda and seats."""
    return next(
        one
        for one in running(window).children()
        if isinstance(one, (ItemView, VoteView, VoteSetup, ResultView, BreakCard))
        and one.isVisible()
    )


@pytest.mark.parametrize(
    ("until", "kind", "foot"),
    [
        ("post-notice", PrepareView, False),
        ("read-back", ReadBackView, True),
        ("meeting.close", ClosedView, False),
    ],
)
def test_each_phase_has_its_room(qapp, tmp_path, until, kind, foot):
    """And the line to write stands there while a record is kept."""
    with at_desk(tmp_path, until) as desk, shown(desk, HERE) as window:
        assert isinstance(page(window).middle, kind)
        assert (page(window).foot is not None) is foot


def test_the_room_follows_the_phase(window, desk):
    """Reading back, and on to the close; the room before is gone."""
    before = page(window).middle
    desk.do(EnterPhase(**M, phase="read-back"))
    assert isinstance(page(window).middle, ReadBackView)
    desk.do(EnterPhase(**M, phase="deliberate"))
    assert isinstance(page(window).middle, Running)
    assert page(window).middle is not before


def test_another_meeting_changes_nothing_here(window, desk):
    """What is typed in the line stays when something else happens in the archive."""
    editor = QApplication.focusWidget()
    write(editor, "hello")
    desk.do(EndSpeech(meeting="no-such"))
    assert QApplication.focusWidget() is editor


def test_keys_that_stray_to_the_rail_are_the_lines(window):
    """The button that a panel was opened by is gone when it closes: one types on."""
    find(window, "rail.today").setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    assert QApplication.focusWidget().objectName() == "line.text"


def test_after_an_amendment_the_key_leads_to_the_vote_on_the_motion(qapp, tmp_path):
    """F8 on the card of its result prepares that vote, as F8 does everywhere."""
    with at_desk(tmp_path, '"polls.count-hands"') as desk, shown(desk, HERE) as window:
        desk.do(ClosePoll(**M, poll="p-a2"))
        assert isinstance(middle(window), ResultView)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
        assert isinstance(middle(window), VoteSetup)
        assert middle(window).motion_id == "m2"


class TestVoting:
    def test_while_a_vote_runs_it_has_the_middle_and_the_seats(self, window, desk):
        """The agenda stays; after a void vote the item is back."""
        assert isinstance(middle(window), ItemView)
        desk.do(OpenPoll(**M, poll="x", motion="m3", method=Method.HANDS))
        assert isinstance(middle(window), VoteView)
        assert not find(window, "seats").isVisible()
        assert find(window, "agenda").isVisible()
        desk.do(VoidPoll(**M, poll="x", reason="错"))
        assert isinstance(middle(window), ItemView)
        assert find(window, "seats").isVisible()

    def test_single_letters_answer_the_roll_call_not_the_line(self, window, desk):
        """The line is grey; F2 borrows the keys, and they come back by themselves."""
        desk.do(OpenPoll(**M, poll="x", motion="m3", method=Method.ROLL_CALL))
        QApplication.processEvents()
        assert running(window).keys_with_vote
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Y)
        assert len(desk.session.meeting(EVENING).polls.all["x"].votes) == 1
        QTest.keyClick(window, Qt.Key.Key_F2)
        write(window.focusWidget(), "一句")
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
        assert list(desk.session.meeting(EVENING).notes.lines.values())[-1].text == "一句"
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_N)
        assert len(desk.session.meeting(EVENING).polls.all["x"].votes) == 2

    def test_the_result_stays_until_somebody_goes_on(self, window, desk):
        """Right after the close; another item taken up puts it away, too."""
        desk.do(OpenPoll(**M, poll="x", motion="m3", method=Method.HANDS))
        desk.do(CountHands(**M, poll="x", hands=Hands(in_favour=9)))
        desk.do(_close("x"))
        assert running(window).scene.kind == "result"
        running(window).go_back()
        assert running(window).scene.kind == "item"

    def test_another_item_puts_the_result_away(self, window, desk):
        """What is shown belongs to the item in hand."""
        desk.do(OpenPoll(**M, poll="x", motion="m3", method=Method.HANDS))
        desk.do(CountHands(**M, poll="x", hands=Hands(in_favour=9)))
        desk.do(_close("x"))
        desk.do(TakeUp(**M, item="i5"))
        assert running(window).scene.kind == "item"

    def test_f8_sets_a_vote_up_and_esc_or_the_item_leads_back(self, window, desk):
        """The key works from the line; the room spans middle and seats."""
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F8)
        assert running(window).scene.kind == "setup"
        assert running(window).scene.which == "m3"
        assert not find(window, "seats").isVisible()
        running(window).go_back()
        assert isinstance(middle(window), ItemView)


def _close(poll):
    from facilitator.meeting.closing import ClosePoll

    return ClosePoll(**M, poll=poll)


def test_the_papers_lie_over_a_vote_and_go_away_again(window, desk):
    """Whoever looks something up finds the result, a drawer or a half-typed answer as it was."""
    desk.do(OpenPoll(**M, poll="x", motion="m3", method=Method.ROLL_CALL))
    before = running(window)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Y)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert not before.isVisible()
    assert not find(window, "foot").isVisible()
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert running(window) is before
    assert before.scene.kind == "poll"
    assert before.isVisible()


def test_the_seats_lie_over_a_vote_at_f3(window, desk):
    """Somebody goes out in the middle of a vote: it is noted without leaving the vote."""
    desk.do(OpenPoll(**M, poll="x", motion="m3", method=Method.ROLL_CALL))
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_F3)
    click(window, "seat.wang-jianjun")
    choose("leave")
    assert not desk.session.meeting(EVENING).attendance.is_present("wang-jianjun")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not find(window, "seats").isVisible()
    assert running(window).scene.kind == "poll"


def test_a_break_is_calm(window, desk):
    """A card with the time in the middle; people come and go at the right meanwhile."""
    desk.do(Recess(**M))
    assert isinstance(middle(window), BreakCard)
    click(window, "seat.wang-jianjun")
    choose("leave")
    click(window, "recess.resume")
    assert isinstance(middle(window), ItemView)


class TestFolding:
    @pytest.mark.parametrize(
        ("width", "agenda_folded", "seats_folded"),
        [(1278, False, False), (1093, False, False), (1091, True, False), (939, True, True)],
    )
    def test_the_agenda_folds_first_then_the_seats(self, width, agenda_folded, seats_folded):
        """The middle keeps at least 548 pixels while the seats are open."""
        sides = sides_for(width)
        assert (sides.agenda_folded, sides.seats_folded) == (agenda_folded, seats_folded)
        assert width - sides.least >= 548

    def test_a_narrow_window_shows_numbers_and_counts(self, qapp, tmp_path):
        """1366 at 150 %: both are folded, F4 and F3 open them over the middle, Esc closes."""
        with at_desk(tmp_path, '"attendance.leave"', size=150) as desk, shown(desk, HERE) as window:
            assert find(window, "agenda.folded").isVisible()
            assert find(window, "seats.folded").isVisible()
            assert not find(window, "seats").isVisible()
            QTest.keyClick(window, Qt.Key.Key_F3)
            assert find(window, "seats").isVisible()
            QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
            assert not find(window, "seats").isVisible()
            click(window, "seats.unfold")
            assert find(window, "seats").isVisible()
            QTest.keyClick(window, Qt.Key.Key_F4)
            assert find(window, "agenda").isVisible()
            assert not find(window, "seats").isVisible()
            QTest.keyClick(window, Qt.Key.Key_F4)
            assert not find(window, "agenda").isVisible()

    def test_a_folded_number_opens_the_agenda_at_its_item(self, qapp, tmp_path):
        """It takes nothing up: nobody knows all titles by number."""
        with at_desk(tmp_path, '"attendance.leave"', size=150) as desk, shown(desk, HERE) as window:
            numbers = running(window).numbers.list
            model = numbers.model()
            spot = numbers.visualRect(model.index(3)).center()
            QTest.mouseClick(numbers.viewport(), Qt.MouseButton.LeftButton, pos=spot)
            assert find(window, "agenda").isVisible()
            assert running(window).agenda.list.current == "i5"
            assert desk.session.meeting(EVENING).agenda.in_hand == "i3"

    def test_growing_puts_everything_back(self, desk):
        """A drawer that is open when the window grows becomes an ordinary column."""
        with shown(desk, HERE, width=1000) as window:
            QTest.keyClick(window, Qt.Key.Key_F3)
            window.resize(1366, 768)
            QApplication.processEvents()
            assert find(window, "seats").isVisible()
            QTest.keyClick(window, Qt.Key.Key_F3)
            assert find(window, "seats").isVisible()


@pytest.mark.parametrize(("lang", "size"), OF_A_ROOM)
def test_everybody_can_read_and_reach_the_frame(qapp, tmp_path, lang, size):
    """What lies around the middle is sound in both languages, large and small."""
    with (
        at_desk(tmp_path, '"attendance.leave"', lang=lang, size=size) as desk,
        shown(desk, HERE) as window,
    ):
        ours = ("strip", "agenda", "seats", "guests")
        wrong = [
            one for one in audit(window, size / 100) if any(f"'{name}" in one for name in ours)
        ]
        assert wrong == []


def test_the_page_is_freed(desk):
    """Nothing holds the desk of a meeting that was left, with a vote set up and a drawer opened in it."""

    def use(made: QWidget) -> None:
        made.resize(900, 600)
        made.show()
        QTest.keyClick(made, Qt.Key.Key_F3)
        do_what_was_put_off()

    assert_freed(lambda: MeetingPage(desk, Place("meetings", EVENING)), use)


def test_a_closed_meeting_leaves_the_room(window, desk):
    """After the close the papers' room stands there and nothing can be written."""
    desk.do(TakeUp(**M, item="i4"))
    for item in ("i3", "i5", "i4"):
        _put_off(desk, item)
    desk.do(EnterPhase(**M, phase="read-back"))
    assert desk.do(CloseMeeting(**M))
    assert isinstance(page(window).middle, ClosedView)
    assert page(window).foot is None or not page(window).foot.isVisible()


def _put_off(desk, item):
    from facilitator.meeting.items import PostponeItem
    from facilitator.meeting.motions import PostponeMotion

    for motion in desk.session.meeting(EVENING).motions.open_on(item):
        desk.do(PostponeMotion(**M, motion=motion.id, reason="晚了"))
    desk.do(PostponeItem(**M, item=item, reason="晚了"))
