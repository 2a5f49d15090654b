"""The motions on the item in hand as cards, their amendments beneath them, and what can be done with each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.item.doings import Doing
from facilitator.desk.item.motion_facts import Facts
from facilitator.desk.meeting.asked import plain
from facilitator.desk.widgets import (
    Button,
    Wording,
    button,
    card,
    chip,
    clear,
    column,
    elided,
    row,
    tip,
    words,
)
from facilitator.meeting.motions import MotionState
from facilitator.words.difference import difference_words
from facilitator.words.titles import title

CHIPS = {
    MotionState.CARRIED: "good",
    MotionState.LOST: "bad",
    MotionState.UNDECIDED: "warn",
}


class MotionCards(QWidget):
    """One card for each motion; `doings` tells what can be done with one, for the menu behind ⋯."""

    seconding = Signal(str)
    """A second is offered for a motion (its id)."""

    def __init__(self, desk: Desk, doings: Callable[[str], list[Doing]]) -> None:
        super().__init__()
        self._desk, self._doings = desk, doings
        self._facts: tuple[Facts, ...] = ()
        self._opened: set[str] = set()
        self.setObjectName("motions")
        self._box = column(on=self, gap=desk.px(12))
        self.hide()

    def show_motions(self, facts: tuple[Facts, ...]) -> None:
        """Show these; the keyboard stays on the button it was on."""
        if facts == self._facts:
            return
        self._facts = facts
        self._build()

    def _build(self) -> None:
        focused = self.focusWidget()
        kept = focused.objectName() if focused is not None and focused.hasFocus() else ""
        clear(self._box)
        for one in self._facts:
            self._box.addWidget(self._card(one))
        self.setVisible(bool(self._facts))
        if kept and (again := self.findChild(Button, kept)) is not None:
            again.setFocus()

    def _card(self, facts: Facts) -> QWidget:
        px, t = self._desk.px, self._desk.t
        made = card(name=f"motion.{facts.id}")
        box = column(on=made, margins=(px(16), px(8), px(16), px(12)), gap=px(4))
        box.addLayout(self._head(facts, "accent" if facts.open else "plain"))
        if facts.heads:
            box.addWidget(elided(t("Title of the decision: {title}", title=facts.heads), "small"))
        kind = "motion" if facts.open else ""
        box.addWidget(Wording(self._desk.theme, facts.text, kind))
        self._add_result(box, facts)
        self._add_before(box, facts)
        for one in facts.amendments:
            box.addWidget(self._amendment(one))
        return made

    def _amendment(self, facts: Facts) -> QWidget:
        """The change, and the whole motion with it; once it is settled only what became of it."""
        px, t = self._desk.px, self._desk.t
        made = card("beneath", name=f"motion.{facts.id}")
        box = column(on=made, margins=(px(12), px(4), 0, px(4)), gap=px(2))
        box.addLayout(self._head(facts, "warn" if facts.open else "plain"))
        box.addWidget(words(facts.text, "strong" if facts.open else "", wrap=True))
        if facts.open:
            box.addWidget(words(t("The motion would then read"), "small"))
            becomes = Wording(self._desk.theme, "", "strong")
            becomes.show_pieces(facts.becomes)
            becomes.setAccessibleDescription(difference_words(facts.becomes, self._desk.lang))
            box.addWidget(becomes)
        if facts.outdated:
            text = t("The motion was reworded since; the amendment has to be moved anew.")
            box.addWidget(words(text, "small", "warn", wrap=True))
        self._add_result(box, facts)
        return made

    def _head(self, facts: Facts, look: str) -> QVBoxLayout:
        t, px, name = self._desk.t, self._desk.px, f"motion.{facts.id}"
        pieces: list[QWidget] = [chip(facts.name, look, name=f"{name}.number")]
        people = elided(facts.people, "secondary", name=f"{name}.people")
        pieces.append(people)
        if facts.can_be_seconded:
            look = "soft" if facts.wants_second else "plain"
            second = button(t("Second…"), look, "small", name=f"{name}.second")
            second.setAccessibleName(t("Second {motion}…", motion=facts.name))
            second.clicked.connect(lambda _checked=False: self.seconding.emit(facts.id))
            pieces.append(second)
        head = row(*pieces, None, gap=px(8))
        if facts.decision:
            head.addWidget(words(facts.decision, "strong", name=f"{name}.decision"))
        if facts.state is not MotionState.PENDING:
            state = title(facts.state, self._desk.lang)
            head.addWidget(chip(state, CHIPS.get(facts.state, "plain"), name=f"{name}.state"))
        if facts.open:
            head.addWidget(self._more(facts))
        return column(head, gap=0)

    def _more(self, facts: Facts) -> Button:
        t = self._desk.t
        made = button("", "quiet", "small", name=f"motion.{facts.id}.more")
        made.setIcon(self._desk.theme.icon("ellipsis"))
        made.setProperty("narrow", True)
        made.setAccessibleName(t("What can be done with {motion}", motion=facts.name))
        tip(made, t("Put right, postpone, withdraw…"))
        made.clicked.connect(lambda _checked=False: self._open_menu(facts.id, made))
        return made

    def _open_menu(self, motion: str, at: Button) -> None:
        menu = QMenu(self)
        menu.setObjectName(f"menu.{motion}")
        menu.setToolTipsVisible(True)
        for doing in self._doings(motion):
            line = menu.addAction(doing.text)
            line.setObjectName(f"menu.{motion}.{doing.name}")
            line.setEnabled(not doing.why_not)
            line.setToolTip(plain(doing.why_not))
            line.triggered.connect(lambda _checked=False, act=doing.act: act())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at.mapToGlobal(QPoint(0, at.height())))

    def _add_result(self, box: QVBoxLayout, facts: Facts) -> None:
        if facts.result:
            name = f"motion.{facts.id}.result"
            box.addWidget(words(facts.result, "secondary", wrap=True, name=name))

    def _add_before(self, box: QVBoxLayout, facts: Facts) -> None:
        """Its earlier wordings, behind a button that tells how many there are."""
        if not facts.before:
            return
        t, n = self._desk.t, len(facts.before)
        shown = facts.id in self._opened
        said = t.many("{n} earlier wording", "{n} earlier wordings", n)
        toggle = button(said, "link", "small", name=f"motion.{facts.id}.before")
        toggle.setIcon(self._desk.theme.icon("chevron-up" if shown else "history", "accent_ink"))
        toggle.setAccessibleDescription(t("shown") if shown else t("hidden"))
        toggle.clicked.connect(lambda _checked=False: self._toggle(facts.id))
        box.addLayout(row(toggle, None))
        for one in facts.before if shown else ():
            box.addWidget(words(one.why, "small", wrap=True))
            text = Wording(self._desk.theme, "", "")
            text.show_pieces(one.pieces)
            text.setAccessibleDescription(difference_words(one.pieces, self._desk.lang))
            box.addWidget(text)

    def _toggle(self, motion: str) -> None:
        self._opened ^= {motion}
        self._build()
