"""Panels for who pays: a funder, another sum, none after all, and the end of a contract."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from facilitator.desk.closing.money import show_yuan
from facilitator.desk.desk import Desk
from facilitator.desk.projects.panels import RoundPanel
from facilitator.desk.projects.planning import ReasonPanel
from facilitator.desk.widgets import words
from facilitator.rounds.funders import AddFunder, ChangeFunder, CloseContract, DropFunder
from facilitator.rounds.outside import Funder, FunderKind
from facilitator.words.rounds import round_title


class FunderPanel(RoundPanel):
    """A new funder, or with `key` one that is told anew, with the reason."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, key: str = "") -> None:
        t = desk.t
        super().__init__(
            desk, parent, round_, t("Change a funder") if key else t("Who gives money")
        )
        self.setObjectName("funder")
        self._key, old = key, self.case.funders.get(key)
        kinds = [(one.value, round_title(one, desk.lang)) for one in FunderKind]
        self._kind = self.add_choice(t("Kind"), "funder.kind", kinds)
        self.name = self.add_line(
            t.within("funder", "Name"), "funder.name", old.name if old else ""
        )
        self.money = self.add_money(
            t("Sum in yuan"), "funder.money", show_yuan(old.fen) if old else ""
        )
        self.contract = self.add_line(
            t("Number of the contract or letter (may stay empty)"),
            "funder.contract",
            old.contract if old else "",
        )
        self.terms = self.add_text(
            t("Conditions (may stay empty)"), "funder.terms", old.terms if old else "", lines=2
        )
        self.decide = self._check(t("Residents take part in deciding"), "funder.decide")
        self.evaluate = self._check(t("Residents take part in evaluating"), "funder.evaluate")
        self.decide.setChecked(old.residents_decide if old else True)
        self.evaluate.setChecked(old.residents_evaluate if old else True)
        said = t("Where residents do not, that is said with the round.")
        self.form.addWidget(words(said, "small", wrap=True))
        if old is not None:
            self._kind.setCurrentIndex(self._kind.findData(old.kind.value))
            self.reason = self.add_line(t("Reason for the change"), "funder.reason")
        self.finish(t("Note it"), self._send, name="funder.done")
        self.settle()
        (self.money if old else self.name).setFocus()

    def _check(self, said: str, name: str) -> QCheckBox:
        made = QCheckBox(said)
        made.setObjectName(name)
        self.form.addWidget(made)
        return made

    def _send(self) -> None:
        fen = self.read_money(self.money)
        if fen is None:
            return
        funder = Funder(
            id=self._key or self._fresh(),
            kind=FunderKind(self._kind.currentData()),
            name=self.name.text(),
            fen=fen,
            contract=self.contract.text(),
            terms=self.terms.toPlainText(),
            residents_decide=self.decide.isChecked(),
            residents_evaluate=self.evaluate.isChecked(),
        )
        if self._key:
            self.send(ChangeFunder(round=self.round, funder=funder, reason=self.reason.text()))
        else:
            self.send(AddFunder(round=self.round, funder=funder))

    def _fresh(self) -> str:
        """f1, f2 …: also not one that was dropped, so that its history stays its own."""
        told = {
            getattr(getattr(one.event, "funder", None), "id", "") for one in self.case.chronicle
        }
        number = 1
        while f"f{number}" in told:
            number += 1
        return f"f{number}"


class DropFunderPanel(ReasonPanel):
    """Refused while it pays for a project by name."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, key: str) -> None:
        t, self._key = desk.t, key
        name = desk.session.round(round_).funders[key].name
        said = t("{name} gives nothing after all.", name=name)
        super().__init__(desk, parent, round_, t("Drop a funder"), said, t("Drop it"))
        self.setObjectName("drop-funder")

    def _send(self) -> None:
        self.send(DropFunder(round=self.round, funder=self._key, reason=self.reason.text()))


class CloseContractPanel(RoundPanel):
    """A contract ends once residents have said how satisfied they are with everything that it paid for."""

    def __init__(self, desk: Desk, parent: QWidget, round_: str, key: str) -> None:
        t, self._key = desk.t, key
        super().__init__(desk, parent, round_, t("Close a contract"))
        self.setObjectName("close-contract")
        one = self.case.funders[key]
        named = f"{one.name} · {one.contract}" if one.contract else one.name
        self.form.addWidget(words(named, "strong", wrap=True))
        said = t(
            "The service was rendered, and residents said how satisfied they are: without that the contract "
            "stays open."
        )
        self.form.addWidget(words(said, wrap=True))
        self.text = self.add_text(t("Note (may stay empty)"), "contract.text", lines=2)
        self.finish(t("Close the contract"), self._send, name="contract.done")
        self.settle()
        self.text.setFocus()

    def _send(self) -> None:
        self.send(CloseContract(round=self.round, funder=self._key, text=self.text.toPlainText()))
