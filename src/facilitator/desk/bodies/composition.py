"""What a body is made of, in figures: 6 + 6 + 1, how many sit, how many may stay away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from facilitator.bodies import Body
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import column, line, words
from facilitator.rules.charter import Charter, DecisionRule
from facilitator.rules.outlook import dry_run
from facilitator.rules.tally import Tally, Votes
from facilitator.words.figures import Unit, airy, counted
from facilitator.words.tongue import Tongue


class Composition(QFrame):
    """A sunken card under the smallest group, or above them all."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("composition")
        self.setProperty("look", "sunken")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        t, px = desk.t, desk.px
        self._sum = _middle("", "sum", name="composition.sum")
        self._asked = _middle("", name="composition.asked")
        self._held = _middle("", "strong", name="composition.held")
        self._vacant = _middle("", "strong", "warn", name="composition.vacant")
        self._away = _middle("", "secondary", name="composition.away")
        self._rule = line()
        column(
            None, _middle(t("Seats by the charter"), "secondary"), self._sum, self._asked, line(),
            self._held, self._vacant, self._rule, self._away, None,
            on=self, gap=px(8), margins=(px(12), px(12), px(12), px(12)),
        )  # fmt: skip

    def show_body(self, body: Body, charter: Charter, rule: DecisionRule) -> None:
        """Say it of this body under this rule."""
        t, lang = self._desk.t, self._desk.lang
        held, seats = len(body.seated), charter.seats
        self._sum.setText(" + ".join(str(one.seats) for one in charter.groups if one.seats))
        self._sum.setVisible(len(charter.groups) > 1)
        asked = t("{seats} by the charter", seats=counted(seats, Unit.SEATS, lang))
        self._asked.setText(airy(asked))
        self._held.setText(airy(t("{n} in office", n=held)))
        vacant = seats - held
        self._vacant.setText(airy(t("{n} vacant", n=vacant)))
        self._vacant.setVisible(vacant > 0)
        away = away_words(t, charter, rule)
        self._away.setText(away)
        self._away.setVisible(bool(away))
        self._rule.setVisible(bool(away))


def away_words(t: Tongue, charter: Charter, rule: DecisionRule) -> str:
    """How many may be missing, vacant seats among them; "" where that cannot be told."""
    seats = charter.seats
    if not seats or any(not group.seats for group in charter.groups):
        return ""
    everybody = Votes(whole=Tally(seats=seats, in_office=seats, present=seats))
    most = dry_run(charter, rule.key, everybody).may_leave
    if most is None or most >= seats - 1:
        return ""
    return airy(
        t(
            "At most {n} may be missing, vacant seats included; with one more nothing can pass.",
            n=most,
        )
    )


def _middle(text: str, kind: str = "", tone: str = "", *, name: str = "") -> QLabel:
    label = words(text, kind, tone, wrap=True, name=name)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    return label
