"""People at the wall who do anything, in any order: no topic is ever lost, and every step has a way back.

Commands that make sense and commands that do not; each happens or is refused by a rule. After each the wall
is held against its laws, and against a twin built from the events as they come back from JSON.
"""

from __future__ import annotations

from datetime import timedelta
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
from facilitator.meeting import Meeting, attendance, items, lifecycle
from facilitator.meeting.format import Stage
from facilitator.meeting.forum import (
    convergence,
    groups,
    interest,
    matrix,
    placing,
    reports,
    rounds,
    theme,
    topics,
)
from facilitator.meeting.forum.clashes import ClashKind, clashes, clashes_at
from facilitator.meeting.forum.merging import (
    DeedTakenBack,
    MergeTopic,
    Piece,
    SplitTopic,
    TakeBack,
    TopicMerged,
)
from facilitator.meeting.forum.wall import HELD_OR_NOT, Topic, TopicState
from tests.effort import cases
from tests.meeting.forum.forum import GUEST, PEOPLE, WAY, Forum
from tests.meeting.hall import EVENING, START, assert_same, replayed

CROWD = (*PEOPLE, GUEST)
TOPICS = st.integers(1, 9).map(lambda n: f"t{n}")
SOME = st.lists(TOPICS, max_size=4).map(tuple)
PERSON = st.sampled_from(["h1", "h2", "h3", "h4", GUEST, "nobody"])
CONVENERS = st.lists(PERSON, max_size=3).map(tuple)
AGREED = st.sampled_from([CROWD, CROWD, CROWD, ("h2",), ()])
PLACES = st.sampled_from(["p1", "p2", "p3", "p9"])
SLOTS = st.sampled_from(["s1", "s2", "s3", "s9"])
FROM = st.sampled_from(["", "", "s1", "s2", "s3"])
WORDS = st.sampled_from(["Dogs", "<b>Cats</b>", "", "字" * 5000])
REASONS = st.sampled_from(["because", ""])
HEADS = st.integers(-1, 9)
FIELD = {"topic": TOPICS, "place": PLACES, "slot": SLOTS}
GROUP = {
    "group": st.sampled_from(["g1", "g2"]),
    "title": WORDS,
    "lead": PERSON,
    "first_step": WORDS,
    "topics": SOME,
    "members": CONVENERS,
    "contact": st.sampled_from(["", "139", "138"]),
    "consent": st.booleans(),
}
CLUSTER = {
    "cluster": st.sampled_from(["k1", "k2"]),
    "title": WORDS,
    "topics": SOME,
    "initiator": PERSON,
}
SHEET = {
    "topic": TOPICS,
    "recorder": st.sampled_from(["", "h4", "nobody"]),
    "participants": CONVENERS,
    "heads": HEADS,
    "text": st.sampled_from([reports.ReportText(), reports.ReportText(points=("Said.",))]),
}


def any_of(*kinds: tuple[Any, dict[str, Any]]) -> st.SearchStrategy[Any]:
    """One of these commands to the forum, with any of these fields."""
    return st.one_of(*(st.builds(kind, meeting=st.just(EVENING), **f) for kind, f in kinds))


