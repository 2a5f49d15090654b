"""A program that plays the sample evening through the windows until somebody kills it.

`python -m tests.desk.mortal_evening FOLDER FROM TO`: the lines of the script before FROM are in the archive
already, the others are done by hand; after TO a line is typed and not sent. It says after each act how far the
record is. `python -m tests.desk.mortal_evening FOLDER` starts once more and says what is there.
"""

import json
import os
import sys
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication

from facilitator.acts import RuleViolation
from facilitator.clock import ToldClock
from facilitator.commands import read_line
from facilitator.demo.fingers import Fingers, NotThere
from facilitator.demo.hands import Hands
from facilitator.demo.stage import EVENING, script
from facilitator.desk.life import Life
from facilitator.desk.meeting.page import MeetingPage
from facilitator.desk.meeting.running import Running
from facilitator.desk.places import Place
from facilitator.desk.secretary.drafts import drafts_of, key_of
from facilitator.desk.settings import Settings
from facilitator.desk.theme import Theme, wear
from facilitator.desk.window import Window
from facilitator.opening import open_session

WORDS = "还没有记下来的一句 <b>"


def archive_in(folder: Path) -> Path:
    """The archive of the evening."""
    return folder / "evening.facilitator"


def begun(folder: Path) -> Life:
    """Start as the program does, on the archive in the folder."""
    app = QApplication([])
    settings = Settings(folder / "settings")
    settings.lang = "zh"
    wear(app, Theme())
    window = Window(settings=settings)
    window.show()
    life = Life(app, settings, window)
    life.begin(str(archive_in(folder)))
    app.processEvents()
    return life


def tell(what: object) -> None:
    """One line for whoever kills us."""
    print(json.dumps(what), flush=True)  # noqa: T201 - that is how it tells


class Names(dict[str, str]):
    """What the windows call what the script names; the same, where the script has played it."""

    def __missing__(self, name: str) -> str:
        return name


def play(folder: Path, first: int, last: int) -> None:
    """Play on by hand; after act `last` type a line, see it kept, and wait."""
    lines = [read_line(line) for line in script()]
    clock = ToldClock(datetime.fromisoformat("2026-09-01T09:00:00+08:00"))
    with closing(open_session(str(archive_in(folder)), create=True, clock=clock)) as session:
        for said in lines[:first]:
            with suppress(RuleViolation):  # one line of the evening is meant to be refused
                session.do(said.command, at=said.at, actor=said.by)
    life = begun(folder)
    desk = life.desk
    assert desk is not None
    desk.session.clock = clock
    hands = Hands(desk, Fingers(life.window))
    hands.meeting_id, hands.items = EVENING, Names()
    life.window.show_place(Place("meetings", EVENING))
    for said in lines[first : last + 1]:
        clock.at = said.at or clock.at
        with suppress(NotThere):
            hands.play(said.command)
        tell(seen(life, hands.meeting_id))
    _type(life, hands)


def _type(life: Life, hands: Hands) -> None:
    """Words that nobody sends."""
    hands.fingers.act("line")
    hands.fingers.write("line.text", WORDS)
    desk = life.desk
    assert desk is not None
    path = drafts_of(desk).path(key_of(hands.meeting))
    while not (path.exists() and path.read_text(encoding="utf-8").endswith(WORDS)):
        QApplication.processEvents()
    tell(seen(life, hands.meeting_id) | {"typed": WORDS})
    while True:
        QApplication.processEvents()


def seen(life: Life, meeting_id: str) -> dict[str, object]:
    """How far the record is, and what the meeting is at."""
    desk = life.desk
    assert desk is not None
    one = desk.session.meeting(meeting_id)
    version, mark = desk.session.head(f"meeting/{meeting_id}")
    return {
        "meeting": meeting_id,
        "version": version,
        "hash": mark,
        "phase": one.phase.key,
        "item": one.agenda.in_hand,
        "poll": one.polls.running,
    }


def look(folder: Path) -> None:
    """Start once more, and say what is there."""
    life = begun(folder)
    desk, page = life.desk, life.window.page
    assert desk is not None
    told: dict[str, object] = {"place": life.window.place.text}
    if isinstance(page, MeetingPage):
        told |= seen(life, page.meeting_id)
        if isinstance(page.middle, Running):
            told["scene"] = [page.middle.scene.kind, page.middle.scene.which]
        told["draft"] = page.foot.line.editor.text() if page.foot is not None else ""
    tell(told)
    os._exit(0)


if __name__ == "__main__":
    if len(sys.argv) == 2:
        look(Path(sys.argv[1]))
    play(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
