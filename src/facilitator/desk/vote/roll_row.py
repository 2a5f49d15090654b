"""One member of a roll call: seat, name and three answers, or why there is none to take."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy

from facilitator.desk.desk import Desk
from facilitator.desk.vote.answers import CastButton
from facilitator.desk.vote.voters import Voter
from facilitator.desk.widgets import elided, row, tip, words
from facilitator.desk.widgets.words import retone
from facilitator.rules.tally import Choice
from facilitator.words.figures import airy

HEIGHT = 40


class RollRow(QFrame):
    """Says which answer was pressed; what becomes of it is the roll's to ask."""

    answered = Signal(str, str)
    """Member and choice."""

    def __init__(self, desk: Desk, voter: Voter) -> None:
        super().__init__()
        self._px = px = desk.px
        self.voter = voter
        self.setObjectName(f"vote.row.{voter.member or voter.seat}")
        self.setProperty("look", "roll")
        self.setFixedHeight(px(HEIGHT))
        self._number = words(str(voter.seat or ""), "strong")
        self._number.setFixedWidth(px(26))
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name = elided(voter.name)
        self._name.setMinimumWidth(px(48))
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._buttons = [CastButton(desk, choice, voter.member, voter.name) for choice in Choice]
        self._away = elided(voter.out, "away")
        self._away.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._wide = wide = max(one.sizeHint().width() for one in self._buttons)
        self._narrow: bool | None = None
        for one in self._buttons:
            one.clicked.connect(
                lambda _on=False, choice=one.choice: self.answered.emit(
                    self.voter.member, choice.value
                )
            )
        self._away.setFixedHeight(px(34))
        box = row(self._number, self._name, *self._buttons, self._away, on=self, gap=px(4))
        box.setContentsMargins(px(2), 0, px(2), 0)
        box.setStretch(1, 1)
        self.least = px(26) + px(48) + 3 * wide + px(22)
        self.set_narrow(narrow=False)
        self.show_voter(voter)

    def set_narrow(self, *, narrow: bool) -> None:
        """Signs without words, where there is no room for them."""
        if narrow is self._narrow:
            return
        self._narrow = narrow
        px = self._px
        wide = px(38) if narrow else self._wide
        for one in self._buttons:
            one.setFixedWidth(wide)
            one.set_narrow(narrow=narrow)
        self._away.setFixedWidth(3 * wide + 2 * px(4))

    def show_voter(self, voter: Voter) -> None:
        """Show the answer as it is now."""
        self.voter = voter
        for one in self._buttons:
            one.setVisible(not voter.out)
            one.show_cast(cast=one.choice is voter.choice)
            if voter.old:
                tip(one, voter.old)
        self._away.setVisible(bool(voter.out))
        self._away.setText(airy(voter.out))
        retone(self._name, tone="soft" if voter.out else "")
        self._name.setText(f"{voter.name} *" if voter.old else voter.name)
        if voter.old:
            tip(self._name, voter.old)

    def show_called(self, *, called: bool) -> None:
        """Show whether this is the one being called."""
        if bool(self.property("called")) is not called:
            self.setProperty("called", called)
            self.style().unpolish(self)
            self.style().polish(self)
            retone(self._name, kind="strong" if called else "")
