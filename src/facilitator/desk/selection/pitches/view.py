"""The pitches: which project is presented when, what is on now with its clock, and who steps back from it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from facilitator.desk.actions import action, key_of
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import ASKED, allow, why_not
from facilitator.desk.meeting.reason import ReasonPanel
from facilitator.desk.prepare.terse import TerseRow
from facilitator.desk.selection.pitches.clock import PitchCard
from facilitator.desk.selection.pitches.recused import RecusedCard
from facilitator.desk.selection.projects import ProjectList
from facilitator.desk.selection.rows import pitch_rows
from facilitator.desk.view import View
from facilitator.desk.widgets import (
    Button,
    button,
    card,
    column,
    elided,
    line,
    row,
    scrolling,
    words,
)
from facilitator.meeting import Meeting
from facilitator.meeting.selection.pitches import (
    BeginPitch,
    EndPitch,
    How,
    OpenQuestions,
    OrderPitches,
    PassOver,
    in_order,
    next_pitch,
)
from facilitator.words.figures import airy
from facilitator.words.titles import title

EVERYWHERE = Qt.ShortcutContext.WindowShortcut


class PitchesView(View):
    """One key goes on: begin the next, questions, questions are over. The list follows what is presented."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        px = desk.px
        self.setObjectName("pitches")
        self.meeting_id, self._on = meeting, ""
        self.list = ProjectList(
            desk, name="pitches.list", says=desk.t("Order of the pitches"), grip=True
        )
        self.list.moved.connect(self._move)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._selected())
        self.pitch, self.recused = PitchCard(desk), RecusedCard(desk, meeting)
        self.pitch.forward.connect(self.go_on)
        self.pitch.ended.connect(self.end)
        self.pitch.keys(key_of("pitch.on"), key_of("pitch.end"))
        self._suggest_names()
        held = QWidget()
        column(self.pitch, self.recused, None, on=held, gap=px(12), margins=(0, 0, px(4), 0))
        right = scrolling(held)
        right.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        both = row(self._listed(), right, on=self, gap=px(16))
        both.setContentsMargins(px(20), px(12), px(16), px(12))
        both.setStretch(0, 5)
        both.setStretch(1, 6)
        for name, act in (
            ("pitch.on", self.go_on),
            ("pitch.end", self.end),
            ("pitch.recuse", self.recused.add),
        ):
            action(desk, self, name, act, context=EVERYWHERE)
        desk.second.connect(self.pitch.tick)
        self.setFocusProxy(self.list)
        self.refresh_now()

    def _listed(self) -> QWidget:
        """The order, and what can be done with the project that is selected."""
        t, px, icon = self.desk.t, self.desk.px, self.desk.theme.icon
        self._sum = elided("", "secondary", name="pitches.sum")
        head = row(
            words(t("Order of the pitches"), "head"), self._sum,
            margins=(px(20), px(10), px(12), px(8)), gap=px(12),
        )  # fmt: skip
        head.setStretch(1, 1)
        self._buttons: dict[str, Button] = {}
        for key, said, sign, act in (
            ("present", t("Present this one"), "play", self.present),
            ("pass", t("Pass over…"), "skip-forward", self.pass_over),
        ):
            made = button(said, "quiet", "small", icon=icon(sign), name=f"pitches.{key}")
            made.setProperty("narrow", True)
            made.clicked.connect(act)
            self._buttons[key] = made
        acts = QWidget()
        inner = TerseRow(self.desk, *self._buttons.values(), None, gap=4)
        column(inner, on=acts, margins=(px(12), px(4), px(12), px(4)))
        box = card()
        column(head, line(), self.list, line(), acts, on=box, gap=0).setStretch(2, 1)
        return box

    def _suggest_names(self) -> None:
        """Whoever presents is mostly somebody of the panel."""
        meeting = self._meeting()
        names = sorted(set(self.desk.session.names(meeting).values()))
        found = QCompleter(names, self.pitch.who)
        found.setFilterMode(Qt.MatchFlag.MatchContains)
        self.pitch.who.setCompleter(found)

    def refresh(self) -> None:
        """Show where the pitches stand; the list follows a pitch that has begun or ended."""
        meeting = self._meeting()
        self.list.show_rows(pitch_rows(self.desk, meeting))
        now = meeting.pitches.on or next_pitch(meeting)
        if now and (now != self._on or not self.list.current):
            self.list.select(now)
        self._on = now
        self._sum.setText(airy(self._sum_words(meeting)))
        then = next_pitch(meeting)
        asked = BeginPitch(meeting=meeting.id, candidate=then)
        self.pitch.show_meeting(meeting, why_not(self.desk, asked) if then else "")
        self._selected()

    def _sum_words(self, meeting: Meeting) -> str:
        t, pitches = self.desk.t, meeting.pitches
        order = in_order(meeting)
        done = sum(bool(pitches.of(one)) and pitches.on != one for one in order)
        said = t("{done} of {all} presented", done=done, all=len(order))
        if not pitches.order:
            return f"{said} · {t('order as on the slate')}"
        return f"{said} · {title(pitches.how, self.desk.lang)}"

    def _selected(self) -> None:
        """The project that is selected: who steps back from it, what can be done with it."""
        meeting, chosen, t = self._meeting(), self.list.current, self.desk.t
        self.recused.show_project(chosen)
        if chosen not in meeting.slate.all:
            for made in self._buttons.values():
                allow(made, t("Select a project first."))
            return
        again = bool(meeting.pitches.of(chosen)) or chosen in meeting.pitches.passed
        present = self._buttons["present"]
        said = t("Present it again") if meeting.pitches.of(chosen) else t("Present this one")
        present.setText(said)
        present.setAccessibleName(said)
        present.setVisible(again or chosen != next_pitch(meeting))
        begin = BeginPitch(meeting=meeting.id, candidate=chosen)
        allow(present, why_not(self.desk, begin), said)
        passed = PassOver(meeting=meeting.id, candidate=chosen, reason=ASKED)
        allow(
            self._buttons["pass"],
            why_not(self.desk, passed),
            t("Nobody presents it; it stands all the same"),
        )

    # --- acts

    def go_on(self) -> None:
        """Begin the next pitch, go on to its questions, or end it: whatever comes now."""
        meeting = self._meeting()
        pitch = meeting.pitches.running()
        if pitch is not None:
            kind = OpenQuestions if pitch.questions is None else EndPitch
            self.desk.do(kind(meeting=self.meeting_id))
        elif then := next_pitch(meeting):
            self._begin(then)

    def end(self) -> None:
        """The pitch is over, with its questions or without."""
        if self._meeting().pitches.on:
            self.desk.do(EndPitch(meeting=self.meeting_id))

    def present(self) -> None:
        """Present the selected project now, whatever its place in the order."""
        self._begin(self.list.current)

    def _begin(self, candidate: str) -> None:
        who = self.pitch.who.text() if self.pitch.who.isVisible() else ""
        if self.desk.do(BeginPitch(meeting=self.meeting_id, candidate=candidate, who=who)):
            self.pitch.who.clear()

    def pass_over(self) -> None:
        """Nobody presents the selected project, and why."""
        t, chosen = self.desk.t, self.list.current
        one = self._meeting().slate.candidate(chosen)
        note = t("It stays on the ballot and can still be presented later.")
        ReasonPanel(
            self.desk,
            self,
            t("Pass over “{title}”", title=one.title),
            lambda reason: PassOver(meeting=self.meeting_id, candidate=chosen, reason=reason),
            done=t("Pass over"),
            note=note,
        ).open()

    def _move(self, name: str, before: str) -> None:
        order = in_order(self._meeting())
        if name not in order:
            return
        order.remove(name)
        order.insert(order.index(before) if before in order else len(order), name)
        command = OrderPitches(meeting=self.meeting_id, order=tuple(order), how=How.BY_HAND)
        if self.desk.do(command):
            self.list.select(name)

    def _meeting(self) -> Meeting:
        return self.desk.session.meeting(self.meeting_id)
