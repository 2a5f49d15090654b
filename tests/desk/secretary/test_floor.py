"""Whoever has the floor is named in the line by itself, as long as nothing else was chosen or typed."""

import pytest
from PySide6.QtCore import Qt

from facilitator.meeting.floor import EndSpeech, GiveFloor
from facilitator.meeting.notes import NoteKind
from tests.desk.evening import EVENING
from tests.desk.secretary.room import room

BACK = Qt.Key.Key_Backspace


@pytest.fixture
def at(tmp_path, qtbot):
    """Return a room while 林秀英 has the floor on item 3."""
    with room(tmp_path, qtbot) as made:
        yield made


def give(at, person):
    assert at.desk.do(GiveFloor(meeting=EVENING, speaker=person))


def end(at):
    assert at.desk.do(EndSpeech(meeting=EVENING))


def named(at):
    chip = at.foot.line.speaker
    return chip.text() if chip.isVisible() else ""


def test_words_typed_during_a_speech_are_the_speakers(at):
    """One line and the next: no @ is needed, and both belong to the speech that runs."""
    assert named(at) == "@林秀英"
    for words in ("桩占着位。", "白天一半空着。"):
        at.type(words)
        at.enter()
        assert (at.last.text, at.last.speaker) == (words, "lin-xiuying")
        assert (at.last.kind, at.last.speech) == (
            NoteKind.STATEMENT,
            len(at.meeting.floor.speeches),
        )
    assert named(at) == "@林秀英"


def test_it_goes_along_with_the_floor(at):
    """The next speaker's name comes, and none when nobody speaks; nothing of it is a draft."""
    give(at, "wu-dequan")
    assert named(at) == f"@{at.desk.session.name_of('wu-dequan')}"
    end(at)
    assert named(at) == ""
    assert at.draft is None
    at.type("会场灯灭了。")
    at.enter()
    assert (at.last.kind, at.last.speaker) == (NoteKind.FACT, "")


def test_backspace_takes_it_away_for_that_speech(at):
    """What is written then is a fact, the line after it too; the next speech has its name again."""
    at.foot.take_keys()
    at.press(BACK)
    assert named(at) == ""
    at.type("会场灯灭了。")
    at.enter()
    assert (at.last.kind, at.last.speaker) == (NoteKind.FACT, "")
    assert named(at) == ""
    give(at, "wu-dequan")
    assert named(at) != ""


def test_what_is_typed_keeps_its_speaker(at):
    """The floor goes to somebody else, or to nobody: the words begun stay whose they were."""
    at.type("桩占着位")
    give(at, "wu-dequan")
    assert (named(at), at.editor.text()) == ("@林秀英", "桩占着位")
    at.enter()
    assert at.last.speaker == "lin-xiuying"
    assert named(at) == f"@{at.desk.session.name_of('wu-dequan')}"
    end(at)
    at.type("会场灯灭了")
    give(at, "lin-xiuying")
    assert named(at) == ""


def test_while_an_input_method_composes_nothing_changes(at):
    """The first word is under the fingers already when the floor goes to somebody."""
    end(at)
    at.compose("deng")
    give(at, "wu-dequan")
    assert named(at) == ""


def test_who_was_chosen_by_hand_stays(at):
    """@ names somebody else for this line, whoever speaks; the line after it is the speaker's again."""
    at.type("@10")
    at.enter()
    give(at, "wu-dequan")
    assert named(at) == "@刘小燕"
    end(at)
    assert named(at) == "@刘小燕"
    give(at, "wu-dequan")
    at.type("我也同意。")
    at.enter()
    assert at.last.speaker == "liu-xiaoyan"
    assert named(at) == f"@{at.desk.session.name_of('wu-dequan')}"


def test_a_name_that_came_by_itself_is_nothing_unfinished(at):
    """A page made anew finds no draft of it, and names whoever has the floor then."""
    at.rebuild()
    assert named(at) == "@林秀英"
    assert at.draft is None
    end(at)
    at.rebuild()
    assert named(at) == ""


def test_the_host_in_an_own_speech_makes_a_statement(at):
    """As for anybody whose name is chosen: 主持引导 is only what the host says without the floor."""
    give(at, "su-huimin")
    assert not at.foot.line.host.isVisible()
    at.type("我说一句。")
    at.enter()
    assert (at.last.kind, at.last.speaker) == (NoteKind.STATEMENT, "su-huimin")
