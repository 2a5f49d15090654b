"""A facilitator who does anything, in any order: no command breaks a law, and from anywhere one can go home.

The machine sends commands that make sense and commands that do not. After every one the state is held against
the laws of a meeting, and against a twin built from the events as they come back from JSON.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from facilitator.acts import Command, RuleViolation
from facilitator.bodies import Person
from facilitator.meeting import (
    attendance,
    closing,
    decisions,
    floor,
    items,
    lifecycle,
    notes,
    polls,
    reviews,
    striking,
    tellers,
    voting,
)
from facilitator.meeting import motions as mo
from facilitator.meeting.agenda import ItemState
from facilitator.meeting.format import Stage
from facilitator.meeting.motions import MotionState
from facilitator.meeting.parts import decide
from facilitator.meeting.polls import Ballots, Hands, Method
from facilitator.rules.charter import Base, QuorumLost, Threshold, Tie
from facilitator.rules.outcome import Verdict
from facilitator.rules.tally import Choice
from tests.effort import cases
from tests.meeting.hall import (
    EVENING,
    THIRTEEN,
    Hall,
    assert_same,
    charter,
    more_for_than_against,
    replayed,
    two_thirds,
)

PEOPLE = st.sampled_from([*THIRTEEN, "x1", "obs", "nobody"])
GOING: list[Any] = [mo.WithdrawMotion, mo.PostponeMotion]
WALKS, MANY_WALKS, STEPS = 8, 200, 100
REASONS = st.sampled_from(["because", ""])
FEW = st.integers(0, 13)
NOTES = st.sampled_from(["l1", "l2", "l3"])
ITEMS = st.sampled_from(["i1", "i2", "i3", "i4"])
FIXED = {"meeting": st.just(EVENING)}
AROUND = st.one_of(
    *(
        st.builds(kind, **FIXED, **fields)
        for kind, fields in (
            (lifecycle.Recess, {}),
            (lifecycle.Resume, {}),
            (lifecycle.CloseMeeting, {}),
            (lifecycle.ReopenMeeting, {"reason": REASONS}),
            (lifecycle.ChangeHost, {"host": PEOPLE}),
            (attendance.Excuse, {"member": PEOPLE}),
            (attendance.AdmitObserver, {"person_id": PEOPLE, "person": st.just(Person(name="O"))}),
            (
                items.AddItem,
                {
                    "item": ITEMS,
                    "title": st.just("Item"),
                    "before": st.sampled_from(["", "i1", "i9"]),
                },
            ),
            (items.MoveItem, {"item": ITEMS, "before": st.sampled_from(["", "i1", "i9"])}),
            (items.EditItem, {"item": ITEMS, "title": st.just("Other"), "reason": REASONS}),
            (items.FinishItem, {"item": ITEMS}),
            (items.WithdrawItem, {"item": ITEMS, "reason": REASONS}),
            (items.PostponeItem, {"item": ITEMS, "reason": REASONS}),
            (floor.AskForFloor, {"speaker": PEOPLE}),
            (floor.TakeHandDown, {"speaker": PEOPLE}),
            (floor.GiveFloor, {"speaker": PEOPLE, "by_leave": st.booleans()}),
            (floor.EndSpeech, {}),
            (floor.AgreeLimits, {"seconds": st.sampled_from([-1, 60]), "speeches": st.just(1)}),
            (notes.WriteNote, {"note": NOTES, "text": st.just("Said."), "speaker": PEOPLE}),
            (notes.CorrectNote, {"note": NOTES, "text": st.just("Said so."), "reason": REASONS}),
            (notes.StrikeNote, {"note": NOTES, "reason": REASONS}),
            (
                reviews.ReviewEarlier,
                {
                    "review": NOTES,
                    "matter": st.just("Benches"),
                    "progress": st.sampled_from(reviews.Progress),
                },
            ),
        )
    )
)
ONE = st.integers(0, 5)
"""Which motion or poll: 0 and 1 the last one, then the one before, and so on; past the first a new one."""
CHOICES = st.sampled_from(Choice)


def busy_charter() -> Any:
    """A charter in which everything that can happen to a vote does: ties, quorum, participation."""
    half_present = Threshold("1/2", Base.IN_OFFICE)
    return charter(
        rules=(
            two_thirds(),
            more_for_than_against(tie=Tie.CHAIR),
            two_thirds(
                key="busy",
                participation=(half_present,),
                consent=(Threshold("1/2", Base.VALID, strict=True),),
            ),
        ),
        quorum=(half_present,),
        quorum_lost=QuorumLost.RECORD,
    )


class Facilitator(RuleBasedStateMachine):
    """Plays one evening of a council of thirteen in which one seat is held by the wrong group."""

    @initialize(wrong_group=st.booleans(), items=st.integers(1, 3), moved=st.integers(0, 3))
    def founded(self, wrong_group: bool, items: int, moved: int) -> None:
        self.numbers: dict[int, str] = {}
        members = tuple(m for m in THIRTEEN if m != "n6")
        self.hall = Hall(busy_charter(), members=members)
        if wrong_group:
            self.hall.seat("x1", "established", seat=12)
        else:
            self.hall.seat("n6")
        self.hall.open(present=(*members, *(["x1"] if wrong_group else ["n6"])), items=items)
        if moved:
            self.hall.motion()

    def act(self, command: Command) -> None:
        """Send a command; a refusal is fine, as long as nothing has changed (see the twin)."""
        try:
            events = self.hall.do(command)
        except RuleViolation:
            self.hall.check_twins()
            return
        for event in events:
            if isinstance(event, voting.VoteCast):
                assert self.hall.meeting.attendance.is_present(event.member)

    def motion(self, one: int, kind: str = "m") -> str:
        """The name of a motion on the table, or a new one."""
        return self._name(list(self.hall.meeting.motions.all), one, kind)

    def poll(self, one: int) -> str:
        """The name of a poll that was held, or a new one."""
        return self._name(list(self.hall.meeting.polls.all), one, "p")

    @staticmethod
    def _name(known: list[str], one: int, kind: str) -> str:
        back = max(1, one)
        return known[-back] if back <= len(known) else f"{kind}{len(known) + 1}"

    # Around the votes.

    @rule(command=AROUND)
    def something_else(self, command: Command) -> None:
        self.act(command)

    @rule(count=FEW)
    def many_go(self, count: int) -> None:
        for person in THIRTEEN[:count]:
            self.act(attendance.Leave(meeting=EVENING, person=person))

    @rule(person=PEOPLE)
    def comes_or_goes(self, person: str) -> None:
        if self.hall.meeting.attendance.is_present(person):
            self.act(attendance.Leave(meeting=EVENING, person=person))
        else:
            self.act(attendance.Arrive(meeting=EVENING, person=person))

    @rule(phase=st.sampled_from(["deliberate", "read-back", "closed", "x"]))
    def moves_on(self, phase: str) -> None:
        self.act(lifecycle.EnterPhase(meeting=EVENING, phase=phase))

    @rule()
    def all_come(self) -> None:
        for person in THIRTEEN:
            self.act(attendance.Arrive(meeting=EVENING, person=person))

    @rule(person=PEOPLE, stay=st.integers(0, 2), minutes=st.integers(-60, 60))
    def corrects_times(self, person: str, stay: int, minutes: int) -> None:
        came = self.hall.at + timedelta(minutes=minutes)
        self.act(
            attendance.CorrectTimes(
                meeting=EVENING, person=person, stay=stay, came=came, reason="because"
            )
        )

    @rule(person=PEOPLE, stay=st.integers(1, 3))
    def strikes_a_stay(self, person: str, stay: int) -> None:
        self.act(
            striking.StrikeStay(meeting=EVENING, person=person, stay=stay, reason="never there")
        )

    @rule(item=ITEMS)
    def take_up(self, item: str) -> None:
        self.act(items.TakeUp(meeting=EVENING, item=item))

    # Motions and votes.

    @rule(known=st.booleans(), mover=PEOPLE)
    def put(self, known: bool, mover: str) -> None:
        name = self.motion(1 if known else 99)
        self.act(mo.PutMotion(meeting=EVENING, motion=name, mover=mover, text=f"Do {name}."))
        self.act(mo.SecondMotion(meeting=EVENING, motion=name, member="n2"))

    @rule(amends=ONE, mover=PEOPLE)
    def amend(self, amends: int, mover: str) -> None:
        name, main = self.motion(99, "a"), self.motion(amends)
        self.act(
            mo.PutAmendment(
                meeting=EVENING,
                motion=name,
                amends=main,
                mover=mover,
                text="Add a word.",
                becomes=f"Do {main}, with {name}.",
            )
        )

    @rule(kind=st.sampled_from(GOING), motion=ONE, reason=REASONS)
    def motion_goes(self, kind: Any, motion: int, reason: str) -> None:
        self.act(kind(meeting=EVENING, motion=self.motion(motion), reason=reason))

    @rule(motion=ONE, text=st.sampled_from(["Do this.", "Do that."]))
    def reword(self, motion: int, text: str) -> None:
        self.act(
            mo.RewordMotion(
                meeting=EVENING, motion=self.motion(motion), text=text, reason="because"
            )
        )

    @rule(person=PEOPLE)
    def recusal(self, person: str) -> None:
        self.act(polls.Recuse(meeting=EVENING, member=person, reason="a cousin"))

    @rule(person=PEOPLE)
    def recusal_lifted(self, person: str) -> None:
        self.act(polls.LiftRecusal(meeting=EVENING, member=person, reason="no cousin"))

    @rule(motion=ONE, method=st.sampled_from(Method), key=st.sampled_from(["", "robert", "busy"]))
    def open_poll(self, motion: int, method: Method, key: str) -> None:
        tellers = ("e1", "n1") if method is Method.PAPER else ()
        self.act(
            polls.OpenPoll(
                meeting=EVENING,
                poll=self.poll(99),
                motion=self.motion(motion),
                method=method,
                rule=key,
                tellers=tellers,
            )
        )

    @rule(
        motion=ONE,
        in_favour=FEW,
        against=FEW,
        key=st.sampled_from(["", "", "robert", "busy"]),
        new=st.booleans(),
    )
    def whole_vote(self, motion: int, in_favour: int, against: int, key: str, new: bool) -> None:
        """What happens most evenings: a motion on the item in hand is voted on by name."""
        if not self.hall.meeting.agenda.in_hand:
            self.take_up("i1")
        if new:
            self.put(known=False, mover="e1")
        self.open_poll(1 if new else motion, Method.ROLL_CALL, key)
        self.whole_roll(in_favour, against)
        self.close_poll(0, leave_silent=True)

    @rule(in_favour=FEW, against=FEW, known=st.booleans())
    def whole_amendment(self, in_favour: int, against: int, known: bool) -> None:
        """A motion is amended by a vote, if it may be."""
        if not known:
            self.put(known=False, mover="e1")
        self.amend(1, "e2")
        self.whole_vote(1, in_favour, against, "", new=False)

    @rule(recused=PEOPLE, leaver=PEOPLE, in_favour=FEW)
    def vote_with_walk_out(self, recused: str, leaver: str, in_favour: int) -> None:
        """One is recused, one walks out while the roll is called; it may be the same one."""
        self.put(known=False, mover="e1")
        self.recusal(recused)
        self.open_poll(1, Method.ROLL_CALL, "")
        self.whole_roll(in_favour, 13 - in_favour)
        self.act(attendance.Leave(meeting=EVENING, person=leaver))
        self.a_roll_call_can_always_be_closed()
        self.close_poll(1, leave_silent=True)

    @rule(method=st.sampled_from([Method.HANDS, Method.PAPER]), in_favour=FEW, against=FEW)
    def whole_count(self, method: Method, in_favour: int, against: int) -> None:
        """A vote by hands or by papers on a new motion."""
        self.put(known=False, mover="e1")
        self.open_poll(1, method, "")
        self.hands(1, in_favour, against)
        self.ballots(1, in_favour, in_favour, 0, ("e1", "n1"))
        self.close_poll(1, leave_silent=True)

    @rule(in_favour=FEW, against=FEW)
    def whole_roll(self, in_favour: int, against: int) -> None:
        answers = [Choice.FOR] * in_favour + [Choice.AGAINST] * against
        for member, choice in zip((*THIRTEEN, "x1"), answers, strict=False):
            self.vote(0, member, choice)

    @rule(poll=ONE, member=PEOPLE, choice=CHOICES)
    def vote(self, poll: int, member: str, choice: Choice) -> None:
        self.act(
            voting.CastVote(meeting=EVENING, poll=self.poll(poll), member=member, choice=choice)
        )

    @rule(poll=ONE, member=PEOPLE, choice=st.none() | CHOICES, reason=REASONS)
    def correct_vote(self, poll: int, member: str, choice: Choice | None, reason: str) -> None:
        self.act(
            voting.CorrectVote(
                meeting=EVENING, poll=self.poll(poll), member=member, choice=choice, reason=reason
            )
        )

    @rule(poll=ONE, first=FEW, last=FEW, choice=st.none() | CHOICES)
    def correct_many_votes(self, poll: int, first: int, last: int, choice: Choice | None) -> None:
        for member in THIRTEEN[first:last]:
            self.correct_vote(poll, member, choice, "because")

    @rule(poll=ONE, in_favour=FEW, against=FEW)
    def hands(self, poll: int, in_favour: int, against: int) -> None:
        hands = Hands(in_favour=in_favour, against=against)
        self.act(voting.CountHands(meeting=EVENING, poll=self.poll(poll), hands=hands))

    @rule(poll=ONE, in_favour=FEW, against=FEW)
    def correct_hands(self, poll: int, in_favour: int, against: int) -> None:
        hands = Hands(in_favour=in_favour, against=against)
        self.act(
            voting.CorrectHands(
                meeting=EVENING, poll=self.poll(poll), hands=hands, reason="because"
            )
        )

    @rule(
        poll=ONE,
        issued=FEW,
        in_favour=FEW,
        blank=st.integers(0, 2),
        tellers=st.sampled_from([("e1", "n1"), ("e1",), ("",), ("n1", "e2", "")]),
    )
    def ballots(
        self, poll: int, issued: int, in_favour: int, blank: int, tellers: tuple[str, ...]
    ) -> None:
        found = Ballots(returned=in_favour + blank, in_favour=in_favour, blank=blank)
        self.act(voting.IssueBallots(meeting=EVENING, poll=self.poll(poll), issued=issued))
        for teller in tellers:
            self.act(
                voting.ReportBallots(
                    meeting=EVENING, poll=self.poll(poll), ballots=found, teller=teller
                )
            )

    @rule(poll=ONE, teller=PEOPLE, by=PEOPLE, in_favour=FEW)
    def tellers_change(self, poll: int, teller: str, by: str, in_favour: int) -> None:
        fixed: Any = {"meeting": EVENING, "poll": self.poll(poll), "reason": "because"}
        found = Ballots(returned=in_favour, in_favour=in_favour)
        self.act(tellers.ReplaceTeller(teller=teller, by=by, **fixed))
        self.act(tellers.CorrectTellersReport(teller=teller, ballots=found, **fixed))

    @rule(poll=ONE, in_favour=FEW)
    def correct_ballots(self, poll: int, in_favour: int) -> None:
        found = Ballots(returned=in_favour, in_favour=in_favour)
        self.act(
            voting.CorrectBallots(
                meeting=EVENING, poll=self.poll(poll), ballots=found, reason="because"
            )
        )

    @rule(poll=ONE, leave_silent=st.booleans())
    def close_poll(self, poll: int, leave_silent: bool) -> None:
        self.act(
            closing.ClosePoll(meeting=EVENING, poll=self.poll(poll), leave_silent=leave_silent)
        )

    @rule(poll=ONE)
    def void_poll(self, poll: int) -> None:
        self.act(closing.VoidPoll(meeting=EVENING, poll=self.poll(poll), reason="a paper too many"))

    @rule(poll=ONE, choice=CHOICES, count_them=st.booleans(), reason=REASONS)
    def rulings(self, poll: int, choice: Choice, count_them: bool, reason: str) -> None:
        self.act(
            closing.GiveCastingVote(
                meeting=EVENING, poll=self.poll(poll), choice=choice, reason=reason
            )
        )
        self.act(
            closing.RuleOnContested(
                meeting=EVENING, poll=self.poll(poll), count_them=count_them, reason=reason
            )
        )

    @rule(number=st.integers(0, 3), who=st.sampled_from(["Committee", ""]))
    def assigns(self, number: int, who: str) -> None:
        given = decisions.Assignment(implementer=who)
        self.act(decisions.Assign(meeting=EVENING, decision=number, assignment=given))
        self.act(
            decisions.CorrectAssignment(
                meeting=EVENING, decision=number, assignment=given, reason="because"
            )
        )

    # The laws.

    @invariant()
    def nothing_is_lost_on_the_disk(self) -> None:
        """The events, read back from JSON, make the same state; so a refused command changed nothing."""
        self.hall.check_twins()

    @invariant()
    def a_decision_stands_exactly_where_the_last_vote_carried(self) -> None:
        one = self.hall.meeting
        for motion in one.motions.all.values():
            held = [poll for poll in one.polls.on_motion(motion.id) if poll.outcome is not None]
            carried = bool(held) and held[-1].outcome.verdict is Verdict.PASSED
            alive = motion.state not in (MotionState.WITHDRAWN, MotionState.POSTPONED)
            same = bool(held) and held[-1].text == motion.text
            assert (motion.state is MotionState.CARRIED) == (carried and alive and same)
            standing = one.decisions.of_motion(motion.id)
            assert (standing is not None) == (
                motion.state is MotionState.CARRIED and not motion.amends
            )
            if standing is not None:
                assert standing.poll == held[-1].id

    @invariant()
    def nine_of_thirteen_carry_and_eight_never_do(self) -> None:
        for poll in self.hall.meeting.polls.all.values():
            outcome = poll.outcome
            if outcome is None or outcome.rule != "two_thirds":
                continue
            if outcome.verdict is Verdict.PASSED:
                assert outcome.tally.in_favour >= 9
            if outcome.verdict is Verdict.FAILED:
                assert outcome.tally.in_favour < 9
            assert outcome.tally.seats == 13

    @invariant()
    def numbers_are_never_given_twice(self) -> None:
        one = self.hall.meeting
        for number, decision in one.decisions.all.items():
            assert self.numbers.setdefault(number, decision.motion) == decision.motion
        assert set(self.numbers) == set(one.decisions.all)
        named = [one.motions.number(motion) for motion in one.motions.all.values()]
        assert len(named) == len(set(named))
        places = [item.number for item in one.agenda.items]
        assert len(places) == len(set(places))

    @invariant()
    def nobody_votes_who_may_not(self) -> None:
        for poll in self.hall.meeting.polls.all.values():
            assert set(poll.votes) <= set(poll.entitled)
            if poll.outcome is not None:
                assert poll.outcome.tally.returned <= len(poll.entitled)

    @invariant()
    def one_thing_at_a_time(self) -> None:
        one = self.hall.meeting
        in_hand = [item.id for item in one.agenda.items if item.state is ItemState.IN_HAND]
        assert in_hand == ([one.agenda.in_hand] if one.agenda.in_hand else [])
        running = [p.id for p in one.polls.all.values() if p.closed is None]
        assert running == ([one.polls.running] if one.polls.running else [])
        assert sum(speech.lasted is None for speech in one.floor.speeches) == bool(
            one.floor.speaking
        )
        assert not (one.polls.running and one.floor.speaking)
        if running:
            assert one.polls.all[running[0]].item == one.agenda.in_hand

    @invariant()
    def a_roll_call_can_always_be_closed(self) -> None:
        """Whoever came, went, answered or was recused: the count is never refused."""
        one = self.hall.meeting
        poll = one.polls.all.get(one.polls.running)
        if poll is not None and poll.method is Method.ROLL_CALL:
            assert decide(one, closing.ClosePoll(meeting=EVENING, poll=poll.id, leave_silent=True))

    @invariant()
    def a_closed_meeting_left_nothing_open(self) -> None:
        one = self.hall.meeting
        if one.phase.stage is not Stage.CLOSED:
            return
        assert not one.agenda.unfinished()
        assert not one.polls.running
        assert one.floor.speaking is None
        assert all(m.state not in mo.OPEN for m in one.motions.all.values())

    @precondition(lambda self: len(self.hall.meeting.polls.all) > 2)
    @rule()
    def goes_home_and_comes_back(self) -> None:
        """From anywhere there is a way to the close; and a closed meeting may be opened again."""
        self.hall.close()
        self.a_closed_meeting_left_nothing_open()
        self.act(lifecycle.ReopenMeeting(meeting=EVENING, reason="because"))
        for person in THIRTEEN:
            self.act(attendance.Arrive(meeting=EVENING, person=person))
        self.take_up("i1")

    def hold_the_laws(self) -> None:
        """All laws at once, for a walk that Hypothesis does not lead."""
        self.nothing_is_lost_on_the_disk()
        self.a_decision_stands_exactly_where_the_last_vote_carried()
        self.nine_of_thirteen_carry_and_eight_never_do()
        self.numbers_are_never_given_twice()
        self.nobody_votes_who_may_not()
        self.one_thing_at_a_time()
        self.a_roll_call_can_always_be_closed()
        self.a_closed_meeting_left_nothing_open()

    def teardown(self) -> None:
        """However the evening went, it can be closed, and the whole journal tells the same story."""
        if not hasattr(self, "hall"):
            return
        self.hall.close()
        self.a_closed_meeting_left_nothing_open()
        log = self.hall.journal[f"meeting/{EVENING}"]
        assert_same(self.hall.meeting, replayed(log, EVENING))


Facilitator.TestCase.settings = settings(
    max_examples=cases(25, 500),
    stateful_step_count=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestFacilitator = pytest.mark.no_cover(Facilitator.TestCase)


def random_step(machine: Facilitator, dice: Random) -> None:
    """One step as on an evening that is mostly about votes and their corrections."""
    one, few, person = partial(dice.randint, 0, 4), partial(dice.randint, 0, 13), dice.choice
    members, pair = [*THIRTEEN, "x1"], ["e2", "e3"]
    key, reason = dice.choice(["", "", "robert", "busy"]), dice.choice(["because", "because", ""])
    steps: list[tuple[int, Callable[[], None]]] = [
        (6, lambda: machine.whole_vote(one(), few(), few(), key, dice.random() < 0.5)),
        (2, lambda: machine.whole_vote(one(), dice.choice([8, 9]), 4, "", dice.random() < 0.5)),
        (8, lambda: machine.correct_vote(one(), person(members), _choice(dice), reason)),
        (4, lambda: machine.correct_many_votes(one(), few(), few(), _choice(dice))),
        (4, lambda: machine.rulings(one(), dice.choice(list(Choice)), dice.random() < 0.5, reason)),
        (2, lambda: machine.amend(one(), person(members))),
        (3, lambda: machine.whole_amendment(few(), few(), dice.random() < 0.5)),
        (2, lambda: machine.vote_with_walk_out(person(pair), person(pair), few())),
        (2, lambda: machine.whole_count(dice.choice([Method.HANDS, Method.PAPER]), few(), few())),
        (2, lambda: machine.put(known=False, mover=person(members))),
        (3, lambda: machine.open_poll(one(), dice.choice(list(Method)), key)),
        (2, lambda: machine.whole_roll(few(), few())),
        (2, lambda: machine.hands(one(), few(), few())),
        (2, lambda: machine.correct_hands(one(), few(), few())),
        (2, lambda: machine.ballots(one(), 13, few(), 0, ("e1", "n1"))),
        (1, lambda: machine.ballots(one(), 13, few(), 1, ("",))),
        (2, lambda: machine.correct_ballots(one(), few())),
        (3, lambda: machine.close_poll(one(), leave_silent=True)),
        (1, lambda: machine.void_poll(one())),
        (1, lambda: machine.reword(one(), dice.choice(["Do this.", "Do that."]))),
        (1, lambda: machine.motion_goes(dice.choice(GOING), one(), reason)),
        (1, lambda: machine.recusal(person(members))),
        (1, lambda: machine.recusal_lifted(person(members))),
        (1, lambda: machine.assigns(one(), "Committee")),
        (1, lambda: machine.many_go(dice.randint(0, 9))),
        (3, lambda: machine.all_come()),
        (1, lambda: machine.comes_or_goes(person(members))),
        (1, lambda: machine.strikes_a_stay(person(members), dice.randint(1, 2))),
        (2, lambda: machine.take_up(dice.choice(["i1", "i2"]))),
        (1, lambda: machine.moves_on(dice.choice(["deliberate", "read-back"]))),
        (1, lambda: machine.goes_home_and_comes_back() if dice.random() < 0.3 else None),
    ]
    weights, acts = zip(*steps, strict=True)
    dice.choices(acts, weights)[0]()


def _choice(dice: Random) -> Choice | None:
    return dice.choice([*Choice, None])


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(WALKS))
def test_long_evenings_of_votes_keep_the_laws_and_can_be_closed(seed: int) -> None:
    """Where the machine tries everything, this stays with votes, corrections and rulings, for long."""
    long_evening(seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(WALKS, MANY_WALKS))
def test_many_long_evenings_of_votes_keep_the_laws_and_can_be_closed(seed: int) -> None:
    """The same on many more evenings."""
    long_evening(seed)


def long_evening(seed: int) -> None:
    """Votes, corrections and rulings, one after another; the laws hold after each of them."""
    dice = Random(seed)
    machine = Facilitator()
    machine.founded(wrong_group=seed % 2 == 0, items=2, moved=1)
    for _ in range(STEPS):
        random_step(machine, dice)
        machine.hold_the_laws()
    machine.teardown()
