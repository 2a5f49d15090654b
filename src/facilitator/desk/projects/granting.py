"""Panels for grants: one by hand, the shares of the funders, and striking what was wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator import roundbook
from facilitator.desk.closing.days import DayField
from facilitator.desk.closing.money import show_yuan
from facilitator.desk.desk import Desk
from facilitator.desk.projects.panels import RoundPanel, fen_of, fresh
from facilitator.desk.projects.planning import ReasonPanel
from facilitator.desk.widgets import card, column, words
from facilitator.rounds.funders import SplitGrant
from facilitator.rounds.outside import Share
from facilitator.rounds.results import GrantByHand, grants_of
from facilitator.rounds.round import StrikeFromRound
from facilitator.words.figures import airy, money


class GrantPanel(RoundPanel):
    """Money without a public meeting: recorded as it was, and said to be so."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str = "") -> None:
        t = desk.t
        super().__init__(desk, parent, round_, t("Grant by hand"))
        self.setObjectName("grant")
        box = card("warn")
        said = t("This grant is shown everywhere as not decided in a public meeting.")
        column(words(said, wrap=True), on=box, margins=desk.px(12))
        self.form.addWidget(box)
        self._rows = {one.project: one for one in roundbook.projects(desk.session, round_)}
        named = [(key, f"{key} {one.title}") for key, one in self._rows.items()]
        self._project = self.add_choice(t("Project"), "grant.project", named)
        self._project.setCurrentIndex(max(0, self._project.findData(project)))
        self._about = words("", "small", wrap=True, name="grant.about")
        self.form.addWidget(self._about)
        self.money = self.add_money(t("Granted, in yuan (0 takes it back)"), "grant.money")
        self.by = self.add_line(t("Granted by"), "grant.by")
        self.on = DayField(desk, t("Granted on"), self.today, "grant.on", self.today)
        self.add_days(self.on)
        self.reason = self.add_text(t("Why not in a public meeting"), "grant.reason", lines=2)
        self._project.currentIndexChanged.connect(self._tell)
        self.keep(f"grant-{round_}", {"by": self.by, "reason": self.reason})
        self.finish(t("Note the grant"), self._send, name="grant.done")
        self._tell()
        self.settle()
        self._project.setFocus()

    @property
    def _key(self) -> str:
        return self._project.currentData() or ""

    def _tell(self) -> None:
        t, lang, one = self.desk.t, self.desk.lang, self._rows.get(self._key)
        if one is None:
            self._about.setText(t("There is no project yet."))
            return
        others = sum(g.fen for key, g in grants_of(self.case).items() if key != self._key)
        left = money(max(0, self.case.budget_fen - others), lang)
        said = t("{sum} of the budget are left for it", sum=left)
        asked = t("asks for {sum}", sum=money(one.asked_fen, lang)) if one.asked_fen else ""
        self._about.setText(airy(" · ".join(part for part in (asked, said) if part)))

    def _send(self) -> None:
        fen = self.read_money(self.money)
        if fen is None or not self.days_right(self.on):
            return
        t = self.desk.t
        if not self._key or not self.money.text().strip():
            self.wrong(
                t("Choose the project and type the sum.") if self._key else self._about.text()
            )
            self.money.setFocus()
            return
        self.send(
            GrantByHand(
                round=self.round,
                entry=fresh(self.case, "g"),
                project=self._key,
                fen=fen,
                on=self.on.day or self.today,
                reason=self.reason.toPlainText(),
                by=self.by.text(),
                asked=self._rows[self._key].asked_fen,
            )
        )


class SplitPanel(RoundPanel):
    """Who pays how much of one grant: to the fen. Nothing told: all funders pay for it together."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, project: str) -> None:
        t, self._key = desk.t, project
        super().__init__(desk, parent, round_, t("Who pays how much"))
        self.setObjectName("split")
        self._grant = grants_of(self.case)[project]
        row = roundbook.project(desk.session, round_, project)
        self.form.addWidget(words(f"{project} {row.title if row else ''}", "strong", wrap=True))
        told = {one.funder: one.fen for one in self.case.shares.get(project, ())}
        self.fields: dict[str, QLineEdit] = {}
        for key, one in self.case.funders.items():
            field = self.add_line(one.name, f"split.{key}", show_yuan(told.get(key, 0)))
            field.textChanged.connect(self._tell)
            self.fields[key] = field
        self._says = words("", "strong", wrap=True, name="split.says")
        self.form.addWidget(self._says)
        note = t("Leave all of them empty where all funders pay for it together.")
        self.form.addWidget(words(note, "small", wrap=True))
        self.finish(t("Note the shares"), self._send, name="split.done")
        self._tell()
        self.settle()
        next(iter(self.fields.values()), self.done_button).setFocus()

    def _tell(self) -> None:
        """The sum so far, and what is missing or too much."""
        t, lang = self.desk.t, self.desk.lang
        total = sum(fen_of(one) or 0 for one in self.fields.values())
        left = self._grant.fen - total
        said = t("{sum} of {granted}", sum=money(total, lang), granted=money(self._grant.fen, lang))
        if left > 0:
            said += " · " + t("{sum} are missing", sum=money(left, lang))
        elif left < 0:
            said += " · " + t("{sum} too much", sum=money(-left, lang))
        self._says.setText(airy(said))

    def _send(self) -> None:
        shares: list[Share] = []
        for key, field in self.fields.items():
            fen = self.read_money(field)
            if fen is None:
                return
            if fen:
                shares.append(Share(funder=key, fen=fen))
        self.send(SplitGrant(round=self.round, project=self._key, shares=tuple(shares)))


class StrikeRoundPanel(ReasonPanel):
    """A result taken over, or a grant by hand, was wrong."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, entry: str, line: str) -> None:
        t, self._entry = desk.t, entry
        super().__init__(desk, parent, round_, t("This entry is wrong"), line, t("Strike it"))
        self.setObjectName("strike-round")
        said = t(
            "It stays readable, struck, with the reason, and counts no more. What is right is noted anew."
        )
        self.form.addWidget(words(said, "secondary", wrap=True))

    def _send(self) -> None:
        self.send(StrikeFromRound(round=self.round, entry=self._entry, reason=self.reason.text()))
