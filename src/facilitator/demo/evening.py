"""The sample evening through the windows, by clicks and keys: from the call to the close, with its papers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from facilitator.acts import Command
from facilitator.bodies.founding import BodyCommand
from facilitator.clock import ToldClock
from facilitator.commands import read_line, tag_of
from facilitator.data import dataclass
from facilitator.demo.fingers import Fingers, NotThere
from facilitator.demo.hands import Hands
from facilitator.demo.stage import quiet, script, show, staged
from facilitator.desk.desk import Desk
from facilitator.desk.loop import make_loop
from facilitator.desk.places import Place
from facilitator.desk.window import Window
from facilitator.export import material, write_set

SECRETARY = "郑晓彤"
PICTURES = {
    "meeting.convene": "1-new-meeting",
    "meeting.post-notice": "2-prepared",
    "meeting.enter": "3-phase",
    "floor.give": "4-floor",
    "polls.open": "5-vote",
    "polls.close": "6-result",
    "meeting.close": "7-closed",
}
"""After the first act of each of these kinds a picture is taken."""


@dataclass
class Played:
    """What came of an evening: `offered` is False for lines that the windows leave nobody a way to do."""

    desk: Desk
    window: Window
    hands: Hands
    not_offered: list[str]


def play(
    app: QApplication,
    folder: Path,
    *,
    after: Callable[[int, Command, Window], None] | None = None,
) -> Played:
    """Found the sample body by its script, which no window may, and do all the rest by hand.

    `after` is called after each act. A line that the script itself expects to be refused (somebody who has
    left votes) is not offered by the windows; it is listed in `not_offered`.
    """
    lines = [read_line(line) for line in script()]
    raw = script()
    founding = [n for n, one in enumerate(lines) if isinstance(one.command, BodyCommand)]
    desk = staged(folder, (raw[n] for n in founding))
    desk.session.actor = desk.settings.actor = SECRETARY
    window = show(app, desk, Place("today"))
    hands = Hands(desk, Fingers(window))
    clock, missed = desk.session.clock, list[str]()
    assert isinstance(clock, ToldClock)  # made by `staged`
    for number, said in enumerate(lines):
        if number in founding:
            continue
        clock.at = said.at or clock.at
        desk.second.emit()
        try:
            hands.play(said.command)
        except NotThere:
            missed.append(raw[number].decode())
        if after is not None:
            after(number, said.command, window)
    return Played(desk, window, hands, missed)


def main(out: Path, tell: Callable[[str], object]) -> None:
    """Play the evening, take pictures on the way, and write all papers in both languages, full and public."""
    app = QApplication([])
    loop = make_loop(app)
    (out / "pictures").mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()

    def grab(window: Window, name: str) -> None:
        path = out / "pictures" / f"{name}.png"
        window.grab().save(str(path))
        tell(str(path))

    def picture(_number: int, command: Command, window: Window) -> None:
        name = PICTURES.get(tag_of(type(command)), "")
        if name and name not in taken:
            taken.add(name)
            grab(window, name)

    with loop:
        played = play(app, out, after=picture)
        loop.run_until_complete(quiet(played.desk))
        played.window.show_place(Place("meetings", played.hands.meeting_id, "papers"))
        loop.run_until_complete(quiet(played.desk))  # its pages are made in a process of their own
        grab(played.window, "8-papers")
        for lang in ("zh", "en"):
            for public in (False, True):
                source = material(
                    played.desk.session, played.hands.meeting_id, lang=lang, public=public
                )
                folder = out / lang / "public" if public else out / lang
                for path in write_set(source, folder):
                    tell(str(path))
        loop.run_until_complete(played.desk.works.settle())
        played.desk.session.close()
        played.window.may_close = True
        played.window.close()
    for line in played.not_offered:
        tell(f"not offered by the windows: {line}")
