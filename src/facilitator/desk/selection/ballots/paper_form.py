"""One paper: a line to type its numbers into, and the list of projects that shows what was understood."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.selection.ballots.grid import PaperGrid, Row
from facilitator.desk.selection.ballots.said import Worth, numbers_on, told
from facilitator.desk.selection.ballots.typing import read_line, show_line, wrong_words
from facilitator.desk.widgets import button, column, row, tip, words
from facilitator.desk.widgets.marks import SignMark
from facilitator.desk.widgets.words import retone
from facilitator.meeting import Meeting
from facilitator.meeting.selection.papers import Marks, Vote
from facilitator.meeting.selection.recount import ballot_rule
from facilitator.rules.selection.ballots import TICKS, BallotKind
from facilitator.words.figures import airy, money
from facilitator.words.tongue import Tongue

LOW = 230
TONES = {Worth.VALID: "good", Worth.BLANK: "soft", Worth.VOID: "warn"}


def hint(kind: BallotKind, t: Tongue) -> str:
    """How a line is typed for this kind of ballot."""
    match kind:
        case BallotKind.RANKING:
            return t("Numbers from the best on: 7 3 12")
        case BallotKind.POINTS | BallotKind.SCORE:
            return t("Project=number: 3=5 7=2")
        case BallotKind.DOTS:
            return t("A number for each dot, or project=dots: 3 3 7, 3=2 7")
        case _:
            return t("Numbers of the ticked projects: 3 7 12")


class PaperForm(QWidget):
    """Call `begin` with a paper; `marks` is what stands in it. `finished` by Enter, if it makes sense."""

    changed = Signal()
    finished = Signal()

    def __init__(self, desk: Desk, name: str = "paper") -> None:
        super().__init__()
        self.desk = desk
        t, px = desk.t, desk.px
        self._of: tuple[Meeting, Vote] | None = None
        self._locked: frozenset[str] = frozenset()
        self.marks: Marks | None = None
        self._wrong = ""
        self.line = QLineEdit()
        self.line.setObjectName(f"{name}.line")
        self.line.setProperty("look", "search")
        self.line.setAccessibleName(t("What is on the ballot"))
        self.line.installEventFilter(self)
        self._blank = button(t.within("paper", "Blank"), "plain", "small", name=f"{name}.blank")
        self._blank.set_key("0")
        self._lost = button(
            t.within("paper", "Unreadable"), "plain", "small", name=f"{name}.unreadable"
        )
        self._lost.set_key("?")
        self._sign = {
            "good": SignMark(desk.theme, "for", "good", 18),
            "warn": SignMark(desk.theme, "against", "warn", 18),
        }
        self._said = words("", "strong", wrap=True, name=f"{name}.said")
        self._hint = words(
            t("0 blank, ? unreadable, -4 struck out on the paper; Enter goes on"),
            "small",
            wrap=True,
        )
        self.grid = PaperGrid(desk, name)
        self.top = row(self.line, gap=px(8))
        """The row of the line; whoever holds the form may put more into it."""
        self.top.setStretch(0, 1)
        said = row(*self._sign.values(), self._said, self._blank, self._lost, gap=px(6))
        said.setStretch(2, 1)
        column(self.top, said, self._hint, self.grid, on=self, gap=px(4)).setStretch(3, 1)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._typed)
        self._blank.clicked.connect(lambda: self._take(Marks()))
        self._lost.clicked.connect(lambda: self._take(Marks(unreadable=True)))
        self.grid.toggled.connect(self._toggle)
        self.grid.valued.connect(self._value)
        self.grid.struck.connect(self._strike)

    def begin(
        self, meeting: Meeting, vote: Vote, marks: Marks | None = None, locked: Iterable[str] = ()
    ) -> None:
        """A paper of a vote; `locked` are projects its voter steps back from."""
        self._of, self._locked = (meeting, vote), frozenset(locked)
        self.line.setPlaceholderText(hint(self.kind, self.desk.t))
        tip(self.line, hint(self.kind, self.desk.t))
        self._take(marks)

    def let_type(self, can: bool) -> None:
        """Whether anything may be changed."""
        for one in (self.line, self._blank, self._lost, self.grid):
            one.setEnabled(can)

    @property
    def kind(self) -> BallotKind:
        """What is put on a ballot of the vote."""
        return ballot_rule(*self._paper).kind

    @property
    def _paper(self) -> tuple[Meeting, Vote]:
        """The meeting and the vote that the paper belongs to."""
        assert self._of is not None  # `begin` comes first
        return self._of

    @property
    def ready(self) -> bool:
        """Whether something stands in it that makes sense."""
        return self.marks is not None and not self._wrong

    def _take(self, marks: Marks | None) -> None:
        """Show these marks, in the line too."""
        self.marks, self._wrong = marks, ""
        said = "" if marks is None else show_line(marks, self.kind, self._numbers)
        if self.line.text() != said:
            self.line.setText(said)
        self._show()

    @property
    def _numbers(self) -> dict[str, int]:
        return numbers_on(*self._paper)

    def _typed(self, text: str) -> None:
        typed = read_line(text, self.kind, self._numbers)
        self._wrong = wrong_words(typed, self.desk.t) if typed.wrong else ""
        if not typed.wrong:
            self.marks = typed.marks
        self._show()

    def _show(self) -> None:
        (meeting, vote), t = self._paper, self.desk.t
        marks = self.marks or Marks()
        rows = tuple(
            Row(
                name,
                number,
                meeting.slate.all[name].title,
                airy(money(meeting.slate.all[name].asked, t.lang)),
                marks.marks.get(name, 0),
                name in marks.struck or name in self._locked,
                name in self._locked,
            )
            for name, number in self._numbers.items()
        )
        self.grid.show_rows(rows, ticks=self.kind in TICKS)
        tone, said = "soft", t("Nothing is typed yet.")
        if self._wrong:
            tone, said = "bad", self._wrong
        elif self.marks is not None:
            found = told(meeting, vote, self._counting(self.marks), t)
            tone, said = TONES[found.worth], found.said
        self._said.setText(airy(said))
        retone(self._said, tone=tone)
        for key, sign in self._sign.items():
            sign.setVisible(key == tone)
        self.changed.emit()

    def _counting(self, marks: Marks) -> Marks:
        """The marks with own projects struck, as they will count."""
        return msgspec.structs.replace(marks, struck=(*marks.struck, *self._locked))

    def _toggle(self, project: str) -> None:
        marks = dict(self._plain.marks)
        if not marks.pop(project, 0):
            marks[project] = 1
        self._take(msgspec.structs.replace(self._plain, marks=marks))

    def _value(self, project: str, mark: int) -> None:
        marks = {**self._plain.marks, project: mark}
        kept = {name: n for name, n in marks.items() if n}
        self._take(msgspec.structs.replace(self._plain, marks=kept))

    def _strike(self, project: str) -> None:
        struck = tuple(sorted(set(self._plain.struck) ^ {project}))
        self._take(msgspec.structs.replace(self._plain, struck=struck))

    @property
    def _plain(self) -> Marks:
        return self.marks if self.marks is not None and not self.marks.unreadable else Marks()

    def tell(self, said: str) -> None:
        """Say why it was not taken."""
        self._said.setText(airy(said))
        retone(self._said, tone="bad")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height, the list of projects has it."""
        super().resizeEvent(event)
        self._hint.setVisible(self.height() > self.desk.px(LOW))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on when the line makes sense; arrows down go into the list; Esc empties the line."""
        if watched is self.line and event.type() is QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
                Qt.KeyboardModifier.ControlModifier
            ):
                if not event.isAutoRepeat():
                    self.enter()
                return True
            if event.key() == Qt.Key.Key_Escape and self.line.text():
                self._take(None)
                return True
            if event.key() == Qt.Key.Key_Down:
                self.grid.setFocus()
                if not self.grid.currentIndex().isValid():
                    self.grid.setCurrentIndex(self.grid.grid.index(0))
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the list goes on, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.enter()
        else:
            super().keyPressEvent(event)

    def enter(self) -> None:
        """Go on with what stands there, or say what is lacking."""
        if self._wrong:
            self.tell(self._wrong)
        elif self.marks is None:
            self.tell(self.desk.t("Type the numbers on the ballot; 0 for a blank one."))
        else:
            self.finished.emit()
