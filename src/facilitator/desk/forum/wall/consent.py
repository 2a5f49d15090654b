"""Panels for what needs the consent of every convener: topics that become one, a topic that becomes several."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QLineEdit, QRadioButton, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.people import NamesField, people_named
from facilitator.desk.forum.wall.acts import fresh_topics
from facilitator.desk.forum.wall.topics import title_field
from facilitator.desk.panel import Panel
from facilitator.desk.prepare.fields import labelled, person_field
from facilitator.desk.widgets import button, clear, column, row, words
from facilitator.meeting import Meeting
from facilitator.meeting.forum.merging import MOST_PARTS, MergeTopic, Piece, SplitTopic
from facilitator.meeting.forum.wall import Topic
from facilitator.words.figures import airy, listing
from facilitator.words.forum import topic_number


class Consents(QWidget):
    """A tick for every convener who has to agree, each once, whatever they convene."""

    missing = Signal(int)
    """So many have not agreed yet."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.ticks: dict[str, QCheckBox] = {}
        self._box = column(on=self, gap=desk.px(2))

    def ask(self, meeting: Meeting, topics: Iterable[Topic]) -> None:
        """Ask the conveners of these; ticks that were set stay set."""
        t, names = self._desk.t, self._desk.session.names(meeting)
        agreed, convened = set(self.agreed), {}
        for topic in topics:
            for person in topic.conveners:
                convened.setdefault(person, []).append(topic_number(topic.number))
        clear(self._box)
        self.ticks.clear()
        for person, numbers in convened.items():
            who = f"{names.get(person, person)} ({listing(numbers, self._desk.lang)})"
            tick = QCheckBox(t("{who} agrees", who=who).replace("&", "&&"))
            tick.setObjectName(f"agrees.{person}")
            tick.setChecked(person in agreed)
            tick.toggled.connect(self._toggled)
            self.ticks[person] = tick
            self._box.addWidget(tick)
        self._toggled()

    @property
    def agreed(self) -> tuple[str, ...]:
        """Those who are ticked."""
        return tuple(person for person, tick in self.ticks.items() if tick.isChecked())

    def _toggled(self, _checked: bool = False) -> None:
        self.missing.emit(len(self.ticks) - len(self.agreed))


class _ConsentPanel(Panel):
    """The button that does it waits for everybody."""

    def add_consents(self, done: str, act: Callable[[], object], *, name: str) -> Consents:
        """The ticks, how many are missing, and the button."""
        self.body.addWidget(words(self.desk.t("Every convener has to agree:"), "strong"))
        consents = Consents(self.desk)
        self.body.addWidget(consents)
        self._missing = words("", "secondary", wrap=True, name=f"{name}.missing")
        self.body.addWidget(self._missing)
        self.finish(done, act, name=f"{name}.done")
        consents.missing.connect(self._told)
        return consents

    def _told(self, missing: int) -> None:
        t = self.desk.t
        self.done_button.setEnabled(not missing)
        said = t("All conveners agree.")
        if missing:
            said = t.many(
                "{n} convener has not agreed yet.", "{n} conveners have not agreed yet.", missing
            )
        self.done_button.setAccessibleDescription(said if missing else "")
        self._missing.setText(airy(said))


