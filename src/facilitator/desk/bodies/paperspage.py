"""The papers of a body: what is still to be done, calls to departments, its decisions."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.papers.going import wanted_paper
from facilitator.desk.papers.orders import BodyOrders
from facilitator.desk.papers.view import PapersView
from facilitator.desk.places import Place
from facilitator.desk.widgets import button, card, column, row


class BodyPapersPage(QWidget):
    """The papers with the way back to the body."""

    def __init__(self, desk: Desk, place: Place) -> None:
        super().__init__()
        self.setObjectName("body.papers")
        t, px = desk.t, desk.px
        name = desk.session.body(place.which).name
        back = button(t("Back to {body}", body=name), "quiet", name="papers.back")
        back.setIcon(desk.theme.icon("arrow-left"))
        back.clicked.connect(lambda: desk.go("bodies", place.which))
        bar = card("strip")
        row(back, None, on=bar, margins=(px(8), px(4), px(16), px(4)))
        self.papers = PapersView(desk, orders=BodyOrders(desk, place.which))
        column(bar, self.papers, on=self, gap=0)
        self.setFocusProxy(self.papers)
        self.goes_to(place)

    def goes_to(self, place: Place) -> bool:
        """Show another kind of paper; another part of the body is another page."""
        kind, _ = wanted_paper(place.part)
        if not is_papers(place):
            return False
        self.papers.show_kind(kind)
        return True


def is_papers(place: Place) -> bool:
    """Whether a place of a body is that of its papers."""
    return place.part.partition(".")[0] == "papers"
