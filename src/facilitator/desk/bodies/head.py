"""The head of a body's page: its name, its term, who leads it, and the ways to roster and charter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from facilitator.bodies import Body
from facilitator.desk.bodies.sitting import seats_in_office
from facilitator.desk.bodies.terms import term_words
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import Button, button, chip, column, row
from facilitator.desk.widgets.elided import Elided, elided
from facilitator.words.figures import airy


class Head(QWidget):
    """`back` names the page that a small button leads back to, where there is one above this."""

    def __init__(self, desk: Desk, *, back: tuple[str, Callable[[], object]] | None = None) -> None:
        super().__init__()
        self._desk = desk
        px = desk.px
        self.title: Elided = elided("", "title", name="body.title")
        self.under: Elided = elided("", "secondary", name="body.under")
        self.chips = row(gap=px(8))
        self.ways = row(gap=px(8))
        above = row(self.title, self.chips, None, gap=px(12))
        told = column(above, self.under, gap=px(4))
        box = row(on=self, gap=px(12))
        if back is not None:
            said, go = back
            made = button("", "plain", icon=desk.theme.icon("arrow-left"), name="body.back")
            made.setAccessibleName(said)
            made.setToolTip(said)
            made.clicked.connect(go)
            box.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
        box.addLayout(told, 1)
        box.addLayout(self.ways)

    def way(self, text: str, name: str, go: Callable[[], object], look: str = "plain") -> Button:
        """One more button at the right."""
        made = button(text, look, name=name)
        made.clicked.connect(go)
        self.ways.addWidget(made)
        return made

    def menu(self, entries: list[tuple[str, str, Callable[[], object]]]) -> QMenu:
        """The button with the rest of the ways: words, name, what each does."""
        desk = self._desk
        made = button("", "plain", icon=desk.theme.icon("ellipsis"), name="body.more")
        said = desk.t("More")
        made.setAccessibleName(said)
        made.setToolTip(said)
        menu = QMenu(made)
        for text, name, go in entries:
            act = menu.addAction(text)
            act.setObjectName(name)
            act.triggered.connect(go)
        made.clicked.connect(lambda: menu.popup(made.mapToGlobal(made.rect().bottomLeft())))
        self.ways.addWidget(made)
        return menu

    def show_body(self, body: Body) -> None:
        """Name, term and the line below."""
        t = self._desk.t
        self.title.setText(body.name)
        while (item := self.chips.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        term = airy(t("{term} · current", term=term_words(body.term, t)))
        self.chips.addWidget(chip(term, "accent", name="body.term"))
        if body.sample:
            self.chips.addWidget(chip(t("Sample"), "sample", name="body.sample"))
        self.under.setText(under_words(self._desk, body))


def under_words(desk: Desk, body: Body) -> str:
    """理事长 苏慧敏 · 13 席，在任 12 人 · 由居委会执行决定."""
    t, lang, charter = desk.t, desk.lang, body.charter
    parts: list[str] = []
    for office in charter.offices:
        for one in body.seated:
            person = body.people.get(one.member)
            if office.chairs and office.key in one.offices and person is not None:
                parts.append(f"{office.title.text(lang)} {person.name}")
    parts.append(seats_in_office(body, lang))
    if charter.executor is not None:
        parts.append(t("carried out by {executor}", executor=charter.executor.text(lang)))
    if body.community and body.community not in body.name:
        parts.append(body.community)
    return " · ".join(parts)
