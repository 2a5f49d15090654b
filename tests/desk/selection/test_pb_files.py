"""Pabulib files at the desk: a counted vote is saved, and its projects come onto the next slate."""

import asyncio
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QFileDialog

from facilitator.desk.selection.outcome.view import OutcomeView
from facilitator.desk.selection.pb_files import PbFiles
from facilitator.desk.selection.slate.card import SlateCard
from facilitator.meeting.lifecycle import ConveneMeeting, EnterPhase
from facilitator.meeting.selection.closing import CloseVote
from facilitator.pabulib.file import read_file
from tests.desk.evening import leave
from tests.desk.selection.counting import Hands, M, boxes, read, staged_vote

NEXT = "qy-2027-autumn"


@pytest.fixture(scope="module")
def desk(qapp, tmp_path_factory):
    """Give the desk after a vote, and a meeting that is called for the next one."""
    made = staged_vote(tmp_path_factory.mktemp("pb"))
    boxes(made, residents=3)
    read(made, "residents", "abc ab -")
    made.session.do(CloseVote(meeting=M))
    made.session.do(EnterPhase(meeting=M, phase="result"))
    old = made.session.meeting(M)
    made.session.do(
        ConveneMeeting(
            meeting=NEXT,
            body=old.council.body,
            format="selection",
            planned=old.call.planned + timedelta(days=200),
            place="三楼会议室",
        )
    )
    yield made
    leave(made)
    qapp.setStyleSheet("")


def told(aloop, desk, work):
    """Return what the desk says once a work is done."""
    heard = []
    desk.noticed.connect(heard.append)
    aloop.run_until_complete(asyncio.wait_for(work, 20))
    desk.noticed.disconnect(heard.append)
    return [one.text for one in heard]


def asked(hands, name):
    """Press a button; return the dialog that asks for a file, and close it."""
    hands.click(name)
    dialog = hands.view.findChild(QFileDialog)
    title = dialog.windowTitle()
    dialog.reject()
    hands.settle()
    return title


def test_a_counted_vote_is_saved_and_its_projects_come_onto_another_slate(aloop, desk, tmp_path):
    """Asked for by a button each; once they are there, nothing comes twice; half a file is refused in words."""
    hands = Hands(desk, OutcomeView)
    assert asked(hands, "outcome.save") == "另存为Pabulib文件"
    path = tmp_path / "vote.pb"
    (said,) = told(aloop, desk, PbFiles(desk, hands.view, M).save(str(path)))
    assert "vote.pb" in said
    assert len(read_file(path).votes) == 3
    (wrong,) = told(aloop, desk, PbFiles(desk, hands.view, NEXT).save(str(path)))
    assert "还没有计票结果" in wrong
    hands.close()

    hands = Hands(desk, lambda desk, _: SlateCard(desk, NEXT))
    assert asked(hands, "slate.file") == "从Pabulib文件导入项目"
    files = PbFiles(desk, hands.view, NEXT)
    (said,) = told(aloop, desk, files.take(str(path)))
    assert said.replace("\u00a0", "") == "10个项目已列入参评名单。"
    slate = desk.session.meeting(NEXT).slate
    assert (len(slate.all), slate.budget) == (10, 10_000_000)
    assert told(aloop, desk, files.take(str(path))) == ["这些项目都已在名单上。"]
    path.write_text("META\n")
    (wrong,) = told(aloop, desk, files.take(str(path)))
    assert wrong
    assert len(desk.session.meeting(NEXT).slate.all) == 10
    hands.close()
