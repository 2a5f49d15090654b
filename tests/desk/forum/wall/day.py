"""The sample forum at 09:40, its wall in a window, and hands that press, carry and let go."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from facilitator.clock import ToldClock
from facilitator.demo.stage import staged
from facilitator.desk.desk import Desk
from facilitator.desk.forum.wall.facts import Cell
from facilitator.desk.forum.wall.pitch import Pitch, pitches
from facilitator.desk.forum.wall.view import WallView
from facilitator.desk.settings import Settings
from facilitator.desk.theme import wear
from facilitator.desk.widgets import column
from facilitator.desk.works import Works
from facilitator.meeting.forum.merging import TakeBack
from facilitator.opening import open_session
from facilitator.places import resources
from tests.desk.evening import leave
from tests.desk.freed import do_what_was_put_off

FORUM = "qyl-2026-11-21"
MARKET = datetime.fromisoformat("2026-11-21T09:40:52+08:00")
LEFT = Qt.MouseButton.LeftButton


@contextmanager
def at_forum(
    folder: Path,
    until: datetime = MARKET,
    *,
    lang: str = "zh",
    size: int = 100,
    dark: bool = False,
    bare: bool = False,
) -> Iterator[Desk]:
    """Give a desk on the forum, played up to a time; with `bare`, without places, slots and topics."""
    folder.mkdir(parents=True, exist_ok=True)
    copied = folder / "sample.facilitator"
    shutil.copy(_played(until, bare), copied)
    settings = Settings(folder / "settings")
    settings.lang, settings.size, settings.dark = lang, size, dark
    desk = Desk(open_session(str(copied), clock=ToldClock(until)), settings, Works())
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wear(app, desk.theme)
    try:
        yield desk
    finally:
        leave(desk)
        app.setStyleSheet("")


@contextmanager
def wall_on(desk: Desk, *, width: int = 1278, height: int = 790) -> Iterator[WallView]:
    """Give the wall in a window of its own; it has the keys."""
    window = QWidget()
    column(WallView(desk, FORUM), on=window)
    window.resize(width, height)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    view = window.findChild(WallView)
    view.board.setFocus()
    try:
        yield view
    finally:
        window.close()
        window.deleteLater()
        del view, window
        do_what_was_put_off()


@cache
def _played(until: datetime, bare: bool) -> Path:
    """An archive in which the forum was played so far, once for all tests."""
    folder = Path(_kept().name, str(_played.cache_info().currsize))
    folder.mkdir()
    desk = staged(folder, _lines(until, bare))
    desk.session.close()
    (archive,) = folder.glob("*.facilitator")
    return archive


def _lines(until: datetime, bare: bool) -> Iterator[bytes]:
    for line in (resources() / "demo" / "forum.jsonl").read_bytes().splitlines():
        if b'"at": "' in line:
            at = line.split(b'"at": "')[1][:25].decode()
            if datetime.fromisoformat(at) > until:
                return
        part = line.split(b'"do": "')[1].split(b".")[0] if b'"do": "' in line else b""
        if not (bare and part in (b"matrix", b"wall", b"interest")):
            yield line


@cache
def _kept() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="facilitator-forum-")


def put_back(view: WallView, deeds: int) -> None:
    """Bring the wall back to what it was after so many deeds, with nothing open, carried or selected."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    for one in view.findChildren(QDialog):
        one.reject()
    view.hand.cancel()
    desk = view.desk
    pitches(desk).keep(FORUM, Pitch())
    while len(desk.session.meeting(FORUM).wall.deeds) > deeds:
        assert desk.do(TakeBack(meeting=FORUM))
    view.board.choose_nothing()
    view.tray.list.choose_nothing()
    view.parking.list.choose_nothing()
    view.board.horizontalScrollBar().setValue(0)
    view.board.verticalScrollBar().setValue(0)
    view.board.setFocus()
    QApplication.processEvents()


def topic(view: WallView, name: str):
    """Return a topic as it is now."""
    return view.desk.session.meeting(FORUM).wall.topic(name)


def spots(view: WallView, name: str) -> list[tuple[str, str, int]]:
    """Return where a topic hangs."""
    return [(spot.place, spot.slot, spot.half) for spot in topic(view, name).spots]


def on_card(view: WallView, name: str, slot: str) -> QPoint:
    """Return a point of the wall's viewport on a card; it is scrolled into sight."""
    item = view.board.scene_.items_[name, slot]
    view.board.ensure(item.card.cell)
    corner = view.board.mapFromScene(item.pos())
    return corner + QPoint(30, 18)


def in_field(view: WallView, place: str, slot: str) -> QPoint:
    """Return the middle of a field, on the viewport."""
    cell = Cell(place, slot)
    return view.board.mapFromScene(view.board.scene_.layout_.rect(cell).center())


def drag(view: WallView, start: QPoint, end: QPoint, *, release: bool = True) -> None:
    """Press on the wall, go somewhere in a few steps, let go."""
    port = view.board.viewport()
    QTest.mousePress(port, LEFT, pos=start)
    for step in range(1, 5):
        QTest.mouseMove(port, start + (end - start) * step / 4)
    if release:
        QTest.mouseRelease(port, LEFT, pos=end)
    QApplication.processEvents()


def drag_from_list(view: WallView, shelf: str, name: str, end: QPoint) -> None:
    """Press a card beside the wall, carry it to a point of the wall's viewport, let go."""
    cards = getattr(view, shelf).list
    row = [card.topic for card in cards.cards.cards].index(name)
    start = cards.visualRect(cards.cards.index(row)).center()
    port = cards.viewport()
    far = port.mapFromGlobal(view.board.viewport().mapToGlobal(end))
    QTest.mousePress(port, LEFT, pos=start)
    for step in range(1, 5):
        QTest.mouseMove(port, start + (far - start) * step / 4)
    QTest.mouseRelease(port, LEFT, pos=far)
    QApplication.processEvents()


def keys(widget: QWidget, *those: Qt.Key) -> None:
    """Press keys one after another."""
    for one in those:
        QTest.keyClick(widget, one)
    QApplication.processEvents()


def last(view: WallView):
    """Return the topic that was posted last."""
    return list(view.desk.session.meeting(FORUM).wall.topics.values())[-1]


def plain(text: str) -> str:
    """Return words with ordinary spaces."""
    return text.replace("\xa0", " ")
