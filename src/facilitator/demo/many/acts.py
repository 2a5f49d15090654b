"""One history told act by act: every act goes through the session's door and may be refused there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

import msgspec

from facilitator.acts import Event, Recorded
from facilitator.commands import TAGS
from facilitator.record import NO_FILES
from facilitator.session import Session


class Telling:
    """Acts about one meeting or body (`about`), each some seconds after the one before."""

    def __init__(self, session: Session, at: datetime, by: str, **about: Any) -> None:
        self._session, self._about, self._by = session, about, by
        self.at = at

    def do(self, tag: str, *, after: float = 0, **fields: Any) -> tuple[Recorded, ...]:
        """Carry one command out, `after` so many seconds."""
        self.at += timedelta(seconds=after)
        return self.attach(tag, fields, NO_FILES)

    def attach(
        self, tag: str, fields: Mapping[str, Any], files: Mapping[str, bytes]
    ) -> tuple[Recorded, ...]:
        """Carry one command out that attaches these contents."""
        command = msgspec.convert({**self._about, **fields}, TAGS[tag])
        return self._session.do(command, at=self.at, actor=self._by, files=files)


def first(recorded: Iterable[Recorded], kind: type[Event]) -> Any:
    """The first event of that kind, None if there is none."""
    return next((one.event for one in recorded if isinstance(one.event, kind)), None)
