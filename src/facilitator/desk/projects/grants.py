"""What was granted: each project with its sum, how that was decided, and who pays how much of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.followup.reading import own
from facilitator.desk.widgets import Button, button, chip, clear, column, elided, line, row, words
from facilitator.roundbook import ProjectRow
from facilitator.rounds.outside import Grant
from facilitator.rounds.results import grants_of
from facilitator.rounds.round import Round
from facilitator.words.figures import airy, listing, money

MOST = 40
"""Grants that are shown; of more it is said how many. All of them are on the list."""


class GrantsCard(QFrame):
    """Made anew by `show_round`."""

    def __init__(self, desk: Desk, round_: str) -> None:
        super().__init__()
        self._desk, self.round = desk, round_
        self.setProperty("look", "card")
        self.setObjectName("grants")
        px = desk.px
        self._box = column(on=self, margins=(px(16), px(12), px(16), px(12)), gap=px(8))

    def show_round(self, case: Round, rows: list[ProjectRow]) -> None:
        """Show what was granted, by number."""
        t, lang, px = self._desk.t, self._desk.lang, self._desk.px
        clear(self._box)
        by_hand = button(t("Grant by hand…"), "plain", "small", name="grant.hand")
        by_hand.clicked.connect(self._grant)
        own(self._desk, by_hand)
        if case.closed is not None or not rows:  # shown without a place, it would be a window
            by_hand.hide()
        self._box.addLayout(
            row(words(t.within("sums", "Granted"), "head"), None, by_hand, gap=px(8))
        )
        titles = {one.project: one.title for one in rows}
        found = sorted(
            (one for one in grants_of(case).values() if one.fen), key=lambda one: one.project
        )
        if not found:
            said = t(
                "Nothing yet: the selection meeting decides, and its result is taken over here."
            )
            self._box.addWidget(words(said, tone="soft", wrap=True))
            return
        for one in found[:MOST]:
            self._box.addWidget(line())
            self._box.addWidget(self._grant_row(case, one, titles.get(one.project, "")))
        if (rest := len(found) - MOST) > 0:
            more = t.many("and {n} more on the list", "and {n} more on the list", rest)
            self._box.addWidget(words(airy(more), "secondary"))
        self._box.addWidget(line())
        total, budget = sum(one.fen for one in found), case.budget_fen
        left = t(
            "{sum} left of {budget}", sum=money(budget - total, lang), budget=money(budget, lang)
        )
        sums = words(airy(money(total, lang)), "value", name="grants.sum")
        tone = "bad" if total > budget else "soft"
        self._box.addLayout(row(words(airy(left), tone=tone), None, sums, gap=px(8)))

    def _grant_row(self, case: Round, one: Grant, title: str) -> QWidget:
        t, lang, px, desk = self._desk.t, self._desk.lang, self._desk.px, self._desk
        held = QWidget()
        look = button(f"{one.project} {title}", "link", "tiny", name=f"grant.{one.project}")
        look.clicked.connect(lambda _on=False: desk.go("projects", self.round, one.project))
        about: list[str] = []
        if one.asked and one.asked != one.fen:
            about.append(t("of {sum} asked for", sum=money(one.asked, lang)))
        shares = case.shares.get(one.project, ())
        if shares:
            paid = [f"{case.funders[s.funder].name} {money(s.fen, lang)}" for s in shares]
            about.append(listing(paid, lang))
        elif len(case.funders) > 1:
            about.append(t("all funders together"))
        above = row(look, gap=px(6))
        if one.by_hand:
            above.addWidget(chip("– " + t("not decided in public"), "warn"))
        above.addStretch(1)
        text = column(above, gap=0)
        if about:
            text.addWidget(elided(airy(" · ".join(about)), "small"))
        line_ = row(gap=px(8), on=held)
        line_.addLayout(text, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        line_.addWidget(words(airy(money(one.fen, lang)), "strong"), 0, middle)
        if case.closed is None and len(case.funders) > 1:
            line_.addWidget(self._split(one.project), 0, middle)
        return held

    def _split(self, project: str) -> Button:
        from facilitator.desk.projects.granting import SplitPanel

        t = self._desk.t
        made = button(t("Shares…"), "plain", "tiny", name=f"split.{project}")
        made.setAccessibleName(t("Who pays how much of {project}", project=project))
        made.clicked.connect(lambda: SplitPanel(self._desk, self, self.round, project).open())
        own(self._desk, made)
        return made

    def _grant(self) -> None:
        from facilitator.desk.projects.granting import GrantPanel

        GrantPanel(self._desk, self, self.round).open()
