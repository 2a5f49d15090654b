"""The places of the open chapter where the words stand that are looked for: marked, and gone to one by one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from facilitator.desk.desk import Desk
from facilitator.manual.finding import Sought
from facilitator.manual.model import SECTION


class Found:
    """Belongs to a text; after another chapter stands in it, or the same anew, `read` it again."""

    def __init__(self, desk: Desk, text: QTextEdit) -> None:
        self._text = text
        self._sought = Sought("")
        self._places: list[tuple[int, int]] = []
        self._marks: list[QTextEdit.ExtraSelection] = []
        self._there, self._here = (
            _look(desk, "mark", "mark_ink"),
            _look(desk, "accent", "accent_on"),
        )
        self._at: int | None = None

    def __len__(self) -> int:
        return len(self._places)

    def look_for(self, sought: Sought) -> None:
        """Look for other words, from what is seen on."""
        self._sought = sought
        self.read()

    def read(self) -> None:
        """Find the words in what stands there now."""
        self._at = None
        self._places = [place for section in self._sections() for place in self._in(section)]
        self._marks = [self._marked(place, self._there) for place in self._places]
        self._mark()

    def leave(self) -> None:
        """Be at none of the places: the next one is looked for from what is seen."""
        self._at = None
        self._mark()

    def next(self, seen: int, *, back: bool) -> QTextCursor | None:
        """Go one place on or back, the first time from what is seen; None beyond the ends."""
        if self._at is not None:
            at = self._at + (-1 if back else 1)
        else:
            at = len(self) - 1 if back else bisect_left(self._places, (seen, 0))
        return self._go(at)

    def first(self, *, back: bool) -> QTextCursor | None:
        """Go to the first place, or to the last; None for none."""
        return self._go(len(self) - 1 if back else 0)

    @property
    def number(self) -> int:
        """Which place one is at, counted from 1; 0 for none."""
        return 0 if self._at is None else self._at + 1

    def _go(self, at: int) -> QTextCursor | None:
        if not 0 <= at < len(self):
            return None
        self._at = at
        self._mark()
        return self._cursor(self._places[at])

    def _sections(self) -> Iterator[list[QTextBlock]]:
        """The blocks of one section after another, as `Chapter.sections` parts them."""
        section: list[QTextBlock] = []
        block = self._text.document().begin()
        while block.isValid():
            if section and 1 <= block.blockFormat().headingLevel() <= SECTION:
                yield section
                section = []
            section.append(block)
            block = block.next()
        yield section

    def _in(self, section: list[QTextBlock]) -> Iterator[tuple[int, int]]:
        if self._sought.all_in("\n".join(block.text() for block in section)):
            for block in section:
                text, start = block.text(), block.position()
                for one, end in self._sought.places(text):
                    yield start + _units(text[:one]), start + _units(text[:end])

    def _mark(self) -> None:
        """The one that one is at stands out from the others.

        Its cursor is made anew: one that is read out of an `ExtraSelection` lies within that, and Python
        falls when both go at once.
        """
        marks = list(self._marks)
        if self._at is not None:
            marks[self._at] = self._marked(self._places[self._at], self._here)
        self._text.setExtraSelections(marks)

    def _marked(self, place: tuple[int, int], look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        one = QTextEdit.ExtraSelection()
        one.cursor, one.format = self._cursor(place), look
        return one

    def _cursor(self, place: tuple[int, int]) -> QTextCursor:
        cursor = QTextCursor(self._text.document())
        cursor.setPosition(place[0])
        cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _look(desk: Desk, ground: str, ink: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setBackground(desk.theme.color(ground))
    made.setForeground(desk.theme.color(ink))
    return made


def _units(text: str) -> int:
    """How far Qt counts: a rare character is two places for it."""
    return len(text.encode("utf-16-le")) // 2
