"""Pitch mode: somebody announces a topic, a helper types along, the room reads it large; Enter posts it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facilitator.data import dataclass
from facilitator.desk.decisions.before import BeforeLine
from facilitator.desk.desk import Desk
from facilitator.desk.forum.people import NamesField, people_named
from facilitator.desk.forum.wall.acts import fresh_topics
from facilitator.desk.forum.wall.topics import title_field, why_field
from facilitator.desk.panel import Panel
from facilitator.desk.prepare.fields import labelled
from facilitator.desk.widgets import button, elided, words
from facilitator.meeting.forum.topics import PostTopic
from facilitator.words.figures import listing
from facilitator.words.forum import topic_number


@dataclass(frozen=True, slots=True)
class Pitch:
    """What was typed and is not posted yet."""

    title: str = ""
    who: tuple[str, ...] = ()
    why: str = ""
    queue: tuple[str, ...] = ()
    """Those who stand in line to speak next."""


class Pitches(QObject):
    """What was typed in each meeting, as long as the archive is open: a panel may be closed by accident."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._kept: dict[str, Pitch] = {}

    def read(self, meeting: str) -> Pitch:
        """What was typed."""
        return self._kept.get(meeting, Pitch())

    def keep(self, meeting: str, pitch: Pitch) -> None:
        """Keep it."""
        self._kept[meeting] = pitch


def pitches(desk: Desk) -> Pitches:
    """What was typed at a desk and is not posted yet."""
    found = desk.findChild(Pitches)
    return found if found is not None else Pitches(desk)


class PitchPanel(Panel):
    """See the module. It stays open for the next one in line."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str) -> None:
        t = desk.t
        super().__init__(desk, t("New topic"), parent, width=640)
        self.setObjectName("pitch")
        self.meeting_id = meeting
        self._title = title_field("pitch.title")
        self._who = NamesField(desk, meeting, name="pitch.who", says=t("Conveners"))
        self._why = why_field(desk, "pitch.why", 2)
        self._queue = NamesField(desk, meeting, name="pitch.queue", says=t("Next in line"))
        self._posted = elided("", "secondary", "good", name="pitch.posted")
        note = t("What is typed here the room reads at once.")
        self.body.addWidget(words(note, "secondary", wrap=True))
        self.body.addLayout(labelled(desk, t("Title"), self._title))
        self.body.addWidget(BeforeLine(desk, [self._title], but=meeting, name="pitch.before"))
        self.body.addLayout(labelled(desk, t("Conveners"), self._who))
        self.body.addLayout(labelled(desk, t("Why (may stay empty)"), self._why))
        self.body.addLayout(labelled(desk, t("Next in line (may stay empty)"), self._queue))
        self.body.addWidget(self._posted)
        self.finish(t("Post it"), self._post, cancel=False, name="pitch.done")
        close = button(t("Close"), name="pitch.close")
        close.clicked.connect(self.reject)
        self._foot.insertWidget(self._foot.count() - 1, close)
        self._show(pitches(desk).read(meeting))
        self._title.textChanged.connect(self._typed)
        self._who.changed.connect(self._typed)
        self._why.textChanged.connect(self._typed)
        self._queue.changed.connect(self._typed)
        self.finished.connect(self._gone)
        self._title.setFocus()
        self._typed()

    def _show(self, pitch: Pitch) -> None:
        self._title.setText(pitch.title)
        self._who.show_names(pitch.who)
        self._why.setPlainText(pitch.why)
        self._queue.show_names(pitch.queue)

    def _typed(self) -> None:
        """Keep it, and let the room read it."""
        who = tuple(self._who.names)
        why, queue = self._why.toPlainText(), tuple(self._queue.names)
        pitches(self.desk).keep(self.meeting_id, Pitch(self._title.text(), who, why, queue))
        self.desk.projector.show_pitch(self._title.text(), listing(who, self.desk.lang))

    def _gone(self, _result: int) -> None:
        self.desk.projector.show_pitch("", "")

    def _post(self) -> None:
        """Post it and be ready for the next one; without a convener, go and ask for one."""
        t, desk = self.desk.t, self.desk
        names = self._who.names
        if self._title.text().strip() and not names:
            self._who.setFocus()
            self.wrong(t("Who convenes it?"))
            return
        people = people_named(desk, self.meeting_id, names, say=self.say)
        if people is None:
            return
        meeting = desk.session.meeting(self.meeting_id)
        (key,) = fresh_topics(meeting, 1)
        number = topic_number(meeting.wall.next_number)
        title = " ".join(self._title.text().split())
        command = PostTopic(
            meeting=self.meeting_id,
            topic=key,
            title=self._title.text(),
            conveners=people,
            why=self._why.toPlainText(),
        )
        if desk.do(command, say=self.say):
            self.wrong("")
            self._posted.setText(t("Posted: {n} {title}", n=number, title=title))
            queue = self._queue.names
            self._show(Pitch(who=tuple(queue[:1]), queue=tuple(queue[1:])))
            self._title.setFocus()
            self._typed()
