"""One meeting while its documents are read: what is known of it, who is in it, and how a document is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from facilitator.data import dataclass
from facilitator.record.index.docs import Doc, Kind, Result

Ask = Callable[..., list[tuple[Any, ...]]]
"""Runs a SELECT with its values."""


class Person(NamedTuple):
    """Somebody's name, and in which history it stands."""

    name: str
    stream: str


@dataclass(slots=True)
class Scene:
    """One meeting while it is read."""

    ask: Ask
    meeting: str
    body: str
    term: int
    format: str
    title: str
    at: datetime
    cancelled: bool
    people: dict[str, Person]
    results: dict[str, list[Result]] = field(default_factory=dict[str, list[Result]])
    """What came out of the motions on each item, filled by the sources of decisions and motions."""

    def rows(self, question: str) -> list[tuple[Any, ...]]:
        """The rows of this meeting; `question` has one place for it."""
        return self.ask(question, self.meeting)

    def named(self, *ids: str) -> tuple[str, frozenset[str]]:
        """Their names, those of them that are known; and all of them as `stream person`."""
        once = [key for key in dict.fromkeys(ids) if key]
        names = "、".join(self.people[key].name for key in once if key in self.people)
        nobody = Person("", f"body/{self.body}")
        return names, frozenset(f"{self.people.get(key, nobody).stream} {key}" for key in once)

    def doc(self, key: str, kinds: tuple[Kind, ...], at: str, title: str, **more: Any) -> Doc:
        """A document of this meeting."""
        return Doc(
            meeting=self.meeting,
            key=key,
            kinds=kinds,
            body=self.body,
            format=self.format,
            at=datetime.fromisoformat(at) if at else self.at,
            title=title or self.title,
            **more,
        )


def followed(scene: Scene, matter: str) -> list[str]:
    """What was entered in the follow-up of a matter, as it was written."""
    rows = scene.ask(
        "SELECT kind, body FROM followup_entry WHERE meeting = ? AND matter = ? AND struck IS NULL"
        " ORDER BY version",
        scene.meeting,
        matter,
    )
    found: list[str] = []
    for kind, body in rows:
        entry = msgspec.json.decode(body)
        names = (*WRITTEN, "what") if kind == "followup.review-planned" else WRITTEN
        found += [entry[name] for name in names if isinstance(entry.get(name), str)]
    return list(dict.fromkeys(found))


WRITTEN = ("text", "by", "reason", "implementer", "to", "clause", "places")
"""Fields of an entry in a follow-up that somebody wrote; `what` is elsewhere a code."""


def joined(*texts: str) -> str:
    """Texts a line each, empty ones left out."""
    return "\n".join(text for text in texts if text)
