"""What the panels of a round have in common: its id, money as it is typed, ids of new entries."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.desk.closing.money import NoMoney, read_fen
from facilitator.desk.desk import Desk
from facilitator.desk.followup.form import KeptPanel
from facilitator.desk.widgets import words
from facilitator.followup.case import Chronicled
from facilitator.rounds.round import Round
from facilitator.words.figures import airy, money


class RoundPanel(KeptPanel):
    """A panel about one round."""

    def __init__(
        self, desk: Desk, parent: QWidget, round_: str, title: str, *, width: int = 600
    ) -> None:
        super().__init__(desk, title, parent, width=width)
        self.round = round_
        if round_:
            self.form.addWidget(words(airy(self.case.round.title), "secondary", wrap=True))

    @property
    def case(self) -> Round:
        """The round as it is now."""
        return self.desk.session.round(self.round)

    @property
    def today(self) -> date:
        """The day of now."""
        return self.desk.now().date()

    def add_money(self, said: str, name: str, text: str = "") -> QLineEdit:
        """A field for an amount in yuan, with the amount as it is understood below it."""
        return add_money(self, said, name, text)

    def read_money(self, field: QLineEdit) -> int | None:
        """The amount in fen; None, said and with the keys there, for what cannot be read."""
        return read_money(self, field)


def add_money(panel: KeptPanel, said: str, name: str, text: str = "") -> QLineEdit:
    """A field for an amount in yuan, with the amount as it is understood below it."""
    field = panel.add_line(said, name, text)
    says = words("", "small", name=f"{name}.says")
    panel.form.addWidget(says)

    def tell() -> None:
        t, fen = panel.desk.t, fen_of(field)
        told = t("no amount of money") if fen is None else money(fen, panel.desk.lang)
        says.setText(airy(told))
        says.setVisible(bool(field.text().strip()))

    field.textChanged.connect(lambda _text: tell())
    tell()
    return field


def read_money(panel: KeptPanel, field: QLineEdit) -> int | None:
    """The amount in fen; None, said and with the keys there, for what cannot be read."""
    fen = fen_of(field)
    if fen is None:
        t = panel.desk.t
        panel.wrong(t("The money cannot be read. Write it like 3500, 3500.50 or 15000."))
        field.setFocus()
    return fen


def fen_of(field: QLineEdit) -> int | None:
    """An amount that was typed, in fen; None for what is none."""
    try:
        return read_fen(field.text())
    except NoMoney:
        return None


def fresh(case: Chronicled, stem: str = "e") -> str:
    """e1, e2 …: an id that no entry of a history has."""
    number = 1 + len(case.entries)
    while f"{stem}{number}" in case.entries:
        number += 1
    return f"{stem}{number}"
