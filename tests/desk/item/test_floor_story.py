"""The floor of item 2 of the sample evening, held with the keyboard alone while the secretary writes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from facilitator.meeting.floor import Side

KEY = Qt.Key


def noted(room, typed):
    """F5, who and which side, Enter."""
    room.press(KEY.Key_F5)
    room.write(typed)
    room.press(KEY.Key_Return)


def test_four_speak_in_turn_as_on_the_evening(room):
    """Hands, turns, sides and lengths come out as the evening's own journal has them."""
    here = room('"do": "floor.agree-limits"')
    for typed in ("7+", "10+", "5-", "4-"):
        noted(here, typed)
    assert list(here.floor.queue.items()) == [
        ("wang-jianjun", Side.FOR),
        ("liu-xiaoyan", Side.FOR),
        ("he-weiming", Side.AGAINST),
        ("liang-huifang", Side.AGAINST),
    ]
    for lasts in (110, 115, 140, 100):
        here.later(30)
        here.press(KEY.Key_F7)
        assert here.shows("speaker.name")
        here.later(lasts)
        here.press(KEY.Key_F6)
    spoken = [
        (one.speaker, one.side, round(one.lasted.total_seconds())) for one in here.floor.speeches
    ]
    assert spoken == [
        ("wang-jianjun", Side.FOR, 110),
        ("he-weiming", Side.AGAINST, 115),
        ("liu-xiaoyan", Side.FOR, 140),
        ("liang-huifang", Side.AGAINST, 100),
    ]
    assert here.floor.speeches[2].overrun == 20
    assert here.line.text() == ""  # not one key went into the record
    assert here.line.hasFocus()


def test_the_same_with_the_mouse(room):
    """登记发言, a person, a side, 登记发言; 请 … 发言; 发言结束."""
    here = room('"do": "floor.agree-limits"')
    here.click("floor.ask")
    people = here.find("ask.speaker.list")
    at = people.visualRect(people.model().index(4, 0)).center()
    here._qtbot.mouseClick(people.viewport(), Qt.MouseButton.LeftButton, pos=at)
    here.click("ask.side.against")
    here.click("ask.done")
    assert here.text("queue.he-weiming.give") == "请 何伟明 发言"
    here.click("queue.he-weiming.give")
    assert here.text("speaker.name") == "何伟明"
    assert here.text("speaker.side").strip() == "反对"
    here.click("floor.end")
    assert here.acts == ["AskForFloor", "GiveFloor", "EndSpeech"]


class TestAsking:
    def test_a_side_can_be_typed_before_or_after_the_person(self, room):
        """-5 is 5-; what was meant last counts, and neutral is what is meant without a sign."""
        here = room('"do": "floor.agree-limits"')
        noted(here, "-5")
        noted(here, "4+.")
        noted(here, "11")
        assert here.floor.queue == {
            "he-weiming": Side.AGAINST,
            "liang-huifang": Side.NEUTRAL,
            "wu-dequan": Side.NEUTRAL,
        }

    def test_ctrl_enter_gives_the_floor_at_once(self, room):
        """Without waiting: the person speaks, on the side that was chosen."""
        here = room('"do": "floor.agree-limits"')
        here.press(KEY.Key_F5)
        here.write("lxy-")
        here.press(KEY.Key_Return, with_ctrl=True)
        assert (here.floor.speaking.speaker, here.floor.speaking.side) == (
            "lin-xiuying",
            Side.AGAINST,
        )

    def test_nobody_chosen_is_nobody_noted(self, room):
        """Enter without a person asks for one; the panel stays."""
        here = room('"do": "floor.agree-limits"')
        noted(here, "zzz")
        assert here.text("panel.said") == "请先选发言人。"
        assert here.acts == []

    def test_a_refusal_is_told_in_the_panel(self, room):
        """Who waits already is not noted twice."""
        here = room('"do": "floor.agree-limits"')
        noted(here, "5")
        noted(here, "5+")
        assert here.text("panel.said") == "何伟明已在等候发言。"
        assert here.floor.queue == {"he-weiming": Side.NEUTRAL}

    def test_observers_may_be_heard(self, room):
        """Somebody without a vote is found by name and speaks without a seat."""
        here = room('"do": "floor.agree-limits"')
        noted(here, "yyk")
        here.press(KEY.Key_F7)
        assert here.text("speaker.name") == "叶永康"


class TestBeyondTheLimit:
    def spoken_twice(self, room):
        here = room('"do": "floor.agree-limits"')
        for _ in range(2):
            noted(here, "5")
            here.press(KEY.Key_F7)
            here.press(KEY.Key_F6)
        return here

    def test_a_third_speech_is_offered_to_the_meeting(self, room):
        """F7 does not give the floor; it asks, and the answer gives it, by leave."""
        here = self.spoken_twice(room)
        noted(here, "5")
        here.press(KEY.Key_F7)
        assert here.floor.speaking is None
        text, act = here.notices[-1].way
        assert text == "经全体同意，再讲一次"
        act()
        assert here.floor.speaking.by_leave
        assert here.text("speaker.turn") == "第 3 次 · 经会议同意"

    def test_so_is_one_that_is_given_at_once(self, room):
        """In the panel the refusal brings the button that has everybody's leave."""
        here = self.spoken_twice(room)
        here.press(KEY.Key_F5)
        here.write("5+")
        here.click("ask.now")
        assert "何伟明" in here.text("panel.said")
        here.click("ask.leave")
        assert here.floor.speaking.by_leave
        assert not here.is_panel_open

    def test_the_row_says_that_it_is_full(self, room):
        """Before anybody asks, the row tells that this would be one too many."""
        here = self.spoken_twice(room)
        noted(here, "5")
        row = here.find("queue.he-weiming")
        assert "已发言 2 次，已满" in [
            one.text().replace("\u00a0", " ") for one in row.findChildren(QLabel)
        ]


def test_agreed_limits_hold_from_then_on(room):
    """Three minutes, as often as one likes: the words of the button and the next speech follow."""
    here = room('"do": "floor.agree-limits"')
    here.click("floor.limits")
    minutes, often = here.find("limits.minutes.number"), here.find("limits.speeches.number")
    minutes.selectAll()
    here.write("3", "limits.minutes.number")
    often.selectAll()
    here.write("0", "limits.speeches.number")
    here.click("limits.done")
    assert here.text("floor.limits") == "每人 3:00…"
    noted(here, "5")
    here.press(KEY.Key_F7)
    assert here.floor.speaking.limit == 180
