"""The day of a forum from inviting to its close: phases, what may wait for what, cancelling, reopening."""

from __future__ import annotations

import pytest

from facilitator.bodies import Person
from facilitator.bodies.membership import Entry, SeatMember
from facilitator.meeting.attendance import Arrive
from facilitator.meeting.calling_off import CancelMeeting
from facilitator.meeting.floor import EndSpeech, GiveFloor
from facilitator.meeting.format import Stage
from facilitator.meeting.forum.convergence import ChooseWay, Way
from facilitator.meeting.forum.groups import FormGroup
from facilitator.meeting.forum.interest import CountInterest
from facilitator.meeting.forum.merging import TakeBack
from facilitator.meeting.forum.reports import AddToReport, PostReport
from facilitator.meeting.forum.rounds import CountHeads, StartRound
from facilitator.meeting.forum.topics import PostTopic
from facilitator.meeting.items import AddItem, TakeUp
from facilitator.meeting.lifecycle import CloseMeeting, EnterPhase, ReopenMeeting
from facilitator.meeting.motions import PutMotion
from facilitator.meeting.polls import Method, OpenPoll
from tests.meeting.forum.forum import PEOPLE, Forum, spots
from tests.meeting.hall import BODY, EVENING, assert_same, replayed


def test_the_parts_come_with_the_phases() -> None:
    """Nothing is posted before the market, discussed before the groups, or decided before the news wall."""
    forum = Forum("opening")
    post = {"topic": "a", "title": "A", "conveners": ("h2",)}
    assert forum.no(PostTopic, **post) == "not-in-this-phase"
    forum.send(CountHeads, heads=12)
    forum.to("market")
    forum.send(PostTopic, **post)
    forum.send(CountInterest, topic="a", heads=2)
    assert forum.no(StartRound, slot="s1") == "not-in-this-phase"
    assert forum.no(PostReport, topic="a") == "not-in-this-phase"
    forum.to("rounds")
    forum.send(PostReport, topic="a")
    assert forum.no(ChooseWay, way=Way.REOPEN) == "not-in-this-phase"
    forum.to("focus")
    forum.send(ChooseWay, way=Way.REOPEN)
    group = {"group": "g", "title": "G", "lead": "h2", "first_step": "Go."}
    assert forum.no(FormGroup, **group) == "not-in-this-phase"
    forum.to("circle")
    forum.send(FormGroup, **group)
    forum.send(AddToReport, addition="x", topic="a", text="Still.")
    assert forum.no(PostTopic, **{**post, "topic": "b"}) == "not-in-this-phase"


def test_a_forum_closes_with_topics_in_every_state_and_reports_missing() -> None:
    """Nothing on the wall keeps people from going home."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    forum.topic("b")
    forum.to("rounds")
    forum.hold("s1")
    forum.to("circle")
    assert forum.meeting.hindrances() == []
    forum.send(CloseMeeting)
    assert forum.meeting.phase.stage is Stage.CLOSED
    assert forum.no(PostTopic, topic="c", title="C", conveners=("h2",)) == "meeting-closed"


def test_a_reopened_forum_goes_on_where_it_last_ran() -> None:
    """All is as it was, the last deed too; a late report is taken at once, and it can be closed again."""
    forum = Forum()
    forum.topic("a", "p1 s1")
    forum.to("news")
    forum.close()
    forum.send(ReopenMeeting, reason="a report came late")
    assert forum.meeting.phase.key == "news"
    assert spots(forum.now("a")) == [("p1", "s1", 0)]
    forum.send(TakeBack)
    assert forum.meeting.wall.tray() == [forum.now("a")]
    forum.send(PostReport, topic="a")
    forum.close()
    log = forum.journal[f"meeting/{EVENING}"]
    assert_same(forum.meeting, replayed(log, EVENING))


@pytest.mark.parametrize("phase", ["invite", "opening"])
def test_a_forum_is_cancelled_before_it_opens_and_called_again(phase: str) -> None:
    """Theme, places and slots wait for it."""
    forum = Forum(phase)
    forum.send(CancelMeeting, reason="typhoon")
    assert forum.meeting.life.cancelled == "typhoon"
    forum.send(ReopenMeeting, reason="it turned away")
    assert forum.meeting.phase.key == "invite"
    assert list(forum.meeting.matrix.slots) == ["s1", "s2", "s3"]


def test_a_forum_that_was_opened_is_not_cancelled() -> None:
    """People came."""
    assert Forum().no(CancelMeeting, reason="r") == "already-opened"


def at_news() -> Forum:
    """The news wall, with an item of the agenda in hand and a motion on it."""
    forum = Forum("news")
    forum.send(AddItem, item="i1", title="Lamps")
    forum.send(TakeUp, item="i1")
    return forum


def test_no_vote_or_speech_is_carried_into_a_phase_that_cannot_end_it() -> None:
    """Groups have neither floor nor polls: what runs is ended before people go back to them."""
    forum = at_news()
    forum.send(GiveFloor, speaker="h2")
    assert forum.no(EnterPhase, phase="rounds") == "has-the-floor"
    forum.send(EnterPhase, phase="focus")
    forum.send(EndSpeech)
    forum.send(EnterPhase, phase="news")
    forum.send(PutMotion, motion="m1", mover="h2", text="Two lamps.")
    forum.send(OpenPoll, poll="v1", motion="m1", method=Method.HANDS)
    assert forum.no(EnterPhase, phase="rounds") == "poll-open"
    forum.close()


def test_motions_are_settled_where_there_are_motions() -> None:
    """A forum that went back to its groups with a motion pending finds its way to the close."""
    forum = at_news()
    forum.send(PutMotion, motion="m1", mover="h2", text="Two lamps.")
    forum.send(EnterPhase, phase="rounds")
    forum.send(StartRound, slot="s1")
    codes = [refusal.code for _, refusal in forum.meeting.hindrances()]
    assert codes == ["round-running", "items-unfinished", "motion-open"]
    forum.close()
    assert forum.meeting.phase.stage is Stage.CLOSED


def test_who_joins_the_body_before_people_gather_may_convene() -> None:
    """The body is taken as it is when people gather; from then on it stays."""
    forum = Forum("invite")
    forum.do(
        SeatMember(
            body=BODY, entry=Entry(member="h13", person=Person(name="Late"), group="household")
        )
    )
    forum.to("market")
    forum.send(Arrive, person="h13")
    forum.topic("a", "", "h13", PEOPLE[0])
    assert forum.now("a").conveners == ("h13", "h1")
