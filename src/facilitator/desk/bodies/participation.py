"""Who took part in a body's meetings: attendance by group beside the community's numbers, and votes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from facilitator import participation
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
    asked_by,
    beside,
    columns,
    newest,
    splits,
    turnout_by_group,
)
from facilitator.session import Change
from facilitator.words.figures import airy
from facilitator.words.participation import (
    asked_heads,
    community_words,
    compared_heads,
    group_title,
    held_words,
    share_words,
    split_lines,
)


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
        area = scrolling(held)
        area.setAccessibleName(t("Who took part"))
        column(head, area, on=self, margins=margins, gap=px(16)).setStretch(1, 1)
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
        t, shown = self.desk.t, columns(rows)
        made = card(name="participation.came")
        self.picture.show_turnout(shown, groups)
        box = column(
            words(t("Who came"), "head"),
            words(airy(held_words(shown, self.desk.lang)), "secondary", wrap=True),
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
        people = newest(participation.community(self.desk.session, self.id))
        compared = beside(groups, people)
        if compared:
            self._table(
                grid,
                compared_heads(lang),
                [
                    (
                        group_title(one.group, lang),
                        f"{one.people:,}",
                        *map(share_words, (one.of_people, one.of_seats, one.of_came)),
                    )
                    for one in compared
                ],
            )
        else:
            said = t("Nobody has noted yet how many residents of each group live here.")
            grid.addWidget(words(said, wrap=True, tone="soft"), 0, 0, 1, 6)
        if counted := community_words(people, lang):
            below = words(airy(counted), "secondary", wrap=True)
            grid.addWidget(below, grid.rowCount(), 0, 1, 6)
        return made

    def _table(
        self, grid: QGridLayout, heads: Sequence[str], rows: Sequence[Sequence[str]]
    ) -> None:
        """Heads and rows, the first cell of each row strong."""
        for place, head in enumerate(heads):
            grid.addWidget(words(head, "caption"), 0, place)
        for at, cells in enumerate(rows, 1):
            for place, cell in enumerate(cells):
                grid.addWidget(words(airy(cell), "strong" if place == 0 else ""), at, place)

    def _voted(self, groups: Sequence[GroupTurnout], found: Splits) -> QWidget:
        t = self.desk.t
        made, grid = self._card(t("How groups voted"), "participation.voted")
        lines = split_lines(found, groups, self.desk.lang)
        for at, text in enumerate(lines):
            grid.addWidget(words(airy(text), wrap=True), at, 0, 1, 6)
        return made

    def _asked(self) -> QWidget:
        """Who asked those without a seat to come."""
        t = self.desk.t
        made, grid = self._card(
            t("Who asked guests and participants to come"), "participation.asked"
        )
        asked = asked_by(participation.invited(self.desk.session, self.id))
        if not asked:
            said = t(
                "Nobody has noted it yet. It can be said when a guest or a participant is entered."
            )
            grid.addWidget(words(said, wrap=True, tone="soft"), 0, 0, 1, 6)
            return made
        rows = [
            (by or t.within("turnout", "not noted"), str(known), str(came))
            for by, known, came in asked
        ]
        self._table(grid, asked_heads(self.desk.lang), rows)
        return made
