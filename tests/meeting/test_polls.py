"""Putting a motion to the vote: who is on the roll, how answers come in, when it can be closed."""

from __future__ import annotations

import pytest

from facilitator.acts import Command
from facilitator.meeting.attendance import Arrive, Leave
from facilitator.meeting.closing import ClosePoll, VoidPoll
from facilitator.meeting.items import TakeUp
from facilitator.meeting.motions import MotionState
from facilitator.meeting.polls import Ballots, Hands, LiftRecusal, Method, OpenPoll, Recuse
from facilitator.meeting.tellers import CorrectTellersReport, ReplaceTeller
from facilitator.meeting.voting import CastVote, CountHands, IssueBallots, ReportBallots
from facilitator.rules.charter import (
    Base,
    Blank,
    Charter,
    Measure,
    QuorumLost,
    SeatGroup,
    Threshold,
)
from facilitator.rules.outcome import Reason, Verdict
from tests.meeting.hall import (
    ABSTAIN,
    AGAINST,
    CHAIR,
    EVENING,
    FOR,
    THIRTEEN,
    Hall,
    assembly,
    charter,
    households,
    two_thirds,
    words,
)

TELLERS = ("e1", "n1")


def open_poll(method: Method = Method.ROLL_CALL, poll: str = "p1", **fields: object) -> OpenPoll:
    told = {"motion": "m1", "method": method, **fields}
    return OpenPoll(meeting=EVENING, poll=poll, **told)  # pyright: ignore[reportArgumentType]


def vote(member: str, choice: object = FOR, poll: str = "p1") -> CastVote:
    return CastVote(meeting=EVENING, poll=poll, member=member, choice=choice)  # pyright: ignore


def close(*, leave_silent: bool = False) -> ClosePoll:
    return ClosePoll(meeting=EVENING, poll="p1", leave_silent=leave_silent)


def count(in_favour: int, against: int = 0, **groups: Hands) -> CountHands:
    hands = Hands(in_favour=in_favour, against=against)
    return CountHands(meeting=EVENING, poll="p1", hands=hands, groups=groups)


def issue(issued: int) -> IssueBallots:
    return IssueBallots(meeting=EVENING, poll="p1", issued=issued)


def report(teller: str, in_favour: int, returned: int | None = None, **heaps: int) -> ReportBallots:
    total = in_favour + sum(heaps.values()) if returned is None else returned
    ballots = Ballots(returned=total, in_favour=in_favour, **heaps)
    return ReportBallots(meeting=EVENING, poll="p1", ballots=ballots, teller=teller)


def replace(teller: str, by: str, reason: str = "forgot the glasses") -> ReplaceTeller:
    return ReplaceTeller(meeting=EVENING, poll="p1", teller=teller, by=by, reason=reason)


def correction(
    teller: str, in_favour: int, against: int, reason: str = "swapped"
) -> CorrectTellersReport:
    ballots = Ballots(returned=in_favour + against, in_favour=in_favour, against=against)
    return CorrectTellersReport(
        meeting=EVENING, poll="p1", teller=teller, ballots=ballots, reason=reason
    )


def polled(method: Method, **fields: object) -> Hall:
    """A hall of thirteen with a poll that runs."""
    hall = Hall()
    hall.open()
    hall.motion()
    hall.do(open_poll(method, **fields))
    return hall


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (open_poll(poll="p 1"), "bad-id"),
        (open_poll(motion="m9"), "unknown-motion"),
        (open_poll(motion="m2"), "item-not-in-hand"),
        (open_poll(rule="unanimous"), "unknown-rule"),
        (open_poll(tellers=TELLERS), "tellers"),
        (open_poll(Method.PAPER), "tellers"),
        (open_poll(Method.PAPER, tellers=("e1",)), "tellers"),
        (open_poll(Method.PAPER, tellers=("e1", "e1")), "tellers"),
        (open_poll(Method.PAPER, tellers=("e1", "nobody")), "not-a-member"),
        (open_poll(Method.PAPER, tellers=("e1", "n6")), "not-present"),
    ],
)
def test_a_vote_that_cannot_be_held_is_not_opened(command: Command, code: str) -> None:
    """A vote has its own name, a motion in hand, a rule of the charter, and two tellers for papers only."""
    hall = Hall()
    hall.open(present=tuple(m for m in THIRTEEN if m != "n6"))
    hall.do(TakeUp(meeting=EVENING, item="i2"))
    hall.motion("m2")
    hall.do(TakeUp(meeting=EVENING, item="i1"))
    hall.motion("m1")
    assert hall.code(command) == code


