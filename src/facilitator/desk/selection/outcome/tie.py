"""An undecided tie: between whom, and only the ways that the terms allow; and the panels of those ways."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from hashlib import sha256

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.item.form import FormPanel
from facilitator.desk.selection.counter import Counts
from facilitator.desk.widgets import button, card, clear, column, row, words
from facilitator.desk.widgets.person import PersonPick
from facilitator.desk.widgets.someone import in_the_room
from facilitator.meeting import Meeting
from facilitator.meeting.selection.ties import LEAST_WITNESSES, DrawLot, RuleOnTie, ways_open
from facilitator.rules.selection.problem import Rule, TieBreak
from facilitator.words.figures import airy, listing, money
from facilitator.words.titles import title

MOST_SEED = 1_000_000


class TieCard(QFrame):
    """Shown while a tie keeps the result open."""

    revote_wanted = Signal()

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__()
        self.desk, self.meeting_id = desk, meeting_id
        self.setProperty("look", "warn")
        self.setObjectName("outcome.tie")
        t, px = desk.t, desk.px
        self._said = words("", "head", wrap=True, name="tie.said")
        self._how = words("", wrap=True, name="tie.how")
        self._lot = button(t("Draw the lot…"), "primary", name="tie.lot")
        self._again = button(t("Vote again among them"), "primary", name="tie.revote")
        self._rule = button(t("Agree on a way now…"), "plain", name="tie.rule")
        told = column(self._said, self._how, gap=px(4))
        self._line = row(told, self._rule, self._again, self._lot, on=self, gap=px(12))
        self._line.setStretch(0, 1)
        self._lot.clicked.connect(lambda: LotPanel(desk, self, meeting_id).open())
        self._rule.clicked.connect(lambda: RulingPanel(desk, self, meeting_id).open())
        self._again.clicked.connect(self.revote_wanted)

    def set_low(self, *, low: bool) -> None:
        """Where there is little height, the list has it."""
        px = self.desk.px
        self._line.setContentsMargins(px(14), px(4 if low else 12), px(14), px(4 if low else 12))

    def show_meeting(self, meeting: Meeting) -> None:
        """Show the tie that stands; nothing where there is none."""
        tied = meeting.outcome.tied
        busy = meeting.ballots.open is not None
        self.setVisible(bool(tied))
        if not tied:
            return
        t = self.desk.t
        found = meeting.outcome.selection
        assert found is not None  # something is tied in it
        names = [
            t(
                "“{title}” ({money})",
                title=meeting.slate.all[one].title,
                money=money(meeting.slate.all[one].asked, t.lang),
            )
            for one in tied
        ]
        said = t("Undecided: {projects} are tied.", projects=listing(names, t.lang))
        self._said.setText(airy(said))
        ways = ways_open(meeting)
        self._lot.setVisible(TieBreak.LOT in ways and not busy)
        self._again.setVisible(TieBreak.REVOTE in ways and not busy)
        self._rule.setVisible(meeting.outcome.pending(meeting.terms) is None and not busy)
        self._again.set_look("primary" if meeting.outcome.pending(meeting.terms) else "plain")
        self._how.setText(airy(self._way(meeting, ways, busy=busy)))

    def _way(self, meeting: Meeting, ways: Sequence[TieBreak], *, busy: bool) -> str:
        t, lang = self.desk.t, self.desk.lang
        if busy:
            return t("People are voting again among them.")
        if meeting.outcome.pending(meeting.terms) is not None:
            return t("Agreed before the vote: {way}.", way=title(ways[0], lang))
        if TieBreak.REVOTE in ways:
            return t("The vote among them was equal again. Vote once more, or agree on a way now.")
        return t(
            "Nothing agreed before the vote decides it. People may agree on a way now; the result says that "
            "it was agreed after the count."
        )


class LotPanel(Counts, FormPanel):
    """The lot, drawn before everybody: slips from a hat, or by the computer from a number that is recorded."""

    def __init__(self, desk: Desk, parent: QWidget, meeting_id: str) -> None:
        t = desk.t
        super().__init__(desk, t("Draw the lot"), parent, meeting_id, width=680)
        self.setObjectName("lot")
        self._tied = self.meeting.outcome.tied
        self.order: list[str] = []
        self.form.addWidget(
            words(
                t(
                    "Draw before everybody, and click the projects in the order drawn. The first goes first."
                ),
                wrap=True,
            )
        )
        self._rows: QVBoxLayout = column(gap=desk.px(6))
        self.form.addLayout(self._rows)
        self._draw = button(t("Let the computer draw"), "soft", name="lot.draw")
        self._anew = button(t.within("lot", "Begin anew"), "quiet", name="lot.anew")
        self.form.addLayout(row(self._draw, self._anew, None, gap=desk.px(8)))
        self._how: QLineEdit = self.add_line(
            t("How it was drawn"), "lot.how", t("Slips drawn from a hat")
        )
        people = in_the_room(desk, self.meeting, observers=True)
        self._witnesses: list[PersonPick] = []
        for n in range(1, LEAST_WITNESSES + 1):
            says = airy(t("Witness {n}", n=n))
            pick = PersonPick(desk, people, name=f"lot.witness.{n}", says=says, rows=1)
            self.add(says, pick)
            self._witnesses.append(pick)
        self._draw.clicked.connect(self._by_computer)
        self._anew.clicked.connect(lambda: self._set([]))
        self._set([])
        self.settle()
        self.finish(t("Record the lot"), self._send, name="lot.done")

    def _set(self, order: list[str]) -> None:
        self.order = order
        clear(self._rows)
        slate, t = self.meeting.slate, self.desk.t
        for place, one in enumerate(order, 1):
            said = words(
                airy(t("{place}. {title}", place=place, title=slate.all[one].title)),
                "value",
                name=f"lot.place.{place}",
            )
            self._rows.addWidget(said)
        for one in sorted(set(self._tied) - set(order), key=lambda one: slate.numbers[one]):
            made = button(slate.all[one].title, "plain", name=f"lot.take.{one}")
            made.clicked.connect(lambda _on=False, one=one: self._set([*self.order, one]))
            self._rows.addLayout(row(made, None))
        self._anew.setEnabled(bool(order))

    def _by_computer(self) -> None:
        """Anybody can draw it again from the number that is recorded."""
        seed = secrets.randbelow(MOST_SEED)
        numbers = self.meeting.slate.numbers
        self._set(drawn({one: numbers[one] for one in self._tied}, seed))
        self._how.setText(self.desk.t("Drawn by the computer, number {seed}", seed=f"{seed:06}"))

    def _send(self) -> None:
        if len(self.order) < len(self._tied):
            self.wrong(self.desk.t("Put all of them in the order drawn first."))
            return
        witnesses = tuple(pick.person for pick in self._witnesses if pick.person)
        self.send(
            DrawLot(
                meeting=self.meeting_id,
                order=tuple(self.order),
                how=self._how.text(),
                witnesses=witnesses,
            )
        )


def drawn(numbers: Mapping[str, int], seed: int) -> list[str]:
    """An order that anybody can draw again: by the SHA-256 of the seed and each project's number."""

    def lot(one: str) -> str:
        return sha256(f"{seed:06} {numbers[one]}".encode()).hexdigest()

    return sorted(numbers, key=lot)


