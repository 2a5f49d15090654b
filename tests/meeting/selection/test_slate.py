"""The slate: what stands for selection, how much money there is, and what changes until people vote."""

from __future__ import annotations

from dataclasses import replace

from facilitator.acts import Event
from facilitator.meeting.selection.ballots import DeclareVoid
from facilitator.meeting.selection.pitches import OrderPitches, PassOver
from facilitator.meeting.selection.recusals import StepBack
from facilitator.meeting.selection.reinstating import ReinstateCandidate
from facilitator.meeting.selection.slate import (
    MOST_CANDIDATES,
    AddCandidate,
    AddCandidates,
    Candidate,
    ChangeCandidate,
    Offered,
    RemoveCandidate,
    SetBudget,
    TakeRound,
    WithdrawCandidate,
)
from facilitator.rules.selection.outcome import Fate, Verdict
from tests.meeting.hall import EVENING
from tests.meeting.selection.panel import Panel, approval, candidate, ticks


class Offering(Panel):
    """An evening that is told what a round offers."""

    offered: Offered | None = None

    def take_round(self) -> tuple[Event, ...]:
        """The round as it offers itself now."""
        return self.send(TakeRound, round="spring")

    def _outside(self, *args, **more):
        return replace(super()._outside(*args, **more), offered=self.offered)


def offering(**projects: int) -> Offered:
    """What the spring round offers."""
    return Offered(
        "spring", "Spring round", 5_000_000, tuple(candidate(*one) for one in projects.items())
    )


def test_a_round_brings_its_admitted_projects_and_its_money() -> None:
    """Taken again, they are as the round has them now; what was added by hand stays."""
    one = Offering("prepare", projects={"hand": 100}, budget=0)
    one.offered = offering(p1=10_000, p2=20_000)
    one.send(TakeRound, round="spring")
    slate = one.meeting.slate
    assert (slate.round, slate.title, slate.budget) == ("spring", "Spring round", 5_000_000)
    assert list(slate.all) == ["hand", "p1", "p2"]
    one.offered = offering(p1=12_000, p2=20_000)
    one.send(TakeRound, round="spring")
    assert one.meeting.slate.costs == {"hand": 10_000, "p1": 1_200_000, "p2": 2_000_000}
    one.check_twins()


def test_what_the_round_admits_no_more_leaves_the_slate() -> None:
    """A proposal that failed its screening after the first taking is not voted on; one presented is kept."""
    one = Offering("pitches", projects={"hand": 100}, budget=0)
    one.offered = offering(p1=10_000, p2=20_000, p3=30_000)
    one.send(TakeRound, round="spring")
    one.send(OrderPitches, order=("p3", "p2", "p1", "hand"))
    one.send(StepBack, member="h1", candidate="p2", reason="It is ours.")
    one.pitch("p3")
    one.offered = offering(p1=10_000)
    one.send(TakeRound, round="spring")
    assert list(one.meeting.slate.all) == ["hand", "p1", "p3"]
    assert one.meeting.pitches.order == ["p3", "p1", "hand"]
    assert "p2" not in one.meeting.recusals.all
    one.check_twins()


def test_a_round_without_money_leaves_the_money_that_was_set() -> None:
    """A funder who has not said how much does not make the budget nought."""
    one = Offering("prepare", projects={}, budget=700)
    one.offered = replace(offering(p1=10_000), budget=0)
    one.send(TakeRound, round="spring")
    assert one.meeting.slate.budget == 70_000


def test_a_round_that_offers_nothing_or_rubbish_is_refused() -> None:
    """There is none of that name; nothing is admitted; a sum is not above zero; it is too much."""
    one = Offering("prepare")
    assert one.no(TakeRound, round="spring") == "unknown-round"
    one.offered = offering()
    assert one.no(TakeRound, round="spring") == "round-empty"
    one.offered = offering(p1=0)
    assert one.no(TakeRound, round="spring") == "cost-not-positive"
    one.offered = offering(**{f"p{n}": 1 for n in range(MOST_CANDIDATES)})
    assert one.no(TakeRound, round="spring") == "too-many-candidates"