AT_THE_WALL = any_of(
    (topics.PostTopic, {"topic": TOPICS, "title": WORDS, "conveners": CONVENERS}),
    (topics.EditTopic, {"topic": TOPICS, "title": WORDS, "why": WORDS}),
    (topics.ChangeConveners, {"topic": TOPICS, "conveners": CONVENERS}),
    (topics.WithdrawTopic, {"topic": TOPICS, "reason": REASONS}),
    (topics.NotHeld, {"topic": TOPICS, "reason": REASONS}),
    (topics.HoldAfterAll, {"topic": TOPICS}),
    (placing.ParkTopic, {"topic": TOPICS, "reason": REASONS}),
    (placing.TakeOff, {"topic": TOPICS, "slot": FROM}),
    (interest.ScreenTopics, {"keep": SOME}),
)
ACROSS_IT = any_of(
    (placing.PlaceTopic, FIELD),
    (placing.PlaceTopic, FIELD),
    (placing.SecondSlot, FIELD),
    (placing.MoveTopic, {**FIELD, "from_slot": FROM}),
    (
        placing.SwapTopics,
        {"first": TOPICS, "second": TOPICS, "first_slot": FROM, "second_slot": FROM},
    ),
    (placing.HalveTopic, {"topic": TOPICS, "half": st.integers(0, 3), "slot": FROM}),
)
BESIDE_IT = any_of(
    (interest.CountInterest, {"topic": TOPICS, "heads": HEADS}),
    (interest.SignUp, {"topic": TOPICS, "person": PERSON}),
    (interest.SignOff, {"topic": TOPICS, "person": PERSON}),
    (rounds.CountHeads, {"heads": HEADS, "place": PLACES, "slot": FROM}),
    (matrix.AddPlace, {"place": PLACES, "name": st.just("Again"), "seats": HEADS}),
    (matrix.RemovePlace, {"place": PLACES}),
    (matrix.RemoveSlot, {"slot": SLOTS}),
    (
        matrix.AddSlot,
        {
            "slot": SLOTS,
            "begins": st.integers(1, 9).map(lambda n: START + timedelta(hours=n)),
            "minutes": st.sampled_from([0, 50]),
        },
    ),
    (theme.SetTheme, {"question": WORDS, "reason": REASONS}),
    (theme.ChooseHosting, {"mode": st.sampled_from(theme.Hosting), "reason": REASONS}),
)
AFTER_IT = any_of(
    (rounds.StartRound, {"slot": SLOTS}),
    (rounds.EndRound, {}),
    (reports.NameRecorder, {"topic": TOPICS, "recorder": PERSON}),
    (reports.PostReport, SHEET),
    (reports.CorrectReport, {**SHEET, "reason": REASONS}),
    (
        reports.AddToReport,
        {"topic": TOPICS, "addition": WORDS, "text": WORDS, "person": PERSON},
    ),
    (
        convergence.ChooseWay,
        {"way": st.sampled_from(convergence.Way), "each": HEADS, "people": HEADS},
    ),
    (convergence.EnterDots, {"topic": TOPICS, "dots": HEADS, "reason": REASONS}),
    (convergence.EnterDots, {"topic": TOPICS, "dots": HEADS, "reason": REASONS}),
    (convergence.CloseDots, {}),
    (convergence.FormCluster, CLUSTER),
    (convergence.ChangeCluster, CLUSTER),
    (convergence.DissolveCluster, {"cluster": CLUSTER["cluster"]}),
    (groups.FormGroup, GROUP),
    (groups.ChangeGroup, GROUP),
    (groups.DissolveGroup, {"group": GROUP["group"], "reason": REASONS}),
    (groups.EraseContact, {"group": GROUP["group"]}),
)
AROUND_IT = any_of(
    (lifecycle.EnterPhase, {"phase": st.sampled_from([*WAY, "closed"])}),
    (lifecycle.Recess, {}),
    (lifecycle.Resume, {}),
    (lifecycle.CloseMeeting, {}),
    (lifecycle.ReopenMeeting, {"reason": REASONS}),
    (attendance.Leave, {"person": PERSON}),
    (attendance.Arrive, {"person": PERSON}),
    (attendance.EraseObserver, {"person_id": PERSON, "reason": REASONS}),
    (items.AddItem, {"item": st.just("i1"), "title": WORDS}),
    (items.TakeUp, {"item": st.just("i1")}),
)