class RulingPanel(Counts, FormPanel):
    """People agree on a way to break a tie only now, after the count; the result says so."""

    def __init__(self, desk: Desk, parent: QWidget, meeting_id: str) -> None:
        t = desk.t
        super().__init__(desk, t("Agree on a way to break the tie"), parent, meeting_id)
        self.setObjectName("ruling")
        warn = card("warn")
        said = t(
            "This is agreed after the count. Minutes and result say so, and the votes are known already."
        )
        row(words(said, wrap=True), on=warn, margins=desk.px(12))
        self.form.addWidget(warn)
        self._group = QButtonGroup(self)
        used = (*self.meeting.terms.counting.ties, *self.meeting.outcome.ruled_ties)
        self._ways = [way for way in _offered(self.meeting) if way not in used]
        for n, way in enumerate(self._ways):
            made = QRadioButton(title(way, desk.lang))
            made.setObjectName(f"ruling.{way.value}")
            self._group.addButton(made, n)
            self.form.addWidget(made)
        self._reason = self.add_line(t("Who agreed, and why"), "ruling.reason")
        self.settle()
        self.finish(t("Record what was agreed"), self._send, name="ruling.done")

    def _send(self) -> None:
        at = self._group.checkedId()
        if at < 0:
            self.wrong(self.desk.t("Choose a way first."))
            return
        self.send(
            RuleOnTie(meeting=self.meeting_id, ties=(self._ways[at],), reason=self._reason.text())
        )


def _offered(meeting: Meeting) -> list[TieBreak]:
    """Ways that can decide something: by votes alone, those that are tied have as many."""
    greedy = meeting.terms.counting.rule is Rule.GREEDY
    ways = (TieBreak.LOWER_COST, TieBreak.MORE_VOTES, TieBreak.REVOTE, TieBreak.LOT)
    return [way for way in ways if not (greedy and way is TieBreak.MORE_VOTES)]
