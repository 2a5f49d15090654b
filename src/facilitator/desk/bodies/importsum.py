"""What there is to say of a sheet beside its rows: how it was read, what is wrong, what would be missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from facilitator.bodies import Body
from facilitator.desk.bodies.reading import Reading
from facilitator.desk.bodies.sides import scrolled
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import clear, column, words
from facilitator.words.figures import airy, listing
from facilitator.words.findings import finding_sentence

MOST = 50
"""Sentences of one kind that are shown; the rows themselves are marked in any case."""


class ImportSum(QWidget):
    """`checked` tells that people said whether those of the same name are different people."""

    checked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setObjectName("import.sum")
        inner = QWidget()
        self._lines: QVBoxLayout = column(on=inner, gap=desk.px(8))
        column(scrolled(inner, desk.t("After the import")), on=self)
        self._meant: QCheckBox | None = None

    @property
    def same_names_meant(self) -> bool:
        """Whether people of the same name are different people."""
        return self._meant is not None and self._meant.isChecked()

    def show_reading(
        self,
        body: Body,
        reading: Reading,
        problems: list[str],
        titles: Callable[[str], str],
    ) -> None:
        """Say it, the gravest first."""
        t, lang, plan = self._desk.t, self._desk.lang, reading.plan
        clear(self._lines)
        self._meant = None
        self._add(reading.file_name, "head")
        number = len(reading.rows)
        self._add(t.many("{n} row read", "{n} rows read", number), "secondary")
        if reading.encoding:
            encoding = reading.encoding.removesuffix("-sig").upper()
            self._add(t("Read as {encoding}.", encoding=encoding), "secondary")
        if problems:
            self._head(t.many("{n} row to mend", "{n} rows to mend", len(problems)), "bad")
            self._several(problems)
        if plan.same_names:
            self._same(reading)
        if plan.not_offices:
            self._head(t("Posts that are no office of the charter"))
            self._several(
                t(
                    "Row {row}: “{word}” is no office of the charter and is left out.",
                    row=row,
                    word=word,
                )
                for row, word in plan.not_offices
            )
        found = [
            finding_sentence(one, body.charter, lang, _names(body, reading))
            for one in reading.findings
        ]
        if found:
            self._head(t("After the import"), "warn")
            self._several(found)
        elif not problems:
            self._head(t("The roster will be as the charter asks."), "good")
        heads = listing((f"{head}" for head in reading.heads.values()), lang)
        self._head(t("Columns"))
        self._add(t("Read: {heads}", heads=heads), "secondary")
        if plan.ignored:
            self._add(
                t("Columns not read: {heads}.", heads=listing(plan.ignored, lang)), "secondary"
            )
        self._lines.addStretch(1)

    def _same(self, reading: Reading) -> None:
        t = self._desk.t
        self._head(t("In the roster already"), "warn")
        same = reading.plan.same_names
        self._several(t("Row {row}: {name}", row=row, name=name) for row, name in same)
        self._meant = QCheckBox(t("They are different people"))
        self._meant.setObjectName("import.same-names")
        self._meant.toggled.connect(lambda: self.checked.emit())
        self._lines.addWidget(self._meant)

    def _head(self, text: str, tone: str = "") -> None:
        self._lines.addSpacing(self._desk.px(4))
        self._add(text, "strong", tone)

    def _several(self, sentences: Iterable[str]) -> None:
        said = list(sentences)
        for one in said[:MOST]:
            self._add(one)
        if len(said) > MOST:
            t = self._desk.t
            rest = len(said) - MOST
            self._add(t.many("and {n} more", "and {n} more", rest), "secondary")

    def _add(self, text: str, kind: str = "", tone: str = "") -> None:
        self._lines.addWidget(words(airy(text), kind, tone, wrap=True))


def _names(body: Body, reading: Reading) -> Callable[[str], str]:
    known = {key: person.name for key, person in body.people.items() if person is not None}
    known |= {entry.member: entry.person.name for entry in reading.plan.entries}
    return lambda member: known.get(member, member)
