"""Founding a body in three steps: its charter, its name, its roster."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from facilitator import overview
from facilitator.bodies.founding import MOST_TERMS, FoundBody
from facilitator.data import dataclass
from facilitator.desk.bodies.draft import own_copy
from facilitator.desk.bodies.editor import CharterEditor
from facilitator.desk.bodies.fields import labelled, text_field
from facilitator.desk.bodies.kept import kept
from facilitator.desk.bodies.numbers import an_example, outcome_of
from facilitator.desk.bodies.picker import CharterPicker
from facilitator.desk.bodies.rule import RuleCard
from facilitator.desk.bodies.sides import scrolled
from facilitator.desk.bodies.stepper import Stepper
from facilitator.desk.bodies.steps import Steps
from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice
from facilitator.desk.widgets import button, card, column, row, words
from facilitator.rules.charter import Charter
from facilitator.words.figures import airy, full_date

CHARTER, OWN, NAME = range(3)
DRAFT = "founding"
LONGEST = 40
"""Characters of an id that come from the name."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was chosen and typed so far."""

    step: int = CHARTER
    charter: Charter | None = None
    own: Charter | None = None
    """A charter that is being written."""
    name: str = ""
    community: str = ""
    posting: str = ""
    term: int = 1


def body_id(name: str, taken: Iterable[str], day: date) -> str:
    """An id from a name in Latin letters; else body- and the day. It is free, and says nothing in Chinese."""
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") if name.isascii() else ""
    stem = slug[:LONGEST].rstrip("-") or f"body-{day:%Y%m%d}"
    known, number, found = set(taken), 1, stem
    while found in known or found in ("new", "all"):
        number += 1
        found = f"{stem}-{number}"
    return found