class People(RuleBasedStateMachine):
    """One forum; `past` holds every topic as it was before each deed that can be taken back."""

    @initialize(phase=st.sampled_from(WAY[:5]), posted=st.integers(0, 5))
    def opened(self, phase: str, posted: int) -> None:
        self.forum = Forum()
        self.past: list[dict[str, Topic]] = []
        for _ in range(posted):
            self.posts(("h2",))
        self.forum.to(phase)

    def act(self, command: Command) -> None:
        """Send a command; it happens or is refused by a rule, which changes nothing."""
        wall = self.forum.meeting.wall
        before, deeds = dict(wall.topics), len(wall.deeds)
        try:
            events = self.forum.do(command)
        except RuleViolation:
            assert dict(wall.topics) == before
            self.forum.check_twins()
            return
        if len(wall.deeds) > deeds:
            self.past.append(before)
        for event in events:
            if isinstance(event, TopicMerged):
                self._went_with_it(event, before)
            if isinstance(event, DeedTakenBack):
                self._is_as_before(event)

    def _went_with_it(self, event: TopicMerged, before: dict[str, Topic]) -> None:
        """Everybody had agreed, and everybody convenes what it went into, once."""
        both = {*before[event.topic].conveners, *before[event.into].conveners}
        assert both <= set(event.agreed)
        assert both == set(self.forum.now(event.into).conveners)
        assert self.forum.now(event.topic).conveners == before[event.topic].conveners

    def _is_as_before(self, event: DeedTakenBack) -> None:
        """Each topic is exactly what it was; what the deed created is marked. The event says so itself."""
        was, now = self.past.pop(), self.forum.meeting.wall.topics
        assert {name: now[name] for name in was} == was
        new = [topic for name, topic in now.items() if name not in was]
        assert all(topic.state is TopicState.TAKEN_BACK and not topic.spots for topic in new)
        for told in event.now:
            topic = now[told.topic]
            assert (told.state, told.title, told.why) == (topic.state, topic.title, topic.why)
            assert (told.conveners, told.reason) == (topic.conveners, topic.reason)
            assert told.spots == tuple(placing.as_field(spot) for spot in topic.spots)
            assert topic.into == ""

    # What people do.

    @rule(command=AT_THE_WALL)
    def at_the_wall(self, command: Command) -> None:
        self.act(command)

    @rule(command=ACROSS_IT)
    def across_it(self, command: Command) -> None:
        self.act(command)

    @rule(command=BESIDE_IT)
    def beside_it(self, command: Command) -> None:
        self.act(command)

    @rule(command=AFTER_IT)
    def after_it(self, command: Command) -> None:
        self.act(command)

    @rule(command=AROUND_IT)
    def around_it(self, command: Command) -> None:
        self.act(command)

    @rule(conveners=CONVENERS)
    def posts(self, conveners: tuple[str, ...]) -> None:
        name = f"t{self.forum.meeting.wall.next_number}"
        made = {"topic": name, "title": f"Title {name}", "conveners": conveners}
        self.act(topics.PostTopic(meeting=EVENING, **made))

    @rule(topic=TOPICS, into=TOPICS, agreed=AGREED)
    def merges(self, topic: str, into: str, agreed: tuple[str, ...]) -> None:
        self.act(MergeTopic(meeting=EVENING, topic=topic, into=into, agreed=agreed))

    @rule(topic=TOPICS, conveners=CONVENERS, agreed=AGREED, parts=st.integers(1, 3))
    def splits(
        self, topic: str, conveners: tuple[str, ...], agreed: tuple[str, ...], parts: int
    ) -> None:
        first = self.forum.meeting.wall.next_number
        pieces = tuple(Piece(f"t{first + n}", f"Part {n}", conveners) for n in range(parts))
        self.act(SplitTopic(meeting=EVENING, topic=topic, pieces=pieces, agreed=agreed))

    @rule(steps=st.integers(1, 4))
    def takes_back(self, steps: int) -> None:
        for _ in range(steps):
            self.act(TakeBack(meeting=EVENING))

    @rule(deed=st.integers(0, 200))
    def takes_back_a_certain_one(self, deed: int) -> None:
        self.act(TakeBack(meeting=EVENING, deed=deed))

    # The laws.

    @invariant()
    def nothing_is_lost_on_the_disk(self) -> None:
        """The events, read back from JSON, make the same state; so a refused command changed nothing."""
        self.forum.check_twins()

    @invariant()
    def no_topic_is_ever_lost(self) -> None:
        """Every number from 1 on is there once, in the order of posting, and as many as were ever given."""
        wall = self.forum.meeting.wall
        numbers = [topic.number for topic in wall.topics.values()]
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(self.past) == len(wall.deeds)
        shown = [*wall.tray(), *wall.parked(), *wall.on_wall()]
        standing = [topic for topic in wall.counted() if topic not in shown]
        assert all(topic.state is TopicState.NOT_HELD for topic in standing)

    @invariant()
    def nobody_convenes_a_topic_twice_and_no_topic_is_without_anybody(self) -> None:
        for topic in self.forum.meeting.wall.topics.values():
            assert topic.conveners
            assert len(set(topic.conveners)) == len(topic.conveners)

    @invariant()
    def a_topic_hangs_where_there_is_a_field_and_once_in_a_slot(self) -> None:
        one = self.forum.meeting
        for topic in one.wall.topics.values():
            slots = [spot.slot for spot in topic.spots]
            assert len(set(slots)) == len(slots)
            assert all(s.place in one.matrix.places for s in topic.spots)
            assert set(slots) <= one.matrix.slots.keys()
            assert not topic.spots or topic.state in (TopicState.OPEN, TopicState.NOT_HELD)

    @invariant()
    def what_is_merged_goes_on_in_a_topic_that_can_be_found(self) -> None:
        topics = self.forum.meeting.wall.topics
        for topic in topics.values():
            assert bool(topic.into) == (topic.state is TopicState.MERGED)
            seen, now = {topic.id}, topic
            while now.into:
                now = topics[now.into]
                assert now.id not in seen
                seen.add(now.id)
                assert topic in self.forum.meeting.wall.merged_into(now.id)

    @invariant()
    def what_something_stands_on_is_still_there(self) -> None:
        """A report on an open topic; dots, clusters and action groups on topics that stand for themselves."""
        one = self.forum.meeting
        for name in one.reports.all:
            assert one.wall.topics[name].state is TopicState.OPEN
        named = [name for name, dots in one.convergence.dots.items() if dots]
        named += [name for cluster in one.convergence.clusters.values() for name in cluster.topics]
        named += [name for group in one.groups.going() for name in group.topics]
        assert all(one.wall.topics[name].state in HELD_OR_NOT for name in named)

    @invariant()
    def whatever_is_asked_has_an_answer(self) -> None:
        one = self.forum.meeting
        fields = one.wall.fields()
        for place in one.matrix.places:
            for slot in one.matrix.slots:
                assert fields.get((place, slot), []) == one.wall.at(place, slot)
        ranked = convergence.ranking(one)
        assert [r.topic.id for r in interest.hottest(one)] == sorted(
            (t.id for t in one.wall.counted() if t.live),
            key=lambda name: (-one.interest.wanted(name), one.wall.topics[name].number),
        )
        assert sum(row.dots for row in ranked) == one.convergence.counted
        assert not {t.id for t in reports.missing(one)} & one.reports.all.keys()
        assert bool(rounds.right_now(one)) <= bool(one.rounds.running)

    @invariant()
    def whoever_is_in_two_places_at_once_is_told(self) -> None:
        """Counted anew, without the program's own walk over the wall; trying a field changes nothing."""
        one = self.forum.meeting
        sittings = [
            (topic, spot)
            for topic in one.wall.topics.values()
            if topic.state is TopicState.OPEN
            for spot in topic.spots
        ]
        expected = {
            (person, here.slot, first.id, second.id)
            for first, here in sittings
            for second, there in sittings
            if first.number < second.number and here.meets(there)
            for person in {*first.conveners} & {*second.conveners}
        }
        found = [c for c in clashes(one) if c.kind is ClashKind.CONVENER_TWICE]
        assert sorted((*c.people, c.slot, *c.topics) for c in found) == sorted(expected)
        for topic, spot in sittings:
            clashes_at(one, topic, spot)

    @invariant()
    def a_closed_forum_left_nothing_open(self) -> None:
        one = self.forum.meeting
        if one.phase.stage is Stage.CLOSED:
            assert not one.rounds.running
            assert not one.agenda.unfinished()

    def hold_the_laws(self) -> None:
        """All laws at once, for a day that Hypothesis does not lead."""
        self.nothing_is_lost_on_the_disk()
        self.no_topic_is_ever_lost()
        self.nobody_convenes_a_topic_twice_and_no_topic_is_without_anybody()
        self.a_topic_hangs_where_there_is_a_field_and_once_in_a_slot()
        self.what_is_merged_goes_on_in_a_topic_that_can_be_found()
        self.what_something_stands_on_is_still_there()
        self.whatever_is_asked_has_an_answer()
        self.whoever_is_in_two_places_at_once_is_told()
        self.a_closed_forum_left_nothing_open()

    def teardown(self) -> None:
        """However the day went, it can be closed, and the whole journal tells the same story."""
        if not hasattr(self, "forum"):
            return
        self.forum.close()
        self.a_closed_forum_left_nothing_open()
        log = self.forum.journal[f"meeting/{EVENING}"]
        assert_same(self.forum.meeting, replayed(log, EVENING))


