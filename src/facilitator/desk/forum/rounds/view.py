"""The rounds at the desk: what is on right now, how long still, people counted, what comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.rounds.board import Board, BoardModel
from facilitator.desk.forum.rounds.group import GroupCard
from facilitator.desk.forum.rounds.movement import Movement
from facilitator.desk.forum.rounds.rows import counted, ends_at, free_places, groups
from facilitator.desk.forum.segments import Segments
from facilitator.desk.meeting.asked import allow, clock_at, local, why_not
from facilitator.desk.meeting.cells import set_text
from facilitator.desk.meeting.onward import waiting_slot
from facilitator.desk.view import View
from facilitator.desk.widgets import button, card, column, row, scrolling, words
from facilitator.desk.widgets.words import retone
from facilitator.meeting import Meeting
from facilitator.meeting.forum.rounds import CountHeads, StartRound, people_here
from facilitator.words.figures import airy, listing
from facilitator.words.forum import slot_times, slot_title, topic_number

SIDE, NARROW, LOW = 312, 880, 320


class RoundsView(View):
    """See the module. The round that runs is shown; without one, the one chosen above."""

    def __init__(self, desk: Desk, meeting: str) -> None:
        super().__init__(desk)
        px = desk.px
        self.setObjectName("rounds")
        self.meeting_id, self.slot = meeting, ""
        self._running = ""
        self.model = BoardModel(desk)
        self.model.typed.connect(self._count)
        self.board = Board(desk, self.model)
        self.group = GroupCard(desk, meeting)
        self.board.selected.connect(lambda _topic: self.group.show_group(self.board.current))
        self.group.done.connect(self.board.setFocus)
        self._sum = words("", "secondary", wrap=True, name="rounds.sum")
        self._free = words("", "small", wrap=True, name="rounds.free")
        self._none = words(
            desk.t("Nothing hangs in this round yet."), "secondary", wrap=True, name="rounds.none"
        )
        self._foot = QWidget()
        column(self._sum, self._free, on=self._foot, gap=px(2))
        left = column(self._head(), self._none, self.board, self._foot, gap=px(6))
        left.setStretch(2, 1)
        self._side_area = scrolling(self._side())
        self._side_area.setAccessibleName(desk.t("The group, all rounds, and what comes next"))
        whole = row(
            left, self._side_area, on=self, margins=(px(16), px(10), px(16), px(8)), gap=px(16)
        )
        whole.setStretch(0, 1)
        self.setFocusProxy(self.board)
        desk.second.connect(self._tick)
        self.refresh_now()

    def refresh(self) -> None:
        """Show the round, and go along when another one begins."""
        meeting = self._meeting()
        rounds, slots = meeting.rounds, meeting.matrix.slots
        if rounds.running != self._running:
            self._running = rounds.running
            self.slot = rounds.running or self.slot
        if self.slot not in slots:
            self.slot = rounds.running or waiting_slot(meeting) or next(reversed(slots), "")
        self._show_slots(meeting)
        countable = bool(self.slot) and self.slot in rounds.held
        self.model.show_rows(groups(self.desk, meeting, self.slot), countable=countable)
        if self.board.current is None and self.model.rows:
            self.board.select(self.model.rows[0].topic)
        self.group.show_group(self.board.current)
        self._show_words(meeting)
        self._movement.show_meeting(meeting)
        self._spread.setVisible(not self._movement.empty)
        self._show_next(meeting)
        self._tick()

    def choose(self, slot: str) -> None:
        """Look at another round."""
        self.slot = slot
        self.refresh_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side takes less where it is narrow."""
        super().resizeEvent(event)
        px = self.desk.px
        self._side_area.setFixedWidth(px(SIDE) if self.width() > px(NARROW) else px(248))
        retone(self._left, kind="clock" if self.height() > px(LOW) else "figure")
        self._foot.setVisible(self.height() > px(LOW))

    def _meeting(self) -> Meeting:
        return self.desk.session.meeting(self.meeting_id)

    # --- the pieces

    def _head(self) -> QWidget:
        """The rounds to choose from; below them how it stands with this one; at the right what time is left."""
        desk, px = self.desk, self.desk.px
        self._slots = Segments(desk, name="slot")
        self._slots.chosen.connect(self.choose)
        self._state = words("", "secondary", wrap=True, name="rounds.state")
        self._start = button("", "soft", "small", name="rounds.start")
        self._start.clicked.connect(
            lambda: desk.do(StartRound(meeting=self.meeting_id, slot=self.slot))
        )
        self._left = words("", "clock", name="rounds.left")
        self._until = words("", "small", name="rounds.until")
        self._left.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._until.setAlignment(Qt.AlignmentFlag.AlignRight)
        held = QWidget()
        clock = column(self._left, self._until, gap=0)
        box = row(self._slots, self._state, self._start, clock, on=held, gap=px(12))
        box.setStretch(1, 1)
        return held

    def _side(self) -> QWidget:
        desk, t, px = self.desk, self.desk.t, self.desk.px
        self._movement = Movement(desk)
        note = words(t("As counted in each place; who moved on is not known."), "small", wrap=True)
        self._spread = card(name="rounds.spread")
        column(
            words(t("How people spread"), "head"), self._movement, note,
            on=self._spread, margins=px(14), gap=px(6),
        )  # fmt: skip
        self._next = card(name="rounds.next")
        self._next_head = words("", "head", wrap=True)
        self._next_list = words("", "secondary", wrap=True, name="rounds.next.list")
        column(self._next_head, self._next_list, on=self._next, margins=px(14), gap=px(6))
        made = QWidget()
        column(self.group, self._spread, self._next, None, on=made, gap=px(12))
        return made

    # --- the words

    def _show_slots(self, meeting: Meeting) -> None:
        t, rounds, pieces = self.desk.t, meeting.rounds, list[tuple[str, str, str]]()
        for slot in meeting.matrix.slots:
            title = airy(slot_title(meeting.matrix, slot, self.desk.lang))
            if slot == rounds.running:
                title = t("{round}: now", round=title)
            elif slot in rounds.held:
                title = f"✓ {title}"
            pieces.append((slot, title, ""))
        self._slots.offer(pieces)
        self._slots.show_chosen(self.slot)

    def _show_words(self, meeting: Meeting) -> None:
        t, lang = self.desk.t, self.desk.lang
        self._none.setVisible(not self.model.rows)
        self.board.setVisible(bool(self.model.rows))
        self._sum.setVisible(self.slot in meeting.rounds.held)
        places, done, heads = counted(meeting, self.slot)
        here = airy(t.many("{n} person here", "{n} people here", people_here(meeting)))
        said = t(
            "Counted in {done} of {places} places: {heads} people. {here}.",
            done=done, places=places, heads=heads, here=here,
        )  # fmt: skip
        self._sum.setText(airy(said))
        free = free_places(meeting, self.slot) if self.slot else []
        self._free.setText(airy(t("Free: {places}", places=listing(free, lang))))
        self._free.setVisible(bool(free))
        self._state.setText(airy(self._state_words(meeting)))
        self._show_start(meeting)

    def _state_words(self, meeting: Meeting) -> str:
        t, rounds = self.desk.t, meeting.rounds
        if not self.slot:
            return t("No time slots yet: they are made at the wall.")
        slot = meeting.matrix.slots[self.slot]
        plan = slot_times(slot, self.desk.lang, lambda at: local(meeting, at))
        if self.slot not in rounds.held:
            return t("Planned {times}, not held yet", times=plan)
        begun, ended = rounds.held[self.slot][-1]
        since = clock_at(meeting, begun)
        if ended is None:
            return t("Planned {times}, began {time}", times=plan, time=since)
        return t("Held {begun}–{ended}", begun=since, ended=clock_at(meeting, ended))

    def _show_start(self, meeting: Meeting) -> None:
        """The bar above starts the next round; here an ended one goes on, or one is held before its turn."""
        t, rounds = self.desk.t, meeting.rounds
        own = bool(self.slot) and not rounds.running and self.slot != waiting_slot(meeting)
        self._start.setVisible(own)
        if own:
            again = self.slot in rounds.held
            self._start.setText(t("Let it go on") if again else t("Start this round now"))
            command = StartRound(meeting=self.meeting_id, slot=self.slot)
            allow(self._start, why_not(self.desk, command))

    def _show_next(self, meeting: Meeting) -> None:
        """What comes after the round that runs, or next at all."""
        t, then = self.desk.t, waiting_slot(meeting)
        self._next.setVisible(bool(then) and then != self.slot)
        if not then:
            return
        title = airy(slot_title(meeting.matrix, then, self.desk.lang))
        slot = meeting.matrix.slots[then]
        times = slot_times(slot, self.desk.lang, lambda at: local(meeting, at))
        self._next_head.setText(t("Next: {round}, {times}", round=title, times=times))
        lines = [
            f"{topic_number(topic.number)} {topic.title} · {place.name}"
            for place in meeting.matrix.places.values()
            for topic in meeting.wall.at(place.id, then)
        ]
        self._next_list.setText("\n".join(lines) or t("Nothing hangs in this round yet."))

    def _tick(self) -> None:
        """What time is left, once a second."""
        meeting, t = self._meeting(), self.desk.t
        end = ends_at(meeting)
        shown = end is not None and self.slot == meeting.rounds.running
        self._left.setVisible(shown)
        self._until.setVisible(shown)
        if end is None or not shown:
            return
        seconds = int((end - self.desk.now()).total_seconds())
        over, time = seconds < 0, _span(abs(seconds))
        set_text(self._left, f"+{time}" if over else time)
        until = clock_at(meeting, end)
        said = t("over since {time}", time=until) if over else t("until {time}", time=until)
        set_text(self._until, airy(said))
        tone = "warn" if over else ""
        if self._left.property("tone") != tone:
            retone(self._left, tone=tone)

    def _count(self, place: str, heads: int) -> None:
        self.desk.do(CountHeads(meeting=self.meeting_id, heads=heads, place=place, slot=self.slot))


def _span(seconds: int) -> str:
    """Minutes and seconds; with hours from the first on."""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
