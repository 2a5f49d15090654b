"""What the segments of a project's page are made of: cards with a head and acts, entries with their day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from facilitator.acts import Command
from facilitator.desk.bodies.sides import scrolled
from facilitator.desk.desk import Desk
from facilitator.desk.followup.form import KeptPanel
from facilitator.desk.followup.reading import own
from facilitator.desk.panel import Panel
from facilitator.desk.projects.panels import fresh
from facilitator.desk.projects.telling import concern_row
from facilitator.desk.view import View
from facilitator.desk.widgets import Button, button, card, clear, column, row, words
from facilitator.rounds.concerns import concerns
from facilitator.rounds.project import Project, StrikeFromProject
from facilitator.session import Change
from facilitator.words.aftermath import near
from facilitator.words.figures import airy

DAY_WIDE = 132
"""Pixels at 100 % for the day before an entry."""


class SegmentView(View):
    """One segment: cards one below the other, made anew by `fill` after each act of the project or its round.

    `about` names the concerns that are told on top of it.
    """

    about: tuple[str, ...] = ()

    def __init__(self, desk: Desk, round_: str, project: str, name: str, title: str) -> None:
        super().__init__(desk)
        self.setObjectName(name)
        self.round, self.number = round_, project
        px = desk.px
        inner = QWidget()
        self.box: QVBoxLayout = column(
            on=inner, margins=(px(16), px(12), px(16), px(16)), gap=px(12)
        )
        area = scrolled(inner, title)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column(area, on=self)
        self.refresh_now()

    @property
    def case(self) -> Project:
        """The project as it is now."""
        return self.desk.session.project(self.round, self.number)

    @property
    def today(self) -> date:
        """The day of now."""
        return self.desk.now().date()

    @property
    def first(self) -> QWidget:
        """Its first button that works: what is to be done before anything else, what strikes last of all."""
        there = [
            one for one in self.findChildren(Button) if one.isEnabled() and one.isVisibleTo(self)
        ]
        return min(there, key=_weight, default=self)

    def concerns(self, change: Change) -> bool:
        """Acts of the project and of its round."""
        return change.stream in (f"project/{self.round}/{self.number}", f"round/{self.round}")

    def refresh(self) -> None:
        """Read the project and show it; whoever had the keys has them again."""
        had = self.focusWidget()
        name = had.objectName() if had is not None and had.hasFocus() else ""
        case = self.case
        clear(self.box)
        for one in concerns(case, self.today):
            if one.code in self.about:
                self.box.addWidget(concern_row(self.desk, one))
        self.fill(case)
        self.box.addStretch(1)
        back = self.findChild(QWidget, name) if name else None
        if back is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill(self, case: Project) -> None:
        """Add the cards to `box`."""
        raise NotImplementedError

    def act(
        self,
        said: str,
        name: str,
        panel: Callable[[], Panel],
        *,
        grade: str = "soft",
        icon: str = "",
    ) -> Button:
        """A button that opens a panel; grey, with the reason, where nothing can be recorded."""
        sign = self.desk.theme.icon(icon) if icon else None
        made = button(said, grade, "small", icon=sign, name=name)
        made.clicked.connect(lambda _on=False: panel().open())
        own(self.desk, made)
        return made

    def add_card(self, title: str, *acts: QWidget | None, note: str = "") -> QVBoxLayout:
        """A card with a head and its acts at the right; what is in it goes into the layout given back."""
        held, inner = section(self.desk, title, acts, note)
        self.box.addWidget(held)
        return inner

    def strike_button(self, entry: str, said: str) -> Button:
        """A small button that takes an entry away with a reason."""
        t = self.desk.t
        made = button("", "quiet", "tiny", name=f"strike.{entry}")
        made.setIcon(self.desk.theme.icon("x"))
        made.setAccessibleName(t("Strike this entry: {entry}", entry=said))
        made.setToolTip(t("This entry is wrong"))
        made.clicked.connect(
            lambda _on=False: StrikePanel(
                self.desk, self, self.round, self.number, entry, said
            ).open()
        )
        own(self.desk, made)
        return made


def _weight(one: Button) -> int:
    if one.objectName().startswith("strike."):
        return 2
    return 0 if one.property("look") == "primary" else 1


def section(
    desk: Desk, title: str, acts: Iterable[QWidget | None] = (), note: str = ""
) -> tuple[QFrame, QVBoxLayout]:
    """A card with a head; its inside is the layout."""
    px, held = desk.px, card()
    head = row(words(title, "strong"), gap=px(8))
    if note:
        head.addWidget(words(airy(note), "secondary"))
    head.addStretch(1)
    for one in acts:
        if one is not None:
            head.addWidget(one)
    inner = column(gap=px(6))
    column(head, inner, on=held, margins=(px(16), px(10), px(16), px(12)), gap=px(8))
    return held, inner


def entry_row(
    desk: Desk, day: date | None, *pieces: QWidget | None, end: QWidget | None = None
) -> QWidget:
    """A day, what is told of it one below the other, and a small act at the end."""
    px, held = desk.px, QWidget()
    said = airy(near(day, desk.now().date(), desk.lang)) if day is not None else ""
    when = words(said, tone="soft")
    when.setFixedWidth(max(when.sizeHint().width(), px(DAY_WIDE)))
    told = column(*(one for one in pieces if one is not None), gap=px(2))
    made = row(on=held, gap=px(8))
    made.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
    made.addLayout(told, 1)
    if end is not None:
        made.addWidget(end, 0, Qt.AlignmentFlag.AlignTop)
    return held


class ProjectPanel(KeptPanel):
    """A panel about one project: it names entries, and keeps what is typed until it is sent."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        round_: str,
        project: str,
        title: str,
        *,
        width: int = 640,
    ) -> None:
        super().__init__(desk, title, parent, width=width)
        self.round, self.number = round_, project
        self.form.addWidget(words(airy(f"{project} {self.case.title}"), "secondary", wrap=True))

    @property
    def case(self) -> Project:
        """The project as it is now."""
        return self.desk.session.project(self.round, self.number)

    @property
    def whose(self) -> dict[str, str]:
        """The fields that name the project in a command."""
        return {"round": self.round, "project": self.number}

    @property
    def stream(self) -> str:
        """Its history, for the names of drafts."""
        return f"project/{self.round}/{self.number}"

    @property
    def today(self) -> date:
        """The day of now."""
        return self.desk.now().date()

    @property
    def told(self) -> str:
        """What is said when it was taken."""
        return self.desk.t("Noted in the thread of “{title}”.", title=self.case.title)

    def command(self, kind: Callable[..., Command], **fields: object) -> Command:
        """A command about this project under a new entry."""
        return kind(**self.whose, entry=fresh(self.case), **fields)


class StrikePanel(ProjectPanel):
    """An entry does not count any more and stays readable."""

    def __init__(
        self, desk: Desk, parent: QWidget, round_: str, project: str, entry: str, said: str
    ) -> None:
        t = desk.t
        super().__init__(desk, parent, round_, project, t("This entry is wrong"))
        self.setObjectName("strike")
        self._entry = entry
        self.form.addWidget(words(airy(said), wrap=True))
        why = t(
            "It stays readable, struck, with the reason, and counts no more. What is right is noted anew."
        )
        self.form.addWidget(words(why, "secondary", wrap=True))
        self.reason = self.add_line(t("Reason"), "strike.reason")
        self.finish(t("Strike it"), self._send, name="strike.done")
        self.settle()
        self.reason.setFocus()

    def _send(self) -> None:
        self.send(StrikeFromProject(**self.whose, entry=self._entry, reason=self.reason.text()))
