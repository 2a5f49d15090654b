"""What is wrong with backups: the quiet mark at the rail's button for settings, and what is said once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from facilitator.desk.notices import Notice, Tone
from facilitator.desk.safekeeping.ground import TOLD, Ground, warning

if TYPE_CHECKING:
    from facilitator.acts import Trouble
    from facilitator.desk.desk import Desk
    from facilitator.desk.rail import RailButton


class Alarm(QObject):
    """Says in the button's tool tip what stands in the way."""

    def __init__(self, desk: Desk, button: RailButton) -> None:
        super().__init__(button)
        self._desk, self._button = desk, button
        desk.keeper.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        trouble = self._desk.keeper.trouble
        self._button.show_alarm(trouble_words(self._desk) if trouble is not None else "")


def trouble_words(desk: Desk) -> str:
    """That no backup was made, why, and the way on; "" while all is well."""
    trouble = desk.keeper.trouble
    if trouble is None:
        return ""
    if desk.keeper.damaged:  # it is not the backup that is in need
        return desk.sentence(trouble)
    return desk.t("No backup could be made. {why}", why=desk.sentence(trouble))


def say_damaged(desk: Desk, trouble: Trouble) -> None:
    """Once while it is so, whatever page one is on; it stays in sight in the settings."""
    way = (desk.t("What can be done"), lambda: desk.go("settings"))
    desk.noticed.emit(Notice(Tone.ASKED, desk.sentence(trouble), way))


def say_ground(desk: Desk, ground: Ground) -> None:
    """That the archive lies in a bad place, once for each archive; it stays in sight in the settings."""
    path, text = str(desk.session.path), warning(ground, desk.t)
    if text and desk.settings.text(TOLD) != path:
        way = (desk.t("Do not say again"), lambda: desk.settings.keep_text(TOLD, path))
        desk.noticed.emit(Notice(Tone.ASKED, text, way))
