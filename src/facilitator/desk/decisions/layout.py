"""How the page is laid out: head, facets, list, what is chosen; narrower, facets fold away, then the list."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QProgressBar, QSizePolicy, QStackedWidget, QWidget

from facilitator.desk.decisions.drawer import WIDTH, FacetSide
from facilitator.desk.decisions.field import SearchField
from facilitator.desk.decisions.hit_list import HitList
from facilitator.desk.decisions.marking import MarkedLine
from facilitator.desk.decisions.pane import Pane
from facilitator.desk.desk import Desk
from facilitator.desk.widgets import button, card, column, row, words
from facilitator.searching import Marked, Sort
from facilitator.words.tongue import mark_in

NARROW = 1180 - 88
"""Pixels at 100 %, without the rail, under which the facets wait behind a button."""
SINGLE = 640
"""Under which only the list or only what is chosen is shown."""
LIST, PART, LEAST = 400, 0.43, 280
SORTS = {
    Sort.NEWEST: mark_in("sort", "Newest first"),
    Sort.BEST: mark_in("sort", "Best first"),
    Sort.OLDEST: mark_in("sort", "Oldest first"),
}


class PageHead(QWidget):
    """The title, the field, and what is done with the whole list."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        t, px = desk.t, desk.px
        icon = desk.theme.icon
        self.title = words(t("Decisions"), "item")
        self.back = button("", icon=icon("arrow-left"), name="decisions.back", tip=t("The list"))
        self.filter = button(t("Filters"), icon=icon("list-filter"), name="decisions.filter")
        self.filter.setCheckable(True)
        hint = t("Decisions, motions, minutes, topics, reports, projects")
        self.field = SearchField(desk, t("Find a decision"), hint, "decisions.field")
        self.export = button(t("Export the list…"), icon=icon("download"), name="decisions.export")
        bar = card("strip")
        inner = row(
            self.back, self.title, self.filter, self.field, self.export,
            on=bar, margins=(px(16), px(12), px(16), px(12)), gap=px(16),
        )  # fmt: skip
        inner.setStretch(3, 1)
        column(bar, on=self)


class Middle(QWidget):
    """How many were found, in which order; the list or why there is none; how far the index is."""

    def __init__(self, desk: Desk, found: HitList) -> None:
        super().__init__()
        t, px = desk.t, desk.px
        self.list = found
        self.count = MarkedLine(desk.theme, 16, bold=True, name="decisions.count")
        self.sort = QComboBox()
        self.sort.setObjectName("decisions.sort")
        self.sort.setAccessibleName(t("Order"))
        for key, said in SORTS.items():
            self.sort.addItem(t.within(*said), key)
        self.sort.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head = row(self.count, self.sort, gap=px(8))
        head.setStretch(0, 1)
        self.note = words("", "small", wrap=True, name="decisions.note")
        self.unfilter = button(t("Clear filters"), "link", "tiny", name="decisions.unfilter")
        self.under = QWidget()
        row(self.note, self.unfilter, on=self.under, gap=px(8)).setStretch(0, 1)
        self.under.hide()
        self.nothing = words("", "", "soft", wrap=True, name="decisions.none")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty = card()
        column(None, self.nothing, None, on=empty, margins=px(24))
        self.over = QStackedWidget()
        self.over.addWidget(found)
        self.over.addWidget(empty)
        self.rest = words("", "small", wrap=True, name="decisions.rest")
        self.rest.hide()
        self.progress = Progress(desk, "decisions.progress")
        self.writing = Progress(desk, "decisions.writing")
        pieces = (head, self.under, self.progress, self.writing, self.over, self.rest)
        column(*pieces, on=self, gap=px(8)).setStretch(4, 1)

    def tell(self, count: Marked, note: str, *, hides: bool) -> None:
        """Say how much there is, what of it, and whether filters hide more."""
        self.count.show_marked(count)
        self.note.setText(note)
        self.unfilter.setVisible(hides)
        self.under.setVisible(bool(note))


class Progress(QWidget):
    """A calm line about something that takes a while; the page can be used meanwhile."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        px = desk.px
        self.setObjectName(name)
        self.said = words("", "small", wrap=True, name=f"{name}.said")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(desk.t("Progress"))
        column(self.said, self.bar, on=self, gap=px(4))
        self.hide()

    def tell(self, text: str, done: int, of: int) -> None:
        """Say how far it is; of 0, nobody knows."""
        self.said.setText(text)
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self.bar.setAccessibleDescription(text)


class Columns(QWidget):
    """Facets, list and pane side by side, as far as there is room."""

    def __init__(
        self, desk: Desk, head: PageHead, side: FacetSide, middle: Middle, pane: Pane
    ) -> None:
        super().__init__()
        self._desk, self._head = desk, head
        self._side, self._middle, self._pane = side, middle, pane
        self._reads = False
        px = desk.px
        self._box = row(side, middle, pane, on=self, margins=px(16), gap=px(16))
        self._box.setStretch(2, 1)
        head.filter.toggled.connect(self._pull)
        side.left.connect(lambda: head.filter.setChecked(False))
        head.back.clicked.connect(lambda: self.read(reads=False))
        head.back.hide()

    @property
    def single(self) -> bool:
        """Whether only one of list and pane is shown."""
        return self.width() < self._desk.px(SINGLE)

    @property
    def narrow(self) -> bool:
        """Whether the facets wait behind their button."""
        return self.width() < self._desk.px(NARROW)

    def read(self, *, reads: bool) -> None:
        """Where only one is shown, show the pane or the list."""
        self._reads = reads
        self.arrange()

    def arrange(self) -> None:
        """Lay out for the width there is."""
        px, wide = self._desk.px, self.width()
        narrow, single = self.narrow, self.single
        self._head.filter.setVisible(narrow)
        self._head.title.setVisible(not single)
        if self._side.drawn != narrow:
            self._head.filter.setChecked(False)
            self._box.removeWidget(self._side)
            self._side.lay(drawn=narrow)
            if not narrow:
                self._box.insertWidget(0, self._side)
            self._side.setVisible(not narrow)
        self._head.title.setFixedWidth(px(WIDTH)) if not narrow else self._free_title()
        shows_pane = not single or self._reads
        self._pane.setVisible(shows_pane)
        self._middle.setVisible(not single or not self._reads)
        self._head.back.setVisible(single and self._reads)
        if single:
            self._middle.setMinimumWidth(0)
            self._middle.setMaximumWidth(16777215)
        else:
            part = max(px(LEAST), min(px(LIST), int(wide * PART)))
            self._middle.setFixedWidth(part)
        if self._side.drawn and self._side.isVisible():
            self._place_drawer()

    def _free_title(self) -> None:
        self._head.title.setMinimumWidth(0)
        self._head.title.setMaximumWidth(16777215)

    def _pull(self, shown: bool) -> None:
        if not self._side.drawn:
            return
        self._side.setVisible(shown)
        if shown:
            self._place_drawer()
            self._side.raise_()
            self._side.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._head.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_drawer(self) -> None:
        px = self._desk.px
        high = self.height() - px(32)
        self._side.setGeometry(px(16), px(16), self._side.width(), high)

    def resizeEvent(self, event: object) -> None:
        self.arrange()

    def minimumSizeHint(self) -> QSize:
        """It goes on scrolling however small it gets."""
        return QSize(self._desk.px(300), self._desk.px(200))
