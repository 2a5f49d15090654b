"""The fields for one count of ballot papers: how many came back, and the heaps, which have to add up to it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.vote.numbers import NumberField
from facilitator.desk.widgets import column, row, words
from facilitator.desk.widgets.words import retone
from facilitator.meeting.polls import Ballots, Poll
from facilitator.words.figures import Unit, airy, counted
from facilitator.words.tongue import NBSP, mark_in

FIELDS: Mapping[str, tuple[str, str]] = {
    "returned": mark_in("ballots", "Returned"),
    "in_favour": mark_in("ballots", "For"),
    "against": mark_in("ballots", "Against"),
    "abstained": mark_in("ballots", "Abstain"),
    "blank": mark_in("ballots", "Blank"),
    "void": mark_in("ballots", "Void"),
}


class BallotForm(QWidget):
    """`begin` is what stands in it at first; `key` where it is kept while it is not sent."""

    changed = Signal()
    finished = Signal()
    """Enter in the last field."""

    def __init__(
        self,
        desk: Desk,
        poll: Poll,
        name: str,
        *,
        key: str = "",
        begin: Ballots | None = None,
        columns: int = 3,
    ) -> None:
        super().__init__()
        self._desk, self._poll = desk, poll
        t, px = desk.t, desk.px
        self.fields: dict[str, NumberField] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(2))
        for at, (field, label) in enumerate(FIELDS.items()):
            word = t.within(*label)
            made = NumberField(
                desk,
                word,
                f"{name}.{field}",
                key=f"{key}.{field}" if key else "",
                value=getattr(begin, field) if begin else 0,
            )
            made.valueChanged.connect(self._tell)
            made.entered.connect(lambda field=field: self._enter(field))
            said = words(word, "caption")
            said.setBuddy(made)
            line, place = divmod(at, columns)
            grid.addWidget(said, 2 * line, place)
            grid.addWidget(made, 2 * line + 1, place)
            self.fields[field] = made
        self._sum = words("", "caption", name=f"{name}.sum", wrap=True)
        self.foot = row(self._sum, gap=px(8))
        """The line of the sum, with room for a button."""
        self.foot.setStretch(0, 1)
        column(grid, self.foot, on=self, gap=px(8))
        self.setFocusProxy(self.fields["returned"])
        self._tell()

    @property
    def ballots(self) -> Ballots:
        """The count as it stands there."""
        return Ballots(**{field: one.value() for field, one in self.fields.items()})

    def _enter(self, field: str) -> None:
        names = list(self.fields)
        at = names.index(field) + 1
        if at < len(names):
            self.fields[names[at]].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.finished.emit()

    def _tell(self) -> None:
        t, lang, ballots = self._desk.t, self._desk.lang, self.ballots
        said = t(
            "Heaps {sum}, returned {returned}, handed out {issued}",
            sum=counted(ballots.sum, Unit.BALLOTS, lang),
            returned=counted(ballots.returned, Unit.BALLOTS, lang),
            issued=counted(self._poll.issued or 0, Unit.BALLOTS, lang),
        )
        wrong = ballots.sum != ballots.returned or ballots.returned > (self._poll.issued or 0)
        self._sum.setText(airy(said))
        retone(self._sum, tone="bad" if wrong else "soft")
        self.changed.emit()


def ballots_words(desk: Desk, ballots: Ballots) -> str:
    """A count: 收回 10，赞成 8，反对 0 …."""
    t = desk.t
    return t.within("between", ", ").join(
        f"{t.within(*label)}{NBSP}{getattr(ballots, field):,}" for field, label in FIELDS.items()
    )
