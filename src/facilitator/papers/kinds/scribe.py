"""Whoever writes papers outside a meeting: one language, one day, and what may be said in public."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from facilitator.data import dataclass
from facilitator.papers.kinds.hiding import Hiding
from facilitator.papers.kinds.naming import surname
from facilitator.words.figures import date_words, listing
from facilitator.words.tongue import Tongue

_ENDS = re.compile(r"[。！？.!?…][”’」』）)\"']*$")

NAMES = 108
"""Bytes of a file's name that are left beside language, ending and spaces."""
NAMED = 54
"""Bytes of a title in it, where more than a kind and a version stand beside it."""


def named(title: str, room: int = NAMED) -> str:
    """As much of a title as a file's name has room for: what comes after it tells the versions apart."""
    return title.encode()[:room].decode(errors="ignore").strip()


@dataclass(frozen=True)
class Scribe:
    """Speaks the paper's language; `hidden` gives the mask for every full name that must not be seen."""

    lang: str
    t: Tongue
    public: bool
    now: datetime
    hidden: dict[str, str]
    hiding: Hiding

    @property
    def today(self) -> date:
        """The day on which it is written."""
        return self.now.date()

    def here(self, at: datetime) -> datetime:
        """A time as the clock in the office shows it."""
        return at.astimezone(self.now.tzinfo)

    def date(self, day: date) -> str:
        """A day in the paper's language."""
        return date_words(day, self.lang)

    def told(self, text: str) -> str:
        """What people told; in public without names and numbers of people."""
        return self.hiding.text(text) if self.public else text

    def person(self, name: str) -> str:
        """Somebody who is named; in public by surname."""
        if not self.public or not name:
            return name
        return self.hidden.get(name) or self.t("Guest {surname}", surname=surname(name))

    def separated(self, *parts: str) -> str:
        """Facts with commas between them, the empty ones left out."""
        comma = self.t.within("between", ", ")
        return comma.join(part for part in parts if part)

    @property
    def gap(self) -> str:
        """The air between facts that stand side by side."""
        return "　" if self.lang == "zh" else "   "

    @property
    def colon(self) -> str:
        """The colon, with the space that it needs."""
        return "：" if self.lang == "zh" else ": "

    def joined(self, *parts: str) -> str:
        """Facts side by side with air between them, the empty ones left out."""
        return self.gap.join(part for part in parts if part)

    def brackets(self, text: str) -> str:
        """Words in brackets, with the space that they need."""
        return f"（{text}）" if self.lang == "zh" else f" ({text})"

    def sentences(self, *parts: str) -> str:
        """Sentences one after another, the empty ones left out."""
        return ("" if self.lang == "zh" else " ").join(part for part in parts if part)

    def listing(self, words: Iterable[str]) -> str:
        """Things one after another: 甲、乙."""
        return listing(words, self.lang)

    def ended(self, text: str) -> str:
        """Somebody's words with a full stop, if they have none."""
        text = text.strip()
        if not text or _ENDS.search(text):
            return text
        return text + ("。" if self.lang == "zh" else ".")
