"""The picture of who came, as the paper has it, in the colours of the windows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from facilitator.desk.desk import Desk
from facilitator.papers.turnout_picture import WIDTH, Colours, height, turnout_picture
from facilitator.rules.taking_part import Column, GroupTurnout
from facilitator.words.figures import percent


class TurnoutPicture(QWidget):
    """As wide as there is room, never larger than it was drawn for; its figures are its accessible words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        from PySide6.QtSvg import QSvgRenderer  # only whoever looks at the picture needs it

        self._desk, self._drawn, self._high = desk, QSvgRenderer(self), 1
        self.setObjectName("participation.picture")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_turnout(self, columns: Sequence[Column], groups: Sequence[GroupTurnout]) -> None:
        """Draw it anew."""
        theme, lang = self._desk.theme, self._desk.lang
        colours = Colours(
            groups=theme.tokens.groups,
            ink=theme.tokens.ink,
            soft=theme.tokens.soft,
            line=theme.tokens.edge,
            empty=theme.tokens.empty,
        )
        made = turnout_picture(columns, groups, lang, self.font().family(), colours)
        self._drawn.load(QByteArray(made))
        self._high = height(groups)
        told = (
            f"{one.title_zh if lang == 'zh' else one.title_en} {one.came}/{one.seats}"
            + (f" {percent(one.share)}" if one.share is not None else "")
            for one in groups
        )
        self.setAccessibleName(self._desk.t("Who came"))
        self.setAccessibleDescription("; ".join(told))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = self._desk.px(WIDTH)
        return QSize(wide, self.heightForWidth(wide))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._high * min(width, self._desk.px(WIDTH)) / WIDTH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide = min(self.width(), self._desk.px(WIDTH))
        self._drawn.render(painter, QRectF(0, 0, wide, self._high * wide / WIDTH))
        painter.end()
