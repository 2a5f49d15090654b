"""People at a selection who do anything, in any order: no ballot counts twice, no fen is given twice.

Commands that make sense and commands that do not; each happens or is refused by a rule. After each the evening
is held against its laws, and against a twin built from the events as they come back from JSON.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from facilitator.acts import Command, RuleViolation
from facilitator.meeting import attendance, lifecycle, striking
from facilitator.meeting.format import Stage
from facilitator.meeting.selection import (
    ballots,
    closing,
    entering,
    outcome,
    pitches,
    recount,
    recusals,
    reinstating,
    slate,
    terms,
    ties,
)
from facilitator.meeting.selection.papers import Marks, Vote, on_roll
from facilitator.rules.selection.ballots import BallotKind, BallotRule
from facilitator.rules.selection.outcome import Verdict
from facilitator.rules.selection.problem import (
    Completion,
    Rule,
    SelectionRule,
    TieBreak,
    Unaffordable,
)
from facilitator.rules.selection.selecting import select
from tests.effort import cases
from tests.meeting.hall import EVENING, assert_same, replayed
from tests.meeting.selection.panel import EVERYBODY, GROUPS, HELPERS, WAY, Panel, candidate, ticks

PROJECTS = {"a": 40_000, "b": 40_000, "c": 30_000, "d": 30_000, "e": 120_000}
NAMES = st.sampled_from([*PROJECTS, "x"])
SOME = st.lists(NAMES, max_size=4).map(tuple)
PERSON = st.sampled_from(["r1", "r2", "h1", "h2", "o1", "o2", "nobody"])
PEOPLE = st.lists(PERSON, max_size=3).map(tuple)
GROUP = st.sampled_from([*GROUPS.values(), "others"])
REASONS = st.sampled_from(["because", ""])
NUMBER = st.integers(-1, 5)
WAYS = st.lists(st.sampled_from(TieBreak), max_size=3).map(tuple)
MARKS = st.builds(
    Marks,
    marks=st.dictionaries(NAMES, st.integers(-1, 4), max_size=4),
    struck=st.lists(NAMES, max_size=2).map(tuple),
    unreadable=st.sampled_from([False] * 5 + [True]),
)
CANDIDATE = st.builds(
    candidate,
    name=NAMES,
    yuan=st.sampled_from([20_000, 15_000, 0, -1, 10**13]),
    own=st.sampled_from([0, 5, -5]),
)
PAPER = {"group": GROUP, "number": NUMBER, "ballot": MARKS}
RULES = st.builds(
    SelectionRule,
    rule=st.sampled_from(Rule),
    unaffordable=st.sampled_from(Unaffordable),
    completion=st.sampled_from([Completion.NONE, Completion.GREEDY]),
    least_votes=st.integers(-1, 2),
    ties=WAYS,
)
TERMS = st.builds(
    terms.Terms,
    ballot=st.builds(
        BallotRule, kind=st.sampled_from(BallotKind), most=st.integers(0, 4), each=st.integers(0, 2)
    ),
    counting=RULES,
    twice=st.booleans(),
)


def any_of(*kinds: tuple[Any, dict[str, Any]]) -> st.SearchStrategy[Any]:
    """One of these commands to the evening, with any of these fields."""
    return st.one_of(*(st.builds(kind, meeting=st.just(EVENING), **f) for kind, f in kinds))


ON_THE_SLATE = any_of(
    (slate.SetBudget, {"budget": st.sampled_from([0, 5_000_000, 10_000_000])}),
    (slate.AddCandidate, {"candidate": CANDIDATE}),
    (slate.ChangeCandidate, {"candidate": CANDIDATE, "reason": REASONS}),
    (slate.RemoveCandidate, {"candidate": NAMES}),
    (slate.WithdrawCandidate, {"candidate": NAMES, "reason": REASONS}),
    (reinstating.ReinstateCandidate, {"candidate": NAMES, "reason": REASONS}),
    (terms.SetTerms, {"terms": TERMS}),
    (recusals.StepBack, {"member": PERSON, "candidate": NAMES, "reason": REASONS}),
    (recusals.LiftStepBack, {"member": PERSON, "candidate": NAMES, "reason": REASONS}),
    (pitches.OrderPitches, {"order": st.permutations(list(PROJECTS)).map(tuple)}),
    (pitches.BeginPitch, {"candidate": NAMES}),
    (pitches.OpenQuestions, {}),
    (pitches.EndPitch, {}),
    (pitches.PassOver, {"candidate": NAMES, "reason": REASONS}),
)
AT_THE_BOX = any_of(
    (ballots.OpenVote, {"helpers": st.sampled_from([HELPERS, ()]), "among": SOME}),
    (ballots.OpenVote, {"helpers": st.sampled_from([HELPERS, ()])}),
    (ballots.IssuePapers, {"group": GROUP, "issued": NUMBER, "reason": REASONS}),
    (ballots.CountBox, {"group": GROUP, "returned": NUMBER, "reason": REASONS}),
    (ballots.DeclareVoid, {"reason": REASONS, "vote": st.integers(-1, 3)}),
    (entering.EnterPaper, {**PAPER, "helper": st.integers(0, 3)}),
    (entering.SettlePaper, PAPER),
    (entering.CastFor, {"member": PERSON, "ballot": MARKS, "reason": REASONS}),
    (entering.TakeTypedBack, {"member": PERSON, "reason": REASONS}),
    (closing.CloseVote, {}),
)
AFTER_IT = any_of(
    (closing.CorrectPaper, {**PAPER, "reason": REASONS, "vote": st.integers(0, 3)}),
    (outcome.FundInPart, {"candidate": NAMES, "fen": NUMBER, "reason": REASONS}),
    (ties.DrawLot, {"order": SOME, "how": REASONS, "witnesses": PEOPLE}),
    (ties.RuleOnTie, {"ties": WAYS, "reason": REASONS}),
    (outcome.Announce, {}),
    (outcome.TakeBackResult, {"reason": REASONS}),
)
AROUND_IT = any_of(
    (lifecycle.EnterPhase, {"phase": st.sampled_from([*WAY, "closed"])}),
    (lifecycle.Recess, {}),
    (lifecycle.Resume, {}),
    (lifecycle.CloseMeeting, {}),
    (lifecycle.ReopenMeeting, {"reason": REASONS}),
    (attendance.Leave, {"person": PERSON}),
    (attendance.Arrive, {"person": PERSON}),
    (striking.StrikeStay, {"person": PERSON, "stay": st.integers(1, 2), "reason": REASONS}),
)


class Evening(RuleBasedStateMachine):
    """One selection evening."""

    @initialize(phase=st.sampled_from(WAY[:4]), agreed=TERMS)
    def opened(self, phase: str, agreed: terms.Terms) -> None:
        self.panel = Panel("prepare", projects=PROJECTS)
        self.act(terms.SetTerms(meeting=EVENING, terms=agreed))
        self.panel.to(phase)

    def act(self, command: Command) -> None:
        """Send a command; it happens or is refused by a rule, which changes nothing."""
        try:
            self.panel.do(command)
        except RuleViolation:
            self.panel.check_twins()

    @rule(command=ON_THE_SLATE)
    def on_the_slate(self, command: Command) -> None:
        self.act(command)

    @rule(command=AT_THE_BOX)
    def at_the_box(self, command: Command) -> None:
        self.act(command)

    @rule(command=AFTER_IT)
    def after_it(self, command: Command) -> None:
        self.act(command)

    @rule(command=AROUND_IT)
    def around_it(self, command: Command) -> None:
        self.act(command)

    @rule(dice=st.randoms(use_true_random=False))
    def people_vote(self, dice: Random) -> None:
        """All that a vote takes, at once, if one may be held."""
        whole_vote(self, dice)

    @rule()
    def a_tie_is_taken_on(self) -> None:
        """The lot, or what people agree on, as it is due."""
        due = next_for_tie(self.panel)
        if due is not None:
            self.act(due)

    # The laws.

    @invariant()
    def nothing_is_lost_on_the_disk(self) -> None:
        """The events, read back from JSON, make the same state; so a refused command changed nothing."""
        self.panel.check_twins()

    @invariant()
    def one_vote_counts_at_most(self) -> None:
        """On the whole slate; only the last may be open, and numbers run from 1."""
        votes = self.panel.meeting.ballots.votes
        assert [vote.number for vote in votes] == list(range(1, len(votes) + 1))
        assert sum(vote.stands and not vote.among for vote in votes) <= 1
        assert all(vote.closed or not vote.stands for vote in votes[:-1])
        main = self.panel.meeting.ballots.main()
        assert all(vote.number > main.number for vote in votes if vote.among and vote.stands) or (
            main is None and not any(vote.stands for vote in votes)
        )

    @invariant()
    def nobody_votes_twice(self) -> None:
        """Papers handed out and ballots typed are no more than people on the roll, in a vote that counts."""
        one = self.panel.meeting
        for vote in one.ballots.votes:
            roll = on_roll(one, vote)
            typed = [one.group_of(member) for member in vote.named]
            assert set(vote.named) <= set(vote.present)
            for group, people in roll.items() if vote.stands else ():
                assert vote.issued.get(group, 0) + typed.count(group) <= people
            assert all(1 <= number <= vote.box[group] for group, number in vote.papers)

    @invariant()
    def every_ballot_counts_once(self) -> None:
        """What a closed vote counts is what was in the boxes and typed, and no more than was handed out."""
        one = self.panel.meeting
        for vote in one.ballots.votes:
            if vote.closed is None or not vote.stands:
                continue
            for group, found in recount.papers_of(one, vote).items():
                assert found.valid + found.blank + found.void == found.returned + found.typed
                assert found.returned <= found.issued
                assert found.returned == vote.box.get(group, 0)

    @invariant()
    def money_is_given_once(self) -> None:
        """Nothing beyond the budget, nothing in part that was given in full or was not there."""
        one = self.panel.meeting
        found = one.outcome.selection
        if found is None:
            assert (one.outcome.parts, one.outcome.left, one.outcome.tied) == ({}, 0, ())
            return
        asked = {line.project: line.cost for line in found.lines}
        assert found.budget == one.slate.budget
        assert found.spent == sum(asked[name] for name in found.funded) <= found.budget
        assert found.left + found.spent == found.budget
        assert 0 <= one.outcome.left <= found.left
        for name, (fen, reason) in one.outcome.parts.items():
            assert 0 < fen < asked[name]
            assert reason
            assert name not in found.funded
        awards = outcome.awards(one)
        assert sum(award.fen for award in awards) == found.budget - one.outcome.left

    @invariant()
    def the_result_is_what_the_papers_say(self) -> None:
        """Counted anew, papers in another order, it is the same; without ballots that count, there is none."""
        one = self.panel.meeting
        main = one.ballots.main()
        last = one.outcome.last
        assert (last is not None) == (main is not None and main.closed is not None)
        if last is None or main is None:
            return
        shuffled = replace(main, papers=dict(reversed(main.papers.items())))
        again = recount.problem(one, shuffled)
        again = type(again)(
            budget=again.budget,
            projects=again.projects[::-1],
            ballots=again.ballots[::-1],
            rule=again.rule,
            orders=again.orders,
        )
        assert select(again) == last.selection
        assert last.vote == main.number
        assert {line.project for line in last.selection.lines} == {
            name for name in main.candidates if name not in one.slate.withdrawn
        }
        assert last.selection.voters <= len(main.present)

    @invariant()
    def a_tie_has_a_way(self) -> None:
        """And what was read out has none open."""
        one = self.panel.meeting
        if one.outcome.tied:
            assert not one.outcome.is_announced
            assert ties.ways_open(one) or one.outcome.pending(one.terms) is None
        else:
            assert ties.ways_open(one) == ()
        if one.outcome.is_announced:
            assert one.outcome.selection is not None
            assert one.outcome.selection.verdict is Verdict.DECIDED

    @invariant()
    def nothing_points_at_what_is_gone(self) -> None:
        one = self.panel.meeting
        known = one.slate.all.keys()
        assert one.slate.withdrawn.keys() <= known
        assert one.recusals.all.keys() <= known
        assert one.pitches.passed.keys() <= known
        assert set(one.pitches.order) <= known
        assert {pitch.candidate for pitch in one.pitches.held} <= known
        assert {name for vote in one.ballots.votes for name in vote.candidates} <= known

    @invariant()
    def whatever_is_asked_has_an_answer(self) -> None:
        one = self.panel.meeting
        recount.as_it_stands(one)
        pitches.next_pitch(one)
        for vote in one.ballots.votes:
            closing.hindrances_to_close(one, vote)
            recount.papers_of(one, vote)

    @invariant()
    def a_closed_meeting_left_nothing_open(self) -> None:
        one = self.panel.meeting
        if one.phase.stage is Stage.CLOSED:
            assert one.ballots.open is None
            assert not one.pitches.on

    def hold_the_laws(self) -> None:
        """All laws at once, for an evening that Hypothesis does not lead."""
        self.nothing_is_lost_on_the_disk()
        self.one_vote_counts_at_most()
        self.nobody_votes_twice()
        self.every_ballot_counts_once()
        self.money_is_given_once()
        self.the_result_is_what_the_papers_say()
        self.a_tie_has_a_way()
        self.nothing_points_at_what_is_gone()
        self.whatever_is_asked_has_an_answer()
        self.a_closed_meeting_left_nothing_open()

    def teardown(self) -> None:
        """However the evening went, ties can be decided and it can be closed; the journal tells the same."""
        if not hasattr(self, "panel"):
            return
        decide(self.panel)
        self.hold_the_laws()
        self.panel.close()
        self.a_closed_meeting_left_nothing_open()
        log = self.panel.journal[f"meeting/{EVENING}"]
        assert_same(self.panel.meeting, replayed(log, EVENING))


Evening.TestCase.settings = settings(
    max_examples=cases(20, 60),
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestEvening = pytest.mark.no_cover(Evening.TestCase)


def next_for_tie(panel: Panel) -> Command | None:
    """What decides an open tie: the lot, a vote among the tied, or agreeing on the lot."""
    one = panel.meeting
    tied = one.outcome.tied
    if not tied or one.ballots.open is not None:
        return None
    pending = one.outcome.pending(one.terms)
    if pending is TieBreak.LOT:
        witnesses = tuple(person for person in EVERYBODY if one.attendance.is_present(person))[:2]
        return ties.DrawLot(meeting=EVENING, order=tied, how="A hat", witnesses=witnesses)
    if pending is TieBreak.REVOTE:
        return ballots.OpenVote(meeting=EVENING, helpers=_helpers(panel), among=tied)
    return ties.RuleOnTie(meeting=EVENING, ties=(TieBreak.LOT,), reason="Agreed.")


def _helpers(panel: Panel) -> tuple[str, ...]:
    return HELPERS if panel.meeting.terms.twice else ()


def finish(panel: Panel) -> None:
    """The open vote is read to its end: nothing more on the papers that nobody has read."""
    vote = panel.vote
    for group in list(vote.issued):
        if group not in vote.box:
            panel.box(group, 0)
        for helper in (1, 2) if vote.terms.twice else (1,):
            for number in vote.unread(group, helper):
                panel.enter(group, number, Marks(), helper)
    for paper in vote.differences():
        panel.send(
            entering.SettlePaper, group=paper.group, number=paper.number, ballot=paper.read[1]
        )
    panel.send(closing.CloseVote)


def decide(panel: Panel) -> None:
    """Whatever state a running evening is in: its ties are decided, and the result is read out."""
    one = panel.meeting
    if one.phase.stage is not Stage.RUNNING:
        return
    if one.life.recess:
        panel.send(lifecycle.Resume)
    if one.pitches.on:
        panel.send(pitches.EndPitch)
    vote = one.ballots.open
    if vote is not None and (vote.named or any(vote.issued.values())):
        finish(panel)
    elif vote is not None:
        panel.send(ballots.DeclareVoid, reason="Nobody voted.")
    if one.outcome.last is None:
        return
    for person in EVERYBODY:
        if not one.attendance.is_present(person):
            panel.send(attendance.Arrive, person=person)
    panel.to("result")
    while (due := next_for_tie(panel)) is not None:
        panel.do(due)
        if one.ballots.open is not None:
            panel.send(ballots.IssuePapers, group="residents", issued=3)
            panel.papers(residents=[ticks(one.outcome.tied[0])] * 3)
            panel.send(closing.CloseVote)
    if not one.outcome.is_announced:
        panel.send(outcome.Announce)


def whole_vote(machine: Evening, dice: Random) -> None:
    """People vote: some on paper, one has it typed; the boxes may hold one too many."""
    panel = machine.panel
    one = panel.meeting
    among = one.outcome.tied if dice.random() < 0.5 else ()
    machine.act(ballots.OpenVote(meeting=EVENING, helpers=_helpers(panel), among=among))
    if one.ballots.open is None or one.ballots.open.issued:
        return
    vote = panel.vote
    if dice.random() < 0.4:
        member = dice.choice(vote.present)
        machine.act(entering.CastFor(meeting=EVENING, member=member, ballot=_ballot(dice, vote)))
    for group, people in on_roll(one, vote).items():
        issued = max(0, people - dice.randint(0, 1))
        machine.act(ballots.IssuePapers(meeting=EVENING, group=group, issued=issued))
        much = dice.random() < 0.03
        returned = issued + 1 if much else max(0, issued - dice.randint(0, 1))
        machine.act(ballots.CountBox(meeting=EVENING, group=group, returned=returned))
    for group, returned in vote.box.items():
        for number in range(1, returned + 1):
            panel.enter(group, number, _ballot(dice, vote))
    if dice.random() < 0.9:
        machine.act(closing.CloseVote(meeting=EVENING))


def _ballot(dice: Random, vote: Vote) -> Marks:
    """Mostly something that counts under the terms."""
    names = list(vote.candidates)
    kind, most = vote.terms.ballot.kind, vote.terms.ballot.most
    if vote.among or kind in (BallotKind.APPROVAL, BallotKind.KNAPSACK):
        size = dice.randint(0, min(len(names), 1 if vote.among else max(1, most)))
        return ticks(*dice.sample(names, size))
    if kind is BallotKind.RANKING:
        ranked = dice.sample(names, dice.randint(0, min(len(names), most)))
        return Marks(marks={name: place for place, name in enumerate(ranked, 1)})
    return Marks(marks={dice.choice(names): dice.randint(0, max(1, most))})


STEPS = 60
LIKELY = (TieBreak.LOT, TieBreak.REVOTE, TieBreak.LOWER_COST)


def likely(dice: Random, panel: Panel) -> Command:
    """A command as on an evening: about projects and papers that are there, in a fitting phase."""
    one, pick = panel.meeting, dice.choice
    names = list(one.slate.all) or ["a"]
    known = [vote for vote in one.ballots.votes if vote.papers]
    vote = pick(known) if known else None
    group, number = pick(list(vote.papers)) if vote is not None else ("heads", 1)
    ballot = _ballot(dice, vote) if vote is not None else Marks()
    paper = {"group": group, "number": number, "ballot": ballot}
    of = vote.number if vote is not None and vote.among else 0
    gone = list(one.slate.withdrawn) or names
    onward = pick([key for key in one.phase.next if key != "closed"] or ["closed"])
    chance: list[tuple[int, type[Any], dict[str, Any]]] = [
        (3, slate.WithdrawCandidate, {"candidate": pick(names), "reason": "gone"}),
        (3, reinstating.ReinstateCandidate, {"candidate": pick(gone), "reason": "back"}),
        (1, slate.AddCandidate, {"candidate": candidate(pick("fgh"), 20_000)}),
        (1, slate.RemoveCandidate, {"candidate": pick(names)}),
        (2, recusals.StepBack, {"member": "h1", "candidate": pick(names), "reason": "ours"}),
        (1, terms.SetTerms, {"terms": _terms(dice)}),
        (5, closing.CorrectPaper, {**paper, "vote": of, "reason": "misread"}),
        (3, outcome.FundInPart, {"candidate": pick(names), "fen": 5_000, "reason": "a start"}),
        (2, outcome.Announce, {}),
        (3, outcome.TakeBackResult, {"reason": "a slip"}),
        (2, ballots.DeclareVoid, {"reason": "a second box"}),
        (4, lifecycle.EnterPhase, {"phase": onward}),
        (1, lifecycle.ReopenMeeting, {"reason": "a slip"}),
        (1, attendance.Leave, {"person": pick(EVERYBODY)}),
        (3, attendance.Arrive, {"person": pick(EVERYBODY)}),
        (2, striking.StrikeStay, {"person": pick(EVERYBODY), "stay": 1, "reason": "a sister"}),
    ]
    _, kind, fields = dice.choices(chance, [weight for weight, _, _ in chance])[0]
    return kind(meeting=EVENING, **fields)


def _terms(dice: Random) -> terms.Terms:
    kind = dice.choice([BallotKind.APPROVAL] * 3 + [BallotKind.POINTS, BallotKind.RANKING])
    return terms.Terms(
        ballot=BallotRule(kind=kind, most=3),
        counting=SelectionRule(
            rule=dice.choice(list(Rule)),
            unaffordable=dice.choice(list(Unaffordable)),
            ties=tuple(dice.sample(LIKELY, dice.randint(0, 3))),
        ),
        twice=dice.random() < 0.5,
    )


def a_long_evening(seed: int) -> Evening:
    """Where the machine tries everything, this does what is likely, for long; the evening is closed then."""
    dice = Random(seed)
    machine = Evening()
    machine.opened("voting", _terms(dice))
    for _ in range(STEPS):
        if dice.random() < 0.2:
            whole_vote(machine, dice)
        elif dice.random() < 0.2:
            machine.a_tie_is_taken_on()
        else:
            machine.act(likely(dice, machine.panel))
        machine.hold_the_laws()
    machine.teardown()
    return machine


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(8))
def test_long_evenings_keep_the_laws_and_can_be_decided_and_closed(seed: int) -> None:
    """Most of what is asked for happens here, in any order, through all phases and back."""
    a_long_evening(seed)


@pytest.mark.soak
def test_hundreds_of_evenings_keep_the_laws() -> None:
    """Of either kind, for long."""
    for seed in range(8, 500):
        a_long_evening(seed)
    long = settings(Evening.TestCase.settings, max_examples=300, stateful_step_count=80)
    run_state_machine_as_test(Evening, settings=long)
