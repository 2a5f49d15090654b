"""The strip on top of a meeting: what it says, that nothing in it jumps, and where its buttons lead."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateTimeEdit, QLineEdit, QPushButton

from facilitator.acts import Trouble
from facilitator.desk.meeting.needs import need_of
from facilitator.desk.meeting.strip import DROPS, Strip, fitting
from facilitator.meeting.attendance import Arrive, Leave
from facilitator.meeting.floor import EndSpeech
from facilitator.meeting.format import Stage
from facilitator.meeting.items import TakeUp
from facilitator.meeting.polls import Method, OpenPoll, Recuse
from facilitator.rules.charter import Base, Recusal, Threshold, Words
from facilitator.words.tongue import tongue
from tests.desk.audit import audit
from tests.desk.evening import EVENING, at_desk, later, write
from tests.desk.freed import assert_freed
from tests.desk.meeting.menus import choose, click, entry, give_reason, open_menu, panel
from tests.desk.shown import find, said, shown
from tests.meeting.hall import EVENING as EVENING_HALL
from tests.meeting.hall import NEW, Hall, charter, two_thirds

NAMES = ("wang-jianjun", "li-chunmei", "zhang-haibo", "liu-xiaoyan", "wu-dequan")
WIDTHS = (1278, 1092, 1004, 940, 822)


@pytest.fixture
def desk(qapp, tmp_path):
    """Give the desk of the evening while Lin Xiuying speaks."""
    with at_desk(tmp_path, '"n6"') as it:
        yield it


@pytest.fixture
def window(desk):
    """Give the window on it."""
    with shown(desk, f"meetings/{EVENING}") as it:
        yield it


def plain(text):
    return text.replace("\u00a0", " ")


def words(window):
    return plain(said(find(window, "strip")))


def test_it_says_where_the_meeting_stands(window):
    """Body and meeting, who is here, what is needed and of what, day and time, and that it is recorded."""
    for part in (
        "松柏岗社区共治议事会", "第二届第 1 次会议", "示例", "在场 11", "/ 13 人", "5/6", "1/1",
        "需要 9 票", "13 席的三分之二", "20:10", "11 月 27 日", "已记录", "20:10:30", "宣读记录",
    ):  # fmt: skip
        assert part in words(window)
    assert "第3步" in find(window, "strip.phases").accessibleName()


def test_a_missing_quorum_is_told_where_the_members_are_counted(desk):
    """While too few are there the strip says how many it takes, and in another colour."""
    meeting = desk.session.meeting(EVENING)
    quorum = (Threshold("1/2", Base.SEATS, strict=True),)
    strict = msgspec.structs.replace(meeting.taken.charter, quorum=quorum)
    meeting.taken = msgspec.structs.replace(meeting.taken, charter=strict)
    strip = Strip(desk, EVENING)
    assert "法定人数" not in strip.cells["presence"].accessibleName()
    for member in NAMES[:5]:
        desk.do(Leave(meeting=EVENING, person=member))
    strip.refresh_now()
    assert "法定人数 7" in plain(strip.cells["presence"].accessibleName())
    assert find(strip, "strip.here").property("tone") == "warn"
    strip.deleteLater()


def test_numbers_follow_what_happens(window, desk):
    """Somebody comes, somebody goes."""
    desk.do(Arrive(meeting=EVENING, person="zhou-yumei"))
    assert "在场 12" in words(window)
    assert find(window, "strip.here.new").text() == "6/6"


def test_the_clock_ticks_and_the_mark_stays(window, desk):
    """The time goes on by itself; the mark tells when the last act was recorded."""
    later(desk, 120)
    assert find(window, "strip.time").text() == "20:12"
    assert "20:10:30" in words(window)
    later(desk, 1)
    desk.do(EndSpeech(meeting=EVENING))
    assert "20:12:31" in words(window)


class TestWidths:
    @pytest.mark.parametrize("lang", ["zh", "en"])
    @pytest.mark.parametrize("width", WIDTHS)
    def test_all_cells_fit_where_there_is_room_for_a_desk(self, qapp, tmp_path, lang, width):
        """Down to a laptop of 1366 at 150 %, in both languages."""
        with at_desk(tmp_path, '"n6"', lang=lang) as desk:
            strip = Strip(desk, EVENING)
            strip.resize(width, 72)
            strip.show()
            cells = list(strip.cells.values())
            assert sum(cell.width() for cell in cells) + len(cells) <= width
            strip.deleteLater()

    def test_in_chinese_everything_fits_on_a_laptop(self, desk):
        """1366 less the rail: as it was drawn, nothing is left away."""
        strip = Strip(desk, EVENING)
        assert set(fitting(strip.cells, 1278 - len(strip.cells)).values()) == {0}
        strip.deleteLater()

    def test_nothing_jumps(self, desk):
        """Whoever comes or goes, whatever trouble there is: the cells stay where they are."""
        strip = Strip(desk, EVENING)
        strip.resize(1278, 72)
        strip.show()

        def places():
            return [(cell.x(), cell.width()) for cell in strip.cells.values()]

        before = places()
        desk.do(EndSpeech(meeting=EVENING))
        for person in NAMES:
            desk.do(Leave(meeting=EVENING, person=person))
            assert places() == before
        desk._in_trouble(Trouble("disk-full", path="x"), EndSpeech(meeting=EVENING), None, {})
        assert places() == before
        strip.deleteLater()

    def test_every_cell_can_get_as_narrow_as_it_says(self, desk):
        """The list of what goes names every level of every cell once, in order."""
        strip = Strip(desk, EVENING)
        for key, cell in strip.cells.items():
            assert [level for name, level in DROPS if name == key] == list(range(1, cell.least + 1))
            wide = [cell.wants(level) for level in range(cell.least + 1)]
            assert wide == sorted(wide, reverse=True)
        strip.deleteLater()


class TestRecordedMark:
    def test_when_the_disk_does_not_take_it_the_mark_turns(self, window, desk):
        """Red, with a cross and words; what was meant is not lost."""
        act = EndSpeech(meeting=EVENING)
        desk._in_trouble(Trouble("disk-full", path="x"), act, None, {})
        assert "未记录" in words(window)
        assert "已记录" not in words(window)
        assert find(window, "strip.again").isVisible()

    def test_trying_again_records_it(self, window, desk):
        """One click does what the disk had refused, and the mark is green again."""
        act = EndSpeech(meeting=EVENING)
        desk._in_trouble(Trouble("disk-full", path="x"), act, None, {})
        click(window, "strip.again")
        assert desk.session.meeting(EVENING).floor.speaking is None
        assert "已记录" in words(window)
        assert not find(window, "strip.again").isVisible()


class TestMovingOn:
    def test_the_button_says_what_comes_next(self, qapp, tmp_path):
        """Signing in, then the opening, then the reading back; and it leads there."""
        (tmp_path / "a").mkdir()
        with (
            at_desk(tmp_path / "a", "post-notice") as desk,
            shown(desk, f"meetings/{EVENING}") as window,
        ):
            desk.session.clock.at = desk.session.meeting(EVENING).call.planned
            assert find(window, "strip.forward", QPushButton).text() == "开始签到"
            click(window, "strip.forward")
            assert desk.session.meeting(EVENING).phase.stage is Stage.GATHERING
            forward = find(window, "strip.forward", QPushButton)
            assert forward.text() == "开会"
            assert not forward.isEnabled()
            assert "苏慧敏" in forward.toolTip()
            desk.do(Arrive(meeting=EVENING, person="su-huimin"))
            assert forward.isEnabled()
            QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            assert desk.session.meeting(EVENING).phase.stage is Stage.RUNNING

    def test_where_a_speech_runs_it_is_grey_and_says_why(self, window, desk):
        """Nobody is cut off by a wrong click."""
        forward = find(window, "strip.forward", QPushButton)
        assert not forward.isEnabled()
        assert "林秀英" in forward.toolTip()
        desk.do(EndSpeech(meeting=EVENING))
        click(window, "strip.forward")
        assert desk.session.meeting(EVENING).phase.stage is Stage.CLOSING
        assert not find(window, "strip.forward").isVisible()

    def test_the_key_does_not_leave_what_is_open(self, window, desk):
        """Ctrl+Enter, also from the line, tells what is open and where to go on all the same."""
        desk.do(EndSpeech(meeting=EVENING))
        notices, acts = [], []
        desk.noticed.connect(notices.append)
        desk.changed.connect(acts.append)
        for target in (window, find(window, "line.text")):
            target.setFocus()
            QTest.keyClick(target, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert acts == []
        assert len(notices) == 2
        assert "拆除私装车位桩" in notices[0].text
        assert "“宣读记录”" in notices[0].text

    def test_where_nothing_is_open_the_key_goes_on(self, qapp, tmp_path):
        """After the last item."""
        with (
            at_desk(tmp_path / "done", '"n10"') as desk,
            shown(desk, f"meetings/{EVENING}") as window,
        ):
            assert desk.session.meeting(EVENING).hindrances() == []
            QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            assert desk.session.meeting(EVENING).phase.stage is Stage.CLOSING


class TestMore:
    def test_back_to_deliberation(self, window, desk):
        """From the reading back one may return; from deliberation not to signing in."""
        desk.do(EndSpeech(meeting=EVENING))
        click(window, "strip.more")
        assert not [one for one in open_menu().actions() if "more.back" in one.objectName()]
        open_menu().close()
        click(window, "strip.forward")
        click(window, "strip.more")
        choose("deliberate")
        assert desk.session.meeting(EVENING).phase.stage is Stage.RUNNING

    def test_a_break_and_its_end(self, window, desk):
        """In the menu, grey while somebody speaks; Ctrl+B does the same."""
        click(window, "strip.more")
        assert not entry(open_menu(), "recess").isEnabled()
        open_menu().close()
        desk.do(EndSpeech(meeting=EVENING))
        click(window, "strip.more")
        choose("recess")
        assert desk.session.meeting(EVENING).life.recess
        assert find(window, "recess.clock").isVisible()
        later(desk, 65)
        assert find(window, "recess.clock").text() == "1:05"
        click(window, "recess.resume")
        assert not desk.session.meeting(EVENING).life.recess
        QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
        assert desk.session.meeting(EVENING).life.recess

    def test_another_host(self, window, desk):
        """Somebody in the room takes over, with the reason."""
        click(window, "strip.more")
        choose("host")
        write(find(panel(window), "host.reason"), "嗓子不适")
        click(panel(window), "host.done")
        life = desk.session.meeting(EVENING).life
        assert life.host == "chen-guodong"

    def test_the_papers_and_back(self, window):
        """Ctrl+P leads there from anywhere, and the same key back."""
        QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        assert find(window, "papers.back").isVisible()
        assert not find(window, "foot").isVisible()
        click(window, "papers.back")
        assert find(window, "foot").isVisible()

    def test_before_the_opening_it_can_be_moved_or_called_off(self, qapp, tmp_path):
        """A posted notice asks for the reason; a meeting called off can be opened again."""
        with at_desk(tmp_path, "post-notice") as desk, shown(desk, f"meetings/{EVENING}") as window:
            click(window, "strip.more")
            choose("reschedule")
            when = find(panel(window), "reschedule.when", QDateTimeEdit)
            when.setDateTime(when.dateTime().addDays(1))
            write(find(panel(window), "reschedule.reason", QLineEdit), "停电")
            click(panel(window), "reschedule.done")
            call = desk.session.meeting(EVENING).call
            assert call.planned.isoformat() == "2026-11-28T19:30:00+08:00"
            click(window, "strip.more")
            choose("cancel")
            give_reason(window, "停电")
            assert desk.session.meeting(EVENING).phase.stage is Stage.CLOSED
            click(window, "strip.more")
            choose("reopen")
            give_reason(window, "来电了")
            assert desk.session.meeting(EVENING).phase.stage is Stage.BEFORE

    def test_once_opened_it_is_not_called_off(self, window):
        """The menu of a running meeting has no such line."""
        click(window, "strip.more")
        names = {one.objectName() for one in open_menu().actions()}
        assert not {"more.cancel", "more.reschedule", "more.reopen"} & names
        open_menu().close()


class TestProjector:
    def test_the_switch_shows_what_the_room_sees(self, window, desk):
        """F9 and the switch do the same, and the switch says which it is."""
        switch = find(window, "strip.projector")
        assert switch.accessibleName() == "投影：关"
        QTest.keyClick(window, Qt.Key.Key_F9)
        assert desk.projector.on
        assert switch.accessibleName() == "投影：开"
        click(window, "strip.projector")
        assert not desk.projector.on


def need(hall):
    found = need_of(hall.meeting, tongue("zh"))
    return plain(found.value), plain(found.of)


class TestNeeds:
    """What a motion needs is asked of the rules, whatever the charter says."""

    @pytest.mark.parametrize(
        ("consent", "value", "of"),
        [
            ((Threshold("2/3", Base.SEATS),), "需要 9 票", "13 席的三分之二"),
            ((Threshold("1/2", Base.IN_OFFICE, strict=True),), "需要 7 票", "13 人的过半数"),
            ((Threshold("1/1", Base.SEATS),), "需要 13 票", "13 席一致"),
            ((Threshold("1/2", Base.FOR_AGAINST, strict=True),), "过半数", "赞成与反对票之和的"),
            (
                (Threshold("1/2", Base.SEATS), Threshold("1/2", Base.SEATS, group="new")),
                "按规则",
                "two thirds",
            ),
        ],
        ids=["seats", "in office", "all", "votes", "two tests"],
    )
    def test_a_number_where_one_is_known(self, consent, value, of):
        """Seats and members are known beforehand, votes are not; several tests are named by their rule."""
        hall = Hall(charter(rules=(two_thirds(consent=consent),)))
        hall.open()
        assert need(hall) == (value, of)

    def test_who_steps_aside_leaves_the_base_if_the_charter_says_so(self):
        """On the item in hand, and for it alone."""
        hall = Hall(charter(rules=(two_thirds(recusal=Recusal.LEAVES_BASE),)))
        hall.open()
        for member in NEW[:4]:
            hall.do(Recuse(meeting=EVENING_HALL, member=member, reason="亲属"))
        assert need(hall)[0] == "需要 6 票"
        hall.do(TakeUp(meeting=EVENING_HALL, item="i2"))
        assert need(hall)[0] == "需要 9 票"

    def test_a_vote_that_runs_has_its_own_rule(self):
        """Not the charter's default, and the room as it was when the vote was opened."""
        half = two_thirds(
            key="half",
            title=Words("过半数", "half"),
            consent=(Threshold("1/2", Base.PRESENT, strict=True),),
        )
        hall = Hall(charter(rules=(two_thirds(), half)))
        hall.open()
        hall.motion("m1")
        hall.do(
            OpenPoll(
                meeting=EVENING_HALL, poll="p1", motion="m1", method=Method.ROLL_CALL, rule="half"
            )
        )
        assert need(hall) == ("需要 7 票", "13 人的过半数")
        for member in NEW[:4]:
            hall.do(Leave(meeting=EVENING_HALL, person=member))
        assert need(hall)[0] == "需要 7 票"


@pytest.mark.parametrize(
    ("lang", "size", "width"),
    [pytest.param("zh", 100, 1278, marks=pytest.mark.soak), ("en", 150, 1234)],
)
def test_everybody_can_read_and_reach_it(qapp, tmp_path, lang, size, width):
    """The audit finds nothing in the strip alone, with all words and with the fewest."""
    with at_desk(tmp_path, '"n6"', lang=lang, size=size) as desk:
        strip = Strip(desk, EVENING)
        strip.resize(width, desk.px(72))
        strip.show()
        assert [one for one in audit(strip, size / 100) if "meeting.forward" not in one] == []
        strip.deleteLater()


def test_the_strip_is_freed(desk):
    """Nothing holds a strip that was closed: not the clock, not the projector, not the mark."""
    assert_freed(lambda: Strip(desk, EVENING), lambda it: it.show())
