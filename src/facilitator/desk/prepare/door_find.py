"""The field at the door: a seat number and Enter, or as much of a name as tells who it is, and Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from facilitator.desk.desk import Desk
from facilitator.desk.prepare.door import Came, Comer, Party
from facilitator.desk.widgets.someone import Someone


class DoorField(QLineEdit):
    """`found` names who was meant when Enter was pressed; `unclear` says why that is nobody."""

    found = Signal(str)
    unclear = Signal(str)
    leaving = Signal()
    """Arrow down: on to the cards."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        t = desk.t
        self._desk = desk
        self._comers: list[Comer] = []
        self.setObjectName("door.find")
        self.setAccessibleName(t("Seat number, name or initials"))
        self.setPlaceholderText(t("Seat number or name, then Enter"))
        self.setClearButtonEnabled(True)

    def know(self, parties: tuple[Party, ...]) -> None:
        """Look among these from now on."""
        self._comers = [one for party in parties for one in party.comers]

    @property
    def asked(self) -> str:
        """What is looked for."""
        return self.text().strip()

    @property
    def by_name(self) -> bool:
        """Whether a name is looked for, and not a number."""
        return bool(self.asked) and not self.asked.isdecimal()

    @property
    def meant(self) -> str:
        """Whose number stands there now; "" while it is nobody's."""
        found = self._numbered() if self.asked.isdecimal() else None
        return found.person if found is not None else ""

    def fits(self, comer: Comer) -> bool:
        """Whether somebody fits the name that is looked for."""
        return not self.by_name or bool(_rank(comer, self.asked))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter says who it is, Escape forgets what was typed, arrow down leads to the cards."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.leaving.emit()
        else:
            super().keyPressEvent(event)

    def _numbered(self) -> Comer | None:
        number = int(self.asked)
        return next((one for one in self._comers if one.seat and one.seat == number), None)

    def _enter(self) -> None:
        if not self.asked:
            return
        wrong = self._wrong_number() if self.asked.isdecimal() else self._wrong_name()
        if wrong:
            self.unclear.emit(wrong)
            self.selectAll()

    def _wrong_number(self) -> str:
        t, found = self._desk.t, self._numbered()
        if found is None:
            return t("There is no seat {n}.", n=int(self.asked))
        if found.came is Came.VACANT:
            return t("Seat {n} is vacant.", n=found.seat)
        self.found.emit(found.person)
        return ""

    def _wrong_name(self) -> str:
        """Who fits best; of several who fit as well, those who have not come go first."""
        t = self._desk.t
        ranked = [(_rank(one, self.asked), one) for one in self._comers if one.person]
        best = max((rank for rank, _ in ranked), default=0)
        fitting = [one for rank, one in ranked if rank and rank == best]
        waiting = [one for one in fitting if one.came is not Came.HERE]
        some = waiting or fitting
        if not some:
            return t("Nobody of that name is expected.")
        if len(some) > 1:
            return t("{n} people fit: type more of the name, or the number.", n=len(some))
        self.found.emit(some[0].person)
        return ""


def _rank(comer: Comer, text: str) -> int:
    return Someone(comer.person, comer.name).fits(text) if comer.person else 0
