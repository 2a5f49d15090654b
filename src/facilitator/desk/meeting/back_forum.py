"""The commands that take back what was done at a forum, given what was before it."""

from __future__ import annotations

from datetime import datetime

from facilitator.acts import Event
from facilitator.desk.meeting.back import Commands
from facilitator.desk.meeting.past import Past
from facilitator.meeting.forum import (
    convergence,
    groups,
    interest,
    matrix,
    merging,
    reports,
    rounds,
    theme,
)


def theme_set(past: Past, _event: theme.ThemeSet) -> Commands:
    """The theme as it was worded before, if it was."""
    old = past.last(theme.ThemeSet)
    if old is None:
        return []
    return [
        theme.SetTheme(
            meeting=past.id,
            question=old.question,
            invitation=old.invitation,
            sponsor=old.sponsor,
            expected=old.expected,
            reason=past.reason,
        )
    ]


def hosting(past: Past, event: theme.HostingChosen) -> Commands:
    """Hosted as before, if that was settled."""
    if event.old is None:
        return []
    return [theme.ChooseHosting(meeting=past.id, mode=event.old, reason=past.reason)]


def place_added(past: Past, event: matrix.PlaceAdded) -> Commands:
    """The place goes."""
    return [matrix.RemovePlace(meeting=past.id, place=event.place)]


def place_edited(past: Past, event: matrix.PlaceEdited) -> Commands:
    """Name and seats as they were."""
    return [
        matrix.EditPlace(
            meeting=past.id, place=event.place, name=event.old_name, seats=event.old_seats
        )
    ]


def place_removed(past: Past, event: matrix.PlaceRemoved) -> Commands:
    """The place is there again."""
    edited = past.last(matrix.PlaceEdited, place=event.place)
    added = past.last(matrix.PlaceAdded, place=event.place)
    seats = edited.seats if edited else added.seats if added else 0
    return [matrix.AddPlace(meeting=past.id, place=event.place, name=event.name, seats=seats)]


def slot_added(past: Past, event: matrix.SlotAdded) -> Commands:
    """The slot goes."""
    return [matrix.RemoveSlot(meeting=past.id, slot=event.slot)]


def slot_edited(past: Past, event: matrix.SlotEdited) -> Commands:
    """Times and name as they were."""
    title = _slot(past, event.slot)[2]
    return [
        matrix.EditSlot(
            meeting=past.id,
            slot=event.slot,
            begins=event.old_begins,
            minutes=event.old_minutes,
            title=title,
        )
    ]


def slot_removed(past: Past, event: matrix.SlotRemoved) -> Commands:
    """The slot is there again."""
    begins, minutes, title = _slot(past, event.slot)
    return [
        matrix.AddSlot(
            meeting=past.id, slot=event.slot, begins=begins, minutes=minutes, title=title
        )
    ]


def _slot(past: Past, slot: str) -> tuple[datetime, int, str]:
    """A slot as it stood: when, for how long, under which name of its own."""
    kinds = (matrix.SlotAdded, matrix.SlotEdited)
    found = [one for one in past.events() if isinstance(one, kinds) and one.slot == slot]
    return found[-1].begins, found[-1].minutes, found[-1].title


def deed(past: Past, _event: Event) -> Commands:
    """The wall knows itself what was before its last deed."""
    return [merging.TakeBack(meeting=past.id, deed=past.recorded.version)]


def counted(past: Past, event: interest.InterestCounted) -> Commands:
    """As many as were counted before."""
    return [interest.CountInterest(meeting=past.id, topic=event.topic, heads=event.old)]


def signed_up(past: Past, event: interest.SignedUp) -> Commands:
    """The name is taken away."""
    return [interest.SignOff(meeting=past.id, topic=event.topic, person=event.person)]


def signed_off(past: Past, event: interest.SignedOff) -> Commands:
    """The name stands there again."""
    return [interest.SignUp(meeting=past.id, topic=event.topic, person=event.person)]


