"""Of which decision a paper is wanted, where it is made for one each; and whether photos are posted, too."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.papers.orders import Orders
from facilitator.desk.widgets import column, words
from facilitator.export import OF_MATTER
from facilitator.press import PICTURED
from facilitator.words.outcomes import decision_words


class Which(QWidget):
    """Hidden while a kind of paper is looked at that is not made for one decision."""

    chosen = Signal()
    """Somebody chose another."""

    def __init__(self, desk: Desk, orders: Orders) -> None:
        super().__init__()
        self._desk, self._orders = desk, orders
        t, px = desk.t, desk.px
        self.list = QComboBox()
        self.list.setObjectName("papers.matter")
        self.list.setAccessibleName(t("Of which decision"))
        self.list.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._label = words(t("Of which decision"), "secondary")
        self._label.setBuddy(self.list)
        self.photos = QCheckBox(t("Photos in public, too"))
        self.photos.setObjectName("papers.photos")
        column(self._label, self.list, self.photos, on=self, gap=px(4))
        self.refresh()
        self.list.activated.connect(lambda _at: self.chosen.emit())
        self.list.currentTextChanged.connect(self.list.setToolTip)  # it may not fit
        self.photos.toggled.connect(lambda _on: self.chosen.emit())

    def refresh(self) -> None:
        """Look again at what there is; what was chosen stays chosen."""
        t, kept = self._desk.t, self.matter
        found = self._orders.matters()
        self.list.clear()
        self.list.addItem(t("All that there are"), "")
        for name, title in found:
            self.list.addItem(self._called(name, title), name)
        self.choose(kept)

    def _called(self, name: str, title: str) -> str:
        if name.isdecimal():
            return f"{decision_words(int(name), self._desk.lang)}\u2002{title}"
        return f"{self._desk.t('Action group')}\u2002{title}"

    @property
    def matter(self) -> str:
        """The decision or action group that is chosen; "" for all."""
        return str(self.list.currentData() or "")

    def choose(self, matter: str) -> None:
        """Choose without telling anybody; all where there is no such matter."""
        self.list.setCurrentIndex(max(0, self.list.findData(matter)))

    def show_kind(self, kind: str, *, public: bool) -> None:
        """Show what can be chosen for a kind of paper."""
        choice = kind in OF_MATTER and self.list.count() > 1
        photos = kind in PICTURED and public and (choice or kind not in OF_MATTER)
        self._label.setVisible(choice)
        self.list.setVisible(choice)
        self.photos.setVisible(photos)
        self.setVisible(choice or photos)
