"""The band above every page that says in what kind of archive one is: one to look at, or the sample."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.places import Place
from facilitator.desk.rehearsal import is_rehearsal
from facilitator.desk.widgets import button, row, words
from facilitator.desk.wishes import OpenArchive, Rehearse
from facilitator.opening import Onlooker


class Banner(QFrame):
    """Nothing to see in an archive of one's own, nor at the desk of a meeting, where every line counts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._has_words = False
        self.setObjectName("banner")
        if isinstance(desk.session, Onlooker):
            self._look_only()
        elif is_rehearsal(desk.session.path):
            self._rehearsal()
        self.hide()

    def go_along(self, place: Place) -> None:
        """Be seen or not on the page that one goes to; the rail keeps its mark everywhere."""
        at_desk = place.page == "meetings" and bool(place.which)
        self.setVisible(self._has_words and not at_desk)

    def _look_only(self) -> None:
        desk = self._desk
        t = desk.t
        self.setProperty("look", "band-warn")
        said = t("A copy to look at. Nothing can be recorded here: {path}", path=desk.session.path)
        home = button(t("To my own archive"), "plain", "small", name="banner.home")
        home.clicked.connect(lambda: desk.wished.emit(OpenArchive()))
        self._fill(said, home)

    def _rehearsal(self) -> None:
        desk = self._desk
        t = desk.t
        self.setProperty("look", "band")
        said = t("A rehearsal: people and decisions are invented, and nothing here counts.")
        anew = button(t("Begin it anew"), "quiet", "small", name="banner.anew")
        anew.setToolTip(t("Throw away what was tried here and set the evening up again."))
        anew.clicked.connect(lambda: desk.wished.emit(Rehearse(anew=True)))
        home = button(t("End the rehearsal"), "plain", "small", name="banner.home")
        home.clicked.connect(lambda: desk.wished.emit(OpenArchive()))
        self._fill(said, anew, home)

    def _fill(self, said: str, *buttons: QWidget) -> None:
        px = self._desk.px
        label = words(said, wrap=True, name="banner.said")
        box = row(label, *buttons, on=self, margins=(px(32), px(6), px(32), px(6)), gap=px(8))
        box.setStretch(0, 1)
        self._has_words = True


def mark_of(desk: Desk) -> str:
    """The word for such an archive that the rail keeps in sight; "" for one's own."""
    t = desk.t
    if isinstance(desk.session, Onlooker):
        return t("Read only")
    return t("Sample") if is_rehearsal(desk.session.path) else ""
