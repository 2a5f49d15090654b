"""The band above every page that says in what kind of archive one is: one to look at, or the sample."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from facilitator import overview
from facilitator.desk.desk import Desk
from facilitator.desk.places import Place
from facilitator.desk.rehearsal import is_rehearsal
from facilitator.desk.widgets import button, row, words
from facilitator.desk.wishes import OpenArchive, Restore
from facilitator.opening import Onlooker, archive_path
from facilitator.words.figures import airy, clock, date_words


class Banner(QFrame):
    """Nothing to see in an archive of one's own, nor at the desk of a meeting, where every line counts.

    But that nothing can be recorded is said everywhere, once: it is why buttons are grey.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._has_words = False
        self._everywhere = isinstance(desk.session, Onlooker)
        """Whether it stays in sight at the desk of a meeting, too: nothing goes on there."""
        self.setObjectName("banner")
        if isinstance(desk.session, Onlooker):
            self._look_only()
        elif is_rehearsal(desk.session.path):
            self._rehearsal()
        self.hide()

    def go_along(self, place: Place) -> None:
        """Be seen or not on the page that one goes to; the rail keeps its mark everywhere."""
        at_desk = place.page == "meetings" and bool(place.which)
        self.setVisible(self._has_words and (self._everywhere or not at_desk))

    def _look_only(self) -> None:
        desk = self._desk
        t, session = desk.t, desk.session
        assert isinstance(session, Onlooker)
        self.setProperty("look", "band-warn")
        home = button(t("To my own archive"), "plain", "small", name="banner.home")
        home.clicked.connect(lambda: desk.wished.emit(OpenArchive()))
        if session.salvaged is None:
            self._fill(_what(desk, session), *self._work_on(session), home)
            return
        missing = button(t("What is missing…"), "quiet", "small", name="banner.missing")
        missing.clicked.connect(lambda: _tell_missing(desk, self))
        back = button(t("Restore its last backup…"), "plain", "small", name="banner.restore")
        back.clicked.connect(lambda: desk.wished.emit(Restore(str(session.path))))
        said = t(
            "Damaged: what can still be proven is shown, and nothing can be recorded: {path}",
            path=session.path,
        )
        self._fill(said, missing, back, home)

    def _work_on(self, session: Onlooker) -> list[QWidget]:
        """A backup can become the archive to work in: one's own, which is set aside."""
        from facilitator.safekeeping.names import read_name

        desk = self._desk
        if not session.in_place or read_name(session.path.name) is None:
            return []
        work = button(desk.t("Restore it…"), "plain", "small", name="banner.work-on")
        wish = Restore(str(archive_path(None)), str(session.path))
        work.clicked.connect(lambda: desk.wished.emit(wish))
        return [work]

    def _rehearsal(self) -> None:
        desk = self._desk
        t = desk.t
        self.setProperty("look", "band")
        said = t("A rehearsal: people and decisions are invented, and nothing here counts.")
        anew = button(t("Begin anew…"), "quiet", "small", name="banner.anew")
        anew.setToolTip(t("Throw away what was tried here and set the evening up again."))
        anew.clicked.connect(lambda: _begin_anew(desk, self))
        home = button(t("End the rehearsal"), "plain", "small", name="banner.home")
        home.clicked.connect(lambda: desk.wished.emit(OpenArchive()))
        self._fill(said, anew, home)

    def _fill(self, said: str, *buttons: QWidget) -> None:
        px = self._desk.px
        label = words(said, wrap=True, name="banner.said")
        box = row(label, *buttons, on=self, margins=(px(32), px(6), px(32), px(6)), gap=px(8))
        box.setStretch(0, 1)
        self._has_words = True


def _begin_anew(desk: Desk, band: QWidget) -> None:
    from facilitator.desk.anew import AnewPanel

    AnewPanel(desk, band.window()).open()


def _what(desk: Desk, session: Onlooker) -> str:
    """What kind of archive that is, and where it lies."""
    from facilitator.safekeeping.names import read_name

    t, path = desk.t, session.path
    if not session.in_place:
        return t("A copy to look at. Nothing can be recorded here: {path}", path=path)
    if (name := read_name(path.name)) is not None:
        made = f"{date_words(name.at.date(), desk.lang)} {clock(name.at)}"
        return airy(
            t("A backup of {made}. Nothing can be recorded here: {path}", made=made, path=path)
        )
    return t("A published archive. Nothing can be recorded here: {path}", path=path)


def _tell_missing(desk: Desk, parent: QWidget) -> None:
    from facilitator.desk.safekeeping.missing import Missing

    Missing(desk, parent).open()


def mark_of(desk: Desk) -> str:
    """The word for such an archive that the rail keeps in sight; "" for one's own."""
    t = desk.t
    if isinstance(desk.session, Onlooker):
        return t("Read only")
    return t("Sample") if overview.holds_sample(desk.session) else ""
