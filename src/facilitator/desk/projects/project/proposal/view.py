"""The proposal: read like the printed form, handed in, revised, compared with earlier ones, withdrawn."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.acts import Recorded
from facilitator.desk.desk import Desk
from facilitator.desk.followup.form import KeptWords
from facilitator.desk.panel import Panel
from facilitator.desk.papers.going import go_to_project_paper
from facilitator.desk.projects.project.parts import SegmentView, entry_row
from facilitator.desk.projects.project.photos import files_of
from facilitator.desk.projects.project.proposal.fill import draft_name
from facilitator.desk.projects.project.proposal.sheet import Sheet
from facilitator.desk.widgets import Button, button, card, chip, line, row, words
from facilitator.rounds.needs import needs_of
from facilitator.rounds.project import Project
from facilitator.rounds.proposal import Proposals, ProposalSubmitted, proposals_of
from facilitator.words.aftermath import near
from facilitator.words.figures import airy, money

ABOUT = ("above-budget", "evidence-after-draft", "no-need-named", "no-risks", "no-upkeep")


class ProposalView(SegmentView):
    """The last revision, or an earlier one that was asked for."""

    about = ABOUT

    def __init__(self, desk: Desk, round_: str, project: str) -> None:
        self._wanted = ""
        super().__init__(desk, round_, project, "project.proposal", desk.t("Proposal"))

    def fill(self, case: Project) -> None:
        """Nothing yet, or one revision and the list of all."""
        found = proposals_of(case)
        going = case.closing is None and case.round.open
        if found.current is None:
            self._nothing(case, going)
            return
        shown = next((one for one in found.all if one.entry == self._wanted), found.current)
        self._one(case, found, shown, going)
        self._revisions(found, shown)

    def read(self, entry: str) -> None:
        """Show this revision."""
        self._wanted = entry
        self.refresh_now()

    def _nothing(self, case: Project, going: bool) -> None:
        t, needs = self.desk.t, needs_of(case)
        said = t("Go on writing…") if self._begun(1) else t("Write the proposal…")
        grade = "primary" if needs.asked else "soft"
        way = self._way(said, "write", grade=grade) if going else None
        box = self.add_card(t("Proposal"), self._print("proposal-form"), way, note=t("not yet"))
        if needs.asked and needs.needs:
            told = t(
                "Residents were asked: what they named can be answered now. A proposal has goals, steps with "
                "somebody who takes each of them, risks with an answer, and a budget that adds up to the fen."
            )
        else:
            told = t(
                "First residents are asked what they need; what is written before that is a plan without them. "
                "A proposal that exists already can be entered all the same: that it came first will be said."
            )
        box.addWidget(words(told, tone="soft", wrap=True))

    def _begun(self, number: int) -> bool:
        """Whether a form was begun and not handed in."""
        kept = KeptWords(self.desk, draft_name(f"project/{self.round}/{self.number}", number))
        return any(kept.read().values())

    def _one(self, case: Project, found: Proposals, shown: ProposalSubmitted, going: bool) -> None:
        t, last = self.desk.t, found.current
        at = found.all.index(shown) + 1
        if found.withdrawn is not None:
            self._withdrawn(found)
        ways: list[QWidget | None] = [self._print("proposal")]
        if len(found.all) > 1:
            ways.append(self._way(t("Compare…"), "compare", grade="plain", records=False))
        if going and not case.granted_fen and found.withdrawn is None:
            ways.append(self._way(t("Withdraw…"), "withdraw", grade="plain"))
        if going:
            begun = self._begun(len(found.revisions) + 1)
            ways.append(self._way(t("Go on writing…") if begun else t("Revise…"), "write"))
        note = t("revision {n} of {all}", n=at, all=len(found.all)) if len(found.all) > 1 else ""
        box = self.add_card(shown.title, *ways, note=note)
        if shown is not last and last is not None:
            held = card("warn")
            told = words(t("This is an earlier revision."), "strong", "warn")
            back = button(t("Show the last one"), "link", "small", name="proposal.last")
            back.clicked.connect(lambda: self.read(last.entry))
            row(told, None, back, on=held, margins=self.desk.px(8))
            box.addWidget(held)
        if shown.because:
            because = t("Why it was revised: {because}", because=shown.because)
            box.addWidget(words(airy(because), "secondary", wrap=True))
        Sheet(self.desk, case, shown).write(box)
        files = files_of(self, shown.entry, shown.attached)
        if files is not None:
            box.addWidget(files)

    def _withdrawn(self, found: Proposals) -> None:
        t, gone = self.desk.t, found.withdrawn
        assert gone is not None
        held = card("warn")
        said = t("Withdrawn by the place: {reason}", reason=gone.reason)
        end = self.strike_button(gone.entry, said)
        row(
            entry_row(self.desk, gone.on, words(airy(said), "strong", wrap=True), end=end),
            on=held,
            margins=self.desk.px(12),
        )
        self.box.addWidget(held)

    def _revisions(self, found: Proposals, shown: ProposalSubmitted) -> None:
        t = self.desk.t
        box = self.add_card(t("What was handed in"))
        for n, one in reversed(list(enumerate(found.revisions, 1))):
            if n < len(found.revisions):
                box.addWidget(line())
            box.addWidget(self._revision(n, one, shown))

    def _revision(self, n: int, told: Recorded, shown: ProposalSubmitted) -> QWidget:
        t, lang, one = self.desk.t, self.desk.lang, told.event
        assert isinstance(one, ProposalSubmitted)
        asked = t("asks for {sum}", sum=money(one.asked_fen, lang))
        head = QWidget()
        top = row(words(airy(t("Revision {n}", n=n)), "strong"), words(airy(asked)), on=head)
        if one is shown:
            top.addWidget(chip(t("shown above"), "accent"))
        else:
            read = button(t("Read it"), "link", "tiny", name=f"proposal.read.{one.entry}")
            read.setAccessibleName(t("Read revision {n}", n=n))
            read.clicked.connect(lambda: self.read(one.entry))
            top.addWidget(read)
        top.addStretch(1)
        why = words(airy(one.because), "secondary", wrap=True) if one.because else None
        day = one.on or told.at.date()
        named = t("Revision {n}", n=n) + f" {near(day, self.today, lang)}"
        return entry_row(self.desk, day, head, why, end=self.strike_button(one.entry, named))

    def _way(self, said: str, name: str, *, grade: str = "soft", records: bool = True) -> Button:
        made = self.act(said, f"proposal.{name}", lambda: self._open(name), grade=grade)
        if not records:  # looking is allowed in every copy
            made.setEnabled(True)
            made.setToolTip("")
        return made

    def _open(self, name: str) -> Panel:
        if name == "write":
            from facilitator.desk.projects.project.proposal.form import ProposalPanel

            self._wanted = ""
            panel = ProposalPanel(self.desk, self, self.round, self.number)
            panel.finished.connect(lambda _done: self.refresh_now())
            return panel
        if name == "compare":
            from facilitator.desk.projects.project.proposal.comparing import ComparePanel

            return ComparePanel(self.desk, self, self.round, self.number)
        from facilitator.desk.projects.project.proposal.withdrawing import WithdrawPanel

        return WithdrawPanel(self.desk, self, self.round, self.number)

    def _print(self, kind: str) -> Button:
        """To the paper of it."""
        t = self.desk.t
        made = button(t("Paper…"), "quiet", "small", name="proposal.paper")
        made.setIcon(self.desk.theme.icon("printer"))
        made.clicked.connect(lambda: go_to_project_paper(self.desk, self.round, self.number, kind))
        return made
