"""How a forum's reports, dots, clusters and action groups are written at the windows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QListView

from facilitator.acts import Command
from facilitator.meeting.forum.convergence import (
    ChangeCluster,
    ChooseWay,
    CloseDots,
    EnterDots,
    FormCluster,
)
from facilitator.meeting.forum.groups import ChangeGroup, FormGroup
from facilitator.meeting.forum.reports import (
    AddToReport,
    CorrectReport,
    NameRecorder,
    PostReport,
)

if TYPE_CHECKING:
    from facilitator.demo.forum_hands import ForumHands


def _recorder(hands: ForumHands, command: NameRecorder) -> None:
    fingers, topic = hands.fingers, hands.items.get(command.topic, command.topic)
    _to_report(hands, topic)
    fingers.click("reports.recorder")
    fingers.write("recorder.who", hands.name(command.recorder), instead=True)
    fingers.click("recorder.done")


def _to_report(hands: ForumHands, topic: str) -> None:
    hands.lay("reports")
    hands.fingers.go_to("reports.board", lambda row: row.topic == topic)


def _report(hands: ForumHands, command: PostReport) -> None:
    fingers = hands.fingers
    _to_report(hands, hands.items.get(command.topic, command.topic))
    _fill(hands, command, clean=False)
    fingers.click("report.post")
    if fingers.see("report.blank"):
        fingers.click("report.blank")


def _fill(hands: ForumHands, command: PostReport | CorrectReport, *, clean: bool) -> None:
    """Write the form as it stands on the paper; what it offers is kept where it is right."""
    fingers, text = hands.fingers, command.text
    recorder = hands.name(command.recorder) if command.recorder else ""
    fingers.write("report.recorder", recorder, instead=True)
    if clean:
        report = hands.meeting.reports.all[hands.items.get(command.topic, command.topic)]
        hands.retype_names("report.participants", report.sheet.participants, command.participants)
    else:
        hands.type_names("report.participants", command.participants)
    fingers.write("report.heads", str(command.heads or ""), instead=True)
    fingers.write("report.points", "\n".join(text.points), instead=True)
    if not clean:
        _steps(hands, command)
    optional = (text.recommendations, text.resources, text.requests)
    if any(optional) and not fingers.see("report.recommendations"):
        fingers.click("report.optional")
    for name, said in zip(("recommendations", "resources", "requests"), optional, strict=True):
        if said:
            fingers.write(f"report.{name}", said, instead=True)


def _steps(hands: ForumHands, command: PostReport | CorrectReport) -> None:
    """Cell by cell with Tab, and out of the table from its empty row."""
    fingers, steps = hands.fingers, command.text.next_steps
    if not steps:
        return
    fingers.press("Tab", on="report.points")
    for number, step in enumerate(steps, 1):
        day = step.by.isoformat() if step.by else ""
        for column, said in enumerate((step.who, step.what, day)):
            cell = f"steps.{number}.{column}"
            fingers.write(cell, said)
            fingers.press("Tab", on=cell)
    fingers.press("Tab", on=f"steps.{len(steps) + 1}.0")


def _add(hands: ForumHands, command: AddToReport) -> None:
    fingers, topic = hands.fingers, hands.items.get(command.topic, command.topic)
    _to_report(hands, topic)
    fingers.click("report.add")
    fingers.write("addition.text", command.text)
    if command.person:
        fingers.write("addition.who", hands.name(command.person))
    fingers.click("addition.done")


def _correct(hands: ForumHands, command: CorrectReport) -> None:
    fingers = hands.fingers
    _to_report(hands, hands.items.get(command.topic, command.topic))
    fingers.click("report.correct")
    _fill(hands, command, clean=True)
    fingers.write("report.reason", command.reason)
    fingers.click("report.record")


# coming to a point


def _way(hands: ForumHands, command: ChooseWay) -> None:
    fingers = hands.fingers
    hands.lay("focus")
    if command.each:
        fingers.write("ways.each", str(command.each), instead=True)
        fingers.write("ways.people", str(command.people), instead=True)
    fingers.click(f"ways.{command.way.value}")


def _dots(hands: ForumHands, command: EnterDots) -> None:
    """Enter leads from one topic to the next."""
    fingers, topic = hands.fingers, hands.items.get(command.topic, command.topic)
    hands.lay("focus")
    field = f"dots.{topic}"
    if not fingers.see(field):
        fingers.go_to("focus.table", lambda row: row.topic == topic)
        fingers.press("Return", on="focus.table")
    fingers.write(field, str(command.dots), instead=True)
    fingers.press("Return", on=field)


def _close_dots(hands: ForumHands, _command: CloseDots) -> None:
    hands.fingers.click("focus.close")
    if hands.fingers.see("close.done"):
        hands.fingers.click("close.done")


def _cluster(hands: ForumHands, command: FormCluster | ChangeCluster) -> None:
    fingers, there = hands.fingers, tuple[str, ...]()
    hands.lay("focus")
    if isinstance(command, ChangeCluster):
        cluster = hands.items.get(command.cluster, command.cluster)
        there = hands.meeting.convergence.cluster(cluster).topics
        fingers.go_to("focus.clusters", lambda row: row.cluster == cluster)
        fingers.click("cluster.change")
    else:
        fingers.click("cluster.form")
    fingers.write("cluster.title", command.title, instead=True)
    who = hands.name(command.initiator) if command.initiator else ""
    fingers.write("cluster.initiator", who, instead=True)
    _tick(hands, "cluster.topics", there, command.topics)
    fingers.click("cluster.done")
    hands.items[command.cluster] = (
        hands.items.get(command.cluster) or list(hands.meeting.convergence.clusters)[-1]
    )


def _tick(hands: ForumHands, name: str, there: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    """Tick with the space bar what is wanted, and take away other ticks."""
    fingers, box = hands.fingers, cast(QListView, hands.fingers.find(name))
    topics = hands.meeting.wall.topics
    change = {hands.items.get(one, one) for one in wanted} ^ set(there)
    heads = {f"{topics[one].number:02}  {topics[one].title}" for one in change}
    box.setFocus()
    fingers.press("Home", on=name)
    for row in range(box.model().rowCount()):
        if box.model().index(row, 0).data() in heads:
            fingers.press("Space", on=name)
        fingers.press("Down", on=name)


def _group(hands: ForumHands, command: FormGroup | ChangeGroup) -> None:
    fingers, there, members = hands.fingers, tuple[str, ...](), tuple[str, ...]()
    hands.lay("actions")
    if isinstance(command, ChangeGroup):
        group = hands.items.get(command.group, command.group)
        found = hands.meeting.groups.all[group]
        there, members = found.topics, found.members
        fingers.go_to("actions.list", lambda row: row.group == group)
        fingers.click("group.change")
        fingers.write("group.reason", command.reason)
    else:
        fingers.click("actions.new")
    fingers.write("group.title", command.title, instead=True)
    fingers.write("group.lead", hands.name(command.lead), instead=True)
    hands.retype_names("group.members", members, command.members)
    fingers.write("group.step", command.first_step, instead=True)
    fingers.write("group.due", command.due.isoformat() if command.due else "", instead=True)
    _tick(hands, "group.topics", there, command.topics)
    fingers.write("group.contact", command.contact, instead=True)
    if command.consent and isinstance(command, FormGroup):
        fingers.click("group.consent")
    fingers.click("group.done")
    hands.items[command.group] = (
        hands.items.get(command.group) or list(hands.meeting.groups.all)[-1]
    )


REPORT_DOINGS: Mapping[type[Command], Callable[[ForumHands, Any], None]] = {
    NameRecorder: _recorder,
    PostReport: _report,
    AddToReport: _add,
    CorrectReport: _correct,
    ChooseWay: _way,
    EnterDots: _dots,
    CloseDots: _close_dots,
    FormCluster: _cluster,
    ChangeCluster: _cluster,
    FormGroup: _group,
    ChangeGroup: _group,
}
