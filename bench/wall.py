"""The agenda wall: one step of a drag among many cards, and an act at the wall of a very large forum."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import cycle
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from bench.measure import Row, Work

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from facilitator.desk.desk import Desk
    from facilitator.desk.forum.wall.facts import Board

STEPS = 40
FORUM = "qyl-2026-11-21"
PLACES, SLOTS, TOPICS = 40, 8, 300


@contextmanager
def drag(cards: int) -> Iterator[tuple[Work, Work]]:
    """Paint one card, so many times; carry one over a wall of `cards` cards, so many steps, each painted."""
    from PySide6.QtCore import QPoint, QPointF, QRectF
    from PySide6.QtGui import QPainter, QPixmap
    from PySide6.QtWidgets import QWidget

    from facilitator.desk.forum.wall.board import WallBoard
    from facilitator.desk.forum.wall.hand import Hand
    from facilitator.desk.forum.wall.paint import CardPainter
    from facilitator.desk.widgets import column

    app = _app()
    with tempfile.TemporaryDirectory() as folder:
        desk = _desk(Path(folder), b"")
        window, painter = QWidget(), CardPainter(desk.theme)
        view = WallBoard(desk, painter)
        column(view, on=window)
        view.hand = hand = Hand(desk, view, painter, window)
        board = _board(cards)
        window.resize(760, 520)
        window.show()
        view.show_board(board)
        app.processEvents()
        card, start = board.cards[0], view.viewport().mapToGlobal(QPoint(60, 30))
        picture, rect = QPixmap(220, 48), QRectF(0, 0, 212, 48)
        steps = cycle(QPoint(60 + 5 * step, 30 + 4 * step) for step in range(1, 80))

        def paint() -> None:
            for _ in range(STEPS):
                with QPainter(picture) as pen:
                    painter.paint(pen, rect, card)

        def carry() -> None:
            for _ in range(STEPS):
                hand.move(view.viewport().mapToGlobal(next(steps)))
                app.processEvents()

        hand.press(card, start, QPointF(30, 20))
        hand.move(start + QPoint(40, 40))
        carry()  # every card in sight is painted once; Qt keeps its picture
        yield paint, carry
        hand.cancel()
        desk.session.close()
        window.close()
        window.deleteLater()


@contextmanager
def act() -> Iterator[tuple[Work, Work]]:
    """Paint the wall of 300 topics once; move one of them: recorded, and the wall shown."""
    from facilitator.desk.forum.wall.view import WallView
    from facilitator.meeting.forum.placing import MoveTopic

    app = _app()
    with tempfile.TemporaryDirectory() as folder:
        desk = _desk(Path(folder), b"meeting.enter")
        _fill(desk)
        view = WallView(desk, FORUM)
        view.resize(1278, 600)
        view.show()
        app.processEvents()
        slots = cycle(("b1", "b2"))

        def paint() -> float:
            begin = perf_counter()
            view.grab()
            return (perf_counter() - begin) * 1000

        def move() -> float:
            begin = perf_counter()
            desk.do(MoveTopic(meeting=FORUM, topic="b1", place="b39", slot=next(slots)))
            app.processEvents()
            return (perf_counter() - begin) * 1000

        yield paint, move
        desk.session.close()
        view.close()
        view.deleteLater()


def _app() -> QApplication:
    from PySide6.QtWidgets import QApplication

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    return app


def _desk(folder: Path, last: bytes) -> Desk:
    """A desk on the sample forum as far as its marketplace; on nothing for an empty `last`."""
    from facilitator.demo.stage import staged
    from facilitator.desk.theme import wear
    from facilitator.places import resources

    lines: list[bytes] = []
    if last:
        for line in (resources() / "demo" / "forum.jsonl").read_bytes().splitlines():
            if b'"wall.' in line:
                break
            if b'"matrix.' not in line:
                lines.append(line)
    desk = staged(folder, lines)
    wear(_app(), desk.theme)
    return desk


def _board(cards: int) -> Board:
    """A wall on which so many cards hang, eight to a row."""
    from facilitator.desk.forum.wall.facts import Board, Card, Cell, Column, Line

    rows = -(-cards // SLOTS)
    titles = ("停车位怎么分才公平", "老楼加装电梯怎么谈", "独居老人谁常去看看")
    return Board(
        lines=tuple(Line(f"p{at}", f"地点 {at}", "座 30") for at in range(rows)),
        columns=tuple(Column(f"s{at}", f"第 {at} 场", "09:50—10:50", "") for at in range(SLOTS)),
        cards=tuple(
            Card(
                f"t{at}",
                f"{at:02}",
                titles[at % len(titles)],
                "孙立军",
                "想来 23",
                Cell(f"p{at // SLOTS}", f"s{at % SLOTS}"),
            )
            for at in range(cards)
        ),
    )


def _fill(desk: Desk) -> None:
    """Give the forum its places and slots, and hang 300 topics."""
    from datetime import datetime, timedelta

    from facilitator.meeting.forum.interest import CountInterest
    from facilitator.meeting.forum.matrix import AddPlace, AddSlot
    from facilitator.meeting.forum.placing import PlaceTopic
    from facilitator.meeting.forum.topics import PostTopic

    people = list(desk.session.names(desk.session.meeting(FORUM)))
    begins = datetime.fromisoformat("2026-11-21T09:50:00+08:00")
    for at in range(PLACES):
        desk.do(AddPlace(meeting=FORUM, place=f"b{at}", name=f"地点{at}", seats=12 + at % 20))
    for at in range(SLOTS):
        slot = begins + timedelta(minutes=65 * at)
        desk.do(AddSlot(meeting=FORUM, slot=f"b{at}", begins=slot, minutes=60))
    for at in range(TOPICS):
        topic, who = f"b{at}", people[at % len(people)]
        desk.do(PostTopic(meeting=FORUM, topic=topic, title=f"议题第{at}号", conveners=(who,)))
        place, slot = f"b{at % PLACES}", f"b{at // PLACES}"
        desk.do(PlaceTopic(meeting=FORUM, topic=topic, place=place, slot=slot))
        desk.do(CountInterest(meeting=FORUM, topic=topic, heads=at % 27))


ROWS: tuple[Row, ...] = (
    Row(
        "wall, one drag step among 500 cards, painted",
        "painting one card",
        "≤ 1.5×",
        partial(drag, 500),
        unit=STEPS,
    ),
    Row(
        "wall, one drag step among 2,000 cards, painted",
        "painting one card",
        "≤ 1.5×",
        partial(drag, 2000),
        unit=STEPS,
    ),
    Row(
        "a move on a wall of 300 topics, recorded and shown",
        "painting the wall once",
        "≤ 3×",
        act,
    ),
)
