"""Lines about a forum's day: its theme, places and rounds, people counted, reports, dots, action groups."""

from __future__ import annotations

from facilitator.meeting.forum.convergence import (
    ClusterChanged,
    ClusterDissolved,
    ClusterFormed,
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
    Place,
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
from facilitator.words.figures import Unit, counted, date_words
from facilitator.words.forum import control_sum, slot_times, slot_title
from facilitator.words.lines.telling import Teller, Telling
from facilitator.words.titles import title


def _theme(telling: Telling, event: ThemeSet) -> str:
    t = telling.t
    if not event.old_question:
        return t("The theme is set: “{question}”.", question=event.question)
    if event.question == event.old_question:
        line = t("What the invitation says is changed.")
    else:
        line = t(
            "The theme is worded anew: “{old}” to “{new}”.",
            old=event.old_question,
            new=event.question,
        )
    return telling.sentences(line, telling.because(event.reason))


def _hosting(telling: Telling, event: HostingChosen) -> str:
    t = telling.t
    new = title(event.mode, telling.lang)
    if event.old is None:
        line = t("How the host runs the day: {mode}.", mode=new)
    else:
        old = title(event.old, telling.lang)
        line = t("How the host runs the day is changed: {old} to {mode}.", old=old, mode=new)
    return telling.sentences(line, telling.because(event.reason))


def _place(telling: Telling, event: PlaceAdded | PlaceEdited) -> str:
    t = telling.t
    telling.matrix.places[event.place] = Place(event.place, event.name, event.seats)
    seats = t("room for {n}", n=event.seats) if event.seats else t("room not counted")
    if isinstance(event, PlaceAdded):
        return t("A place is added: {name} ({seats}).", name=event.name, seats=seats)
    return t(
        "The place {old} is now: {name} ({seats}).",
        old=event.old_name,
        name=event.name,
        seats=seats,
    )


def _place_removed(telling: Telling, event: PlaceRemoved) -> str:
    t = telling.t
    return t("The place {name} is taken away.", name=event.name)


def _slot(telling: Telling, event: SlotAdded | SlotEdited) -> str:
    t = telling.t
    slot = Slot(event.slot, event.begins, event.minutes, event.title)
    telling.matrix.set_slot(slot)
    name, times = _round(telling, event.slot), slot_times(slot, telling.lang, telling.here)
    if isinstance(event, SlotAdded):
        return t("{slot} is planned: {times}.", slot=name, times=times)
    before = Slot(event.slot, event.old_begins, event.old_minutes)
    old = slot_times(before, telling.lang, telling.here)
    return t("{slot} is now planned: {times} (before: {old}).", slot=name, times=times, old=old)


def _slot_removed(telling: Telling, event: SlotRemoved) -> str:
    t = telling.t
    telling.matrix.slots.pop(event.slot, None)
    return t("The round planned for {time} does not take place.", time=telling.when(event.begins))


def _started(telling: Telling, event: RoundStarted) -> str:
    t = telling.t
    return t("{slot} begins.", slot=_round(telling, event.slot))


def _ended(telling: Telling, event: RoundEnded) -> str:
    t = telling.t
    return t("{slot} is over.", slot=_round(telling, event.slot))


def _counted(telling: Telling, event: HeadsCounted) -> str:
    t = telling.t
    people = counted(event.heads, Unit.PEOPLE, telling.lang)
    if not event.place:
        return t("Counted in all: {people}.", people=people)
    where = telling.spot(event.place, event.slot)
    return t("Counted, {where}: {people}.", where=where, people=people)


def _recorder(telling: Telling, event: RecorderNamed) -> str:
    t = telling.t
    name, topic = telling.name_of(event.recorder), telling.topic(event.topic)
    if event.old:
        old = telling.name_of(event.old)
        return t(
            "{name} takes notes on topic {topic} in place of {old}.",
            name=name,
            topic=topic,
            old=old,
        )
    return t("{name} takes notes on topic {topic}.", name=name, topic=topic)


def _posted(telling: Telling, event: ReportPosted) -> str:
    t = telling.t
    topic, sheet = telling.topic(event.topic), event.sheet
    if sheet.blank:
        return t("The report on topic {topic} goes up on the news wall, blank.", topic=topic)
    if not sheet.heads:
        return t("The report on topic {topic} goes up on the news wall.", topic=topic)
    return t(
        "The report on topic {topic} goes up on the news wall ({people} were there).",
        topic=topic,
        people=counted(sheet.heads, Unit.PEOPLE, telling.lang),
    )


def _corrected(telling: Telling, event: ReportCorrected) -> str:
    t = telling.t
    line = t("The report on topic {topic} is corrected.", topic=telling.topic(event.topic))
    return telling.sentences(line, telling.because(event.reason))


def _added_to(telling: Telling, event: ReportAddedTo) -> str:
    t = telling.t
    topic, text = telling.topic(event.topic), telling.ended(event.text)
    if not event.person:
        return t("Added to the report on topic {topic}: {text}", topic=topic, text=text)
    name = telling.name_of(event.person)
    return t(
        "{name} adds to the report on topic {topic}: {text}", name=name, topic=topic, text=text
    )


def _way(telling: Telling, event: WayChosen) -> str:
    t = telling.t
    if event.way is Way.REOPEN:
        return t("The space is opened again to plan what to do, without dots.")
    return t(
        "Dots are put up: {each} for each of {people} people, {n} in all.",
        each=event.each,
        people=event.people,
        n=event.each * event.people,
    )


def _dots(telling: Telling, event: DotsEntered) -> str:
    t = telling.t
    topic = telling.topic(event.topic)
    if event.old:
        line = t(
            "Topic {topic}: {n} dots (before: {old}).", topic=topic, n=event.dots, old=event.old
        )
    else:
        line = t("Topic {topic}: {n} dots.", topic=topic, n=event.dots)
    return telling.sentences(line, telling.because(event.reason))


def _dots_closed(telling: Telling, event: DotsClosed) -> str:
    return control_sum(event.counted, event.expected, telling.lang)


def _cluster(telling: Telling, event: ClusterFormed | ClusterChanged) -> str:
    t = telling.t
    topics = telling.numbered(*event.topics)
    if isinstance(event, ClusterFormed):
        line = t("Topics {topics} go together as “{title}”.", topics=topics, title=event.title)
    else:
        line = t("“{title}” now holds topics {topics}.", topics=topics, title=event.title)
    name = telling.name_of(event.initiator) if event.initiator else ""
    who = t("{name} takes it further.", name=name) if name else ""
    return telling.sentences(line, who)


def _cluster_dissolved(telling: Telling, event: ClusterDissolved) -> str:
    t = telling.t
    return t("The topics of “{title}” stand for themselves again.", title=event.title)


def _group(telling: Telling, event: GroupFormed | GroupChanged) -> str:
    """Without its contact, which is nobody's to read but the group's."""
    t = telling.t
    facts = {
        "title": event.title,
        "name": telling.name_of(event.lead),
        "step": telling.ended(event.first_step),
    }
    if isinstance(event, GroupFormed):
        line = t("Action group “{title}”, led by {name}. First step: {step}", **facts)
        reason = ""
    else:
        line = t("Action group “{title}” is changed; {name} leads it. First step: {step}", **facts)
        reason = telling.because(event.reason)
    due = t("By {date}.", date=date_words(event.due, telling.lang)) if event.due else ""
    return telling.sentences(line, due, reason)


def _group_dissolved(telling: Telling, event: GroupDissolved) -> str:
    t = telling.t
    line = t("The action group “{title}” does not go on.", title=event.title)
    return telling.sentences(line, telling.because(event.reason))


def _contact_erased(telling: Telling, event: ContactErased) -> str:
    t = telling.t
    name = telling.meeting.groups.all[event.group].title
    line = t("The contact of the action group “{title}” is deleted.", title=name)
    return telling.sentences(line, telling.because(event.reason))


def _round(telling: Telling, slot: str) -> str:
    return slot_title(telling.matrix, slot, telling.lang)


LINES: dict[type, Teller] = {
    ThemeSet: _theme,
    HostingChosen: _hosting,
    PlaceAdded: _place,
    PlaceEdited: _place,
    PlaceRemoved: _place_removed,
    SlotAdded: _slot,
    SlotEdited: _slot,
    SlotRemoved: _slot_removed,
    RoundStarted: _started,
    RoundEnded: _ended,
    HeadsCounted: _counted,
    RecorderNamed: _recorder,
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
    GroupChanged: _group,
    GroupDissolved: _group_dissolved,
    ContactErased: _contact_erased,
}
