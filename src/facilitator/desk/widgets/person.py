"""Choosing one of the people in the room: by seat number, name, initials, arrow keys or a click."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.widgets.people import PeopleList
from facilitator.desk.widgets.someone import Someone

ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)


class PersonPick(QWidget):
    """A field and, below it, everybody who fits what stands in it; one of them is chosen.

    `keys` are single signs that mean something else than a name (+ and − for a side, say).
    """

    chosen = Signal(str)
    """Somebody else is chosen now; "" when nobody is."""

    def __init__(
        self,
        desk: Desk,
        people: Iterable[Someone],
        *,
        name: str = "person",
        says: str = "",
        rows: int = 4,
        keys: Mapping[str, Callable[[], object]] | None = None,
    ) -> None:
        super().__init__()
        t = desk.t
        self.people = list(people)
        self._keys = dict(keys or {})
        self.setObjectName(name)
        self.field = QLineEdit()
        self.field.setObjectName(f"{name}.find")
        self.field.setPlaceholderText(t("Seat number, name or initials"))
        self.field.setAccessibleName(says or t("Who"))
        self.field.textEdited.connect(self._typed)
        self.field.installEventFilter(self)
        self.list = PeopleList(desk, name=f"{name}.list", rows=rows)
        self.list.setAccessibleName(says or t("Who"))
        self.list.picked.connect(self._picked)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(desk.px(8))
        box.addWidget(self.field)
        box.addWidget(self.list)
        self.setFocusProxy(self.field)
        self._show("")

    @property
    def person(self) -> str:
        """Who is chosen; "" for nobody."""
        return self.list.person

    def choose(self, person: str) -> None:
        """Choose somebody; nobody when they are not among them."""
        self.field.clear()
        self._show("")
        self.list.choose(person)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move through the people while one types."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.key() in ARROWS:
            sideways = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            if event.type() is QEvent.Type.KeyPress and not (sideways and self.field.text()):
                self.list.step(Qt.Key(event.key()))
                return True
        return super().eventFilter(watched, event)

    def _typed(self, text: str) -> None:
        meant = [one for one in text if one in self._keys]
        if meant:
            text = "".join(one for one in text if one not in self._keys)
            self.field.setText(text)
            for one in meant:
                self._keys[one]()
        if text.strip() != self._looked_for:
            self._show(text.strip())

    def _show(self, text: str) -> None:
        self._looked_for = text
        ranked = [(one.fits(text) if text else 1, one) for one in self.people]
        fitting = [(rank, one) for rank, one in ranked if rank]
        self.list.show_people([one for _, one in fitting])
        best = max(fitting, key=lambda pair: pair[0], default=None)
        self.list.choose(best[1].id if text and best else "")

    def _picked(self, person: str) -> None:
        self.chosen.emit(person)
