"""Who took part in a body's meetings: attendance by group beside the community's numbers, and votes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from facilitator import participation
from facilitator.bodies.community import HOUSEHOLDS
from facilitator.desk.bodies.community import CommunityPanel
from facilitator.desk.bodies.turnout import TurnoutPicture
from facilitator.desk.desk import Desk
from facilitator.desk.papers.going import go_to_body_paper
from facilitator.desk.view import View
from facilitator.desk.widgets import button, card, clear, column, row, scrolling, words
from facilitator.opening import Onlooker
from facilitator.rules.taking_part import (
    GroupTurnout,
    Splits,
    TurnoutRow,
    columns,
    splits,
    turnout_by_group,
)
from facilitator.session import Change
from facilitator.words.figures import airy, date_words, percent


class ParticipationPage(View):
    """A picture first, then the shares, then the votes; a paper of it is one button away."""

    def __init__(self, desk: Desk, body: str) -> None:
        super().__init__(desk)
        self.id = body
        self.setObjectName("participation")
        t, px = desk.t, desk.px
        name = desk.session.body(body).name
        back = button("", "plain", icon=desk.theme.icon("arrow-left"), name="participation.back")
        back.setAccessibleName(t("Back to {body}", body=name))
        back.setToolTip(t("Back to {body}", body=name))
        back.clicked.connect(lambda: desk.go("bodies", body))
        self.paper = button(t("Print or export…"), name="participation.paper")
        self.paper.clicked.connect(lambda: go_to_body_paper(desk, body, "participation"))
        self.note = button(t("The community's numbers…"), name="participation.community")
        self.note.clicked.connect(self.note_community)
        self.note.setEnabled(not isinstance(desk.session, Onlooker))
        told = column(words(t("Who took part"), "title"), words(name, "secondary"), gap=px(4))
        head = row(back, told, None, self.note, self.paper, gap=px(12))
        self.picture = TurnoutPicture(desk)
        held = QWidget()
        self._box = column(on=held, gap=px(16))
        content = QWidget()
        self._content = column(on=content, gap=px(16))
        self._box.addWidget(content)
        self._box.addStretch(1)
        margins = (px(32), px(24), px(32), px(24))
        column(head, scrolling(held), on=self, margins=margins, gap=px(16)).setStretch(1, 1)
        self.first = self.paper
        self.refresh_now()

    def concerns(self, change: Change) -> bool:
        """Acts of this body, and of any meeting."""
        return change.stream == f"body/{self.id}" or change.stream.startswith("meeting/")

    def note_community(self) -> None:
        """Ask for the community's own numbers."""
        CommunityPanel(self.desk, self.desk.session.body(self.id), self.window()).open()

    def refresh(self) -> None:
        """Read all meetings of the body and show them."""
        session = self.desk.session
        rows = participation.turnout(session, self.id)
        groups = turnout_by_group(rows)
        self.paper.setEnabled(bool(groups))
        self.picture.setParent(None)  # kept, while everything else is made anew
        clear(self._content)
        if not groups:
            said = self.desk.t(
                "Who came is shown here after the first meeting at which people signed in."
            )
            self._content.addWidget(words(said, wrap=True, tone="soft", name="participation.empty"))
            return
        self._content.addWidget(self._came(rows, groups))
        self._content.addWidget(self._shares(groups))
        found = splits(participation.votes(session, self.id))
        if found.votes:
            self._content.addWidget(self._voted(groups, found))
        self._content.addWidget(self._asked())

    def _titled(self, group: GroupTurnout) -> str:
        return group.title_zh if self.desk.lang == "zh" else group.title_en

    def _card(self, title: str, name: str) -> tuple[QFrame, QGridLayout]:
        px = self.desk.px
        made = card(name=name)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(5, 1)
        box = column(words(title, "head"), grid, on=made, gap=px(12))
        box.setContentsMargins(px(20), px(16), px(20), px(20))
        return made, grid

    def _came(self, rows: Sequence[TurnoutRow], groups: Sequence[GroupTurnout]) -> QWidget:
        t, lang = self.desk.t, self.desk.lang
        shown = columns(rows)
        made = card(name="participation.came")
        first, last = (date.fromisoformat(day) for day in (shown[0].first, shown[-1].last))
        held = sum(one.meetings for one in shown)
        said = t.many(
            "{n} meeting, {first} to {last}; a bar is the group's seats, its filled part those who came.",
            "{n} meetings, {first} to {last}; a bar is the group's seats, its filled part those who came.",
            held,
            n=held,
            first=date_words(first, lang),
            last=date_words(last, lang),
        )
        self.picture.show_turnout(shown, groups)
        box = column(
            words(t("Who came"), "head"),
            words(airy(said), "secondary", wrap=True),
            self.picture,
            on=made,
            gap=self.desk.px(12),
        )
        px = self.desk.px
        box.setContentsMargins(px(20), px(16), px(20), px(20))
        return made

    def _shares(self, groups: Sequence[GroupTurnout]) -> QWidget:
        """Shares of residents, of seats and of those who came, side by side."""
        t, lang = self.desk.t, self.desk.lang
        made, grid = self._card(t("Beside the community's own numbers"), "participation.shares")
        known = participation.community(self.desk.session, self.id)
        newest = max((one.as_of for one in known), default="")
        people = {one.group: one for one in known if one.as_of == newest}
        counted = [one for one in groups if one.group in people]
        if not counted:
            said = t("Nobody has noted yet how many residents of each group live here.")
            grid.addWidget(words(said, wrap=True, tone="soft"), 0, 0, 1, 6)
        else:
            self._compared(grid, counted, {key: one.people for key, one in people.items()})
        parts = (
            [t("Counted on {day}.", day=date_words(date.fromisoformat(newest), lang))]
            if newest
            else []
        )
        if HOUSEHOLDS in people:
            parts.append(t("Households: {n}.", n=people[HOUSEHOLDS].people))
        source = next((one.source for one in people.values() if one.source), "")
        if source:
            parts.append(t("Source: {source}.", source=source.rstrip("。.")))
        if parts:
            said = ("" if lang == "zh" else " ").join(parts)
            grid.addWidget(words(airy(said), "secondary", wrap=True), grid.rowCount(), 0, 1, 6)
        return made

    def _compared(
        self, grid: QGridLayout, groups: Sequence[GroupTurnout], people: dict[str, int]
    ) -> None:
        t = self.desk.t
        heads = (
            t.within("turnout", "Group"),
            t.within("turnout", "Residents"),
            t.within("turnout", "Of the residents"),
            t.within("turnout", "Of the seats"),
            t.within("turnout", "Of those who came"),
        )
        for place, head in enumerate(heads):
            grid.addWidget(words(head, "caption"), 0, place)
        sums = (
            sum(people[one.group] for one in groups),
            sum(one.seats for one in groups),
            sum(one.came for one in groups),
        )
        for at, one in enumerate(groups, 1):
            parts = (people[one.group], one.seats, one.came)
            shares = [
                percent(Fraction(part, whole)) if whole else "—"
                for part, whole in zip(parts, sums, strict=True)
            ]
            cells = (self._titled(one), str(people[one.group]), *shares)
            for place, cell in enumerate(cells):
                grid.addWidget(words(airy(cell), "strong" if place == 0 else ""), at, place)

    def _voted(self, groups: Sequence[GroupTurnout], found: Splits) -> QWidget:
        t = self.desk.t
        made, grid = self._card(t("How groups voted"), "participation.voted")
        said = t.many(
            "Of {n} vote, {alike} found no group against another.",
            "Of {n} votes, {alike} found no group against another.",
            found.votes,
            n=found.votes,
            alike=found.alike,
        )
        lines = [said]
        for one in groups:
            name = self._titled(one)
            if n := found.carried_against.get(one.group, 0):
                lines.append(t("{group}: {n} carried against most of them.", group=name, n=n))
            if n := found.failed_for.get(one.group, 0):
                lines.append(t("{group}: {n} not carried although most were for.", group=name, n=n))
        for at, text in enumerate(lines):
            grid.addWidget(words(airy(text), wrap=True), at, 0, 1, 6)
        return made

    def _asked(self) -> QWidget:
        """Who asked those without a seat to come."""
        t = self.desk.t
        made, grid = self._card(
            t("Who asked guests and participants to come"), "participation.asked"
        )
        sums: dict[str, tuple[int, int]] = {}
        for one in participation.invited(self.desk.session, self.id):
            known, came = sums.get(one.invited_by, (0, 0))
            sums[one.invited_by] = (known + one.known, came + one.came)
        if not any(sums):
            said = t(
                "Nobody has noted it yet. It can be said when a guest or a participant is entered."
            )
            grid.addWidget(words(said, wrap=True, tone="soft"), 0, 0, 1, 6)
            return made
        heads = (
            t.within("turnout", "Asked by"),
            t.within("turnout", "Expected"),
            t.within("turnout", "Came"),
        )
        for place, head in enumerate(heads):
            grid.addWidget(words(head, "caption"), 0, place)
        ordered = sorted(sums.items(), key=lambda one: (not one[0], -one[1][0], one[0]))
        for at, (by, (known, came)) in enumerate(ordered, 1):
            cells = (by or t.within("turnout", "not noted"), str(known), str(came))
            for place, cell in enumerate(cells):
                grid.addWidget(words(cell, "strong" if place == 0 else ""), at, place)
        return made
