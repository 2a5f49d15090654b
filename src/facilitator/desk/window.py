"""The window: the rail, the page one is on, and the line for notices."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from facilitator.desk.actions import action
from facilitator.desk.desk import Desk
from facilitator.desk.pages import PAGES, Page
from facilitator.desk.places import Place
from facilitator.desk.rail import Rail

LEAST = (900, 560)
"""Below this nothing fits, at 100 %."""
FIRST = (1366, 768)


class Window(QMainWindow):
    """Made anew (`built`) whenever language, size or look change: nothing in it is worth keeping."""

    closing = Signal()
    """Somebody wants the window closed; `start` waits for what is being written and then does."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("window")
        self.may_close = False
        self.place = Place("")
        self.setMinimumSize(*LEAST)
        self.resize(*FIRST)
        self.restoreGeometry(desk.settings.geometry("main"))
        desk.went.connect(self.show_place)
        self.build()

    def build(self) -> None:
        """Make everything in the window, in the language, size and look of now."""
        desk = self.desk
        self.setWindowTitle(desk.t("Facilitator"))
        self._pages: dict[Place, QWidget] = {}
        content = QWidget()
        box = QHBoxLayout(content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.rail = Rail(desk)
        self.rail.chosen.connect(desk.go)
        self._stack = QStackedWidget()
        box.addWidget(self.rail)
        box.addWidget(self._stack, 1)
        for page in PAGES:
            action(desk, content, f"page.{page.key}", lambda key=page.key: desk.go(key))
        self.setCentralWidget(content)
        if self.place.page:
            self.show_place(self.place)

    def show_place(self, place: Place) -> None:
        """Show a page, made when it is first wanted."""
        page = next((page for page in PAGES if page.key == place.page), PAGES[0])
        for other in [one for one in self._pages if one != place and one.page == page.key]:
            old = self._pages.pop(other)
            self._stack.removeWidget(old)
            old.deleteLater()
        if place not in self._pages:
            self._pages[place] = self._made(page, place)
            self._stack.addWidget(self._pages[place])
        self.place = place
        self._stack.setCurrentWidget(self._pages[place])
        self.rail.show_page(page.key)
        self.desk.settings.page = place.text

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        return self._pages[self.place]

    def _made(self, page: Page, place: Place) -> QWidget:
        return page.make(self.desk, place)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Somebody wants it closed; what is being written comes first."""
        self.desk.settings.keep_geometry("main", self.saveGeometry())
        if self.may_close:
            event.accept()
            return
        event.ignore()
        self.closing.emit()
