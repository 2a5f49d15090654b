"""The clerk of an office, who writes papers of a body: language, day, and what may be said in public."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from facilitator.papers.kinds.hiding import Hiding
from facilitator.papers.kinds.naming import surname
from facilitator.papers.material import BodyMaterial
from facilitator.papers.model import BlockKind, Layout, Paper
from facilitator.words.figures import date_words
from facilitator.words.tongue import Tongue, tongue


@dataclass(frozen=True)
class Office:
    """Speaks the paper's language; `hidden` gives the mask for every full name that must not be seen."""

    source: BodyMaterial
    lang: str
    t: Tongue
    hidden: dict[str, str]
    hiding: Hiding

    @property
    def public(self) -> bool:
        """Whether the paper may be posted."""
        return self.source.public

    @property
    def today(self) -> date:
        """The day on which it is written."""
        return self.source.now.date()

    def here(self, at: datetime) -> datetime:
        """A time as the clock in the office shows it."""
        return at.astimezone(self.source.now.tzinfo)

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

    def joined(self, *parts: str) -> str:
        """Facts side by side with air between them, the empty ones left out."""
        return self.gap.join(part for part in parts if part)

    def brackets(self, text: str) -> str:
        """Words in brackets, with the space that they need."""
        return f"（{text}）" if self.lang == "zh" else f" ({text})"


def office(source: BodyMaterial) -> Office:
    """The clerk for a paper of a body."""
    t = tongue(source.lang)
    masked = [p for key, p in source.people.items() if key not in source.offices]
    hidden = {p.name: t("Guest {surname}", surname=surname(p.name)) for p in masked}
    people = source.people.values()
    hiding = Hiding(hidden, (p.phone for p in people), (p.address for p in people))
    return Office(source, source.lang, t, hidden if source.public else {}, hiding)


def write_list(
    c: Office, kind: str, title: str, blocks: Iterable[BlockKind], *, subtitle: str = ""
) -> Paper:
    """The finished list, on a sheet that lies on its long side."""
    t = c.t
    sample = t("Sample: all names are invented") if c.source.sample else ""
    public = t("Public version") if c.public else ""
    parts = (title, c.source.name, c.today.isoformat(), public)
    return Paper(
        kind=kind,
        lang=c.lang,
        layout=Layout.LISTED,
        title=title,
        blocks=tuple(blocks),
        subtitle=subtitle or c.joined(c.source.name, t("as of {date}", date=c.date(c.today))),
        mark=c.joined(sample, public),
        reference=" ".join(part for part in parts if part),
        date=c.today.isoformat(),
    )
