"""Small panels of the focus: a count put right, a sum that does not fit, topics put together."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.digits import Digits
from facilitator.desk.forum.focus.rows import sum_words
from facilitator.desk.forum.people import NameField, person_named
from facilitator.desk.forum.topicsbox import TopicsBox
from facilitator.desk.item.form import FormPanel
from facilitator.desk.secretary.writing import new_name
from facilitator.desk.widgets import words
from facilitator.meeting.forum.convergence import (
    MOST_DOTS,
    ChangeCluster,
    CloseDots,
    Cluster,
    EnterDots,
    FormCluster,
)
from facilitator.meeting.forum.wall import Topic
from facilitator.meeting.notes import NoteKind, WriteNote
from facilitator.meeting.part import MeetingCommand
from facilitator.words.figures import airy
from facilitator.words.forum import topic_number


class DotsPanel(FormPanel):
    """Dots put right after the count was closed, with the reason; the old number stays readable."""

    def __init__(
        self, desk: Desk, parent: QWidget, meeting_id: str, topic: Topic, dots: int | None = None
    ) -> None:
        t = desk.t
        name = f"{topic_number(topic.number)} {topic.title}"
        super().__init__(desk, t("Correct the dots on {topic}", topic=name), parent, meeting_id)
        self.setObjectName("dots-correction")
        self._topic = topic.id
        old = self.meeting.convergence.dots.get(topic.id, 0)
        self._dots = self.add_line(
            airy(t("Dots (until now {n})", n=old)), "dots.new", "" if dots is None else str(dots)
        )
        self._dots.setValidator(Digits(0, MOST_DOTS, self._dots))
        self._reason = self.add_line(t("Reason for the correction"), "dots.reason")
        self.settle()
        self.finish(t("Record the correction"), self._send, name="dots.done")
        (self._dots if dots is None else self._reason).setFocus()

    def _send(self) -> None:
        if not self._dots.text().isdecimal():
            self.wrong(self.desk.t("Write how many dots there are."))
            return
        self.send(
            EnterDots(
                meeting=self.meeting_id,
                topic=self._topic,
                dots=int(self._dots.text()),
                reason=self._reason.text(),
            )
        )


class ClosePanel(FormPanel):
    """A sum that does not fit is closed as it is, if people want that; why can be noted in the record."""

    def __init__(self, desk: Desk, parent: QWidget, meeting_id: str) -> None:
        t = desk.t
        super().__init__(desk, t("The sum does not fit"), parent, meeting_id, width=560)
        self.setObjectName("dots-close")
        told = sum_words(self.meeting.convergence, t)
        said = t("{said}: {judged}.", said=told.said, judged=told.judged)
        self.form.addWidget(words(said, "lead", wrap=True, name="close.sum"))
        self.form.addWidget(
            words(
                t(
                    "It is kept as it was counted, and both numbers stand in the book. "
                    "If there is time, count the sheets once more first."
                ),
                wrap=True,
            )
        )
        self._why = self.add_line(t("What people say about it (may stay empty)"), "close.why")
        self.settle()
        self.finish(t("Close it as it is"), self._send, name="close.done")
        self._why.setFocus()

    def _send(self) -> None:
        commands: list[MeetingCommand] = [CloseDots(meeting=self.meeting_id)]
        if why := self._why.text().strip():
            text = self.desk.t("On the sum of the dots: {why}", why=why)
            commands.insert(
                0,
                WriteNote(meeting=self.meeting_id, note=new_name(), text=text, kind=NoteKind.FACT),
            )
        self.send(*commands)


class ClusterPanel(FormPanel):
    """Topics that belong together, under a name; somebody takes them further."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        meeting_id: str,
        *,
        cluster: Cluster | None = None,
        ticked: tuple[str, ...] = (),
    ) -> None:
        t = desk.t
        title = t("Change the cluster") if cluster else t("Put topics together")
        super().__init__(desk, title, parent, meeting_id)
        self.setObjectName("cluster")
        self._cluster = cluster
        focus = self.meeting.convergence
        free = [
            topic
            for topic in self.meeting.wall.counted()
            if focus.cluster_of(topic.id) in (None, cluster)
        ]
        self._title = self.add_line(
            t("What it is called"), "cluster.title", cluster.title if cluster else ""
        )
        self._who = NameField(desk, meeting_id, name="cluster.initiator", says=t("Initiator"))
        if cluster:
            self._who.show_person(cluster.initiator)
        self.add(t("Who takes it further (may stay empty)"), self._who)
        chosen = cluster.topics if cluster else ticked
        self._topics = TopicsBox(
            desk, free, chosen, name="cluster.topics", says=t("Topics in the cluster")
        )
        self.add(t("Topics; those in another cluster are not here"), self._topics)
        self.settle()
        done = t("Change it") if cluster else t("Put together")
        self.finish(done, self._send, name="cluster.done")
        self._title.setFocus()

    def _send(self) -> None:
        person = ""
        if self._who.text().strip():
            person = person_named(self.desk, self.meeting_id, self._who.text(), say=self.say)
            if not person:
                return
        kind = ChangeCluster if self._cluster else FormCluster
        self.send(
            kind(
                meeting=self.meeting_id,
                cluster=self._cluster.id if self._cluster else self._free(),
                title=self._title.text(),
                topics=self._topics.ticked,
                initiator=person,
            )
        )

    def _free(self) -> str:
        """A name that no cluster bears or bore."""
        told = (entry.recorded.event for entry in self.meeting.chronicle)
        taken = {getattr(event, "cluster", "") for event in told}
        number = 1
        while f"c{number}" in taken:
            number += 1
        return f"c{number}"
