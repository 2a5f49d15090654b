"""What waits for a meeting, each with a box to tick: taken onto the agenda of a new meeting or left waiting."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from facilitator.desk.desk import Desk
from facilitator.desk.prepare.waiting import Waiting
from facilitator.desk.widgets import clear, column, elided, tip, words


class LongCheck(QCheckBox):
    """A box to tick whose words are cut where there is no room for them; all of them are in its tip."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self._whole = " ".join(text.split())
        self.setText(self._whole.replace("&", "&&"))
        self.setObjectName(name)
        self.setProperty("elides", True)
        self.setAccessibleName(self._whole)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        tip(self, self._whole)

    def minimumSizeHint(self) -> QSize:
        """The box and a few letters."""
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), whole.height() * 5), whole.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        style = self.style()
        room = style.subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self).width()
        text = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        option.text = text.replace("&", "&&")  # pyright: ignore[reportAttributeAccessIssue]
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)


class Checklist(QWidget):
    """Ticked is what an earlier meeting put off for the next one, or `take`; the rest is for people to tick."""

    def __init__(self, desk: Desk, *, take: str = "") -> None:
        super().__init__()
        self._desk, self._take = desk, take
        self._boxes: list[tuple[LongCheck, Waiting]] = []
        self._lines = column(on=self, gap=desk.px(8))

    @property
    def taken(self) -> list[Waiting]:
        """What is ticked, in the order in which it is shown."""
        return [one for box, one in self._boxes if box.isChecked()]

    def offer(self, found: tuple[Waiting, ...]) -> None:
        """Offer these and no others."""
        t = self._desk.t
        clear(self._lines)
        self._boxes.clear()
        parts = (
            (t("Put off by earlier meetings"), [one for one in found if one.put_off]),
            (t("To be followed up"), [one for one in found if one.source.startswith("followup/")]),
            (t("Matters received"), [one for one in found if one.source.startswith("intake/")]),
        )
        for head, some in parts:
            if some:
                self._lines.addWidget(words(head, "strong"))
            for one in some:
                self._add(one)
        self.setVisible(bool(found))

    def _add(self, one: Waiting) -> None:
        t, px = self._desk.t, self._desk.px
        said = one.title if one.put_off else t("Put “{title}” on the agenda", title=one.title)
        box = LongCheck(said, f"new.take.{one.key}")
        box.setChecked(one.put_off or bool(self._take and one.source == self._take))
        self._boxes.append((box, one))
        detail = elided(one.detail, "small")
        motions = [words(text, "secondary", wrap=True) for text in one.motions]
        under = column(detail, *motions, margins=(px(28), 0, 0, 0), gap=px(2))
        self._lines.addLayout(column(box, under, gap=0))
