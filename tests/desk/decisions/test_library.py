"""The search beside the window: answers in their turn, late ones dropped, reading in small steps."""

import asyncio

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from facilitator.desk.decisions.library import library_of
from facilitator.desk.notices import Tone
from facilitator.meeting.convening import ConveneMeeting
from facilitator.searching import Wanted
from tests.desk.evening import at_desk


@pytest.fixture
def fresh(qapp, tmp_path):
    """Give a desk on the evening whose archive nobody has searched yet."""
    with at_desk(tmp_path, '"meeting.close"') as desk:
        yield desk


async def whole(library):
    """Wait until everything is read."""
    while not library.complete:
        await asyncio.sleep(0.001)


def test_a_late_answer_to_an_older_question_is_never_told(fresh, aloop):
    """Of three questions asked in one breath only the last is answered; another asker has its own turn."""
    library, heard = library_of(fresh), []
    who, other = QObject(), QObject()

    async def ask():
        await whole(library)
        for words in ("异", "异地", "异地医疗"):
            wanted = Wanted(words)
            library.ask(
                who, lambda it, wanted=wanted: (wanted.words, it.answer(wanted)), heard.append
            )
        library.ask(other, lambda it: ("other", it.answer(Wanted())), heard.append)
        await fresh.works.idle()

    library.freshen()
    aloop.run_until_complete(asyncio.wait_for(ask(), 5))
    assert [words for words, _ in heard] == ["异地医疗", "other"]
    assert heard[0][1].total.count > 0


def test_an_answer_to_somebody_who_is_gone_is_let_go(fresh, aloop):
    """A panel may be closed while it is being answered."""
    library, heard, who = library_of(fresh), [], QObject()

    async def ask():
        await whole(library)
        library.ask(who, lambda it: it.standing(), heard.append)
        who.deleteLater()
        QApplication.sendPostedEvents(who, 0)
        await fresh.works.idle()

    library.freshen()
    aloop.run_until_complete(asyncio.wait_for(ask(), 5))
    assert heard == []


def test_what_is_recorded_can_be_found_at_once(fresh):
    """After an act the next question first reads what is new; where no loop turns it is answered at once."""
    library, heard = library_of(fresh), []
    library.freshen()
    while not library.complete:
        QApplication.processEvents()
    planned = fresh.now().replace(month=12, day=11)
    assert fresh.do(
        ConveneMeeting(meeting="next", body="songbaigang", planned=planned, place="会议室")
    )
    assert not library.complete
    library.ask(fresh, lambda it: it.standing(), heard.append)
    assert library.complete
    assert heard[0].left == 0


def test_a_mistake_while_reading_is_told_once(fresh, monkeypatch):
    """Nothing goes on failing a hundred times a second."""
    library = library_of(fresh)
    library.freshen()
    assert library._feeder.isActive()
    with monkeypatch.context() as patch:
        patch.setattr(library, "_search", None)
        with pytest.raises(AttributeError):
            library._step()
    assert not library._feeder.isActive()


def test_nothing_is_asked_once_the_archive_is_closed(fresh):
    """The desk rests: no step, no answer, no trouble."""
    library, heard, noticed = library_of(fresh), [], []
    fresh.noticed.connect(noticed.append)
    library.freshen()
    fresh.session.close()
    fresh.rest()
    library.ask(fresh, lambda it: it.standing(), heard.append)
    assert heard == []
    assert not [one for one in noticed if one.tone is Tone.TROUBLE]