People.TestCase.settings = settings(
    max_examples=cases(20, 40),
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestPeople = pytest.mark.no_cover(People.TestCase)


STEPS = 120


def likely(dice: Random, one: Meeting) -> Command:
    """A command as on a day at the wall: about topics, places and people that are there, in a fitting phase."""
    pick = dice.choice
    known = list(one.wall.topics) or ["t1"]
    live = [topic.id for topic in one.wall.topics.values() if topic.live] or known
    hung = [topic.id for topic in one.wall.on_wall() if topic.live] or live
    waits = [topic.id for topic in (*one.wall.tray(), *one.wall.parked())] or live
    merged = [topic.id for topic in one.wall.topics.values() if topic.state is TopicState.NOT_HELD]
    told = list(one.reports.all) or known
    place, slot = pick(list(one.matrix.places)), pick(list(one.matrix.slots))
    topic, at, other = pick(live), {"place": place, "slot": slot}, pick(hung)
    new = one.wall.next_number
    some = tuple(dice.sample(live, min(len(live), dice.randint(1, 3))))
    people = tuple(dice.sample(CROWD, dice.randint(1, 2)))
    sheet = {"recorder": people[0], "participants": people, "heads": dice.randint(2, 9)}
    text = reports.ReportText(points=(f"Point {dice.random()}",))
    group = {"group": pick(["g1", "g2", "g3"]), "title": f"G{new}", "lead": people[0]}
    group |= {"first_step": pick(["Walk.", "Count."]), "topics": some, "consent": True}
    group |= {"contact": pick(["", "139", "138"])}
    cluster = {"cluster": pick(["k1", "k2"]), "title": pick(["K", "L"]), "topics": some}
    seat = [spot.slot for spot in one.wall.topics[other].spots] if other in one.wall.topics else []
    of = pick(seat) if seat else ""
    chance: list[tuple[int, type[Any], dict[str, Any]]] = [
        (8, topics.PostTopic, {"topic": f"t{new}", "title": f"T{new}", "conveners": people}),
        (9, placing.PlaceTopic, {"topic": pick(waits), **at}),
        (3, placing.SecondSlot, {"topic": other, **at}),
        (5, placing.MoveTopic, {"topic": other, **at, "from_slot": of}),
        (4, placing.SwapTopics, {"first": other, "second": pick(hung), "first_slot": of}),
        (4, placing.HalveTopic, {"topic": other, "half": dice.randint(0, 2), "slot": of}),
        (2, placing.TakeOff, {"topic": pick([other, topic]), "slot": pick(["", of])}),
        (2, placing.ParkTopic, {"topic": topic, "reason": pick(["", "later"])}),
        (3, topics.EditTopic, {"topic": topic, "title": f"T{dice.random()}"}),
        (3, topics.ChangeConveners, {"topic": topic, "conveners": people}),
        (1, topics.WithdrawTopic, {"topic": topic, "reason": "settled"}),
        (2, topics.NotHeld, {"topic": other}),
        (2, topics.HoldAfterAll, {"topic": pick(merged or known)}),
        (3, MergeTopic, {"topic": topic, "into": pick(live), "agreed": CROWD}),
        (2, SplitTopic, {"topic": topic, "pieces": _pieces(new, people), "agreed": CROWD}),
        (8, TakeBack, {}),
        (2, interest.ScreenTopics, {"keep": some}),
        (3, interest.SignUp, {"topic": topic, "person": people[0]}),
        (2, interest.CountInterest, {"topic": topic, "heads": dice.randint(0, 9)}),
        (1, matrix.RemovePlace, {"place": place} if len(one.matrix.places) > 1 else {"place": "x"}),
        (1, matrix.AddPlace, {"place": pick(["p1", "p2", "p3"]), "name": f"Room {new}"}),
        (2, rounds.StartRound, {"slot": slot}),
        (2, rounds.EndRound, {}),
        (2, rounds.CountHeads, {"heads": 3, **at}),
        (3, reports.PostReport, {"topic": topic, **sheet}),
        (1, reports.CorrectReport, {"topic": pick(told), **sheet, "text": text, "reason": "r"}),
        (1, reports.AddToReport, {"topic": pick(told), "addition": f"x{new}", "text": "More."}),
        (1, convergence.ChooseWay, {"way": pick(list(convergence.Way)), "each": 5, "people": 9}),
        (3, convergence.EnterDots, {"topic": topic, "dots": dice.randint(0, 9), "reason": "r"}),
        (1, convergence.FormCluster, cluster),
        (1, convergence.ChangeCluster, cluster),
        (1, convergence.DissolveCluster, {"cluster": cluster["cluster"]}),
        (1, convergence.CloseDots, {}) if dice.random() < 0.1 else (0, TakeBack, {}),
        (2, groups.FormGroup, group),
        (1, groups.ChangeGroup, group),
        (1, groups.DissolveGroup, {"group": group["group"], "reason": "no time"}),
        (6, lifecycle.EnterPhase, {"phase": pick(one.phase.next or ("closed",))}),
        (1, lifecycle.ReopenMeeting, {"reason": "a report came late"}),
    ]
    _, kind, fields = dice.choices(chance, [weight for weight, _, _ in chance])[0]
    return kind(meeting=EVENING, **fields)


def _pieces(first: int, people: tuple[str, ...]) -> tuple[Piece, ...]:
    return tuple(Piece(f"t{first + n}", f"Part {n}", people) for n in range(2))


def a_long_day(seed: int) -> People:
    """Where the machine tries everything, this does what is likely, for long; the day is closed then."""
    dice = Random(seed)
    machine = People()
    machine.opened(WAY[seed % 3], 4)
    for _ in range(STEPS):
        machine.act(likely(dice, machine.forum.meeting))
        machine.hold_the_laws()
    machine.teardown()
    return machine


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(12))
def test_long_days_at_the_wall_keep_the_laws_and_can_be_closed(seed: int) -> None:
    """Most of what is asked for happens here, in any order, through all phases and back."""
    a_long_day(seed)


@pytest.mark.soak
def test_a_thousand_days_at_the_wall_keep_the_laws() -> None:
    """Of either kind, for long."""
    for seed in range(12, 1000):
        a_long_day(seed)
    long = settings(People.TestCase.settings, max_examples=500, stateful_step_count=120)
    run_state_machine_as_test(People, settings=long)
