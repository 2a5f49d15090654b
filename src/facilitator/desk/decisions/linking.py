"""Noting that a decision amends, repeals or repeats an earlier one, which is found by a word."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget

from facilitator.desk.decisions.field import SearchField
from facilitator.desk.decisions.hit_list import HitList, rows_for
from facilitator.desk.decisions.hits import Hits
from facilitator.desk.decisions.known import Kindred
from facilitator.desk.decisions.library import library_of
from facilitator.desk.decisions.which import Which, which_of
from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.prepare.fields import labelled
from facilitator.desk.widgets import row, words
from facilitator.followup.entries import Kinship
from facilitator.followup.following import Following
from facilitator.followup.linking import Link
from facilitator.searching import Answer, Facet, Hit, Kind, Total, Wanted
from facilitator.words.tongue import mark_in

MOST = 200
"""Decisions that are offered; of a body that has more, a word finds the others."""
KINSHIPS = {
    Kinship.AMENDS: mark_in("choice of link", "It amends it"),
    Kinship.REPEALS: mark_in("choice of link", "It repeals it"),
    Kinship.REPEATS: mark_in("choice of link", "It repeats it"),
}


class LinkPanel(Panel):
    """Which one, what is done to it, to which part. `proposed` is the one that stands to reason."""

    def __init__(
        self, desk: Desk, parent: QWidget, which: Which, proposed: Kindred | None = None
    ) -> None:
        t = desk.t
        super().__init__(desk, t("Which earlier decision does it change?"), parent, width=640)
        self.setObjectName("link")
        self._this = which
        self._proposed = proposed.which if proposed is not None else None
        meeting = desk.session.meeting(which.meeting)
        self._body = meeting.council.body
        self._made = meeting.decisions.decision(which.number).made.at
        self._library = library_of(desk)
        self._model = Hits(desk)
        hint = t("A word of the earlier decision")
        self._field = SearchField(desk, t("Find the earlier decision"), hint, "link.field")
        self._list = HitList(desk, self._model, "link.list")
        self._list.setMinimumHeight(rows_for(desk, self, 2))
        self._none = words(t("No decision of this body fits."), "secondary", name="link.none")
        self._none.hide()
        self._kinds = {kinship: QRadioButton(t.within(*said)) for kinship, said in KINSHIPS.items()}
        for kinship, one in self._kinds.items():
            one.setObjectName(f"link.{kinship.value}")
        self._kinds[Kinship.AMENDS].setChecked(True)
        self._clause = QLineEdit()
        self._clause.setObjectName("link.clause")
        self.body.addWidget(self._field)
        self.body.addWidget(self._list)
        self.body.addWidget(self._none)
        self.body.addLayout(row(*self._kinds.values(), None, gap=desk.px(24)))
        self.body.addLayout(labelled(desk, t("Which part of it (may stay empty)"), self._clause))
        self.finish(t("Note it"), self._send, name="link.done")
        self._field.textChanged.connect(lambda _text: self._look())
        self._field.moved.connect(self._list.go_along)
        self._list.opened.connect(self._send)
        self._field.setFocus()
        if proposed is not None:
            self._field.setText(proposed.title)  # looks at once
        else:
            self._look()

    def _wanted(self) -> Wanted:
        plain = Wanted(self._field.text(), limit=MOST)
        return plain.choose(Facet.KIND, Kind.DECISION).choose(Facet.BODY, self._body)

    def _look(self) -> None:
        wanted = self._wanted()
        self._library.ask(self, lambda it: it.answer(wanted), self._found)

    def _found(self, answer: Answer) -> None:
        """Those alone that were made before this one."""
        hits = tuple(
            hit for hit in answer.hits if which_of(hit) != self._this and self._earlier(hit)
        )
        self._model.show(Answer(hits, Total(len(hits))))
        self._list.choose(self._proposed)
        self._none.setVisible(not hits)

    def _earlier(self, hit: Hit) -> bool:
        return hit.at <= self._made

    def _send(self) -> None:
        t, other = self.desk.t, self._list.which
        if other is None:
            self.wrong(t("Choose the earlier decision in the list."))
            self._field.setFocus()
            return
        this = self._this
        case = self.desk.session.following(this.meeting, this.number)
        kinship = next(key for key, one in self._kinds.items() if one.isChecked())
        self.send(
            Link(
                meeting=this.meeting,
                decision=this.number,
                entry=fresh_entry(case),
                kinship=kinship,
                to_meeting=other.meeting,
                to_decision=other.number,
                clause=self._clause.text(),
            )
        )


def fresh_entry(case: Following) -> str:
    """An id that none of a follow-up's entries has."""
    number = 1 + len(case.entries)
    while f"e{number}" in case.entries:
        number += 1
    return f"e{number}"
