"""What is completed: a name after @, a phrase after /, and nothing where these are just letters."""

import pytest

from facilitator.desk.secretary.candidates import What, choices, people, token_in
from facilitator.meeting.floor import AskForFloor
from tests.desk.evening import EVENING, at_desk
from tests.desk.secretary.room import SPEECH


@pytest.fixture
def desk(tmp_path, qapp):
    """Return a desk while 林秀英 has the floor."""
    with at_desk(tmp_path, SPEECH) as desk:
        yield desk


def found(desk, wanted):
    """Return the names that are offered."""
    return [one.title for one in people(desk, desk.session.meeting(EVENING), wanted)]


@pytest.mark.parametrize(
    ("before", "what", "wanted"),
    [
        ("@", What.PERSON, ""),
        ("@刘", What.PERSON, "刘"),
        ("＠10", What.PERSON, "10"),
        ("桩是各家@lxy", What.PERSON, "lxy"),
        ("/", What.PHRASE, ""),
        ("好。/发言", What.PHRASE, "发言"),
        ("、", What.PHRASE, ""),
        ("／休", What.PHRASE, "休"),
    ],
)
def test_signs_that_call_up_a_list(before, what, wanted):
    """Also the full-width signs, and the 、 that an input method makes of / at the beginning."""
    token = token_in(before)
    assert token is not None
    assert (token.what, token.wanted) == (what, wanted)
    assert before.endswith(token.whole)


@pytest.mark.parametrize(
    "before",
    [
        "",
        "a@b.cn",
        "5/25",
        "和/或",
        "一、二",
        "桩、",
        "@刘小燕 说",
        "km/h",
        "https://x",
        "@" + "长" * 30,
    ],
)
def test_signs_that_are_letters(before):
    """Addresses, fractions, lists of words."""
    assert token_in(before) is None


class TestPeople:
    def test_who_speaks_comes_first_then_who_waits_then_the_seats(self, desk):
        """After them the guests, and who has left."""
        desk.do(AskForFloor(meeting=EVENING, speaker="wu-dequan"))
        names = found(desk, "")
        assert names[:3] == ["林秀英", "吴德全", "陈国栋"]
        assert names[-4:] == ["叶永康", "谢婉仪", "郑晓彤", "冯锦添"]
        assert "周玉梅" not in names  # on leave: never was in the room
        notes = {one.title: one.note for one in people(desk, desk.session.meeting(EVENING), "")}
        assert notes["林秀英"] == "正在发言"
        assert notes["吴德全"] == "等候发言"
        assert notes["冯锦添"] == "20:10\u00a0离会"

    @pytest.mark.parametrize(
        ("wanted", "first"),
        [("10", "刘小燕"), ("1", "陈国栋"), ("6", "冯锦添"), ("燕", "刘小燕"), ("刘", "刘小燕"),
         ("lxy", "林秀英"), ("zxt", "郑晓彤")],
    )  # fmt: skip
    def test_by_seat_name_and_initials(self, desk, wanted, first):
        """A seat number is the seat itself before seats that begin with it."""
        assert found(desk, wanted)[0] == first

    def test_who_was_never_there_is_not_offered(self, desk):
        """Nobody can be quoted who was not in the room."""
        assert found(desk, "周") == []


class TestPhrases:
    def test_all_of_them_and_the_way_to_edit_them(self, desk):
        """The last row leads to one's own list."""
        offered = choices(desk, desk.session.meeting(EVENING), token_in("/"))
        assert offered[0].title == "主持人给予…发言权。"
        assert offered[-1].what is What.EDIT

    def test_words_that_no_phrase_has_are_text(self, desk):
        """A slash before other words opens nothing."""
        assert choices(desk, desk.session.meeting(EVENING), token_in("/xyz")) == []
