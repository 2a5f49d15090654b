"""Focus: how people come to a point, the dots typed from the paper, and what belongs together."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.focus.clusters import ClusterList, cluster_rows
from facilitator.desk.forum.focus.panels import ClosePanel, ClusterPanel, DotsPanel
from facilitator.desk.forum.focus.reopened import Reopened
from facilitator.desk.forum.focus.rows import dot_rows, sum_words
from facilitator.desk.forum.focus.table import DotsTable
from facilitator.desk.forum.focus.ways import Ways
from facilitator.desk.meeting.asked import clock_at
from facilitator.desk.notices import Notice
from facilitator.desk.papers.segments import Segments
from facilitator.desk.view import View
from facilitator.desk.widgets import button, card, column, row, scrolling, words
from facilitator.desk.widgets.marks import SignMark
from facilitator.meeting import Meeting
from facilitator.meeting.forum.convergence import CloseDots, DissolveCluster, EnterDots, Way
from facilitator.session import Change
from facilitator.words.figures import airy

SIDE, LEAST_SIDE, PART = 380, 280, 0.34


class FocusView(View):
    """See the module. At the left dots or the space reopened, at the right the sum and the clusters."""

    table_wanted = Signal(str)
    """Another table of the forum is wanted: the wall, to post what is to be done."""

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__(desk)
        self.setObjectName("focus-view")
        self.meeting_id = meeting_id
        self._ticked: frozenset[str] = frozenset()
        self._choosing = False
        self._was_closed: bool | None = None
        self.table = DotsTable(desk)
        self.ways = Ways(desk, meeting_id)
        self.reopened = Reopened(desk)
        self.clusters = ClusterList(desk)
        self._left = QStackedWidget()
        ways = scrolling(self.ways)
        ways.setAccessibleName(desk.t("How do people come to a point?"))
        ways.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for one in (ways, self._dots(), self.reopened):
            self._left.addWidget(one)
        self._side = self._right()
        air = desk.px(16)
        self._sides: QHBoxLayout = row(
            self._left, self._side, on=self, gap=air, margins=(air, air, air, desk.px(8))
        )
        self._sides.setStretch(0, 1)
        self._listen()
        self.refresh_now()

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self.desk.session.meeting(self.meeting_id)

    def concerns(self, change: Change) -> bool:
        """Acts of this meeting, and of bodies, whose people's names stand here."""
        return change.stream == f"meeting/{self.meeting_id}" or change.stream.startswith("body/")

    def refresh(self) -> None:
        """Show where it stands."""
        meeting, focus = self.meeting, self.meeting.convergence
        choosing = focus.way is None or self._choosing
        if focus.way is None and not self.ways.isAncestorOf(self.focusWidget()):
            self.ways.show_meeting(meeting)
        page = 0 if choosing else 1 if focus.way is Way.DOTS else 2
        self._left.setCurrentIndex(page)
        self.setFocusProxy((self.ways, self.table, self.reopened)[page])
        if focus.closed is not None and not self._was_closed:
            self._order.choose("rank")
        self._was_closed = focus.closed is not None
        self._show_dots(meeting)
        self._show_sum(meeting)
        self.reopened.show_meeting(meeting, self.desk.session.names(meeting))
        self.clusters.show_rows(cluster_rows(self.desk, meeting))
        self._allow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self.desk.px
        self._side.setFixedWidth(max(px(LEAST_SIDE), min(px(SIDE), int(self.width() * PART))))

    def say(self, notice: Notice | None) -> None:
        """Tell why something was not done."""
        self._said.setText(notice.text if notice else "")
        self._box.setVisible(notice is not None)

    # How it is laid out.

    def _dots(self) -> QFrame:
        t, px, frame = self.desk.t, self.desk.px, card()
        choices = (("number", t("By number")), ("rank", t("By dots")))
        self._order = Segments(self.desk, "focus.order", t("Order"), choices)
        self._way = words("", "head", wrap=True, name="focus.way")
        self._other = button(t("Do it otherwise…"), "quiet", "small", name="focus.otherwise")
        self._fix = button(t("Correct dots…"), "plain", "small", name="focus.correct")
        head = row(self._way, self._other, self._fix, self._order, margins=px(8), gap=px(8))
        head.setStretch(0, 1)
        self._said = words("", wrap=True, tone="bad", name="focus.said")
        self._box = card("bad")
        row(self._said, on=self._box, margins=px(10))
        self._box.hide()
        column(head, self.table, self._box, on=frame, gap=0, margins=1).setStretch(1, 1)
        return frame

    def _right(self) -> QWidget:
        t, px, side = self.desk.t, self.desk.px, QWidget()
        self._sum_card = card()
        self._sum = words("", "lead", wrap=True, name="focus.sum")
        self._judged = words("", "item", wrap=True, name="focus.judged")
        theme = self.desk.theme
        self._signs = {
            "good": SignMark(theme, "for", "good", 20),
            "bad": SignMark(theme, "against", "bad", 20),
        }
        self._left_over = words("", "secondary", wrap=True, name="focus.left")
        self._close = button(t("All sheets are counted"), "primary", name="focus.close")
        judged = row(*self._signs.values(), self._judged)
        judged.setStretch(2, 1)
        column(
            self._sum,
            judged,
            self._left_over,
            row(self._close, None),
            on=self._sum_card,
            margins=px(16),
            gap=px(6),
        )
        frame = card()
        self._count = words("", "head", wrap=True, name="focus.count")
        self._form = button(t("Put topics together…"), "soft", "small", name="cluster.form")
        self._change = button(t("Change…"), "plain", "small", name="cluster.change")
        self._dissolve = button(t("Take apart"), "plain", "small", name="cluster.dissolve")
        foot = card("foot")
        row(self._change, self._dissolve, None, on=foot, margins=px(8))
        self._hint = words(
            t("Tick topics in the table, by Space or a click; then put them together."),
            "secondary",
            wrap=True,
            name="focus.hint",
        )
        top = column(self._count, self._hint, row(self._form, None), margins=px(12), gap=px(8))
        column(top, self.clusters, foot, on=frame, gap=0, margins=1).setStretch(1, 1)
        column(self._sum_card, frame, on=side, gap=px(16)).setStretch(1, 1)
        # The list takes what is left; a little of it stays where that is not much.
        self.clusters.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.clusters.setMinimumHeight(px(64))
        area = scrolling(side)
        area.setAccessibleName(t("The sum of the dots, and the clusters"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _listen(self) -> None:
        self.table.entered.connect(self._entered)
        self.table.ticked.connect(self._tick)
        self.ways.chosen.connect(self._chosen)
        self.reopened.wall_wanted.connect(lambda: self.table_wanted.emit("wall"))
        self.reopened.otherwise.connect(self._choose)
        self._order.chosen.connect(lambda _key: self._show_dots(self.meeting))
        self._other.clicked.connect(self._choose)
        self._fix.clicked.connect(lambda: self._correct(self.table.topic))
        self._close.clicked.connect(self._close_count)
        self._form.clicked.connect(self._put_together)
        self._change.clicked.connect(self._change_cluster)
        self._dissolve.clicked.connect(self._take_apart)
        self.clusters.opened.connect(self._change_cluster)

    # What is shown.

    def _show_dots(self, meeting: Meeting) -> None:
        focus, t = meeting.convergence, self.desk.t
        self._ticked &= {topic.id for topic in meeting.wall.counted()}
        by_rank = self._order.choice == "rank"
        rows = dot_rows(meeting, by_rank=by_rank, ticked=self._ticked)
        self.table.show_rows(rows, can_type=focus.way is Way.DOTS)
        if focus.way is Way.DOTS:
            people = t.many("{n} person", "{n} people", focus.people)
            each = t.many("{n} dot each", "{n} dots each", focus.each)
            said = t("{people}, {each}", people=people, each=each)
            self._way.setText(airy(said))

    def _show_sum(self, meeting: Meeting) -> None:
        focus, t = meeting.convergence, self.desk.t
        self._side.setVisible(focus.way is not None)
        self._sum_card.setVisible(focus.way is Way.DOTS and not self._choosing)
        told = sum_words(focus, t)
        begun = bool(focus.dots)
        self._sum.setText(told.said)
        wrong = focus.closed is not None or focus.counted > focus.expected
        tone = "good" if told.fits else "bad" if wrong else "warn"
        self._judged.setText(told.judged if begun else "")
        for key, sign in self._signs.items():
            sign.setVisible(begun and key == tone)
        self._judged.setProperty("tone", tone)
        self._judged.style().polish(self._judged)
        left = sum(topic.id not in focus.dots for topic in meeting.wall.counted())
        said = t.many("{n} topic is not typed yet", "{n} topics are not typed yet", left)
        if focus.closed is not None:
            at = clock_at(meeting, focus.closed.at)
            said = t("Counted at {time}; what is wrong is corrected with its reason.", time=at)
            if focus.changes:
                n = len(focus.changes)
                said += " " + t.many("{n} correction so far.", "{n} corrections so far.", n)
        elif not left:
            said = t("All topics are typed.")
        self._left_over.setText(airy(said))

    def _allow(self) -> None:
        focus, t = self.meeting.convergence, self.desk.t
        closed = focus.closed is not None
        self._close.setVisible(not closed)
        self._close.setEnabled(bool(focus.dots))
        self._fix.setVisible(closed)
        self._other.setVisible(not closed and not focus.counted)
        n, ticks = len(focus.clusters), len(self._ticked)
        self._count.setText(airy(t.many("{n} cluster", "{n} clusters", n)) if n else t("Clusters"))
        self._hint.setVisible(not n and focus.way is Way.DOTS)
        said = t("Put topics together…")
        if ticks:
            said = t.many("Put {n} topic together…", "Put {n} topics together…", ticks)
        self._form.setText(airy(said))
        self._form.updateGeometry()
        self._form.setEnabled(focus.way is not None)
        for one in (self._change, self._dissolve):
            one.setEnabled(bool(self.clusters.cluster))

    # What is done.

    def _choose(self) -> None:
        self._choosing = True
        self.ways.show_meeting(self.meeting)
        self.refresh_now()
        self.ways.setFocus()

    def _chosen(self) -> None:
        self._choosing = False
        self.refresh_now()
        self.setFocus()

    def _entered(self, topic: str, dots: int) -> None:
        self.say(None)
        if self.meeting.convergence.closed is not None:
            self._correct(topic, dots)
            return
        self.desk.do(EnterDots(meeting=self.meeting_id, topic=topic, dots=dots), say=self.say)

    def _correct(self, topic: str, dots: int | None = None) -> None:
        if topic:
            found = self.meeting.wall.topic(topic)
            DotsPanel(self.desk, self, self.meeting_id, found, dots).open()

    def _tick(self, topic: str) -> None:
        self._ticked ^= {topic}
        self._show_dots(self.meeting)
        self._allow()

    def _close_count(self) -> None:
        """A sum that fits is closed at once; one that does not is closed when people say so."""
        if self.meeting.convergence.fits:
            self.desk.do(CloseDots(meeting=self.meeting_id), say=self.say)
        else:
            ClosePanel(self.desk, self, self.meeting_id).open()

    def _put_together(self) -> None:
        focus = self.meeting.convergence
        ticked = (topic.id for topic in self.meeting.wall.counted() if topic.id in self._ticked)
        free = tuple(topic for topic in ticked if focus.cluster_of(topic) is None)
        panel = ClusterPanel(self.desk, self, self.meeting_id, ticked=free)
        panel.accepted.connect(self._untick)
        panel.open()

    def _untick(self) -> None:
        self._ticked = frozenset()
        self.refresh_now()

    def _change_cluster(self) -> None:
        if self.clusters.cluster:
            cluster = self.meeting.convergence.cluster(self.clusters.cluster)
            ClusterPanel(self.desk, self, self.meeting_id, cluster=cluster).open()

    def _take_apart(self) -> None:
        """Without a question: it is undone with Ctrl+Z."""
        command = DissolveCluster(meeting=self.meeting_id, cluster=self.clusters.cluster)
        self.desk.do(command, say=self.say)
