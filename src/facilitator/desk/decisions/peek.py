"""A look at what was decided before, over whatever is being typed: a short list, and what one of them says."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QWidget

from facilitator.acts import RuleViolation, Trouble
from facilitator.desk.decisions.hit_list import HitList, rows_for
from facilitator.desk.decisions.hits import Hits
from facilitator.desk.decisions.known import Reading
from facilitator.desk.decisions.marking import MarkedWords
from facilitator.desk.decisions.reading import read
from facilitator.desk.decisions.story import short_story
from facilitator.desk.decisions.which import Which
from facilitator.desk.desk import Desk
from facilitator.desk.panel import Panel
from facilitator.desk.widgets import button, column, scrolling, words
from facilitator.searching import Answer, Before, marker
from facilitator.words.figures import airy
from facilitator.words.found import before_words

ROWS = 3


class PeekPanel(Panel):
    """Esc or Enter closes it, and one goes on typing where one was."""

    def __init__(self, desk: Desk, parent: QWidget, found: Before) -> None:
        t, px = desk.t, desk.px
        title = airy(before_words(found.total.count, found.total.more, desk.lang))
        super().__init__(desk, title, parent, width=640)
        self.setObjectName("peek")
        self._mark = marker(" ".join(_alike(found))).mark
        self._model = Hits(desk)
        self._model.show(Answer(found.hits, found.total))
        self._list = HitList(desk, self._model, "peek.list")
        self._list.setFixedHeight(rows_for(desk, self, min(ROWS, len(found.hits) + 1)))
        self._text = MarkedWords(desk.theme, name="peek.text")
        self._state = words("", "secondary", wrap=True, name="peek.state")
        inside = QWidget()
        column(self._text, self._state, None, on=inside, gap=px(8), margins=(0, 0, px(8), 0))
        self._area = scrolling(inside)
        self._area.setAccessibleName(t("What was decided"))
        self._area.setFixedHeight(px(104))
        self.body.addWidget(self._list)
        self.body.addWidget(self._area)
        if not self._over_a_panel():
            self._add_way()
        self.finish(t("Close"), self.accept, cancel=False, name="peek.done")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._read)
        self._list.chosen.connect(lambda _which: self._soon.start())
        self._list.opened.connect(self.accept)
        self._list.choose(None, first=True)
        self._read()
        self._list.setFocus()

    def _over_a_panel(self) -> bool:
        """Whether somebody types in another panel, which must not be left."""
        over = self.parentWidget()
        return over is not None and isinstance(over.window(), QDialog)

    def _add_way(self) -> None:
        t = self.desk.t
        way = button(t("Read it among the decisions"), "plain", name="peek.go")
        way.clicked.connect(self._go)
        self._foot.insertWidget(0, way)

    def _go(self) -> None:
        which = self._list.which
        self.accept()
        if which is not None:
            place = which.place
            self.desk.go(place.page, place.which, place.part)

    def _read(self) -> None:
        which = self._list.which
        if which is None:
            return
        try:
            self._show(read(self.desk, which), which)
        except (RuleViolation, Trouble) as wrong:
            self._text.show_text(self.desk.sentence(wrong))
            self._state.setText("")

    def _show(self, reading: Reading, which: Which) -> None:
        said = reading.text or "\n".join(reading.lines[:3])
        said = said or "\n".join(f"{block.head} {block.text}" for block in reading.blocks)
        self._text.show_marked(self._mark(airy(said)))
        *_, body = reading.head
        parts = (body, reading.chip.text, short_story(self.desk, which))
        self._state.setText(airy(" · ".join(part for part in parts if part)))
        self._area.verticalScrollBar().setValue(0)


def _alike(found: Before) -> Iterator[str]:
    """The words by which it is like what was typed."""
    for hit in found.hits:
        for piece in (hit.title, hit.snippet):
            yield from (piece.text[first:last] for first, last in piece.marks)
