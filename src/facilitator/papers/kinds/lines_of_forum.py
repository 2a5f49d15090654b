"""Lines about a forum: rounds with who met where, people counted, reports, dots, clusters, action groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from facilitator.meeting.forum.convergence import (
    ClusterChanged,
    ClusterDissolved,
    ClusterFormed,
    Convergence,
    DotsClosed,
    DotsEntered,
    Way,
    WayChosen,
)
from facilitator.meeting.forum.groups import (
    ContactErased,
    GroupChanged,
    GroupDissolved,
    GroupFormed,
)
from facilitator.meeting.forum.matrix import (
    PlaceAdded,
    PlaceEdited,
    PlaceRemoved,
    Slot,
    SlotAdded,
    SlotEdited,
    SlotRemoved,
)
from facilitator.meeting.forum.reports import (
    RecorderNamed,
    ReportAddedTo,
    ReportCorrected,
    ReportPosted,
)
from facilitator.meeting.forum.rounds import HeadsCounted, RoundEnded, RoundStarted
from facilitator.meeting.forum.theme import HostingChosen, ThemeSet
from facilitator.meeting.forum.wall import Topic, TopicState, Wall
from facilitator.papers.kinds.cells import (
    ONE,
    THREE,
    TWO,
    Piece,
    called,
    fill,
    say,
    struck,
)
from facilitator.papers.kinds.clerk import Clerk
from facilitator.papers.kinds.forum import numbers, place_name, quoted, slot_name, times
from facilitator.papers.kinds.lines_of_meeting import because
from facilitator.papers.kinds.matters import day_words
from facilitator.papers.kinds.telling import Said, Teller, Telling, Told, silent
from facilitator.papers.model import Text
from facilitator.words.figures import Unit, counted
from facilitator.words.forum import control_sum
from facilitator.words.titles import title


def _theme(telling: Telling, event: ThemeSet) -> Iterable[Told]:
    """Only another question: what the invitation says is in the invitation."""
    t = telling.clerk.t
    if event.question == event.old_question:
        return
    if not event.old_question:
        line = say(t("The theme is set: “{question}”.", question=event.question))
    else:
        sentence = t("The theme is worded anew: {old} {new}.", old=ONE, new=TWO)
        line = fill(sentence, struck(event.old_question), event.question)
    yield Said(say(line, because(telling, event.reason)))


def _hosting(telling: Telling, event: HostingChosen) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    new = title(event.mode, c.lang)
    if event.old is None:
        line = t("How the host runs the day: {mode}.", mode=new)
    else:
        old = title(event.old, c.lang)
        line = t("How the host runs the day is changed: {old} to {mode}.", old=old, mode=new)
    yield Said(say(line, because(telling, event.reason)))


def _slot(telling: Telling, event: SlotAdded | SlotEdited) -> Iterable[Told]:
    """Until people have come it is planning; then it is a change they have to be told of."""
    c, t = telling.clerk, telling.clerk.t
    if not telling.opened:
        return
    name = _round(c, event.slot)
    when = times(c, Slot(event.slot, event.begins, event.minutes))
    if isinstance(event, SlotAdded):
        yield Said(say(t("{slot} is planned: {times}.", slot=name, times=when)))
        return
    sentence = t("{slot} is now planned: {times} (before: {old}).", slot=ONE, times=TWO, old=THREE)
    old = times(c, Slot(event.slot, event.old_begins, event.old_minutes))
    yield Said(fill(sentence, name, when, old))


def _slot_removed(telling: Telling, event: SlotRemoved) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    if telling.opened:
        time = c.when(event.begins)
        yield Said(say(t("The round planned for {time} does not take place.", time=time)))


def _round(c: Clerk, slot: str) -> str:
    """A round by its number; … for one that was taken away again."""
    found = c.meeting.matrix.slots.get(slot)
    return slot_name(c, found) if found else "…"


def _started(telling: Telling, event: RoundStarted) -> Iterable[Told]:
    """With the first round the wall becomes the agenda: how many hang, then who meets where."""
    c, t = telling.clerk, telling.clerk.t
    wall = wall_then(c.meeting.wall, telling.now.version)
    if not telling.rounds:
        telling.rounds = True
        yield from _wall(c, wall)
    met = c.listing(
        place_name(c, place) + c.brackets(numbers(c, topics))
        for place, topics in _meeting(c, wall, event.slot)
    )
    name = _round(c, event.slot)
    if met:
        yield Said(say(t("{slot} begins: {where}.", slot=name, where=met)))
    else:
        yield Said(say(t("{slot} begins.", slot=name)))


def wall_then(wall: Wall, version: int) -> Wall:
    """The wall as it stood when the event of that version was recorded; what was taken back never hung."""
    topics = dict(wall.topics)
    for deed in reversed(wall.deeds):
        if deed.number <= version:
            break
        for name, was in deed.before:
            if was is None:
                del topics[name]
            else:
                topics[name] = was
    return Wall(topics)


def _wall(c: Clerk, wall: Wall) -> Iterator[Said]:
    t = c.t
    hang = [topic for topic in wall.on_wall() if topic.state is TopicState.OPEN]
    rounds = [
        t("{slot} {n}", slot=slot_name(c, slot), n=sum(topic.is_in(slot=slot.id) for topic in hang))
        for slot in c.meeting.matrix.slots.values()
    ]
    text = t.many(
        "The wall holds {n} topic: {rounds}.",
        "The wall holds {n} topics: {rounds}.",
        len(hang),
        rounds=t.within("between", ", ").join(rounds),
    )
    left = [
        topic
        for topic in wall.counted()
        if topic.state is not TopicState.NOT_HELD and not topic.spots
    ]
    rest = t("Without a place: {topics}.", topics=numbers(c, left)) if left else ""
    yield Said(say(c.sentences(text, rest)))


def _meeting(c: Clerk, wall: Wall, slot: str) -> Iterator[tuple[str, list[Topic]]]:
    """The places of a round in their order, each with what hangs there."""
    used = dict.fromkeys(spot.place for topic in wall.on_wall() for spot in topic.spots)
    for place in dict.fromkeys((*c.meeting.matrix.places, *used)):
        topics = [topic for topic in wall.at(place, slot) if topic.state is TopicState.OPEN]
        if topics:
            yield place, topics


def _ended(telling: Telling, event: RoundEnded) -> Iterable[Told]:
    """With the people counted in it, as they were last counted in each place."""
    c, t = telling.clerk, telling.clerk.t
    rounds = c.meeting.rounds
    heads = {
        place: rounds.heads_in(slot, place) or 0
        for slot, place in rounds.heads
        if slot == event.slot
    }
    line = t("{slot} is over.", slot=_round(c, event.slot))
    if heads:
        listed = c.listing(
            place_name(c, place) + c.brackets(counted(heads[place], Unit.PEOPLE, c.lang))
            for place in dict.fromkeys((*c.meeting.matrix.places, *heads))
            if place in heads
        )
        people = counted(sum(heads.values()), Unit.PEOPLE, c.lang)
        line = c.sentences(
            line, t("Counted: {where}; {people} in all.", where=listed, people=people)
        )
    yield Said(say(line))


def _counted(telling: Telling, event: HeadsCounted) -> Iterable[Told]:
    """People in all; those in one place are told at the end of their round."""
    c, t = telling.clerk, telling.clerk.t
    if not event.place:
        people = counted(event.heads, Unit.PEOPLE, c.lang)
        yield Said(say(t("Counted in all: {people}.", people=people)))


def _posted(telling: Telling, event: ReportPosted) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    people = counted(event.sheet.heads, Unit.PEOPLE, c.lang)
    if event.sheet.blank:
        sentence = t("The report on topic {topic} goes up on the news wall, blank.", topic=ONE)
    elif event.sheet.heads:
        sentence = t(
            "The report on topic {topic} goes up on the news wall ({people} were there).",
            topic=ONE,
            people=TWO,
        )
    else:
        sentence = t("The report on topic {topic} goes up on the news wall.", topic=ONE)
    yield Said(fill(sentence, quoted(c, event.topic), people))


def _corrected(telling: Telling, event: ReportCorrected) -> Iterable[Told]:
    t = telling.clerk.t
    sentence = t("The report on topic {topic} is corrected.", topic=ONE)
    line = fill(sentence, quoted(telling.clerk, event.topic))
    yield Said(say(line, because(telling, event.reason)))


def _added_to(telling: Telling, event: ReportAddedTo) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    topic, text = quoted(c, event.topic), c.ended(c.told(event.text))
    if event.person:
        sentence = t(
            "{name} adds to the report on topic {topic}: {text}", name=ONE, topic=TWO, text=THREE
        )
        yield Said(fill(sentence, called(c.name(event.person)), topic, text))
    else:
        sentence = t("Added to the report on topic {topic}: {text}", topic=ONE, text=TWO)
        yield Said(fill(sentence, topic, text))


def _way(telling: Telling, event: WayChosen) -> Iterable[Told]:
    t = telling.clerk.t
    if event.way is Way.REOPEN:
        yield Said(say(t("The space is opened again to plan what to do, without dots.")))
        return
    facts = {"each": event.each, "people": event.people, "n": event.each * event.people}
    yield Said(say(t("Dots are put up: {each} for each of {people} people, {n} in all.", **facts)))


def _dots(telling: Telling, event: DotsEntered) -> Iterable[Told]:
    """A number typed while the sheets are counted shows in the count; one put right later is told."""
    c, t = telling.clerk, telling.clerk.t
    closed = c.meeting.convergence.closed
    if closed is None or telling.now.version < closed.version:
        return
    sentence = t("Dots of topic {topic} put right: {old} {new}.", topic=ONE, old=TWO, new=THREE)
    line = fill(sentence, quoted(c, event.topic), struck(str(event.old)), str(event.dots))
    yield Said(say(line, because(telling, event.reason)))


def _dots_closed(telling: Telling, event: DotsClosed) -> Iterable[Told]:
    """The sum with its control, and what each topic had then."""
    c, t = telling.clerk, telling.clerk.t
    then = _dots_then(c.meeting.convergence)
    order = sorted(c.meeting.wall.counted(), key=lambda one: (-then.get(one.id, 0), one.number))
    listed = c.listing(numbers(c, [one]) + c.brackets(str(then.get(one.id, 0))) for one in order)
    each = t("By topic: {list}.", list=listed) if listed else ""
    yield Said(say(c.sentences(control_sum(event.counted, event.expected, c.lang), each)))


def _dots_then(focus: Convergence) -> dict[str, int]:
    """The dots as they were when the count was closed."""
    dots = dict(focus.dots)
    for change in reversed(focus.changes):
        dots[change.field] = int(change.old)
    return dots


def _cluster(telling: Telling, event: ClusterFormed | ClusterChanged) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    if isinstance(event, ClusterFormed):
        sentence = t("Topics {topics} go together as “{title}”.", topics=ONE, title=TWO)
    else:
        sentence = t("“{title}” now holds topics {topics}.", topics=ONE, title=TWO)
    line = fill(sentence, numbers(c, map(c.meeting.wall.topic, event.topics)), event.title)
    who = (
        fill(t("{name} takes it further.", name=ONE), called(c.name(event.initiator)))
        if event.initiator
        else ()
    )
    yield Said(say(line, c.space if who else "", who))


def _cluster_dissolved(telling: Telling, event: ClusterDissolved) -> Iterable[Told]:
    t = telling.clerk.t
    yield Said(say(t("The topics of “{title}” stand for themselves again.", title=event.title)))


def _group(telling: Telling, event: GroupFormed) -> Iterable[Told]:
    """Without its contact: that is for the group and for the book, where it was agreed to."""
    c, t = telling.clerk, telling.clerk.t
    sentence = t(
        "Action group “{title}”, led by {name}. First step: {step}", title=ONE, name=TWO, step=THREE
    )
    step = c.ended(c.told(event.first_step))
    line = fill(sentence, event.title, called(c.name(event.lead)), step)
    due = t("By {date}.", date=day_words(c, event.due)) if event.due else ""
    yield Said(say(line, c.space if due else "", due))


def _group_changed(telling: Telling, event: GroupChanged) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    sentence = t(
        "Action group “{title}” is changed; {name} leads it. First step: {step}",
        title=ONE,
        name=TWO,
        step=THREE,
    )
    step: list[Piece] = [c.ended(c.told(event.first_step))]
    if event.first_step != event.old_first_step:
        step.insert(0, struck(c.told(event.old_first_step)))
    line = fill(sentence, event.title, called(c.name(event.lead)), say(*step))
    due = _due(c, event)
    yield Said(say(line, c.space if due else "", due, because(telling, event.reason)))


def _due(c: Clerk, event: GroupChanged) -> Text:
    """The day by which the first step is done, the one it replaces struck before it."""
    t = c.t
    old = struck(day_words(c, event.old_due)) if event.old_due else ""
    if event.due is None:
        return say(old)
    sentence = t("By {date}.", date=ONE)
    new = day_words(c, event.due)
    return fill(sentence, say(old, new) if event.due != event.old_due else new)


def _group_dissolved(telling: Telling, event: GroupDissolved) -> Iterable[Told]:
    t = telling.clerk.t
    line = t("The action group “{title}” does not go on.", title=event.title)
    yield Said(say(line, because(telling, event.reason)))


LINES: dict[type, Teller] = {
    ThemeSet: _theme,
    HostingChosen: _hosting,
    PlaceAdded: silent,  # the wall
    PlaceEdited: silent,
    PlaceRemoved: silent,
    SlotAdded: _slot,
    SlotEdited: _slot,
    SlotRemoved: _slot_removed,
    RoundStarted: _started,
    RoundEnded: _ended,
    HeadsCounted: _counted,
    RecorderNamed: silent,  # the report
    ReportPosted: _posted,
    ReportCorrected: _corrected,
    ReportAddedTo: _added_to,
    WayChosen: _way,
    DotsEntered: _dots,
    DotsClosed: _dots_closed,
    ClusterFormed: _cluster,
    ClusterChanged: _cluster,
    ClusterDissolved: _cluster_dissolved,
    GroupFormed: _group,
    GroupChanged: _group_changed,
    GroupDissolved: _group_dissolved,
    ContactErased: silent,  # it was on no record
}
