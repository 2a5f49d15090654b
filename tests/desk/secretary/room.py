"""A page with a foot, as a meeting has it, and what one does and reads at it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from facilitator.demo.stage import up_to
from facilitator.desk.desk import Desk
from facilitator.desk.secretary.drafts import drafts_of, key_of
from facilitator.desk.secretary.foot import Foot
from facilitator.desk.theme import wear
from tests.desk.evening import EVENING, desk_after, leave, write
from tests.desk.freed import do_what_was_put_off

SPEECH = '"n6"'  # 林秀英 has the floor on item 3
CALL = '"p3", "member": "zhang-haibo"'  # a roll call, nine of eleven asked


class Room:
    """A window with something else in it that takes keys, and the foot below."""

    def __init__(self, desk, qtbot, *, width=1278, height=768):
        self.desk, self.qtbot = desk, qtbot
        self.window = QMainWindow()
        self.window.resize(width, height)
        self.build()
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def build(self):
        """Make the page anew, as the window does when language or size change."""
        page = QWidget()
        box = QVBoxLayout(page)
        box.setContentsMargins(0, 0, 0, 0)
        self.elsewhere = QLineEdit()
        box.addWidget(self.elsewhere)
        box.addStretch(1)
        self.foot = Foot(self.desk, EVENING)
        box.addWidget(self.foot)
        self.window.setCentralWidget(page)

    def rebuild(self):
        """Another window on the same desk; the old one dies."""
        self.build()
        do_what_was_put_off()
        QApplication.processEvents()

    @property
    def editor(self):
        """Return the field one types in."""
        return self.foot.line.editor

    @property
    def meeting(self):
        """Return the meeting."""
        return self.desk.session.meeting(EVENING)

    @property
    def notes(self):
        """Return the texts of all lines of the record."""
        return [note.text for note in self.meeting.notes.lines.values()]

    @property
    def last(self):
        """Return the line that was written last."""
        return list(self.meeting.notes.lines.values())[-1]

    @property
    def draft(self):
        """Return the draft as it is on the disk, or None."""
        drafts = drafts_of(self.desk)
        drafts.flush()
        path = drafts.path(key_of(self.meeting))
        return path.read_text(encoding="utf-8") if path.exists() else None

    def type(self, text):
        """Take the keys and type; Chinese comes through an input method."""
        self.foot.take_keys()
        write(self.editor, text)

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        """Press a key in the line."""
        QTest.keyClick(self.editor, key, modifier)

    def enter(self):
        """Press Enter in the line."""
        self.press(Qt.Key.Key_Return)

    def paste(self, text):
        """Put a text into the line as the clipboard or a drop does."""
        data = QMimeData()
        data.setText(text)
        self.editor.insertFromMimeData(data)

    def compose(self, text):
        """Be in the middle of a word of an input method."""
        QApplication.sendEvent(self.editor, QInputMethodEvent(text, []))

    def offered(self):
        """Return what the open list offers; [] when it is closed."""
        offer = self.foot.offer
        return [choice.title for choice in offer.choices] if offer.isVisible() else []


def opened(folder: Path, until: str, *, lang: str = "zh", size: int = 100) -> Desk:
    """Return a desk on a copy of that archive in a folder, or on the copy that is there already."""
    return desk_after(folder, up_to(until), lang=lang, size=size)


@contextmanager
def room(tmp_path, qtbot, until=SPEECH, *, width=1278, height=768, **look) -> Iterator[Room]:
    """Give a room on the evening played up to a moment."""
    desk = opened(tmp_path, until, **look)
    app = QApplication.instance()
    wear(app, desk.theme)
    made = Room(desk, qtbot, width=width, height=height)
    try:
        yield made
    finally:
        made.window.close()
        made.window.deleteLater()
        do_what_was_put_off()
        leave(desk)
        app.setStyleSheet("")
