"""Action groups: a list at the left; at the right one of them in full, and what could still become one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.forum.actions.detail import Detail
from facilitator.desk.forum.actions.listing import GroupList
from facilitator.desk.forum.actions.panel import Begun, GroupPanel
from facilitator.desk.forum.actions.rows import Seed, group_rows, seeds
from facilitator.desk.meeting.reason import ReasonPanel
from facilitator.desk.view import View
from facilitator.desk.widgets import button, card, clear, column, elided, row, scrolling, words
from facilitator.meeting import Meeting
from facilitator.meeting.forum.groups import DissolveGroup, EraseContact
from facilitator.session import Change
from facilitator.words.figures import airy

PART, LEAST = 0.5, 320


class ActionsView(View):
    """See the module."""

    def __init__(self, desk: Desk, meeting_id: str) -> None:
        super().__init__(desk)
        self.setObjectName("actions-view")
        self.meeting_id = meeting_id
        t, px = desk.t, desk.px
        self._seeds: list[Seed] | None = None
        self.list = GroupList(desk)
        self.detail = Detail(desk)
        self._count = words("", "head", name="actions.count")
        self._dateless = words("", "secondary", wrap=True, name="actions.dateless")
        self._new = button(t("New action group…"), "primary", name="actions.new")
        self._new.setIcon(desk.theme.icon("plus", "accent_on"))
        self._new.clicked.connect(lambda: self._form(None))
        self._none = words(
            t(
                "No action group yet. Whoever wants to go on with something forms one: a name, a first step."
            ),
            "lead",
            wrap=True,
            name="actions.none",
        )
        self._lists = QStackedWidget()
        empty = QWidget()
        column(self._none, None, on=empty, margins=px(24))
        self._lists.addWidget(empty)
        self._lists.addWidget(self.list)
        head = row(column(self._count, self._dateless, gap=0), self._new, margins=px(12), gap=px(8))
        head.setStretch(0, 1)
        left = card()
        column(head, self._lists, on=left, gap=0, margins=1).setStretch(1, 1)
        inner = QWidget()
        column(self.detail, self._offers(), None, on=inner, gap=px(16))
        self._side = scrolling(inner)
        self._side.setAccessibleName(t("The group"))
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        air = px(16)
        self._sides: QHBoxLayout = row(
            left, self._side, on=self, gap=air, margins=(air, air, air, px(8))
        )
        self._sides.setStretch(0, 1)
        self.list.chosen.connect(lambda _group: self._show_detail())
        self.list.opened.connect(self._change)
        self.detail.wanted.connect(self._do)
        self.refresh_now()

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self.desk.session.meeting(self.meeting_id)

    def concerns(self, change: Change) -> bool:
        """Acts of this meeting, and of bodies, whose people's names stand here."""
        return change.stream == f"meeting/{self.meeting_id}" or change.stream.startswith("body/")

    def refresh(self) -> None:
        """Show the groups, the one that is chosen, and what could become one."""
        meeting, t = self.meeting, self.desk.t
        rows = group_rows(self.desk, meeting)
        going = meeting.groups.going()
        self._count.setText(
            airy(t.many("{n} action group", "{n} action groups", len(going)))
            if rows
            else t("Action groups")
        )
        without = sum(group.due is None for group in going)
        said = t.many("{n} has named no day yet", "{n} have named no day yet", without)
        self._dateless.setText(airy(said))
        self._dateless.setVisible(bool(without))
        self._lists.setCurrentIndex(1 if rows else 0)
        self.setFocusProxy(self.list if rows else self._new)
        self.list.show_rows(rows)
        self._show_detail()
        self._show_seeds(meeting)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(max(self.desk.px(LEAST), int(self.width() * PART)))

    # What is shown.

    def _offers(self) -> QWidget:
        t, px = self.desk.t, self.desk.px
        self._offer = card()
        self._rows: QVBoxLayout = column(gap=px(4))
        title = words(t("What nobody goes on with yet"), "head", wrap=True)
        column(title, self._rows, on=self._offer, margins=px(16), gap=px(8))
        return self._offer

    def _show_detail(self) -> None:
        group = self.meeting.groups.all.get(self.list.group)
        self.detail.setVisible(group is not None)
        if group is not None:
            self.detail.show_group(self.meeting, group)

    def _show_seeds(self, meeting: Meeting) -> None:
        found = seeds(self.desk, meeting)
        if found == self._seeds:
            return
        self._seeds = found
        self._offer.setVisible(bool(found))
        clear(self._rows)
        t = self.desk.t
        for number, seed in enumerate(found, 1):
            go = button(t("Form a group…"), "plain", "tiny", name=f"seed.{number}")
            go.setAccessibleName(t("Form a group on {topic}", topic=seed.name))
            go.clicked.connect(lambda _on=False, seed=seed: self._form(seed))
            line = row(
                elided(f"{seed.number} {seed.name}".strip()), words(seed.why, "secondary"), go
            )
            line.setStretch(0, 1)
            self._rows.addLayout(line)

    # What is done.

    def _form(self, seed: Seed | None) -> None:
        begun = Begun()
        if seed is not None:
            title = seed.name
            begun = Begun(title, seed.lead, seed.topics)
        GroupPanel(self.desk, self, self.meeting_id, begun=begun).open()

    def _do(self, key: str) -> None:
        {"change": self._change, "dissolve": self._dissolve, "erase": self._erase}[key]()

    def _change(self) -> None:
        group = self.meeting.groups.all.get(self.list.group)
        if group is not None and not group.dissolved:
            GroupPanel(self.desk, self, self.meeting_id, group=group).open()

    def _dissolve(self) -> None:
        group, t = self.meeting.groups.all[self.list.group], self.desk.t
        ReasonPanel(
            self.desk,
            self,
            t("“{title}” does not go on", title=group.title),
            lambda text: DissolveGroup(meeting=self.meeting_id, group=group.id, reason=text),
            done=t("Note it"),
            note=t("The group stays readable, with the reason."),
        ).open()

    def _erase(self) -> None:
        group, t = self.meeting.groups.all[self.list.group], self.desk.t
        ReasonPanel(
            self.desk,
            self,
            t("Erase how to reach “{title}”", title=group.title),
            lambda text: EraseContact(meeting=self.meeting_id, group=group.id, reason=text),
            done=t("Erase it"),
            note=t("It is erased for good, also from the archive. That cannot be undone."),
            for_good=True,
            asks=t("Why (may stay empty)"),
        ).open()
