"""The quiet mark at the rail's button for settings while no backup can be made: there until that is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
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