class FoundingPage(QWidget):
    """The draft is kept until the body is founded, whatever becomes of the window meanwhile."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("founding")
        self.draft: Draft = kept(desk).get(DRAFT, Draft())
        t, px = desk.t, desk.px
        back = button("", "plain", icon=desk.theme.icon("arrow-left"), name="founding.back")
        back.setAccessibleName(t("Back"))
        back.setToolTip(t("Back"))
        back.clicked.connect(self._back)
        titles = (t("Charter"), t.within("step", "Name"), t("Roster"))
        self.steps = Steps(desk, titles)
        head = row(back, words(t("Set up a body"), "title"), None, self.steps, gap=px(16))
        self._stack = QStackedWidget()
        self.picker = CharterPicker(desk, t("Use this charter"), self.draft.charter)
        self.picker.chosen.connect(lambda charter: self._keep(charter=charter))
        self.picker.taken.connect(self._take)
        self.picker.copied.connect(self._copy)
        self._own, self._naming = QWidget(), QWidget()
        column(on=self._own)
        column(on=self._naming)
        for one in (self.picker, self._own, self._naming):
            self._stack.addWidget(one)
        margins = (px(32), px(24), px(32), px(24))
        column(head, self._stack, on=self, margins=margins, gap=px(16)).setStretch(1, 1)
        self.editor: CharterEditor | None = None
        self._go(self.draft.step)
        self.setFocusProxy(self._stack)

    def _keep(self, **fields: object) -> None:
        self.draft = replace(self.draft, **fields)  # type: ignore[arg-type]
        kept(self.desk)[DRAFT] = self.draft

    def _go(self, step: int) -> None:
        """Show a step; it is built from the draft."""
        if step == OWN and self.draft.own is not None:
            self._build_own(self.draft.own)
        elif step == NAME and self.draft.charter is not None:
            self._build_naming(self.draft.charter)
        else:
            step = CHARTER
        self._keep(step=step)
        self.steps.show_step(1 if step == NAME else 0)
        self._stack.setCurrentIndex(step)
        first = self.name if step == NAME else self.editor if step == OWN else self.picker
        if first is not None:
            self._stack.setFocusProxy(first)
            first.setFocus()

    def _back(self) -> None:
        if self.draft.step == CHARTER:
            self.desk.go("bodies", "", "all")
        elif self.draft.step == NAME and self.draft.own is not None:
            self._go(OWN)
        else:
            self._keep(own=None)
            self._go(CHARTER)

    def _take(self, charter: Charter) -> None:
        self._keep(charter=charter, own=None)
        self._go(NAME)

    def _copy(self, charter: Charter) -> None:
        self._keep(own=own_copy(charter, self.desk.lang))
        self._go(OWN)

    def _build_own(self, charter: Charter) -> None:
        t = self.desk.t
        self.editor = CharterEditor(self.desk, charter)
        self.editor.changed.connect(lambda: self._keep(own=self._edited()))
        done = button(t("Use this charter"), "primary", "big", name="founding.own")
        done.clicked.connect(self._own_done)
        self.editor.foot.insertWidget(0, done)
        _fill(self._own, self.editor)

    def _edited(self) -> Charter:
        assert self.editor is not None
        return self.editor.charter()

    def _own_done(self) -> None:
        assert self.editor is not None
        if (charter := self.editor.usable()) is not None:
            self._keep(charter=charter, own=charter)
            self._go(NAME)

    def _build_naming(self, charter: Charter) -> None:
        """Name, community, posting places, term."""
        desk, draft = self.desk, self.draft
        t, px, lang = desk.t, desk.px, desk.lang
        hint = t("e.g. Songbaigang community council")
        self.name = text_field("founding.name", draft.name, hint)
        self.community = text_field("founding.community", draft.community)
        self.posting = text_field("founding.posting", draft.posting, t("e.g. notice board, hall"))
        self.term = Stepper(desk, t("Running term"), "founding.term")
        self.term.set_limits(1, MOST_TERMS)
        self.term.set_value(draft.term)
        self.term.setMaximumWidth(px(160))
        self.name.textChanged.connect(lambda text: self._keep(name=text))
        self.community.textChanged.connect(lambda text: self._keep(community=text))
        self.posting.textChanged.connect(lambda text: self._keep(posting=text))
        self.term.changed.connect(lambda value: self._keep(term=value))
        self._said = words("", tone="bad", wrap=True, name="founding.said")
        self._said.hide()
        done = button(t("Set it up, then the roster"), "primary", "big", name="founding.done")
        done.clicked.connect(self._found)
        for field in (self.name, self.community, self.posting):
            field.returnPressed.connect(self._found)
        day = airy(full_date(desk.now().date(), lang))
        left = card()
        column(
            words(charter.title.text(lang), "secondary", wrap=True),
            words(charter.sentence.text(lang), "lead", wrap=True),
            labelled(desk, t("Name of the body"), self.name),
            labelled(desk, t("Community or village"), self.community, t("May be left open.")),
            labelled(desk, t("Where notices and resolutions are posted"), self.posting,
                     t("May be left open; it is printed on notices.")),
            labelled(desk, t("Running term"), self.term,
                     t("Which term is running now: meetings are numbered within it.")),
            words(t("Entered on {day}.", day=day), "secondary"),
            self._said, row(done, None), None,
            on=left, margins=px(24), gap=px(14),
        )  # fmt: skip
        left.setMaximumWidth(px(720))
        holder = QWidget()
        both = row(column(left, None), column(_rule_of(desk, charter), None), on=holder, gap=px(16))
        both.setStretch(0, 6)
        both.setStretch(1, 5)
        _fill(self._naming, scrolled(holder, t("Set up a body")))

    def _found(self) -> None:
        desk, draft = self.desk, self.draft
        assert draft.charter is not None
        known = [one.body for one in overview.bodies(desk.session)]
        found = body_id(draft.name, known, desk.now().date())
        command = FoundBody(
            body=found,
            name=draft.name,
            charter=draft.charter,
            term=draft.term,
            community=draft.community,
            posting_places=draft.posting,
        )
        if desk.do(command, say=self._refused):
            kept(desk).pop(DRAFT, None)
            desk.go("bodies", found, "roster")

    def _refused(self, notice: Notice) -> None:
        self._said.setText(notice.text)
        self._said.show()
        self.name.setFocus()


def _rule_of(desk: Desk, charter: Charter) -> QWidget:
    """The usual rule of the charter, to be seen once more before the body is founded."""
    made, rule = card(), charter.rule()
    assert rule is not None
    told = RuleCard(desk)
    told.show_rule(charter, rule, outcome_of(charter, rule, an_example(charter, rule)))
    column(told, on=made, margins=desk.px(24))
    return made


def _fill(holder: QWidget, content: QWidget) -> None:
    """Put something else into a step."""
    box = holder.layout()
    assert isinstance(box, QVBoxLayout)
    while (item := box.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
    box.addWidget(content)
