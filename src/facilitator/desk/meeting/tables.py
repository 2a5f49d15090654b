"""The desk of a meeting with several running phases: the tables one works at, of which one is shown."""

from __future__ import annotations

import importlib

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from facilitator.data import dataclass
from facilitator.desk.actions import action, key_of
from facilitator.desk.desk import Desk
from facilitator.desk.forum.segments import Segments
from facilitator.desk.meeting.moving import move_on
from facilitator.desk.meeting.phases import next_phase
from facilitator.desk.meeting.running import Running
from facilitator.desk.view import View, born_on
from facilitator.desk.widgets import card, column, row
from facilitator.meeting import Meeting
from facilitator.meeting.format import Stage
from facilitator.words.tongue import mark

MOST_KEYS = 6


@dataclass(frozen=True, slots=True)
class Table:
    """Something one works at. It is there in every phase that uses `part`; imported when first wanted."""

    key: str
    part: str
    title: str
    where: str

    def make(self, desk: Desk, meeting: str, page: QWidget) -> QWidget:
        """Make it; `page` is what its keys work all over."""
        module, name = self.where.split(":")
        made = getattr(importlib.import_module(module), name)
        return made(desk, meeting, page) if self.key == "debate" else made(desk, meeting)


TABLES: tuple[Table, ...] = (
    Table("wall", "wall", mark("Agenda wall"), "facilitator.desk.forum.wall.view:WallView"),
    Table("rounds", "rounds", mark("Rounds"), "facilitator.desk.forum.rounds.view:RoundsView"),
    Table("reports", "reports", mark("Reports"), "facilitator.desk.forum.reports.view:ReportsView"),
    Table("focus", "convergence", mark("Focus"), "facilitator.desk.forum.focus.view:FocusView"),
    Table(
        "actions",
        "actions",
        mark("Action groups"),
        "facilitator.desk.forum.actions.view:ActionsView",
    ),
    Table(
        "pitches", "pitches", mark("Pitches"), "facilitator.desk.selection.pitches.view:PitchesView"
    ),
    Table(
        "ballots", "ballots", mark("Ballots"), "facilitator.desk.selection.ballots.view:BallotsView"
    ),
    Table(
        "outcome", "outcome", mark("Result"), "facilitator.desk.selection.outcome.view:OutcomeView"
    ),
    Table("slate", "slate", mark("Slate"), "facilitator.desk.selection.slate.view:SlateView"),
    Table("debate", "polls", mark("Debate and vote"), "facilitator.desk.meeting.running:Running"),
)
PEOPLE = Table(
    "people", "attendance", mark("Sign in by name"), "facilitator.desk.prepare.signin:SignInView"
)
"""Where heads are counted it is seldom wanted: it is there from when it is asked for."""


