"""One action group in full: who, what first, by when, out of which topics; its contact only when asked for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout

from facilitator.desk.desk import Desk
from facilitator.desk.forum.actions.rows import topics_words
from facilitator.desk.meeting.asked import clock_at
from facilitator.desk.widgets import button, card, column, row, words
from facilitator.meeting import Meeting
from facilitator.meeting.forum.groups import Group
from facilitator.words.figures import airy, full_date, listing

SHOWN = "•••••••"


class Detail(QFrame):
    """`wanted` names a button: change, dissolve, erase."""

    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        t, px = desk.t, desk.px
        self._desk, self._group, self._contact = desk, "", ""
        self.setProperty("look", "card")
        self._title = words("", "item", wrap=True, name="group.shown")
        self._gone = words("", wrap=True, tone="warn", name="group.gone")
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(10))
        grid.setColumnStretch(1, 1)
        self._fields = {
            name: words("", wrap=True, name=f"group.shown.{name}")
            for name in ("lead", "members", "step", "due", "topics", "changes")
        }
        titles = {
            "lead": t("Leads it"),
            "members": t("With"),
            "step": t("First step"),
            "due": t("By when"),
            "topics": t("Topics"),
            "changes": t("Changed"),
        }
        self._labels = {name: words(said, tone="soft") for name, said in titles.items()}
        for place, (name, label) in enumerate(self._fields.items()):
            grid.addWidget(self._labels[name], place, 0)
            grid.addWidget(label, place, 1)
        self._change = button(t("Change…"), "soft", "small", name="group.change")
        self._dissolve = button(t("It does not go on…"), "plain", "small", name="group.dissolve")
        for key, one in (("change", self._change), ("dissolve", self._dissolve)):
            one.clicked.connect(lambda _on=False, key=key: self.wanted.emit(key))
        head = row(self._title, self._change, self._dissolve)
        head.setStretch(0, 1)
        column(head, self._gone, grid, self._contact_box(), on=self, margins=px(16), gap=px(12))

    def show_group(self, meeting: Meeting, group: Group) -> None:
        """Show it; the contact is covered again when another group is."""
        t, lang, names = self._desk.t, self._desk.lang, self._desk.session.names(meeting)
        if group.id != self._group or group.contact != self._contact:
            self._cover(group)
        self._title.setText(group.title)
        self._gone.setText(t("Does not go on: {reason}", reason=group.dissolved))
        self._gone.setVisible(bool(group.dissolved))
        due = airy(full_date(group.due, lang)) if group.due else t("no day named")
        changes = [
            t("{time}: {reason}", time=clock_at(meeting, one.recorded.at), reason=one.reason)
            if one.reason
            else t("{time}: before, {old}", time=clock_at(meeting, one.recorded.at), old=one.old)
            for one in group.changes
        ]
        told = {
            "lead": names.get(group.lead, group.lead),
            "members": listing((names.get(one, one) for one in group.members), lang),
            "step": group.first_step,
            "due": due,
            "topics": topics_words(self._desk, meeting, group.topics),
            "changes": "\n".join(changes),
        }
        for name, text in told.items():
            self._fields[name].setText(text)
            for one in (self._fields[name], self._labels[name]):
                one.setVisible(bool(text))
        tone = "ink" if group.due or group.dissolved else "warn"
        self._fields["due"].setProperty("tone", tone)
        self._fields["due"].style().polish(self._fields["due"])
        for one in (self._change, self._dissolve):
            one.setVisible(not group.dissolved)

    def _contact_box(self) -> QFrame:
        t, px = self._desk.t, self._desk.px
        self._box = card("sunken")
        self._reach = words("", wrap=True, name="group.contact.shown")
        self._show = button(t("Show it"), "plain", "tiny", name="group.contact.show")
        self._show.clicked.connect(self._uncover)
        self._erase = button(t("Erase…"), "plain", "tiny", name="group.contact.erase")
        self._erase.clicked.connect(lambda: self.wanted.emit("erase"))
        label = words(t("Contact, kept with consent"), "secondary", wrap=True)
        column(
            label,
            row(self._reach, self._show, self._erase),
            on=self._box,
            margins=px(12),
            gap=px(6),
        )
        return self._box

    def _cover(self, group: Group) -> None:
        self._group, self._contact = group.id, group.contact
        self._box.setVisible(bool(group.contact))
        self._reach.setText(SHOWN)
        self._show.setVisible(True)

    def _uncover(self) -> None:
        """Somebody may look over one's shoulder: it is shown when it is asked for."""
        self._reach.setText(self._contact)
        self._show.hide()