def test_one_vote_at_a_time_and_its_name_only_once() -> None:
    """A second vote waits; the name of a vote is not given again even after it was declared void."""
    hall = polled(Method.ROLL_CALL)
    assert hall.code(open_poll(poll="p2")) == "poll-open"
    hall.do(VoidPoll(meeting=EVENING, poll="p1", reason="the wrong motion"))
    assert hall.code(open_poll()) == "poll-exists"
    hall.do(open_poll(poll="p2"))


def test_one_member_one_vote() -> None:
    """Only members in the room and on the roll answer, once, while the vote runs."""
    hall = Hall()
    hall.open(present=tuple(m for m in THIRTEEN if m != "n6"))
    hall.motion()
    hall.do(Recuse(meeting=EVENING, member="e6", reason="a cousin"))
    hall.do(open_poll())
    hall.do(vote("e1"))
    hall.do(Arrive(meeting=EVENING, person="n6"))
    hall.do(Leave(meeting=EVENING, person="n5"))
    for command, code in (
        (vote("e1"), "already-voted"),
        (vote("e6"), "recused"),
        (vote("n6"), "not-on-roll"),
        (vote("n5"), "not-present"),
        (vote("nobody"), "not-a-member"),
        (vote("e2", poll="p9"), "unknown-poll"),
        (count(3), "other-method"),
        (VoidPoll(meeting=EVENING, poll="p1", reason=""), "text-missing"),
        (close(), "votes-outstanding"),
    ):
        assert hall.code(command) == code
    hall.do(close(leave_silent=True))
    assert hall.code(vote("e2")) == "poll-closed"
    assert hall.code(close()) == "poll-over"
    assert hall.code(VoidPoll(meeting=EVENING, poll="p1", reason="why not")) == "poll-over"


def test_who_left_before_answering_stays_in_the_base_and_is_told_apart() -> None:
    """Gone, silent and voted before leaving are three different things."""
    hall = polled(Method.ROLL_CALL)
    for member in THIRTEEN[:10]:
        hall.do(vote(member))
    hall.do(Leave(meeting=EVENING, person="e1"))
    hall.do(Leave(meeting=EVENING, person="n5"))
    refusal = hall.refused(close())
    assert refusal.facts["members"] == ["n6", CHAIR]
    hall.do(close(leave_silent=True))
    poll = hall.meeting.polls.poll("p1")
    assert poll.gone == ("n5",)
    assert poll.outcome is not None
    assert (poll.outcome.tally.in_favour, poll.outcome.tally.present) == (10, 13)
    assert (poll.outcome.tally.silent, poll.outcome.tally.left) == (3, 1)


def test_a_recused_member_who_walks_out_does_not_hold_up_the_count() -> None:
    """Nobody waits for an answer of theirs; they only no longer count to a quorum."""
    hall = Hall()
    hall.open()
    hall.motion()
    hall.do(Recuse(meeting=EVENING, member="e1", reason="a cousin"))
    hall.do(open_poll())
    for member in THIRTEEN[1:]:
        hall.do(vote(member))
    hall.do(Leave(meeting=EVENING, person="e1"))
    hall.do(close())
    outcome = hall.meeting.polls.poll("p1").outcome
    assert outcome is not None
    assert (outcome.verdict, outcome.tally.left, outcome.tally.silent) == (Verdict.PASSED, 1, 0)


