"""What becomes of decisions between the meetings: posted, paid, reported on, looked at, repealed later."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from facilitator.demo.many.acts import Telling
from facilitator.demo.many.people import Committee, ToCome
from facilitator.demo.many.talk import Matter, phrases
from facilitator.meeting.reviews import Progress
from facilitator.session import Session

KINSHIPS = ("repeals", "amends", "repeats")


def between(session: Session, council: Committee, until: datetime) -> None:
    """Have happen what was to happen up to then; now and then a department is called, or a matter comes in."""
    _from_outside(council, until)
    due = sorted((one for one in council.to_come if one.at <= until), key=lambda one: one.at)
    council.to_come = [one for one in council.to_come if one.at > until]
    for one in due:
        tell = Telling(session, one.at, council.secretary.name, **one.about)
        tell.attach(one.tag, one.fields, one.files)


def _from_outside(council: Committee, until: datetime) -> None:
    rng, after = council.rng, phrases().after
    number = f"{council.key}-{until.date().isoformat()}"
    if rng.random() < 0.05:
        matter, about = Matter(rng, until.date()), {"call": f"h-{number}"}
        at = until - timedelta(days=3, minutes=rng.randrange(600))
        made = {"body": council.key, "department": rng.choice(after.departments)}
        made |= {
            "matter": matter.say(after.call),
            "caller": rng.choice(list(council.seats.values())).name,
        }
        came = at + timedelta(minutes=rng.randrange(8, 70))
        council.to_come += [
            ToCome(at, "call.make", about, made),
            ToCome(at + timedelta(minutes=3), "call.receive", about, {}),
            ToCome(came, "call.arrive", about, {}),
            ToCome(
                came + timedelta(hours=20),
                "call.assess",
                about,
                {"settled": "yes", "text": rng.choice(after.settled)},
            ),
        ]
    if rng.random() < 0.08:
        matter, about = Matter(rng, until.date()), {"intake": f"l-{number}"}
        at = until - timedelta(days=5)
        came_in = {
            "body": council.key,
            "title": matter.say(after.received),
            "source": rng.choice(("hotline", "department", "visit")),
        }
        council.to_come.append(ToCome(at, "intake.receive", about, came_in))
        if rng.random() < 0.8:
            answer = {"text": rng.choice(after.settled)}
            council.to_come.append(ToCome(at + timedelta(days=4), "intake.answer", about, answer))


class Aftermath:
    """Foresees what becomes of one decision; it happens between later meetings."""

    def __init__(
        self, council: Committee, meeting: str, number: int, matter: Matter, made: datetime
    ) -> None:
        self._council, self._matter, self._made = council, matter, made
        self._rng = matter.rng
        self._about = {"meeting": meeting, "decision": number}
        self._entries = iter(range(1, 100))

    def foresee(self, title: str, fen: int) -> None:
        """All of it, from the posting to the last look."""
        rng = self._rng
        posted = self._post()
        if rng.random() < 0.08:
            self._object(posted)
        earlier = self._council.decided.get(title)
        if earlier is not None:
            link = {
                "kinship": rng.choice(KINSHIPS),
                "to_meeting": earlier[0],
                "to_decision": earlier[1],
            }
            self._later(0, "link", **link)
        wait = (self._matter.due - self._made.date()).days
        for part in range(rng.randrange(1, 3) if fen else 0):
            paid = self._day(wait // 2 + part)
            self._later(
                wait // 2 + part, "pay", fen=fen // 2, on=paid, receipt=f"{rng.randrange(10**6):06}"
            )
        self._report(wait)

    def _report(self, wait: int) -> None:
        rng, theme = self._rng, self._matter.theme
        if rng.random() < 0.4:
            going = {"progress": Progress.IN_PROGRESS, "text": self._matter.say(theme.going)}
            self._later(max(1, wait // 2), "report", said_by=self._matter.by, **going)
        if rng.random() < 0.2:
            return  # nobody has said anything more: it falls overdue
        late = rng.choice((-5, -1, 0, 0, 6, 20))
        done: dict[str, Any] = {"progress": Progress.DONE, "text": self._matter.say(theme.done)}
        files: dict[str, bytes] = {}
        if rng.random() < 0.1:
            body = photo(rng.randrange(256**3))
            files = {hashlib.sha256(body).hexdigest(): body}
            shown = {"name": "现场照片.png", "size": len(body), "media": "image/png"}
            done["attached"] = [{**shown, "hash": next(iter(files))}]
        self._later(max(2, wait + late), "report", files, said_by=self._matter.by, **done)
        if rng.random() < 0.5:
            self._assess(max(2, wait + late) + 10)
        if rng.random() < 0.2:
            self._later(
                max(2, wait + late) + 11,
                "plan-review",
                on=self._day(wait + 190),
                what="看看还好不好用",
            )

    def _assess(self, days: int) -> None:
        rng, after = self._rng, phrases().after
        asked: dict[str, Any] = {"how": rng.choice(after.how)}
        if rng.random() < 0.75:
            self._later(days, "assess", done=rng.randrange(8, 40), half=rng.randrange(5), **asked)
        else:
            said: dict[str, Any] = {"half": rng.randrange(6, 20), "text": rng.choice(after.half)}
            self._later(days, "assess", not_done=rng.randrange(5), **said, **asked)

    def _post(self) -> str:
        entry = f"e{next(self._entries)}"
        days = {"begins": self._day(1), "until": self._day(8)}
        fields = {"entry": entry, "what": "resolution", "places": phrases().after.places, **days}
        self._put(1, "post", fields)
        return entry

    def _object(self, posted: str) -> None:
        rng, after = self._rng, phrases().after
        entry, who = f"e{next(self._entries)}", self._council.somebody()
        said = {"text": rng.choice(after.objection), "on": self._day(4)}
        person = {"name": who.name, "address": who.home}
        self._put(4, "object", {"entry": entry, "posting": posted, "person": person, **said})
        self._later(7, "answer", objection=entry, text=rng.choice(after.answer), on=self._day(7))

    def _later(
        self, days: int, tag: str, files: Mapping[str, bytes] | None = None, **fields: Any
    ) -> None:
        self._put(days, tag, {"entry": f"e{next(self._entries)}", **fields}, files or {})

    def _put(
        self,
        days: int,
        tag: str,
        fields: Mapping[str, Any],
        files: Mapping[str, bytes] | None = None,
    ) -> None:
        """On that day after the meeting in the morning, each a little later than the one before."""
        minute = len(self._council.to_come) % 180
        at = datetime.combine(self._day(days), time(9), self._made.tzinfo) + timedelta(
            minutes=minute
        )
        if days == 0:
            at = self._made + timedelta(minutes=1)
        self._council.to_come.append(
            ToCome(at, f"followup.{tag}", self._about, fields, files or {})
        )

    def _day(self, days: int) -> Any:
        return self._made.date() + timedelta(days=days)


def photo(color: int) -> bytes:
    """A small picture in one color, as PNG."""
    wide, high = 64, 48
    line = b"\0" + color.to_bytes(3, "big") * wide
    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(line * high, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
