"""The page of one body: what is wrong with the roster, who sits where, the rule to try, the terms."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from facilitator.acts import RuleViolation
from facilitator.bodies import Body
from facilitator.desk.bodies.composition import Composition
from facilitator.desk.bodies.findings import EmptyRoster, Findings, Wanted
from facilitator.desk.bodies.head import Head
from facilitator.desk.bodies.memberslist import MembersList
from facilitator.desk.bodies.remedies import open_member, remedy
from facilitator.desk.bodies.rule import RuleCard
from facilitator.desk.bodies.seatmap import SeatMap
from facilitator.desk.bodies.sides import scrolled
from facilitator.desk.bodies.sitting import MOST_ON_MAP, Sitting, alternates, sections
from facilitator.desk.bodies.terms import NewTermPanel, Terms
from facilitator.desk.bodies.trial import Trial
from facilitator.desk.desk import Desk
from facilitator.desk.papers.going import go_to_body_paper
from facilitator.desk.view import View
from facilitator.desk.widgets import card, column, line, row
from facilitator.rules.charter import Charter
from facilitator.rules.outcome import Outcome
from facilitator.session import Change

SIDE = 480
"""Pixels of the right column at 100 %, as drawn."""
LEAST_MAP = 560
"""Narrower than this the right column goes below."""


class BodyPage(View):
    """Left the seats, right the rule; one below the other where there is not room for both."""

    records = True

    def __init__(self, desk: Desk, body: str, *, others: bool = True) -> None:
        super().__init__(desk)
        self.id = body
        self._rule = ""
        self.setObjectName("body")
        px = desk.px
        t = desk.t
        back = (t("All bodies"), lambda: desk.go("bodies", "", "all")) if others else None
        self.head = Head(desk, back=back)
        self._ways()
        self._findings = Findings(desk)
        self._findings.wanted.connect(self._remedy)
        self._composition = Composition(desk)
        self.map = SeatMap(desk, self._composition)
        self.list = MembersList(desk)
        for one in (self.map, self.list):
            one.chosen.connect(self._chosen)
        self._trial = Trial(desk)
        self._rule_card = RuleCard(desk)
        self._rule_card.chosen.connect(self._choose_rule)
        self._trial.told.connect(self._figures)
        self._terms = Terms(desk, body)
        self._area = self._laid_out()
        margins = (px(32), px(24), px(32), px(24))
        column(self.head, self._area, on=self, margins=margins, gap=px(16)).setStretch(1, 1)
        self.refresh_now()

    @property
    def body(self) -> Body:
        """The body as it is now."""
        return self.desk.session.body(self.id)

    def concerns(self, change: Change) -> bool:
        """Acts of this body, and meetings' (they count in the terms)."""
        return change.stream == f"body/{self.id}" or change.stream.startswith("meeting/")

    def refresh(self) -> None:
        """Read the body and show it; what is tried and typed stays."""
        body, lang = self.body, self.desk.lang
        charter, today = self._charter(body), self.desk.now().date()
        rule = charter.rule(self._rule) or charter.rule()
        assert rule is not None
        self.head.show_body(body)
        self._findings.show_body(body, charter, rule, body.findings(today))
        several, waiting = (
            sections(body, charter, lang, today),
            alternates(body, charter, lang, today),
        )
        on_map = self._on_map(charter)
        self.map.setVisible(on_map)
        self.list.setVisible(not on_map)
        (self.map if on_map else self.list).show_sections(several, waiting)
        self._composition.setVisible(on_map)
        if on_map:
            self._composition.show_body(body, charter, rule)
        self._trial.try_rule(charter, rule, body)
        self._rule_card.show_rule(charter, rule, self._trial.outcome)
        self._terms.show_body(body)
        self._begin_in(on_map)

    def _begin_in(self, on_map: bool) -> None:
        """Whoever comes here has the keys in the seats, not on the first button above them."""
        first = self.map.first() if on_map else self.list.view
        if first is not None and self.focusProxy() is not first:
            self.setFocusProxy(first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()
        self._begin_in(self.map.isVisibleTo(self))

    def _charter(self, body: Body) -> Charter:
        """The version in force today; the newest where none is."""
        try:
            return body.charter_on(self.desk.now().date())
        except RuleViolation:
            return body.charter

    @staticmethod
    def _on_map(charter: Charter) -> bool:
        return all(group.seats for group in charter.groups) and charter.seats <= MOST_ON_MAP

    def _ways(self) -> None:
        t, go = self.desk.t, self.desk.go
        self.head.way(t("Import a roster…"), "body.import", lambda: go("bodies", self.id, "import"))
        self.head.way(t("Charter…"), "body.charter", lambda: go("bodies", self.id, "charter"))
        self.head.menu(
            [
                (
                    t("Who took part…"),
                    "body.participation",
                    lambda: go("bodies", self.id, "participation"),
                ),
                (t("Lists to print…"), "body.papers", lambda: go_to_body_paper(self.desk, self.id)),
                (t("Type the roster…"), "body.roster", lambda: go("bodies", self.id, "roster")),
                (t("New term…"), "body.new-term", self._new_term),
                (t("Those who have left…"), "body.former", self._former),
                (t("Set up another body…"), "body.found", lambda: go("bodies", "new")),
            ]
        )

    def _laid_out(self) -> QScrollArea:
        px = self.desk.px
        left = card(name="body.left")
        inner = QWidget()
        column(self.map, self.list, on=inner, margins=(px(20), px(16), px(20), px(20)))
        self._seats = inner
        box = column(self._findings, inner, on=left, gap=0)
        box.setStretch(1, 1)
        right = self._right()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(px(16))
        self._both.addWidget(left, 1)
        self._both.addWidget(right, 0)
        content = QWidget()
        content.setLayout(self._both)
        self._side = right
        return scrolled(content, self.desk.t("Seats"))

    def _right(self) -> QFrame:
        px = self.desk.px
        side = card(name="body.right")
        box = QVBoxLayout(side)
        box.setContentsMargins(0, px(16), 0, px(16))
        box.setSpacing(px(16))
        for at, part in enumerate((self._rule_card, self._trial, self._terms)):
            if at:
                box.addWidget(line())
            box.addLayout(row(part, margins=(px(20), 0, px(20), 0)))
        box.addStretch(1)
        return side

    def _turn(self) -> None:
        """Side by side where there is room, else one below the other."""
        px = self.desk.px
        wide = self.width() - px(64) >= px(LEAST_MAP + SIDE + 16)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(way)
        self._side.setMinimumWidth(px(SIDE) if wide else 0)
        self._side.setMaximumWidth(px(SIDE) if wide else 16_777_215)

    def _figures(self, outcome: Outcome) -> None:
        self._rule_card.show_figures(outcome, self._charter(self.body))

    def _choose_rule(self, key: str) -> None:
        self._rule = key
        self.refresh_now()

    def _chosen(self, sitting: Sitting) -> None:
        open_member(self.desk, self, self.id, sitting)

    def _remedy(self, wanted: Wanted) -> None:
        if isinstance(wanted, EmptyRoster):
            self.desk.go("bodies", self.id, "roster")
        else:
            remedy(self.desk, self, self.id, wanted)

    def _new_term(self) -> None:
        NewTermPanel(self.desk, self.id, self).open()

    def _former(self) -> None:
        from facilitator.desk.bodies.former import FormerPanel

        FormerPanel(self.desk, self.id, self).open()