def test_a_member_who_comes_back_in_time_answers() -> None:
    """Leaving during a roll call and coming back leaves the member on the roll."""
    hall = polled(Method.ROLL_CALL)
    hall.do(Leave(meeting=EVENING, person="e1"))
    hall.do(Arrive(meeting=EVENING, person="e1"))
    hall.do(vote("e1", AGAINST))
    hall.do(close(leave_silent=True))
    assert hall.meeting.polls.poll("p1").gone == ()


def test_recusal_keeps_the_base() -> None:
    """E3: of twelve present three are recused and eight vote for: eight of thirteen is not carried."""
    hall = Hall()
    hall.open(present=tuple(m for m in THIRTEEN if m != "n6"))
    hall.motion()
    for member in ("e1", "e2", "e3"):
        hall.do(Recuse(meeting=EVENING, member=member, reason="works for the bidder"))
    poll = hall.roll_call(8, 1)
    assert poll.outcome is not None
    assert (poll.outcome.verdict, poll.outcome.missing) == (Verdict.FAILED, 1)
    assert (poll.outcome.tally.recused, poll.outcome.governing.base_size) == (3, 13)


def test_a_motion_from_which_five_are_recused_cannot_pass() -> None:
    """Eight are left to vote: even all of them are one short."""
    hall = Hall()
    hall.open()
    hall.motion()
    for member in THIRTEEN[:5]:
        hall.do(Recuse(meeting=EVENING, member=member, reason="a share in it"))
    poll = hall.roll_call(8)
    assert poll.outcome is not None
    assert poll.outcome.verdict is Verdict.FAILED


def test_recusal_is_for_its_item_and_comes_before_the_vote() -> None:
    """Declared once, by a member in the room, not during a vote; the next item is not touched."""
    hall = Hall()
    hall.open()
    recuse = Recuse(meeting=EVENING, member="e1", reason="a cousin")
    hall.do(recuse)
    assert hall.code(recuse) == "already-recused"
    hall.do(TakeUp(meeting=EVENING, item="i2"))
    hall.motion()
    hall.do(open_poll())
    assert hall.code(recuse) == "poll-open"
    assert "e1" in hall.meeting.polls.poll("p1").entitled


def test_a_recusal_by_mistake_is_lifted_before_the_vote() -> None:
    """A wrong click does not cost a member the vote."""
    hall = Hall()
    hall.open()
    lift = LiftRecusal(meeting=EVENING, member="e1", reason="it was e2")
    assert hall.code(lift) == "not-recused"
    hall.do(Recuse(meeting=EVENING, member="e1", reason="a cousin"))
    hall.motion()
    hall.do(open_poll())
    assert hall.code(lift) == "poll-open"
    hall.do(VoidPoll(meeting=EVENING, poll="p1", reason="e1 may vote"))
    hall.do(lift)
    hall.do(open_poll(poll="p2"))
    assert len(hall.meeting.polls.poll("p2").entitled) == 13


def test_no_more_hands_than_members_who_may_vote() -> None:
    """Fourteen hands of thirteen, or twelve with two recused, are refused."""
    hall = polled(Method.HANDS)
    assert hall.code(close()) == "not-counted"
    refusal = hall.refused(count(9, 5))
    assert (refusal.code, refusal.facts["entitled"]) == ("more-votes-than-present", 13)
    hall.do(count(9, 4))
    assert hall.code(count(9, 4)) == "already-counted"


def test_hands_by_group_add_up_and_fit_their_groups() -> None:
    """Each group's hands are no more than its members; together they are the whole."""
    hall = polled(Method.HANDS)
    three = {"established": 3, "new": 5, "office": 1}
    groups = {key: Hands(in_favour=number) for key, number in three.items()}
    assert hall.code(count(9, 1, **groups)) == "groups-do-not-add-up"
    assert hall.code(count(2, dogs=Hands(in_favour=2))) == "unknown-group"
    refusal = hall.refused(count(2, office=Hands(in_favour=2)))
    assert (refusal.code, refusal.facts["group"]) == ("more-votes-than-present", "office")
    hall.do(count(9, **groups))
    hall.do(close())
    outcome = hall.meeting.polls.poll("p1").outcome
    assert outcome is not None
    assert {key: tally.in_favour for key, tally in outcome.groups.items()} == three