class TablesRoom(View):
    """See the module. The table that the phase is about lies first; the one chosen in a phase stays chosen."""

    keys_wanted = Signal()
    """Who has the keys is another: a table was laid, or a roll call began or ended on the one that is shown."""

    def __init__(self, desk: Desk, meeting: str, page: QWidget) -> None:
        super().__init__(desk)
        self.setObjectName("tables")
        self.meeting_id, self._page = meeting, page
        one = desk.session.meeting(meeting)
        self._phase = one.phase.key
        self.tables = tables(one)
        self._made: dict[str, QWidget] = {}
        self._holders: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        self.segments = Segments(desk)
        self.segments.chosen.connect(self.lay)
        self._bar = card("bar")
        px = desk.px
        row(self.segments, None, on=self._bar, margins=(px(16), px(4), px(16), px(5)))
        column(self._bar, self._stack, on=self, gap=0)
        for number in range(1, MOST_KEYS + 1):
            action(
                desk,
                self,
                f"table.{number}",
                lambda number=number: self._lay_by_number(number),
                context=Qt.ShortcutContext.WindowShortcut,
            )
        self._offer()
        self.lay(_chosen(desk).read(meeting, self._phase) or self.tables[0].key)
        self._stale = False

    @property
    def shown(self) -> QWidget:
        """The table that is shown."""
        return self._made[self.segments.now]

    @property
    def debate(self) -> Running | None:
        """Where items are dealt with, while that is shown."""
        shown = self.shown
        return shown if isinstance(shown, Running) else None

    def lay(self, key: str) -> None:
        """Work at this table; it is made when it is first laid."""
        table = next((one for one in self.tables if one.key == key), self.tables[0])
        if table.key not in self._made:
            self._add(table)
        self.segments.show_chosen(table.key)
        self._stack.setCurrentWidget(self._holders[table.key])
        self.setFocusProxy(self._made[table.key])
        _chosen(self.desk).keep(self.meeting_id, self._phase, table.key)
        self.take_keys()
        self.keys_wanted.emit()

    def lead_to(self, key: str) -> None:
        """Work at this table; where it is one of the next phase only, the meeting goes on to that."""
        meeting = self.desk.session.meeting(self.meeting_id)
        then, part = next_phase(meeting), next((one.part for one in TABLES if one.key == key), "")
        here = any(one.key == key for one in self.tables)
        if not here and then is not None and part in then.parts:
            move_on(self.desk, self, self.meeting_id)
        else:
            self.lay(key)

    def lay_people(self) -> None:
        """Sign people in by name; from now on that is one of the tables."""
        if PEOPLE not in self.tables:
            self.tables.append(PEOPLE)
            self._offer()
        self.lay(PEOPLE.key)

    def take_keys(self) -> None:
        """Give the keys to the table that is shown."""
        shown = self.shown
        if isinstance(shown, Running):
            shown.take_keys()
        elif shown.isVisible():
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """The tables read by themselves."""

    def _offer(self) -> None:
        t = self.desk.t
        offered = [
            (
                table.key,
                t(table.title),
                key_of(f"table.{number}") if number <= MOST_KEYS else "",
            )
            for number, table in enumerate(self.tables, 1)
        ]
        self.segments.offer(offered)
        self._bar.setVisible(len(offered) > 1)

    def _add(self, table: Table) -> None:
        """Its keys work all over its holder and are hidden with it: they rest while another is shown."""
        holder = QWidget(self._stack)
        with born_on(holder):
            made = table.make(self.desk, self.meeting_id, holder)
        column(made, on=holder)
        self._made[table.key], self._holders[table.key] = made, holder
        self._stack.addWidget(holder)
        if isinstance(made, Running):
            made.keys_wanted.connect(self.keys_wanted)
        if (wanted := getattr(made, "table_wanted", None)) is not None:
            wanted.connect(self.lead_to)

    def _lay_by_number(self, number: int) -> None:
        if number <= len(self.tables):
            self.lay(self.tables[number - 1].key)


def tables(meeting: Meeting) -> list[Table]:
    """What can be worked at in the phase the meeting is in; what the phase is about stands first."""
    found = [table for table in TABLES if table.part in meeting.phase.parts]
    if not meeting.format.has("heads"):
        found.append(PEOPLE)
    gathering = meeting.phase.stage is Stage.GATHERING
    lead = PEOPLE.part if gathering else meeting.phase.lead
    return sorted(found, key=lambda table: table.part != lead)


class Chosen(QObject):
    """Which table was chosen in which phase of which meeting, as long as the archive is open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._keys: dict[tuple[str, str], str] = {}

    def read(self, meeting: str, phase: str) -> str:
        """The key of the table; "" where none was chosen yet."""
        return self._keys.get((meeting, phase), "")

    def keep(self, meeting: str, phase: str, key: str) -> None:
        """Remember it."""
        self._keys[meeting, phase] = key


def _chosen(desk: Desk) -> Chosen:
    found = desk.findChild(Chosen)
    return found if found is not None else Chosen(desk)
