"""The slate as a card: money, projects, what can be done with the selected one, a further one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import ASKED, allow, why_not
from facilitator.desk.prepare.terse import TerseRow
from facilitator.desk.selection.projects import ProjectList
from facilitator.desk.selection.rows import slate_rows
from facilitator.desk.selection.slate.entry import SlateEntry
from facilitator.desk.selection.slate.panels import (
    BudgetPanel,
    ProjectPanel,
    reinstate_panel,
    withdraw_panel,
)
from facilitator.desk.selection.slate.rounds import RoundPanel, round_rows
from facilitator.desk.view import View
from facilitator.desk.widgets import Button, button, card, column, elided, line, row, tip, words
from facilitator.meeting import Meeting
from facilitator.meeting.selection.reinstating import ReinstateCandidate
from facilitator.meeting.selection.slate import (
    ChangeCandidate,
    RemoveCandidate,
    SetBudget,
    WithdrawCandidate,
)
from facilitator.words.figures import Unit, airy, counted, money


class SlateCard(View):
    """Once a vote was opened the list is fixed, and says so; a project may still be withdrawn."""

    chosen = Signal(str)
    """Another project is selected."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        t = desk.t
        self.setObjectName("slate")
        self.meeting_id = meeting
        self.list = ProjectList(desk, name="slate.list", says=t("Slate"))
        self.list.edit_wanted.connect(lambda _one: self.change())
        self.list.removal_wanted.connect(lambda _one: self.remove())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._select())
        self._entry = SlateEntry(desk, meeting)
        self._entry.added.connect(self.list.select)
        self._acts = self._made_acts()
        self._nothing = words(
            t("No project stands for selection yet. Type the first one below and press Enter."),
            "", "soft", wrap=True, name="slate.nothing",
        )  # fmt: skip
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._fixed = words("", "secondary", wrap=True, name="slate.fixed")
        self._lay()
        self.setFocusProxy(self._entry)
        self.refresh_now()

    def _lay(self) -> None:
        px, t = self.desk.px, self.desk.t
        self._sum = elided("", "secondary", name="slate.sum")
        self._budget = button("", "soft", "small", name="slate.budget")
        self._budget.setIcon(self.desk.theme.icon("banknote", "accent_ink"))
        self._budget.clicked.connect(self.set_budget)
        head = row(
            words(t("Slate"), "head"), self._sum, self._budget,
            margins=(px(20), px(10), px(12), px(8)), gap=px(12),
        )  # fmt: skip
        head.setStretch(1, 1)
        side = px(20)
        self._acts_box, fixed = QWidget(), QWidget()
        column(self._acts, on=self._acts_box, margins=(px(12), px(4), px(12), px(4)))
        row(self._fixed, on=fixed, margins=(side, px(10), side, px(8)))
        self._fixed_box, self._entry_box = fixed, QWidget()
        row(self._entry, on=self._entry_box, margins=(side, px(10), side, px(14)))
        self._empty = QWidget()
        column(self._nothing, on=self._empty, margins=(side, px(28), side, px(28)))
        box = card()
        whole = column(
            head,
            line(),
            self._empty,
            self.list,
            line(),
            fixed,
            self._acts_box,
            self._entry_box,
            on=box,
            gap=0,
        )
        whole.setStretch(3, 1)
        column(box, on=self)

    def refresh(self) -> None:
        """Show the projects as they are now."""
        meeting, t = self._meeting(), self.desk.t
        self.list.show_rows(slate_rows(self.desk, meeting))
        anything = bool(meeting.slate.all)
        self.list.setVisible(anything)
        self._empty.setVisible(not anything)
        fixed = meeting.ballots.fixed
        rounds = not fixed and bool(round_rows(self.desk))
        self._round.setVisible(rounds)
        self._round.set_look("quiet" if anything else "soft")
        self._file.setVisible(not fixed)
        self._acts_box.setVisible(anything or not fixed)
        for one in self._buttons.values():
            one.setVisible(anything)
        self._entry_box.setVisible(not fixed)
        self._fixed_box.setVisible(fixed)
        said = t("The vote was opened: projects, sums and money are fixed.")
        if not meeting.outcome.is_announced:
            more = t(
                "A project can still be withdrawn, with a reason; what is left is counted anew."
            )
            said = t("{sentence} {another}", sentence=said, another=more)
        self._fixed.setText(airy(said))
        self._sum.setText(airy(self._sum_words(meeting)))
        budget = meeting.slate.budget
        money_words = money(budget, self.desk.lang)
        text = t("Money: {sum}", sum=money_words) if budget else t("Set the money…")
        self._budget.setText(airy(text))
        can = why_not(self.desk, SetBudget(meeting=meeting.id, budget=max(1, budget)))
        allow(self._budget, can, t("Money to give away"))
        self._ask()

    def _sum_words(self, meeting: Meeting) -> str:
        """19 个项目 · 共申请 665,900 元."""
        t, lang, standing = self.desk.t, self.desk.lang, meeting.slate.standing
        if not standing:
            return ""
        asked = money(sum(one.asked for one in standing), lang)
        return (
            f"{counted(len(standing), Unit.PROJECTS, lang)} · {t('asked in all {sum}', sum=asked)}"
        )

    # --- what can be done

    def _made_acts(self) -> QWidget:
        t, icon = self.desk.t, self.desk.theme.icon
        self._buttons: dict[str, Button] = {}
        for key, text, sign, act in (
            ("change", t("Change…"), "pencil", self.change),
            ("withdraw", t("Withdraw…"), "x", self.withdraw),
            ("reinstate", t("Stands again…"), "undo-2", self.reinstate),
            ("remove", t("Take it off"), "trash-2", self.remove),
        ):
            made = button(text, "quiet", "small", icon=icon(sign), name=f"slate.{key}")
            made.setProperty("narrow", True)
            made.clicked.connect(act)
            self._buttons[key] = made
        self._round = button(t("Take over a round…"), "quiet", "small", name="slate.round")
        self._round.setIcon(icon("download"))
        self._round.clicked.connect(self.take_round)
        self._file = button(t("From a file…"), "quiet", "small", name="slate.file")
        self._file.setIcon(icon("file-text"))
        tip(self._file, t("Projects and money from a Pabulib file (.pb)"))
        self._file.clicked.connect(self.take_file)
        ways = (self._file, self._round)
        return TerseRow(self.desk, *self._buttons.values(), None, *ways, gap=4)

    def _select(self) -> None:
        self.chosen.emit(self.list.current)
        self._ask()

    def _ask(self) -> None:
        """Grey what cannot be done with the selected project, with the reason."""
        meeting, chosen = self._meeting(), self.list.current
        reasons = dict.fromkeys(self._buttons, self.desk.t("Select a project first."))
        if chosen in meeting.slate.all:
            reasons = self._reasons(meeting, chosen)
        gone = chosen in meeting.slate.withdrawn
        self._buttons["withdraw"].setVisible(bool(meeting.slate.all) and not gone)
        self._buttons["reinstate"].setVisible(gone)
        for key, made in self._buttons.items():
            allow(made, reasons[key], made.accessibleName().rstrip("…"))

    def _reasons(self, meeting: Meeting, chosen: str) -> dict[str, str]:
        ask, id_ = partial(why_not, self.desk), meeting.id
        one = meeting.slate.candidate(chosen)
        other = type(one)(id=one.id, title=one.title, place=one.place, asked=one.asked + 1)
        return {
            "change": ask(ChangeCandidate(meeting=id_, candidate=other, reason=ASKED)),
            "withdraw": ask(WithdrawCandidate(meeting=id_, candidate=chosen, reason=ASKED)),
            "reinstate": ask(ReinstateCandidate(meeting=id_, candidate=chosen, reason=ASKED)),
            "remove": ask(RemoveCandidate(meeting=id_, candidate=chosen)),
        }

    def change(self) -> None:
        """Put the selected project right."""
        if self._buttons["change"].isEnabled():
            ProjectPanel(self.desk, self, self.meeting_id, self.list.current).open()

    def withdraw(self) -> None:
        """Withdraw the selected project."""
        withdraw_panel(self.desk, self, self.meeting_id, self.list.current).open()

    def reinstate(self) -> None:
        """The selected project was withdrawn by mistake."""
        reinstate_panel(self.desk, self, self.meeting_id, self.list.current).open()

    def remove(self) -> None:
        """Take off what was put on the slate by mistake, and select what is then in its place."""
        if not self._buttons["remove"].isEnabled():
            return
        names = list(self._meeting().slate.all)
        place = names.index(self.list.current)
        if self.desk.do(RemoveCandidate(meeting=self.meeting_id, candidate=names[place])):
            left = list(self._meeting().slate.all)
            if left:
                self.list.select(left[min(place, len(left) - 1)])

    def take_file(self) -> None:
        """The projects of a Pabulib file come onto the slate."""
        from facilitator.desk.selection.pb_files import PbFiles

        PbFiles(self.desk, self, self.meeting_id).ask_which()

    def take_round(self) -> None:
        """Let the admitted projects of a round stand for selection."""
        RoundPanel(self.desk, self, self.meeting_id).open()

    def set_budget(self) -> None:
        """Say how much money there is."""
        BudgetPanel(self.desk, self, self.meeting_id).open()

    def _meeting(self) -> Meeting:
        return self.desk.session.meeting(self.meeting_id)
