"""Who steps back from a project: the names with their reasons, one more, and taking one back."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import ASKED, allow, why_not
from facilitator.desk.meeting.reason import ReasonPanel
from facilitator.desk.panel import Panel
from facilitator.desk.prepare.fields import labelled
from facilitator.desk.view import View
from facilitator.desk.widgets import (
    Button,
    GroupMark,
    button,
    card,
    clear,
    column,
    elided,
    line,
    row,
    words,
)
from facilitator.desk.widgets.person import PersonPick
from facilitator.desk.widgets.someone import Someone, in_the_room
from facilitator.meeting import Meeting
from facilitator.meeting.selection.recusals import LiftStepBack, StepBack
from facilitator.words.figures import airy
from facilitator.words.tongue import tongue


class RecusedCard(View):
    """Of the project that is shown; the ballot of whoever is named has it struck out."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        t, px = desk.t, desk.px
        self.setObjectName("recused")
        self.meeting_id, self._candidate = meeting, ""
        self._of = elided("", "secondary", name="recused.of")
        self._add = button(t("Steps back…"), grade="small", name="recused.add")
        self._add.setIcon(desk.theme.icon("user-minus"))
        self._add.clicked.connect(self.add)
        head = row(
            words(t("Step back"), "head"), self._of, self._add,
            margins=(px(20), px(8), px(12), px(8)), gap=px(12),
        )  # fmt: skip
        head.setStretch(1, 1)
        self._lines = column(gap=0)
        box = card()
        column(head, self._lines, on=box, gap=0)
        column(box, on=self)

    def show_project(self, candidate: str) -> None:
        """Show who steps back from this project."""
        if candidate != self._candidate:
            self._candidate = candidate
            self.refresh_now()

    def refresh(self) -> None:
        """Show the names as they are now."""
        desk, t, px = self.desk, self.desk.t, self.desk.px
        meeting = desk.session.meeting(self.meeting_id)
        clear(self._lines)
        one = meeting.slate.all.get(self._candidate)
        self._of.setText(one.title if one is not None else "")
        if one is None:
            allow(self._add, t("Select a project first."))
            return
        asked = StepBack(
            meeting=meeting.id, member=_anybody(meeting, one.id), candidate=one.id, reason=ASKED
        )
        allow(
            self._add,
            why_not(desk, asked),
            t("Somebody has an interest in it and does not vote on it"),
        )
        away = meeting.recusals.all.get(one.id, {})
        if not away:
            said = t(
                "Nobody steps back from it. Whoever proposed it or gains from it does not vote on it."
            )
            self._lines.addWidget(line())
            nobody = words(airy(said), "secondary", wrap=True, name="recused.nobody")
            self._lines.addLayout(row(nobody, margins=(px(20), px(10), px(20), px(12))))
        for member, reason in away.items():
            self._lines.addWidget(line())
            self._lines.addLayout(self._line(meeting, member, reason))

    def _line(self, meeting: Meeting, member: str, reason: str) -> QBoxLayout:
        desk, px = self.desk, self.desk.px
        names = desk.session.names(meeting)
        keys = [group.key for group in meeting.charter.groups]
        key = meeting.group_of(member)
        pieces: list[QWidget] = []
        if key in keys:
            pieces.append(GroupMark(desk.theme, keys.index(key)))
        pieces.append(elided(names.get(member, member), "strong", name=f"recused.{member}"))
        why = elided(reason, "secondary")
        made = row(*pieces, why, self._lifter(meeting, member, names.get(member, member)),
                   margins=(px(20), px(2), px(12), px(2)), gap=px(10))  # fmt: skip
        made.setStretch(len(pieces), 1)
        return made

    def _lifter(self, meeting: Meeting, member: str, name: str) -> Button:
        t, candidate = self.desk.t, self._candidate
        made = button("", "quiet", "small", name=f"recused.{member}.lift")
        made.setIcon(self.desk.theme.icon("undo-2"))
        made.setProperty("narrow", True)
        said = t("{name} votes on it after all…", name=name)
        made.setAccessibleName(said)
        asked = LiftStepBack(meeting=meeting.id, member=member, candidate=candidate, reason=ASKED)
        allow(made, why_not(self.desk, asked), said)
        made.clicked.connect(lambda: self._lift(member, candidate, name))
        return made

    def _lift(self, member: str, candidate: str, name: str) -> None:
        t = self.desk.t
        ReasonPanel(
            self.desk,
            self,
            t("{name} votes on it after all", name=name),
            lambda reason: LiftStepBack(
                meeting=self.meeting_id, member=member, candidate=candidate, reason=reason
            ),
            done=t("Put it right"),
        ).open()

    def add(self) -> None:
        """Note who steps back."""
        if self._candidate and self._add.isEnabled():
            StepBackPanel(self.desk, self, self.meeting_id, self._candidate).open()


class StepBackPanel(Panel):
    """Somebody from the place that proposed the project stands first; the reason is offered for them."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str, candidate: str) -> None:
        t = desk.t
        one = desk.session.meeting(meeting)
        project = one.slate.candidate(candidate)
        super().__init__(
            desk, t("Steps back from “{title}”", title=project.title), parent, width=640
        )
        self.setObjectName("step-back")
        self.meeting_id, self._candidate = meeting, candidate
        people, self._near = nearest_first(desk, one, candidate)
        self._usual = _usual(one)
        self.member = PersonPick(desk, people, name="step-back.member", rows=5)
        self.reason = QLineEdit()
        self.reason.setObjectName("step-back.reason")
        self.member.chosen.connect(self._offer)
        self.body.addWidget(self.member)
        if self._near and project.place:
            said = t("Members from {place} stand first.", place=project.place)
            self.body.addWidget(words(said, "small", wrap=True))
        self.body.addLayout(labelled(desk, t("Reason"), self.reason))
        self.finish(t("Note it"), self._send, name="step-back.done")
        self.member.setFocus()

    def _offer(self, member: str) -> None:
        """What is likely to be the reason, until somebody types another."""
        if self.reason.text() in ("", self._usual):
            self.reason.setText(self._usual if member in self._near else "")

    def _send(self) -> None:
        if not self.member.person:
            self.wrong(self.desk.t("Choose who steps back."))
            self.member.setFocus()
            return
        self.send(
            StepBack(
                meeting=self.meeting_id,
                member=self.member.person,
                candidate=self._candidate,
                reason=self.reason.text(),
            )
        )


def _usual(meeting: Meeting) -> str:
    """The reason of whoever comes from the project's place, in the language of the record."""
    t = tongue(meeting.call.lang)
    return t("From the place that proposes it")


def nearest_first(
    desk: Desk, meeting: Meeting, candidate: str
) -> tuple[list[Someone], frozenset[str]]:
    """Members in the room who may still step back, those of the project's place first, and who these are."""
    away = meeting.recusals.all.get(candidate, {})
    people = in_the_room(desk, meeting, without=away)
    place, known = meeting.slate.candidate(candidate).place, desk.session.people(meeting)
    near = frozenset(
        one.id
        for one in people
        if place and one.id in known and place in f"{known[one.id].address}"
    )
    return sorted(people, key=lambda one: (one.id not in near, one.seat)), near


def _anybody(meeting: Meeting, candidate: str) -> str:
    """A member who could step back, to ask whether anybody can."""
    away = meeting.recusals.all.get(candidate, {})
    return next((one.member for one in meeting.council.seats if one.member not in away), "")
