"""What a meeting decided: number, words, vote, and who carries it out; given and corrected from here."""

from __future__ import annotations

import msgspec
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from facilitator.desk.closing.assign import AssignPanel
from facilitator.desk.closing.forum import groups_card
from facilitator.desk.closing.selection import result_told
from facilitator.desk.desk import Desk
from facilitator.desk.view import View
from facilitator.desk.widgets import (
    Elided,
    button,
    card,
    chip,
    clear,
    column,
    row,
    scrolling,
    words,
)
from facilitator.export import material
from facilitator.meeting.decisions import Assignment, Decision
from facilitator.papers.kinds.clerk import Clerk, clerk
from facilitator.papers.kinds.matters import decision_title, implementer, task_facts
from facilitator.session import Change
from facilitator.words.figures import airy, clock
from facilitator.words.outcomes import decision_words, outcome_sentence


class DecisionsView(View):
    """The decisions of one meeting, one card each; annulled ones stay, marked."""

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__(desk)
        self.setObjectName("decisions")
        self.meeting_id = meeting_id
        inner = QWidget()
        self._cards = column(on=inner, gap=desk.px(12))
        area = scrolling(inner)
        area.setAccessibleName(desk.t("Decisions of the meeting"))
        column(area, on=self)
        self.refresh_now()

    def concerns(self, change: Change) -> bool:
        """Acts of this meeting."""
        return change.stream == f"meeting/{self.meeting_id}"

    def refresh(self) -> None:
        """Show them by number; whatever had the keys has them again."""
        focus = self.focusWidget()
        had = focus.objectName() if focus is not None and focus.hasFocus() else ""
        clear(self._cards)
        c = clerk(material(self.desk.session, self.meeting_id, lang=self.desk.lang))
        decisions = sorted(c.meeting.decisions.all.values(), key=lambda one: one.number)
        for decision in decisions:
            self._cards.addWidget(self._card(c, decision))
        if not decisions and not c.meeting.format.has("wall"):
            t = self.desk.t
            said = t("Nothing was carried at this meeting.")
            if c.meeting.format.has("ballots"):
                said = airy(result_told(self.desk, c.meeting))
            self._cards.addWidget(words(said, tone="soft", wrap=True, name="decisions.none"))
        if (groups := groups_card(self.desk, c.meeting)) is not None:
            self._cards.addWidget(groups)
        self._cards.addStretch(1)
        if had and (found := self.findChild(QWidget, had)) is not None:
            found.setFocus()

    def assign(self, number: int) -> None:
        """Give a decision to somebody, or correct that."""
        AssignPanel(self.desk, self, self.meeting_id, number).open()

    # --- one card

    def _card(self, c: Clerk, decision: Decision) -> QFrame:
        px = self.desk.px
        made = card("card", name=f"decision.{decision.number}")
        box = column(on=made, margins=(px(16), px(12), px(16), px(12)), gap=px(8))
        box.addLayout(self._head(c, decision))
        poll = c.meeting.polls.all[decision.poll]
        box.addWidget(words(airy(poll.text), wrap=True))
        if poll.outcome is not None:
            said = outcome_sentence(poll.outcome, c.lang, c.charter)
            box.addWidget(words(airy(said), "secondary", wrap=True))
        if decision.annulled is None:
            self._task(c, decision, box)
        return made

    def _head(self, c: Clerk, decision: Decision) -> QVBoxLayout:
        t, px = self.desk.t, self.desk.px
        look = "plain" if decision.annulled else "good"
        number = chip(airy(decision_words(decision.number, c.lang)), look)
        title = Elided(decision_title(c, decision), "head")
        line = row(number, gap=px(8))
        line.addWidget(title, 1)
        if decision.annulled is not None:
            line.addWidget(chip(t("Annulled by a correction of the vote"), "warn"))
            return column(line)
        if "decisions" not in c.meeting.phase.parts:
            return column(line)  # the meeting is over: it is opened again first
        text = t("Change…") if decision.assignment else t("Give to somebody…")
        look = "plain" if decision.assignment else "soft"
        give = button(text, look, "small", name=f"decision.{decision.number}.assign")
        give.clicked.connect(lambda: self.assign(decision.number))
        give.setAccessibleName(f"{decision_words(decision.number, c.lang)}: {text}")
        line.addWidget(give)
        return column(line)

    def _task(self, c: Clerk, decision: Decision, box: QVBoxLayout) -> None:
        t, px = self.desk.t, self.desk.px
        if decision.assignment is None:
            usual = implementer(c, decision)
            said = t("Not given to anybody yet.")
            if usual:
                said = t(
                    "Not given to anybody yet; by the charter {name} carries it out.", name=usual
                )
            box.addWidget(words(said, tone="warn", wrap=True))
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for at, (label, value) in enumerate(task_facts(c, decision.assignment)):
            line, left = divmod(at, 2)
            grid.addWidget(words(label, "secondary"), line, left * 2)
            grid.addWidget(words(airy(value), wrap=True), line, left * 2 + 1)
        box.addLayout(grid)
        for change in decision.changes:
            old = msgspec.json.decode(change.old, type=Assignment)
            said = t(
                "Corrected at {time}: was {old}. Reason: {reason}",
                time=clock(c.here(change.recorded.at)),
                old=old.implementer,
                reason=change.reason,
            )
            box.addWidget(words(airy(said), "small", wrap=True))
