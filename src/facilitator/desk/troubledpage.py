"""A page that the archive's own trouble keeps from being shown: why, and what can be done now."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from facilitator.acts import Trouble
from facilitator.desk.desk import Desk
from facilitator.desk.rehearsal import is_rehearsal
from facilitator.desk.safekeeping.folders import has_backups
from facilitator.desk.widgets import Button, button, card, column, row, words
from facilitator.desk.wishes import Restore, Salvage
from facilitator.opening import Onlooker

Way = tuple[str, str, str, Callable[[], object]]
"""A button: what it says, its icon, its name, and what it does."""


class TroubledPage(QWidget):
    """Stands in the place of the page; the others may be whole, so the rail stays where it is."""

    def __init__(self, desk: Desk, trouble: Trouble) -> None:
        super().__init__()
        t, px, session = desk.t, desk.px, desk.session
        self.setObjectName("troubled")
        self._desk = desk
        damaged, self._rehearsing = trouble.code == "damaged", is_rehearsal(session.path)
        if damaged:  # whoever reads it knows of files, not of the histories in them
            trouble = Trouble("damaged", path=str(session.path))
        ways = [self._made(at, way) for at, way in enumerate(self._ways(damaged=damaged))]
        self.first = ways[0]
        more = t(
            "Other pages may still open. Record nothing more in this archive: it would be missing in the "
            "backup."
        )
        tells_more = damaged and not self._rehearsing and not isinstance(session, Onlooker)
        found = card(name="troubled.card")
        column(
            words(t("This page could not be opened."), "title", wrap=True),
            words(desk.sentence(trouble), wrap=True, name="troubled.said"),
            *([words(more, wrap=True)] if tells_more else []),
            px(8),
            *(row(one, None) for one in ways),
            on=found, margins=px(24), gap=px(12),
        )  # fmt: skip
        column(found, None, on=self, margins=px(32))

    def _ways(self, *, damaged: bool) -> Iterator[Way]:
        """What is looked at only is nobody's to restore; what is not damaged may be well the next time."""
        desk, t, session = self._desk, self._desk.t, self._desk.session
        looking = isinstance(session, Onlooker)
        if damaged and self._rehearsing:
            yield t("Begin anew…"), "refresh-cw", "anew", self._begin_anew
        elif damaged and not looking:
            backed_up = has_backups(desk.settings, session.path)
            said = t("Restore its last backup…") if backed_up else t("Restore a backup…")
            yield said, "history", "restore", lambda: desk.wished.emit(Restore())
        if damaged and not (isinstance(session, Onlooker) and session.salvaged is not None):
            said, path = t("Open the undamaged meetings, read-only"), str(session.path)
            yield said, "eye", "save", lambda: desk.wished.emit(Salvage(path))
        if not damaged:
            yield t("Try again"), "refresh-cw", "again", desk.look_again
        yield t("Open another archive…"), "folder-open", "choose", self._choose

    def _made(self, at: int, way: Way) -> Button:
        said, icon, name, act = way
        look, ink = ("primary", "accent_on") if at == 0 else ("plain", "ink")
        made = button(said, look, name=f"troubled.{name}", icon=self._desk.theme.icon(icon, ink))
        made.clicked.connect(lambda: act())
        return made

    def _begin_anew(self) -> None:
        from facilitator.desk.anew import AnewPanel

        AnewPanel(self._desk, self.window()).open()

    def _choose(self) -> None:
        from facilitator.desk.archives import choose_archive

        choose_archive(self._desk, self)