def test_a_rule_that_asks_each_group_wants_hands_by_group() -> None:
    """Hands counted in one heap cannot show what each group said: refused when they are entered."""
    most = Threshold("1/2", Base.SEATS, strict=True, group="each")
    hall = Hall(charter(rules=(two_thirds(consent=(most,)),)))
    hall.open()
    hall.motion()
    assert hall.code(open_poll(Method.PAPER, tellers=TELLERS)) == "groups-need-names"
    hall.do(open_poll(Method.HANDS))
    assert hall.code(count(9)) == "groups-missing"
    hands = {"established": Hands(in_favour=6), "new": Hands(in_favour=3, against=3)}
    hall.do(count(10, 3, **hands, office=Hands(in_favour=1)))
    hall.do(close())
    outcome = hall.meeting.polls.poll("p1").outcome
    assert outcome is not None
    assert (outcome.verdict, outcome.governing.group) == (Verdict.FAILED, "new")


def test_papers_are_counted_by_two_tellers_who_agree() -> None:
    """Issued once, reported by each teller; alike, they are the count."""
    hall = polled(Method.PAPER, tellers=TELLERS)
    assert hall.code(report("e1", 9)) == "ballots-not-issued"
    assert hall.code(issue(14)) == "more-issued-than-entitled"
    hall.do(issue(13))
    assert hall.code(issue(13)) == "already-issued"
    assert hall.refused(close()).facts["members"] == ["e1", "n1"]
    hall.do(report("e1", 9, against=2, blank=1, void=1))
    for command, code in (
        (report("e1", 9), "already-counted"),
        (report("e2", 9), "not-a-teller"),
        (report("", 9), "tellers-first"),
        (report("n1", 14), "ballots-above-issued"),
        (report("n1", 9, returned=10), "ballots-do-not-add-up"),
        (close(), "teller-missing"),
    ):
        assert hall.code(command) == code
    hall.do(report("n1", 9, against=2, blank=1, void=1))
    hall.do(close())
    poll = hall.meeting.polls.poll("p1")
    assert poll.outcome is not None
    assert poll.outcome.verdict is Verdict.PASSED
    assert poll.outcome.tally.void == 1


def test_a_teller_is_replaced_before_reporting_and_not_after() -> None:
    """The new teller is somebody else in the room; a count that was reported stays whose it is."""
    hall = polled(Method.PAPER, tellers=TELLERS)
    hall.do(issue(13))
    hall.do(Leave(meeting=EVENING, person="n6"))
    for command, code in (
        (replace("e2", "e3"), "not-a-teller"),
        (replace("e1", "n1"), "tellers"),
        (replace("e1", "n6"), "not-present"),
        (replace("e1", "e2", reason=""), "text-missing"),
        (
            ReplaceTeller(meeting=EVENING, poll="p9", teller="e1", by="e2", reason="r"),
            "unknown-poll",
        ),
    ):
        assert hall.code(command) == code
    hall.do(report("e1", 9, against=4))
    assert hall.code(replace("e1", "e2")) == "already-counted"
    hall.do(replace("n1", "e2"))
    assert hall.meeting.polls.poll("p1").tellers == ("e1", "e2")
    assert hall.code(report("n1", 9, against=4)) == "not-a-teller"
    hall.do(report("e2", 9, against=4))
    hall.do(close())