def test_projects_are_added_and_changed_until_people_vote() -> None:
    """With the reason; the old title and sum stay readable."""
    one = Panel("pitches", projects={"a": 10})
    one.send(AddCandidate, candidate=candidate("b", 20, place="Xinglong", own=500))
    changed = Candidate(id="b", title="Benches", place="Xinglong", asked=3_000, own=500)
    one.send(ChangeCandidate, candidate=changed, reason="Mistyped.")
    assert one.meeting.slate.all["b"] == changed
    assert [(c.field, c.old, c.new) for c in one.meeting.slate.changes] == [
        ("b.title", "Project B", "Benches"),
        ("b.asked", "2000", "3000"),
    ]
    assert one.no(ChangeCandidate, candidate=changed, reason="Again.") == "nothing-to-correct"
    other = candidate("b", 21)
    assert one.no(ChangeCandidate, candidate=other, reason=" ") == "text-missing"
    assert one.no(ChangeCandidate, candidate=candidate("x", 1), reason="r") == "unknown-candidate"


def test_what_cannot_be_on_a_slate_is_refused() -> None:
    """A sum that is not above zero, an own part below it, no title, one too long, an id twice."""
    one = Panel("prepare", projects={"a": 10})
    add = {"id": "b", "title": "B", "asked": 100}
    for code, more in (
        ("cost-not-positive", {"asked": 0}),
        ("cost-not-positive", {"asked": -5}),
        ("own-negative", {"own": -1}),
        ("number-range", {"own": 10**15 + 1}),
        ("number-range", {"asked": 10**30}),
        ("text-missing", {"title": " "}),
        ("text-too-long", {"title": "字" * 121}),
        ("bad-id", {"id": "no good"}),
        ("candidate-exists", {"id": "a"}),
    ):
        assert one.no(AddCandidate, candidate=Candidate(**{**add, **more})) == code
    assert one.no(SetBudget, budget=0) == "budget-not-positive"
    assert one.no(SetBudget, budget=10**30) == "number-range"


def test_a_slate_has_an_end() -> None:
    """So that nobody's list grows without one."""
    one = Panel("prepare", projects={f"p{n}": 1 for n in range(3)})
    one.meeting.slate.all |= {f"x{n}": candidate(f"x{n}", 1) for n in range(MOST_CANDIDATES - 3)}
    assert one.meeting.slate.numbers["p2"] == 3
    one.twins[EVENING].slate.all |= one.meeting.slate.all
    assert one.no(AddCandidate, candidate=candidate("more", 1)) == "too-many-candidates"


def test_once_people_vote_the_slate_is_fixed() -> None:
    """Nobody changes what ballots are about; a project may still be withdrawn once the vote is over."""
    one = Offering()
    one.open_vote()
    assert one.no(SetBudget, budget=5) == "slate-fixed"
    assert one.no(AddCandidate, candidate=candidate("x", 1)) == "slate-fixed"
    assert one.no(ChangeCandidate, candidate=candidate("a", 1), reason="r") == "slate-fixed"
    assert one.no(RemoveCandidate, candidate="a") == "slate-fixed"
    assert one.no(TakeRound, round="spring") == "slate-fixed"
    assert one.no(WithdrawCandidate, candidate="a", reason="r") == "vote-open"
    assert one.no(ReinstateCandidate, candidate="a", reason="r") == "vote-open"


def test_a_wrong_sum_that_is_found_when_papers_are_out_can_be_put_right_after_the_vote_is_void() -> (
    None
):
    """Nothing was decided, so money and projects may change before people vote again; nothing is removed."""
    one = Panel(budget=10_000)
    one.open_vote()
    one.send(DeclareVoid, reason="The budget on the ballots was wrong.")
    one.send(SetBudget, budget=10_000_000)
    one.send(ChangeCandidate, candidate=candidate("a", 1), reason="A sum was wrong, too.")
    assert one.no(RemoveCandidate, candidate="a") == "slate-fixed"
    one.send(WithdrawCandidate, candidate="d", reason="It does not stand any more.")
    one.voted(residents=[ticks("a")])
    assert one.fates() == {"a": Fate.FUNDED, "b": Fate.BELOW_MINIMUM, "c": Fate.BELOW_MINIMUM}


def test_what_nobody_has_heard_is_removed_without_a_trace() -> None:
    """Also its place in the order, why nobody presents it, who stepped back and that it was withdrawn."""
    one = Panel("pitches")
    one.send(OrderPitches, order=("d", "c", "b", "a"))
    one.send(PassOver, candidate="c", reason="Nobody came.")
    one.send(StepBack, member="h1", candidate="c", reason="It is ours.")
    one.send(WithdrawCandidate, candidate="c", reason="By mistake.")
    one.send(RemoveCandidate, candidate="c")
    assert one.meeting.pitches.order == ["d", "b", "a"]
    one.send(AddCandidate, candidate=candidate("c", 5))
    assert [c.id for c in one.meeting.slate.standing] == ["a", "b", "d", "c"]
    assert not one.meeting.recusals.of("h1")
    assert not one.meeting.pitches.passed
    one.pitch("a")
    assert one.no(RemoveCandidate, candidate="a") == "already-pitched"
    assert one.no(RemoveCandidate, candidate="x") == "unknown-candidate"


