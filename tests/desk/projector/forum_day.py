"""The sample forum at moments of its day, at desks of their own, for tests of what the room sees."""

import json
import shutil
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from facilitator.clock import ToldClock
from facilitator.demo.stage import BEFORE, play_lines
from facilitator.desk.desk import Desk
from facilitator.desk.settings import Settings
from facilitator.desk.works import Works
from facilitator.opening import open_session
from facilitator.places import resources

FORUM = "qyl-2026-11-21"
MOMENTS = {
    "opening": "09:10:00",
    "posting": "09:30:10",
    "placed": "09:45:00",
    "running": "11:22:00",
    "between": "12:05:00",
    "news": "15:00:00",
    "counting": "15:20:00",
    "focus": "15:37:00",
    "action": "15:50:00",
    "debate": "15:59:00",
    "floor": "16:01:00",
    "poll": "16:05:00",
    "result": "16:06:00",
    "circle": "16:30:00",
}
"""Up to and with the last line before this time of the day."""


def at_forum(folder: Path, moment: str, *, lang: str = "") -> Desk:
    """Give a desk at that moment, the meeting's words being in `lang`; it is the caller's to close."""
    archive, at = _played(lang)[moment]
    folder.mkdir(parents=True, exist_ok=True)
    copied = folder / "forum.facilitator"
    shutil.copyfile(archive, copied)
    clock = ToldClock(at)
    return Desk(open_session(str(copied), clock=clock), Settings(folder / "settings"), Works())


@cache
def _played(lang: str) -> dict[str, tuple[Path, datetime]]:
    """Archives of all moments, from one playing of the day, and the time of each."""
    folder = Path(_kept().name, lang or "own")
    folder.mkdir()
    clock, path = ToldClock(BEFORE), folder / "forum.facilitator"
    found = {}
    for name, lines in _lines(lang).items():
        session = open_session(str(path), create=not path.exists(), clock=clock)
        play_lines(session, clock, lines)
        session.close()
        found[name] = (folder / f"{name}.facilitator", clock.at)
        shutil.copyfile(path, found[name][0])
    return found


def _lines(lang: str) -> dict[str, list[bytes]]:
    """The lines of the forum by the moment before which they are."""
    found = {name: [] for name in MOMENTS}
    for line in (resources() / "demo" / "forum.jsonl").read_bytes().splitlines():
        told = json.loads(line)
        if lang and told["do"] == "meeting.convene":
            line = json.dumps({**told, "lang": lang}).encode()
        day, time = told["at"][:10], told["at"][11:19]
        early = day < FORUM[-10:]
        moment = next((name for name, end in MOMENTS.items() if early or time <= end), "")
        if moment:
            found[moment].append(line)
    return found


@cache
def _kept() -> TemporaryDirectory[str]:
    return TemporaryDirectory(prefix="facilitator-forum-")