def test_a_teller_s_own_report_is_corrected_while_the_vote_runs() -> None:
    """What was entered first stays readable; after a joint recount that one is corrected instead."""
    hall = polled(Method.PAPER, tellers=TELLERS)
    hall.do(issue(13))
    assert hall.code(correction("e1", 9, 4)) == "nothing-to-correct"
    hall.do(report("e1", 4, against=9))
    hall.do(report("n1", 9, against=4))
    for command, code in (
        (correction("e2", 9, 4), "not-a-teller"),
        (correction("e1", 4, 9), "nothing-to-correct"),
        (correction("e1", 9, 5), "ballots-above-issued"),
        (correction("e1", 9, 4, reason=" "), "text-missing"),
    ):
        assert hall.code(command) == code
    assert hall.code(close()) == "tellers-differ"
    hall.do(correction("e1", 9, 4))
    poll = hall.meeting.polls.poll("p1")
    (change,) = poll.changes
    assert (change.field, change.reason) == ("e1", "swapped")
    assert '"in_favour":4' in change.old
    assert poll.agreed_count == poll.counts[0].ballots
    hall.do(report("", 9, against=4))
    assert hall.code(correction("e1", 8, 5)) == "already-counted"
    hall.do(close())
    assert hall.code(correction("e1", 8, 5)) == "poll-closed"


def test_tellers_who_differ_count_again_together() -> None:
    """Both counts stay readable; only the joint recount lets the vote be closed."""
    hall = polled(Method.PAPER, tellers=TELLERS)
    hall.do(issue(10))
    hall.do(report("e1", 8, blank=1, void=1))
    hall.do(report("n1", 9, blank=1))
    assert hall.code(close()) == "tellers-differ"
    hall.do(report("", 8, blank=1, void=1))
    assert hall.code(report("", 8, blank=1, void=1)) == "already-counted"
    hall.do(close())
    poll = hall.meeting.polls.poll("p1")
    assert [one.ballots.in_favour for one in poll.counts] == [8, 9, 8]
    assert poll.outcome is not None
    assert poll.outcome.verdict is Verdict.FAILED


def test_a_vote_with_a_paper_too_many_is_void_and_held_again() -> None:
    """E10: 40 issued and 41 returned is no count; declared void, it stays readable and is repeated."""
    hall = households(40, 40)
    hall.motion(mover="h1")
    hall.do(open_poll(Method.PAPER, tellers=("h1", "h2")))
    hall.do(issue(40))
    assert hall.code(report("h1", 41)) == "ballots-above-issued"
    hall.do(VoidPoll(meeting=EVENING, poll="p1", reason="41 papers in the box, 40 issued"))
    poll = hall.meeting.polls.poll("p1")
    assert (poll.outcome, poll.ruling) == (None, "41 papers in the box, 40 issued")
    assert hall.meeting.motions.motion("m1").state is MotionState.PENDING
    hall.do(open_poll(poll="p2"))


@pytest.mark.parametrize(
    ("base", "needed"), [(Base.PRESENT, 21), (Base.VALID, 19), (Base.FOR_AGAINST, 17)]
)
def test_blank_and_void_papers_are_counted_as_the_rule_says(base: Base, needed: int) -> None:
    """E10: 40 issued, 38 returned, 2 void, 3 blank that abstain: 21, 19 or 17 are needed, by the base."""
    most = Threshold("1/2", base, strict=True)
    rule = two_thirds(consent=(most,), blank=Blank.ABSTAINS)
    hall = households(40, 40, assembly(rules=(rule,), default_rule=rule.key))
    hall.motion(mover="h1")
    hall.do(open_poll(Method.PAPER, tellers=("h1", "h2")))
    hall.do(issue(40))
    for teller in ("h1", "h2"):
        hall.do(report(teller, needed, against=33 - needed, blank=3, void=2))
    hall.do(close())
    outcome = hall.meeting.polls.poll("p1").outcome
    assert outcome is not None
    assert (outcome.verdict, outcome.governing.needed) == (Verdict.PASSED, needed)


