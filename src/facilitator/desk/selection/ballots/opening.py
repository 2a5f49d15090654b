"""Before a vote, and after it: what will be on the ballot and under which terms; or how it was closed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import allow, clock_at, why_not
from facilitator.desk.notices import Notice
from facilitator.desk.selection.ballots.entry import chamber_name
from facilitator.desk.selection.ballots.panels import HelpersPanel, VoidPanel
from facilitator.desk.selection.ballots.slate_list import Line, SlateList
from facilitator.desk.selection.ballots.which import votes_counted
from facilitator.desk.widgets import button, card, column, row, scrolling, words
from facilitator.desk.widgets.folded import fold
from facilitator.desk.widgets.marks import SignMark
from facilitator.meeting import Meeting
from facilitator.meeting.selection.ballots import OpenVote
from facilitator.meeting.selection.papers import Vote, chambers, handed_out
from facilitator.meeting.selection.ties import ways_open
from facilitator.rules.selection.problem import TieBreak
from facilitator.words.ballots import counting_words, filling_words, offered, ties_words, void_words
from facilitator.words.figures import Unit, airy, counted, listing, money
from facilitator.words.tongue import Tongue

SIDE, LEAST, PART = 400, 260, 0.36


class OpeningPage(QWidget):
    """See the module. `table_wanted` names another table: the result, once a vote is closed."""

    table_wanted = Signal(str)

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__()
        self.desk, self.meeting_id = desk, meeting_id
        t, px = desk.t, desk.px
        self._among: tuple[str, ...] = ()
        self._head = words("", "head", wrap=True, name="opening.head")
        self.list = SlateList(desk)
        frame = card()
        top = row(self._head, margins=(px(16), px(14), px(16), px(8)))
        column(top, self.list, on=frame, gap=0, margins=1).setStretch(1, 1)
        self._bad = card("bad", name="opening.void")
        self._why_void = words("", wrap=True, name="opening.why-void")
        void = row(
            SignMark(desk.theme, "against", "bad", 20), self._why_void, on=self._bad, margins=px(12)
        )
        void.setStretch(1, 1)
        self._title = words("", "item", wrap=True, name="opening.title")
        self._terms = words("", "lead", wrap=True, name="opening.terms")
        self._more = words("", "secondary", wrap=True, name="opening.more")
        self._refused = words("", wrap=True, tone="bad", name="opening.refused")
        self._refused.hide()
        self._open = button(t("Open the vote…"), "primary", "big", name="opening.open")
        self._see = button(t("See the result"), "primary", "big", name="opening.result")
        self._void = button(t("Declare void…"), "quiet", name="opening.declare-void")
        self._void.clicked.connect(
            lambda: VoidPanel(desk, self, meeting_id, votes_counted(self.meeting)).open()
        )
        self._open.clicked.connect(self._begin)
        self._see.clicked.connect(lambda: self.table_wanted.emit("outcome"))
        self._side = self._right()
        row(frame, self._side, on=self, gap=px(16)).setStretch(0, 1)
        self.setFocusProxy(self._open)

    def _right(self) -> QFrame:
        px, frame = self.desk.px, card()
        inner = QWidget()
        column(
            self._bad, self._title, self._terms, self._more, self._refused, None,
            on=inner, margins=px(16), gap=px(12),
        )  # fmt: skip
        area = scrolling(inner)
        area.setAccessibleName(self.desk.t("What was agreed for this vote"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = card("foot")
        self._foot = row(self._void, None, self._see, self._open, on=foot, margins=px(12))
        column(area, foot, on=frame, gap=0, margins=1).setStretch(0, 1)
        return frame

    @property
    def meeting(self) -> Meeting:
        return self.desk.session.meeting(self.meeting_id)

    def show_meeting(self, meeting: Meeting) -> None:
        """Before the first vote, after one that is void, before one among the tied, or after the close."""
        t = self.desk.t
        self._among = revote_among(meeting)
        main = meeting.ballots.main()
        closed = main is not None and main.closed is not None
        last = meeting.ballots.votes[-1] if meeting.ballots.votes else None
        void = last is not None and not last.stands
        self._bad.setVisible(void)
        if last is not None and void:
            self._why_void.setText(airy(void_why(self.desk, meeting, last)))
        shown = set(self._among) or {one.id for one in meeting.slate.standing}
        self._show_slate(meeting, shown)
        again = closed and bool(self._among)
        self._open.setVisible(not closed or again)
        self._see.setVisible(closed)
        self._void.setVisible(closed and not meeting.outcome.is_announced)
        self._see.set_look("plain" if again else "primary")
        if not self._open.isHidden():
            self.setFocusProxy(self._open)
        else:
            self.setFocusProxy(self._see)
        if again:
            self._title.setText(t("A vote among the tied"))
            self._terms.setText(
                airy(
                    t(
                        "Everybody ticks one of these {n} projects. Who has more goes first.",
                        n=len(self._among),
                    )
                )
            )
        elif closed and main is not None:
            self._title.setText(t("The vote is closed"))
            self._terms.setText(airy(closed_words(self.desk, meeting, main)))
        else:
            number = len(meeting.ballots.votes)
            self._title.setText(t("The vote is held again") if number else t("Before the vote"))
            self._terms.setText(terms_words(meeting, self.desk.lang))
        self._more.setText(airy(self._present(meeting, open_=not closed or again)))
        self._show_button(meeting)
        self._fold()

    def _show_slate(self, meeting: Meeting, shown: set[str]) -> None:
        t, lang = self.desk.t, self.desk.lang
        names = self.desk.session.names(meeting)
        lines: list[Line] = []
        for name, number in meeting.slate.numbers.items():
            one = meeting.slate.all[name]
            if name in shown:
                back = stepped_back(meeting, name, names, t)
                under = t.within("between", ", ").join(part for part in (one.place, back) if part)
                lines.append(Line(number, one.title, airy(under), airy(money(one.asked, lang))))
        self.list.slate.show_lines(tuple(lines))
        n, asked = len(lines), sum(meeting.slate.all[one].asked for one in shown)
        said = t.many("{n} project on the ballot", "{n} projects on the ballot", n)
        sums = t(
            "{asked} asked for, {budget} there",
            asked=money(asked, lang),
            budget=money(meeting.slate.budget, lang),
        )
        self._head.setText(airy(t("{said}; {sums}", said=said, sums=sums)))

    def _present(self, meeting: Meeting, *, open_: bool) -> str:
        """Who would be on the roll, by chamber."""
        if not open_:
            return ""
        t, lang = self.desk.t, self.desk.lang
        here = [h.member for h in meeting.attendance.present(meeting.council.seats)]
        parts = [
            f"{chamber_name(meeting, group, lang)} {sum(meeting.group_of(one) == group for one in here)}"
            for group in chambers(meeting)
        ]
        people = counted(len(here), Unit.PEOPLE, lang)
        return t(
            "On the roll would be {people}: {chambers}. Whoever comes later does not vote.",
            people=people,
            chambers=listing(parts, lang),
        )

    def _show_button(self, meeting: Meeting) -> None:
        t, twice = self.desk.t, meeting.terms.twice
        once, again = t.within("ballots", "Open the vote"), t.within("ballots", "Open the vote…")
        self._open.setText(again if twice else once)
        self._open.updateGeometry()
        # With whom it is opened is asked only then: two of the people in the room stand for them here.
        here = [h.member for h in meeting.attendance.present(meeting.council.seats)]
        helpers = tuple(here[:2]) if twice else ()
        command = OpenVote(meeting=self.meeting_id, helpers=helpers, among=self._among)
        reason = why_not(self.desk, command) if self._open.isVisibleTo(self) else ""
        allow(self._open, reason)
        self._refused.setText(reason)
        self._refused.setVisible(bool(reason))

    def _begin(self) -> None:
        if self.meeting.terms.twice:
            HelpersPanel(self.desk, self, self.meeting, self._among).open()
        else:
            self.desk.do(OpenVote(meeting=self.meeting_id, among=self._among), say=self._say)

    def _say(self, notice: Notice) -> None:
        self._refused.setText(notice.text)
        self._refused.show()

    def set_side(self, width: int) -> None:
        """How wide the terms are, of so many pixels in all."""
        px = self.desk.px
        self._side.setFixedWidth(max(px(LEAST), min(px(SIDE), int(width * PART))))
        self._fold()

    def _fold(self) -> None:
        """Large letters have the buttons one above the other, so that none is cut."""
        fold(self._foot, self._side.maximumWidth(), self._void, self._see, self._open)


def revote_among(meeting: Meeting) -> tuple[str, ...]:
    """The tied, where it is time to vote again among them; () where that is not asked for."""
    asked = TieBreak.REVOTE in ways_open(meeting) and not meeting.outcome.is_announced
    return meeting.outcome.tied if asked else ()


def terms_words(meeting: Meeting, lang: str) -> str:
    """What goes on a ballot, what makes it void, how all are counted, how ties break."""
    counting, budget = meeting.terms.counting, meeting.slate.budget
    ballot = offered(meeting.terms.ballot, len(meeting.slate.standing))
    said = (
        filling_words(ballot, budget, lang),
        void_words(ballot, budget, lang),
        counting_words(counting, lang),
        ties_words(counting, lang),
    )
    return airy(("" if lang == "zh" else " ").join(one for one in said if one))


def stepped_back(meeting: Meeting, project: str, names: Mapping[str, str], t: Tongue) -> str:
    """Who does not vote on a project: 李建国回避; "" where nobody."""
    members = meeting.recusals.all.get(project, {})
    people = listing((names.get(one, one) for one in members), t.lang)
    return (
        t.many("{people} steps back", "{people} step back", len(members), people=people)
        if members
        else ""
    )


def void_why(desk: Desk, meeting: Meeting, vote: Vote) -> str:
    """Why a vote does not count: declared void, or more in a box than was handed out."""
    t = desk.t
    head = t("Vote {n} is void.", n=vote.number)
    if vote.void:
        return t("{head} {why}", head=head, why=vote.void)
    said = [
        t(
            "{chamber}: {issued} handed out, {returned} in the box.",
            chamber=chamber_name(meeting, group, desk.lang),
            issued=vote.issued.get(group, 0),
            returned=vote.box[group],
        )
        for group in vote.overfull
    ]
    return " ".join([head, *said]) if desk.lang == "en" else "".join([head, *said])


def closed_words(desk: Desk, meeting: Meeting, vote: Vote) -> str:
    """14:32 结束: handed out, in the box, typed."""
    assert vote.closed is not None
    t = desk.t
    said = t(
        "Closed at {time}: {issued} ballots handed out, {returned} in the boxes.",
        time=clock_at(meeting, vote.closed.at),
        issued=handed_out(vote.issued),
        returned=handed_out(vote.box),
    )
    n = len(vote.named)
    if not n:
        return said
    typed = t.many("{n} ballot typed for somebody.", "{n} ballots typed for somebody.", n)
    return f"{said} {typed}" if desk.lang == "en" else f"{said}{typed}"
