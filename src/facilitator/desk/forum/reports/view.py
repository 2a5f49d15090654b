"""Reports: the board of what is missing at the left, the form at the right; or the news wall for both."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from facilitator.desk.actions import action, key_of
from facilitator.desk.desk import Desk
from facilitator.desk.forum.people import labels
from facilitator.desk.forum.reports import pane as states
from facilitator.desk.forum.reports.board import Board
from facilitator.desk.forum.reports.fill import Fill, KeptFill, fill_of, first_fill
from facilitator.desk.forum.reports.news import NewsWall
from facilitator.desk.forum.reports.pane import Pane
from facilitator.desk.forum.reports.panels import AddPanel, RecorderPanel
from facilitator.desk.forum.reports.posting import post
from facilitator.desk.forum.reports.rows import Kind, board_rows
from facilitator.desk.meeting.asked import local
from facilitator.desk.meeting.reason import ReasonPanel
from facilitator.desk.view import View
from facilitator.desk.widgets import column, row
from facilitator.meeting import Meeting
from facilitator.meeting.forum.topics import HoldAfterAll, NotHeld
from facilitator.meeting.forum.wall import Topic, TopicState
from facilitator.session import Change
from facilitator.words.figures import Unit, airy, clock_seconds, counted
from facilitator.words.forum import spot_words, topic_number

BOARD, LEAST_BOARD, PART = 528, 300, 0.42


class ReportsView(View):
    """See the module. What is typed is kept as a draft; Ctrl+Enter posts it and opens the next one."""

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__(desk)
        self.setObjectName("reports-view")
        self.meeting_id = meeting_id
        meeting = self.meeting
        opened = meeting.life.opened.at if meeting.life.opened else desk.now()
        self._kept = KeptFill(desk, meeting)
        self._topic = ""
        self._base = Fill()
        """The form before anybody wrote in it."""
        self._filling: set[str] = set()
        self.board = Board(desk)
        self.pane = Pane(desk, meeting_id, local(meeting, opened).date())
        self.news = NewsWall(desk)
        self._stack = QStackedWidget()
        self._both = QWidget()
        self._sides: QHBoxLayout = row(self.board, self.pane, on=self._both, gap=desk.px(16))
        self._sides.setStretch(1, 1)
        self._stack.addWidget(self._both)
        self._stack.addWidget(self.news)
        air = desk.px(16)
        column(self._stack, on=self, margins=(air, air, air, desk.px(8)))
        self.setFocusProxy(self.board)
        self._listen()
        self.refresh_now()

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self.desk.session.meeting(self.meeting_id)

    @property
    def topic(self) -> Topic | None:
        """The topic that is looked at."""
        return self.meeting.wall.topics.get(self._topic)

    def concerns(self, change: Change) -> bool:
        """Acts of this meeting, and of bodies, whose people's names stand in the forms."""
        return change.stream == f"meeting/{self.meeting_id}" or change.stream.startswith("body/")

    def refresh(self) -> None:
        """Read the board anew; a form that is being written keeps what is in it."""
        self._show_board()
        if self._stack.currentWidget() is self.news:
            self.news.show_reports(self.meeting)
        if self.board.lists(self._topic):
            self._show_topic(anew=False)
        else:
            self._open_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self.desk.px
        wide = max(px(LEAST_BOARD), min(px(BOARD), int(self.width() * PART)))
        self.board.setFixedWidth(wide)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes from the form to the board."""
        if event.key() == Qt.Key.Key_Escape and self.pane.isAncestorOf(self.focusWidget()):
            self.board.setFocus()
        else:
            super().keyPressEvent(event)

    # What is shown.

    def _listen(self) -> None:
        pane, listed = self.pane, self.board.list
        listed.chosen.connect(self._open)
        listed.entered.connect(self._enter)
        listed.recorder_wanted.connect(self._name_recorder)
        self.board.news_wanted.connect(self._show_news)
        self.news.left.connect(self._leave_news)
        pane.form.changed.connect(self._typed)
        pane.reason.textEdited.connect(lambda _text: self._typed())
        pane.wanted.connect(self._do)
        self._kept.drafts.saved.connect(self._saved)
        self._kept.drafts.failed.connect(self._not_saved)
        act = action(self.desk, self, "report.post", self.post)
        pane.post.clicked.connect(act.trigger)
        pane.post.setText(act.text())
        pane.post.set_key(key_of("report.post"))
        naming = action(self.desk, self, "report.recorder", self._name_current)
        self.board.recorder.clicked.connect(naming.trigger)

    def _show_board(self) -> None:
        meeting, kept = self.meeting, self._kept
        filling = {one for one in meeting.wall.topics if kept.read(one) is not None}
        names = self.desk.session.names(meeting)
        self._filling = filling
        self.board.show_rows(board_rows(meeting, names, self.desk.t, filling))

    def _open(self, topic: str) -> None:
        """Look at another topic."""
        if topic and topic != self._topic:
            self._topic = topic
            self._show_topic(anew=True)
            self.board.choose(topic)

    def _open_first(self) -> None:
        """Look at the first topic there is, when none was looked at or that one left the board."""
        self._topic = ""
        if self.board.first:
            self._open(self.board.first)
            return
        self.pane.show_state(states.NOTHING, "", self.desk.t("Report"), "")
        self.pane.why.setText(self.desk.t("There is no topic yet."))

    def _show_topic(self, *, anew: bool) -> None:
        topic = self.topic
        assert topic is not None
        state = self._state(topic)
        if not anew and state == self.pane.state == states.WRITING:
            self._renew(topic)
            return
        if not anew and state == states.READING and self.pane.state == states.CORRECTING:
            return
        t = self.desk.t
        name = t("Report")
        self.pane.show_state(state, topic_number(topic.number), name, self._where(topic))
        if state == states.WRITING:
            self._show_form(topic)
        elif state == states.READING:
            writer = self.pane.sheet.begin()
            names = self.desk.session.names(self.meeting)
            writer.report(self.meeting, topic, self.meeting.reports.all[topic.id], names)
            self.pane.sheet.show_written(writer)
        else:
            self._show_gone(topic)

    def _state(self, topic: Topic) -> str:
        if topic.id in self.meeting.reports.all:
            return states.READING
        return states.WRITING if topic.state is TopicState.OPEN else states.GONE

    def _where(self, topic: Topic) -> str:
        meeting, lang = self.meeting, self.desk.lang
        spots = [spot_words(meeting.matrix, spot, lang) for spot in topic.spots]
        report = meeting.reports.all.get(topic.id)
        heads = report.sheet.heads if report else int(self._first(topic).heads or 0)
        people = [counted(heads, Unit.PEOPLE, lang)] if heads else []
        return airy(" · ".join([*spots, *people]))

    def _first(self, topic: Topic) -> Fill:
        return first_fill(self.meeting, topic, labels(self.desk, self.meeting))

    def _show_form(self, topic: Topic) -> None:
        self._base = self._first(topic)
        kept = self._kept.read(topic.id)
        self.pane.form.show_fill(topic.title, kept or self._base)
        t = self.desk.t
        said = t("Not posted yet; every word is on the disk") if kept else t("Kept as you write")
        self.pane.kept.say(said)

    def _renew(self, topic: Topic) -> None:
        old, self._base = self._base, self._first(topic)
        self.pane.form.renew(old, self._base)

    def _show_gone(self, topic: Topic) -> None:
        t, pane = self.desk.t, self.pane
        if topic.state is TopicState.MERGED:
            into = self.meeting.wall.topic(topic.into)
            other = f"{topic_number(into.number)} {into.title}"
            text = t(
                "This topic was merged into {other}. Its report is written there.", other=other
            )
            pane.show_way_out("open-other", t("Open {n}", n=topic_number(into.number)))
        else:
            text = t("“{title}” was not held.", title=topic.title)
            if topic.reason:
                text += " " + t("Why: {reason}", reason=topic.reason)
            pane.show_way_out("held")
        pane.why.setText(airy(text))

    def _enter(self) -> None:
        """From the board into what is to be written, or read."""
        if self.pane.state == states.WRITING:
            self.pane.form.take_keys()
        elif self.pane.state == states.READING:
            self.pane.sheet.setFocus()
        else:
            self.pane.take_keys()

    def _show_news(self) -> None:
        self.news.show_reports(self.meeting)
        self._stack.setCurrentWidget(self.news)
        self.setFocusProxy(self.news)
        self.news.setFocus()

    def _leave_news(self) -> None:
        self._stack.setCurrentWidget(self._both)
        self.setFocusProxy(self.board)
        self.board.setFocus()

    # Drafts.

    @property
    def _correcting(self) -> bool:
        return self.pane.state == states.CORRECTING

    def _fill(self) -> Fill:
        fill = self.pane.form.fill
        if self._correcting:
            fill = replace(fill, reason=self.pane.reason.text())
        return fill

    def _typed(self) -> None:
        """A key was pressed: the draft is what the form is now, or gone when that is as it was given."""
        if not self._topic or self.pane.state not in (states.WRITING, states.CORRECTING):
            return
        self.pane.say(None)
        self.pane.take_back_question()
        fill, correcting = self._fill(), self._correcting
        if fill == self._base:
            self._kept.drop(self._topic, correcting=correcting)
            self.pane.kept.say(self.desk.t("Kept as you write"))
        else:
            self._kept.keep(self._topic, fill, correcting=correcting)
        if not correcting and (self._topic in self._filling) == (fill == self._base):
            self._show_board()

    def _saved(self, key: str) -> None:
        if self.pane.state == states.WRITING and key == self._kept.key(self._topic):
            t, now = self.desk.t, local(self.meeting, self.desk.now())
            if self._fill() != self._base:
                self.pane.kept.say(airy(t("Kept as you write, {time}", time=clock_seconds(now))))

    def _not_saved(self, why: str) -> None:
        t = self.desk.t
        self.pane.kept.say(t("✗ The draft is not on the disk: {why}", why=why), bad=True)

    # What is done.

    def post(self) -> None:
        """Post what is in the form; a blank one only when that is said once more."""
        if self._correcting:
            self._record()
        elif self.pane.state == states.WRITING:
            if self._fill().blank:
                self.pane.ask_blank()
            else:
                self._post()

    def _post(self) -> None:
        topic, fill = self._topic, self._fill()
        after = self.board.next_missing(topic)
        # The draft goes only when the report is on the disk; until then a crash finds it there.
        if not post(self.desk, self.meeting_id, topic, fill, say=self.pane.say):
            return
        self._kept.drop(topic)
        self._show_board()
        number = topic_number(self.meeting.wall.topic(topic).number)
        self.desk.done(airy(self.desk.t("Report {n} hangs on the news wall.", n=number)))
        if after:
            self._open(after)
            self._enter()
        else:
            self.board.setFocus()

    def _record(self) -> None:
        topic = self._topic
        if post(
            self.desk, self.meeting_id, topic, self._fill(), say=self.pane.say, correcting=True
        ):
            self._kept.drop(topic, correcting=True)
            self._end_correcting()

    def _end_correcting(self) -> None:
        self.pane.state = ""
        self._show_topic(anew=True)
        self.pane.sheet.setFocus()

    def _do(self, key: str) -> None:
        """A button of the pane."""
        acts = {
            "not-held": self._not_held,
            "held": lambda: self.desk.do(
                HoldAfterAll(meeting=self.meeting_id, topic=self._topic), say=self.pane.say
            ),
            "blank-form": self._print_forms,
            "add": self._add,
            "correct": self._correct,
            "open-other": lambda: self.board.choose(self.meeting.wall.topic(self._topic).into),
            "blank": self._post,
            "go-on": self._go_on,
            "cancel": self._cancel,
            "record": self._record,
        }
        acts[key]()

    def _go_on(self) -> None:
        self.pane.take_back_question()
        self.pane.form.take_keys()

    def _cancel(self) -> None:
        self._kept.drop(self._topic, correcting=True)
        self._end_correcting()

    def _not_held(self) -> None:
        t, topic = self.desk.t, self._topic
        found = self.meeting.wall.topic(topic)
        title = t("Not held: {topic}", topic=f"{topic_number(found.number)} {found.title}")
        ReasonPanel(
            self.desk,
            self,
            title,
            lambda text: NotHeld(meeting=self.meeting_id, topic=topic, reason=text),
            done=t("Note it"),
            note=t("That is a valid outcome. The book keeps a page for it."),
            asks=t("Why (may stay empty)"),
        ).open()

    def _print_forms(self) -> None:
        self.desk.go("meetings", self.meeting_id, "papers.reports")

    def _add(self) -> None:
        AddPanel(self.desk, self, self.meeting_id, self.meeting.wall.topic(self._topic)).open()

    def _correct(self) -> None:
        topic = self.meeting.wall.topic(self._topic)
        report, t = self.meeting.reports.all[topic.id], self.desk.t
        known = labels(self.desk, self.meeting)
        self._base = fill_of(self.meeting, topic, report.sheet, known)
        kept = self._kept.read(topic.id, correcting=True)
        self.pane.show_state(
            states.CORRECTING, topic_number(topic.number), t("Correct the report"), ""
        )
        self.pane.form.show_fill(topic.title, kept or self._base)
        self.pane.reason.setText(kept.reason if kept else "")
        self.pane.form.take_keys()

    def _name_current(self) -> None:
        one = self.board.list.row
        if one is not None and one.kind in (Kind.MISSING, Kind.LATER):
            self._name_recorder(one.topic)

    def _name_recorder(self, topic: str) -> None:
        RecorderPanel(self.desk, self, self.meeting_id, self.meeting.wall.topic(topic)).open()