def test_without_a_quorum_no_vote_is_opened() -> None:
    """E4, by the default policy: opened with 31 of 45, a vote is refused with 29 and held with 30."""
    hall = representatives(31)
    hall.motion(mover="h1")
    assert hall.hands(16, 15).outcome.verdict is Verdict.PASSED
    for member in ("h30", "h31"):
        hall.do(Leave(meeting=EVENING, person=member))
    hall.motion("m2", mover="h1")
    refusal = hall.refused(open_poll(Method.HANDS, poll="p2", motion="m2"))
    assert refusal.code == "quorum-lost"
    assert refusal.facts == {"present": 29, "needed": 30, "base": 45}
    hall.do(Arrive(meeting=EVENING, person="h30"))
    outcome = hall.hands(15, 15, poll="p2", motion="m2").outcome
    assert (outcome.verdict, outcome.governing.needed) == (Verdict.FAILED, 16)
    assert hall.meeting.decisions.decision(1)


def test_without_a_quorum_a_recorded_vote_is_not_valid_and_can_be_held_again() -> None:
    """E4, where the charter records such votes: 29 to 0 decides nothing; the retaken vote needs 16 of 30."""
    hall = representatives(29, quorum_lost=QuorumLost.RECORD)
    hall.motion(mover="h1")
    outcome = hall.hands(29).outcome
    assert (outcome.verdict, outcome.reason) == (Verdict.NOT_VALID, Reason.NO_QUORUM)
    assert hall.meeting.motions.motion("m1").state is MotionState.PENDING
    hall.do(Arrive(meeting=EVENING, person="h30"))
    outcome = hall.hands(16, 14, poll="p2").outcome
    assert (outcome.verdict, outcome.governing.needed) == (Verdict.PASSED, 16)


def test_a_quorum_lost_during_a_roll_call_makes_it_not_valid() -> None:
    """One of thirty leaves without an answer: twenty-nine are no quorum for what the others said."""
    hall = representatives(30)
    hall.motion(mover="h1")
    hall.do(open_poll())
    for number in range(1, 30):
        hall.do(vote(f"h{number}"))
    hall.do(Leave(meeting=EVENING, person="h30"))
    hall.do(close())
    poll = hall.meeting.polls.poll("p1")
    assert poll.outcome.reason is Reason.NO_QUORUM
    assert not hall.meeting.decisions.all


def representatives(present: int, **changes: object) -> Hall:
    """A representative meeting of 45 that needs two thirds of its members in the room."""
    two_thirds_in = Threshold("2/3", Base.IN_OFFICE)
    return households(45, present, assembly(two_thirds_in, **changes))


def test_abstainers_count_among_those_attending() -> None:
    """E5: 29 for, 20 against, 11 abstain of 60 attending fails, 30 too: 31 are needed. Fifty cannot vote."""
    more_than_half = Threshold("1/2", Base.IN_OFFICE, strict=True)
    for in_favour, verdict in ((29, Verdict.FAILED), (30, Verdict.FAILED), (31, Verdict.PASSED)):
        hall = households(100, 60, assembly(more_than_half))
        hall.motion(mover="h1")
        outcome = hall.hands(in_favour, 20, 60 - 20 - in_favour).outcome
        assert (outcome.verdict, outcome.governing.needed) == (verdict, 31)
    hall = households(100, 50, assembly(more_than_half))
    hall.motion(mover="h1")
    assert hall.refused(open_poll()).facts["needed"] == 51


def test_vacant_seats_stay_in_the_base() -> None:
    """E1: 13 seats, 2 vacant, 10 present, 8 for: one short of nine; with nine it is carried."""
    for in_favour, verdict in ((8, Verdict.FAILED), (9, Verdict.PASSED)):
        hall = Hall(members=tuple(m for m in THIRTEEN if m not in ("e6", "n6")))
        hall.open(present=(*THIRTEEN[:5], "n1", "n2", "n3", "n4", CHAIR))
        hall.motion()
        outcome = hall.roll_call(in_favour, 1, 9 - in_favour).outcome
        assert (outcome.verdict, outcome.governing.base_size) == (verdict, 13)
        assert (outcome.tally.vacant, outcome.tally.absent) == (2, 1)