class MergePanel(_ConsentPanel):
    """One topic goes on as part of another; it stays readable under its number. `into` may be chosen here."""

    def __init__(
        self, desk: Desk, parent: QWidget, meeting: str, topic: str, into: str = ""
    ) -> None:
        t = desk.t
        super().__init__(desk, t("Two topics become one"), parent, width=600)
        self.setObjectName("merge")
        self.meeting_id, self._topic = meeting, topic
        one = self._meeting()
        others = [found for found in one.wall.counted() if found.live and found.id != topic]
        named = [(found.id, _named(found)) for found in others]
        self._other = person_field(desk, named, "merge.other")
        self._other.setCurrentIndex(max(0, self._other.findData(into)))
        self._other.currentIndexChanged.connect(lambda _at: self._ask())
        label = t("{topic} and:", topic=_named(one.wall.topic(topic)))
        self.body.addLayout(labelled(desk, label, self._other))
        self._ways = QButtonGroup(self)
        self._way_box = column(gap=desk.px(2))
        self.body.addLayout(self._way_box)
        for key in ("into", "from"):
            way = QRadioButton()
            way.setObjectName(f"merge.{key}")
            self._ways.addButton(way)
            self._way_box.addWidget(way)
        self._ways.buttons()[0].setChecked(True)
        self._consents = self.add_consents(t("Merge"), self._send, name="merge")
        self._ask()
        (self._ways.buttons()[0] if into else self._other).setFocus()

    def _meeting(self) -> Meeting:
        return self.desk.session.meeting(self.meeting_id)

    def _pair(self) -> tuple[Topic, Topic]:
        wall = self._meeting().wall
        return wall.topic(self._topic), wall.topic(self._other.currentData())

    def _ask(self) -> None:
        t, (topic, other) = self.desk.t, self._pair()
        for way, (gone, stays) in zip(
            self._ways.buttons(), ((topic, other), (other, topic)), strict=True
        ):
            numbers = topic_number(gone.number), topic_number(stays.number)
            way.setText(t("{gone} goes on as part of {stays}", gone=numbers[0], stays=numbers[1]))
        self._consents.ask(self._meeting(), (topic, other))
        self.fit()

    def _send(self) -> None:
        topic, into = self._pair()
        if self._ways.buttons()[1].isChecked():
            topic, into = into, topic
        self.send(
            MergeTopic(
                meeting=self.meeting_id,
                topic=topic.id,
                into=into.id,
                agreed=self._consents.agreed,
            )
        )


class SplitPanel(_ConsentPanel):
    """A topic goes on as several others, each with a title and conveners of its own."""

    def __init__(self, desk: Desk, parent: QWidget, meeting: str, topic: str) -> None:
        t = desk.t
        one = desk.session.meeting(meeting)
        found = one.wall.topic(topic)
        super().__init__(desk, t("Split {n}", n=topic_number(found.number)), parent, width=680)
        self.setObjectName("split")
        self.meeting_id, self._topic = meeting, found
        self.body.addWidget(words(found.title, "secondary", wrap=True))
        self._pieces = column(gap=desk.px(8))
        self._fields: list[tuple[QLineEdit, NamesField]] = []
        self.body.addLayout(self._pieces)
        self._more = button(t("One more part"), "quiet", name="split.more")
        self._more.setIcon(desk.theme.icon("plus"))
        self._more.clicked.connect(self._add)
        self.body.addLayout(row(self._more, None))
        self._consents = self.add_consents(t("Split it"), self._send, name="split")
        self._consents.ask(one, (found,))
        self._add()
        self._add()
        self._fields[0][0].setFocus()

    def _add(self) -> None:
        t, number = self.desk.t, len(self._fields) + 1
        title = title_field(f"split.title.{number}")
        says = t("Conveners of part {n}", n=number)
        who = NamesField(self.desk, self.meeting_id, name=f"split.who.{number}", says=says)
        who.show_people(self._topic.conveners)
        line = row(gap=self.desk.px(12))
        line.addLayout(labelled(self.desk, t("Title of part {n}", n=number), title), 3)
        line.addLayout(labelled(self.desk, says, who), 2)
        self._pieces.addLayout(line)
        self._fields.append((title, who))
        self._more.setEnabled(number < MOST_PARTS)
        title.setFocus()
        self.fit()

    def _send(self) -> None:
        """Parts that were left blank beyond the first two are none."""
        fields = [one for at, one in enumerate(self._fields) if at < 2 or one[0].text().strip()]
        meeting = self.desk.session.meeting(self.meeting_id)
        pieces: list[Piece] = []
        for key, (title, who) in zip(fresh_topics(meeting, len(fields)), fields, strict=True):
            people = people_named(self.desk, self.meeting_id, who.names, say=self.say)
            if people is None:
                return
            pieces.append(Piece(key, title.text(), people))
        self.send(
            SplitTopic(
                meeting=self.meeting_id,
                topic=self._topic.id,
                pieces=tuple(pieces),
                agreed=self._consents.agreed,
            )
        )


def _named(topic: Topic) -> str:
    return f"{topic_number(topic.number)} {topic.title}"