def test_a_project_withdrawn_before_the_vote_is_on_no_ballot() -> None:
    """With the reason, once; not while it is being presented."""
    one = Panel("pitches")
    one.send(WithdrawCandidate, candidate="a", reason="The place is gone.")
    assert one.no(WithdrawCandidate, candidate="a", reason="r") == "candidate-withdrawn"
    assert one.no(WithdrawCandidate, candidate="b", reason=" ") == "text-missing"
    one.to("voting")
    one.voted(residents=[ticks("b", "c")])
    assert "a" not in one.fates()
    assert one.meeting.slate.withdrawn == {"a": "The place is gone."}


def test_a_project_withdrawn_after_the_count_leaves_its_money_to_the_others() -> None:
    """Ballots stay as they were cast; with the last project there is nothing left to give."""
    one = Panel(terms=None)
    one.voted(residents=[ticks("a", "b", "c"), ticks("a", "b", "d"), ticks("a")])
    assert one.funded == {"a", "b", "c"}
    one.send(WithdrawCandidate, candidate="b", reason="The owner of the ground says no.")
    assert one.funded == {"a", "c", "d"}
    assert one.meeting.outcome.last is not None
    assert one.meeting.outcome.last.papers["residents"].valid == 3
    for name in "acd":
        one.send(WithdrawCandidate, candidate=name, reason="All of it.")
    selection = one.meeting.outcome.selection
    assert selection is not None
    assert (selection.verdict, selection.lines, selection.left) == (Verdict.DECIDED, (), 10**7)


def test_a_project_withdrawn_by_mistake_stands_again() -> None:
    """Before the vote and after the count, with the reason; ballots cast for it count again."""
    one = Panel("pitches")
    one.send(WithdrawCandidate, candidate="a", reason="The wrong line.")
    assert one.no(ReinstateCandidate, candidate="b", reason="r") == "not-withdrawn"
    one.send(ReinstateCandidate, candidate="a", reason="It was another one.")
    one.send(WithdrawCandidate, candidate="d", reason="Really.")
    one.to("voting")
    one.voted(residents=[ticks("a", "b", "c"), ticks("a", "b")])
    before = one.meeting.outcome.selection
    one.send(WithdrawCandidate, candidate="a", reason="Wrong line again.")
    assert one.funded == {"b", "c"}
    assert one.no(ReinstateCandidate, candidate="a", reason=" ") == "text-missing"
    one.send(ReinstateCandidate, candidate="a", reason="It stands.")
    assert one.meeting.outcome.selection == before
    assert one.no(ReinstateCandidate, candidate="d", reason="r") == "not-on-ballot"
    assert [c.field for c in one.meeting.slate.changes] == ["a.withdrawn", "a.withdrawn"]


def test_several_projects_come_at_once_or_none() -> None:
    """Those that are there already stay as they are; money comes where nobody has said how much there is."""
    one = Panel("prepare", projects={"a": 100}, budget=0)
    some = (candidate("a", 900), candidate("b", 200), candidate("c", 300))
    one.send(AddCandidates, candidates=some, budget=5_000)
    slate = one.meeting.slate
    assert (slate.budget, slate.costs) == (5_000, {"a": 10_000, "b": 20_000, "c": 30_000})
    one.send(AddCandidates, candidates=(candidate("d", 400),), budget=7_000)
    assert slate.budget == 5_000
    assert one.no(AddCandidates, candidates=some) == "nothing-to-add"
    wrong = (candidate("e", 100), candidate("f", 0))
    assert one.no(AddCandidates, candidates=wrong) == "cost-not-positive"
    assert "e" not in slate.all
    many = tuple(candidate(f"x{number}", 100) for number in range(MOST_CANDIDATES - 3))
    assert one.no(AddCandidates, candidates=many) == "too-many-candidates"
    one.send(AddCandidates, candidates=many[1:])
    one.check_twins()


def test_nothing_comes_once_people_vote() -> None:
    """From a file as little as by hand."""
    one = Panel("voting", terms=approval())
    one.open_vote(r=4)
    assert one.no(AddCandidates, candidates=(candidate("z", 100),)) == "slate-fixed"