def started(past: Past, _event: rounds.RoundStarted) -> Commands:
    """The round is ended; it can be started again at any time."""
    return [rounds.EndRound(meeting=past.id)]


def ended(past: Past, event: rounds.RoundEnded) -> Commands:
    """The round goes on."""
    return [rounds.StartRound(meeting=past.id, slot=event.slot)]


def heads(past: Past, event: rounds.HeadsCounted) -> Commands:
    """As many as were counted there before, if somebody had counted."""
    old = past.last(rounds.HeadsCounted, place=event.place, slot=event.slot)
    if old is None:
        return []
    return [rounds.CountHeads(meeting=past.id, heads=old.heads, place=event.place, slot=event.slot)]


def recorder(past: Past, event: reports.RecorderNamed) -> Commands:
    """Whoever took notes before, if somebody did."""
    if not event.old:
        return []
    return [reports.NameRecorder(meeting=past.id, topic=event.topic, recorder=event.old)]


def report(past: Past, event: reports.ReportCorrected) -> Commands:
    """The report as it hung."""
    old = event.old
    return [
        reports.CorrectReport(
            meeting=past.id,
            topic=event.topic,
            recorder=old.recorder,
            participants=old.participants,
            heads=old.heads,
            text=old.text,
            reason=past.reason,
        )
    ]


def way(past: Past, _event: convergence.WayChosen) -> Commands:
    """What was chosen before, if anything was."""
    old = past.last(convergence.WayChosen)
    if old is None:
        return []
    return [convergence.ChooseWay(meeting=past.id, way=old.way, each=old.each, people=old.people)]


def dots(past: Past, event: convergence.DotsEntered) -> Commands:
    """The number before, 0 where there was none."""
    return [
        convergence.EnterDots(
            meeting=past.id, topic=event.topic, dots=event.old, reason=past.reason
        )
    ]


def cluster_formed(past: Past, event: convergence.ClusterFormed) -> Commands:
    """Its topics stand for themselves again."""
    return [convergence.DissolveCluster(meeting=past.id, cluster=event.cluster)]


def cluster_changed(past: Past, event: convergence.ClusterChanged) -> Commands:
    """Name, topics and initiator as they were."""
    old = _cluster(past, event.cluster)
    return [
        convergence.ChangeCluster(
            meeting=past.id,
            cluster=old.cluster,
            title=old.title,
            topics=old.topics,
            initiator=old.initiator,
        )
    ]


def cluster_dissolved(past: Past, event: convergence.ClusterDissolved) -> Commands:
    """The cluster as it was."""
    old = _cluster(past, event.cluster)
    return [
        convergence.FormCluster(
            meeting=past.id,
            cluster=old.cluster,
            title=old.title,
            topics=old.topics,
            initiator=old.initiator,
        )
    ]


def _cluster(past: Past, cluster: str) -> convergence.ClusterFormed | convergence.ClusterChanged:
    kinds = (convergence.ClusterFormed, convergence.ClusterChanged)
    return [one for one in past.events() if isinstance(one, kinds) and one.cluster == cluster][-1]


def group_formed(past: Past, event: groups.GroupFormed) -> Commands:
    """The group does not go on; it stays readable."""
    return [groups.DissolveGroup(meeting=past.id, group=event.group, reason=past.reason)]


def group_changed(past: Past, event: groups.GroupChanged) -> Commands:
    """All of it as it was. A contact that was erased since does not come back."""
    kinds = (groups.GroupFormed, groups.GroupChanged)
    old = [one for one in past.events() if isinstance(one, kinds) and one.group == event.group][-1]
    return [
        groups.ChangeGroup(
            meeting=past.id,
            group=event.group,
            title=old.title,
            lead=old.lead,
            first_step=old.first_step,
            due=old.due,
            topics=old.topics,
            members=old.members,
            contact=old.contact or "",
            consent=bool(old.contact),
            reason=past.reason,
        )
    ]