def test_a_quorum_of_each_group_is_judged_by_who_is_there_also_for_papers() -> None:
    """A group that is not there stops the vote, however it is held; a secret ballot needs no names for it."""
    half = Threshold("1/2", Base.SEATS, group="each")
    hall = Hall(charter(quorum=(half,)))
    hall.open(present=(*THIRTEEN[:6], CHAIR))
    hall.motion()
    paper = open_poll(Method.PAPER, tellers=("e1", "e2"))
    refusal = hall.refused(paper)
    assert refusal.facts == {"present": 0, "needed": 3, "base": 6}
    for member in ("n1", "n2", "n3"):
        hall.do(Arrive(meeting=EVENING, person=member))
    hall.do(paper)
    hall.do(issue(10))
    for teller in ("e1", "e2"):
        hall.do(report(teller, 9, against=1))
    hall.do(close())
    assert hall.meeting.polls.poll("p1").outcome.verdict is Verdict.PASSED
    hall.motion("m2")
    assert hall.hands(9, poll="p2", motion="m2").outcome.verdict is Verdict.PASSED


def owners(*, weighted_quorum: bool = False) -> Charter:
    """Owners decide by heads and by area, both."""
    consent = (
        Threshold("1/2", Base.IN_OFFICE, strict=True),
        Threshold("1/2", Base.IN_OFFICE, strict=True, measure=Measure.WEIGHT),
    )
    quorum = (Threshold("1/2", Base.IN_OFFICE, measure=Measure.WEIGHT),)
    rule = two_thirds(consent=consent)
    return assembly(
        rules=(rule, two_thirds(key="heads", consent=consent[:1])),
        default_rule=rule.key,
        weight_unit="0.01 m²",
        quorum=quorum if weighted_quorum else (),
    )


def weighing(of: Charter, weights: dict[str, int], present: tuple[str, ...]) -> Hall:
    hall = Hall(of, members=())
    for member, weight in weights.items():
        hall.seat(member, weight=weight)
    hall.open(present, host="h1")
    hall.motion(mover="h1")
    return hall


def test_owners_decide_by_heads_and_by_area() -> None:
    """Two of three heads with 40 of 100 of the area do not carry; the one with most of it and another do."""
    areas = {"h1": 6000, "h2": 2000, "h3": 2000}
    for absentee, verdict in (("h1", Verdict.FAILED), ("h3", Verdict.PASSED)):
        hall = weighing(owners(), areas, ("h1", "h2", "h3"))
        hall.do(open_poll())
        for member in areas:
            hall.do(vote(member, ABSTAIN if member == absentee else FOR))
        hall.do(close())
        outcome = hall.meeting.polls.poll("p1").outcome
        assert outcome.verdict is verdict
        assert outcome.weights.seats == 10_000


def test_area_is_known_only_by_name() -> None:
    """Where area decides, hands and papers are refused before anybody raises or fills in one."""
    hall = weighing(owners(), {"h1": 1, "h2": 1}, ("h1", "h2"))
    assert hall.code(open_poll(Method.HANDS)) == "weights-need-names"
    hall = weighing(owners(weighted_quorum=True), {"h1": 1, "h2": 9}, ("h1",))
    assert hall.code(open_poll(Method.HANDS, rule="heads")) == "weights-need-names"
    assert hall.refused(open_poll(rule="heads")).facts == {"present": 1, "needed": 5, "base": 10}
    hall.do(Arrive(meeting=EVENING, person="h2"))
    hall.do(open_poll(rule="heads"))


def test_an_assembly_may_have_fixed_seats_beside_an_open_group() -> None:
    """Three seats of a committee and whoever registers: all of them count, and a vote can be closed."""
    groups = (SeatGroup("office", words("Office"), 1), SeatGroup("household", words("Households")))
    hall = Hall(assembly(groups=groups), members=("o1", "h1", "h2"))
    hall.open(("o1", "h1", "h2"), host="o1")
    hall.motion(mover="h1")
    assert hall.meeting.seats_in_all == 3
    outcome = hall.roll_call(2, 1).outcome
    assert (outcome.verdict, outcome.tally.seats) == (Verdict.PASSED, 3)
