"""What is not shown of a damaged archive, history by history."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.safekeeping.airing import aired
from facilitator.desk.widgets import column, scrolling, words
from facilitator.opening import Onlooker
from facilitator.words.saved import saved_lines


class Missing(Panel):
    """Only told; nothing can be done about it here."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, desk.t("What is missing"), parent, width=640)
        self.setObjectName("missing")
        session = desk.session
        assert isinstance(session, Onlooker)
        assert session.salvaged is not None
        inner = QWidget()
        lines = saved_lines(session.salvaged, desk.lang)
        column(*(words(aired(line), wrap=True) for line in lines), None, on=inner)
        area = scrolling(inner)
        area.setAccessibleName(desk.t("What is missing"))
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setMinimumHeight(desk.px(240))
        self.body.addWidget(area)
        self.finish(desk.t("Close"), self.accept, cancel=False)
