"""Papers of one decision and of a body on the screen: choosing them, and the way to them from other pages."""

import pytest
from PySide6.QtWidgets import QLabel

from facilitator import roundbook
from facilitator.bodies.founding import FoundBody
from facilitator.demo.stage import EVENING, up_to
from facilitator.desk.bodies.paperspage import BodyPapersPage
from facilitator.desk.papers.going import go_to_body_paper, go_to_paper, wanted_paper
from facilitator.desk.papers.orders import BodyOrders
from facilitator.desk.papers.preview import State
from facilitator.desk.papers.projects import ProjectOrders, RoundOrders
from facilitator.desk.papers.view import PapersView
from facilitator.desk.places import Place
from facilitator.followup.carrying import ReportBack
from facilitator.meeting.convening import ConveneMeeting
from facilitator.meeting.reviews import Progress
from facilitator.press import Order
from tests.desk.audit import audit
from tests.desk.evening import at_desk, desk_after, leave


@pytest.fixture
def view(bench):
    """The papers of the evening."""
    return bench.show(PapersView(bench(), EVENING))


def test_a_paper_is_made_of_one_decision_or_of_all(view, bench):
    """The choice stands where a kind is made for one; photos are asked for in public alone."""
    assert not view.which.isVisibleTo(view)
    view.show_kind("resolution", "2")
    bench.idle()
    assert view.order == Order("resolution", "zh", matter="2")
    assert len(view.preview.proof.names) == 1
    assert not view.which.photos.isVisibleTo(view)
    view.which.choose("")
    view.which.chosen.emit()
    bench.idle()
    assert len(view.preview.proof.names) == 2
    assert audit(view) == []
    view.show_kind("record")
    assert view.order == Order("record", "zh")
    view.show_kind("nonsense", "2")
    assert view.kind == "record"
    # Nothing was reported yet: of all there is no notice, of one that is asked for there is.
    view.show_kind("outcome")
    bench.idle()
    assert view.preview.state is State.NOTHING
    view.show_kind("outcome", "1")
    bench.idle()
    assert "还没有" in view.kinds.kinds.note_of("notice") or view.preview.state is State.PAGES
    pages = view.preview.proof
    view.desk.do(
        ReportBack(meeting=EVENING, decision=1, entry="r", progress=Progress.DONE, text="办好了。")
    )
    bench.idle()
    assert view.preview.proof.pages != pages.pages
    assert view.order.photos is False


def test_a_bodys_lists_are_looked_at_like_any_paper(bench):
    """Their page goes to another list, and leaves for another part of the body."""
    desk = bench()
    page = BodyPapersPage(desk, Place("bodies", "songbaigang", "papers.decisions"))
    bench.show(page)
    assert page.papers.order == Order("decisions", "zh")
    assert page.papers.preview.state is State.PAGES
    assert page.goes_to(Place("bodies", "songbaigang", "papers.calls"))
    bench.idle()
    assert page.papers.preview.state is State.NOTHING
    assert "没有呼叫过部门" in page.findChild(QLabel, "papers.message").text()
    assert not page.goes_to(Place("bodies", "songbaigang", "charter"))
    assert page.papers.export.folder.name.startswith("松柏岗社区共治议事会")
    assert BodyOrders(desk, "songbaigang").matters() == []


def test_papers_of_bodies_and_projects_speak_as_the_bodys_meetings_do(qapp, tmp_path):
    """Whatever the screen's language is; a body that has never met speaks as the screen does."""
    with at_desk(tmp_path / "zh", "", lang="en") as desk:
        assert BodyOrders(desk, "songbaigang").lang == "zh"
        new = FoundBody(body="new", name="New", charter=desk.session.body("songbaigang").charter)
        assert desk.do(new)
        assert BodyOrders(desk, "new").lang == "en"
        call = ConveneMeeting(
            meeting="one", body="new", planned=desk.now(), place="Hall", lang="zh"
        )
        assert desk.do(call)
        assert BodyOrders(desk, "new").lang == "zh"
    desk = desk_after(tmp_path / "round", up_to("round.open", "round"), lang="en", play="round")
    try:
        rounds = roundbook.rounds(desk.session)
        assert rounds
        assert ProjectOrders(desk, rounds[0].round, "07-1").lang == "en"
        body = ProjectOrders(desk, rounds[0].round, "").body
        assert desk.do(
            ConveneMeeting(meeting="one", body=body, planned=desk.now(), place="Hall", lang="zh")
        )
        assert RoundOrders(desk, rounds[0].round).lang == "zh"
    finally:
        leave(desk)


def test_the_way_to_a_paper_can_be_remembered_as_one_line(bench):
    """Slashes in a matter's name would be read as parts of the place."""
    desk = bench()
    went = []
    desk.went.connect(went.append)
    go_to_paper(desk, EVENING)
    go_to_paper(desk, EVENING, "followup", "group/g.1")
    go_to_body_paper(desk, "songbaigang", "calls")
    assert [Place.read(place.text) for place in went] == went
    assert wanted_paper(went[0].part) == ("", "")
    assert wanted_paper(went[1].part) == ("followup", "group/g.1")
    assert wanted_paper(went[2].part) == ("calls", "")
