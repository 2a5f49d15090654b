"""The clerk of an office, who writes papers of a body: language, day, and what may be said in public."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.data import dataclass
from facilitator.papers.kinds.hiding import Hiding
from facilitator.papers.kinds.naming import surname
from facilitator.papers.kinds.scribe import Scribe, named
from facilitator.papers.material import BodyMaterial
from facilitator.papers.model import BlockKind, Layout, Paper
from facilitator.words.tongue import tongue


@dataclass(frozen=True)
class Office(Scribe):
    """Knows the lists of a body."""

    source: BodyMaterial


def office(source: BodyMaterial) -> Office:
    """The clerk for a paper of a body."""
    t = tongue(source.lang)
    masked = [p for key, p in source.people.items() if key not in source.offices]
    hidden = {p.name: t("Guest {surname}", surname=surname(p.name)) for p in masked}
    people = source.people.values()
    hiding = Hiding(hidden, (p.phone for p in people), (p.address for p in people))
    return Office(
        source.lang, t, source.public, source.now, hidden if source.public else {}, hiding, source
    )


def write_list(
    c: Office, kind: str, title: str, blocks: Iterable[BlockKind], *, subtitle: str = ""
) -> Paper:
    """The finished list, on a sheet that lies on its long side."""
    t = c.t
    sample = t("Sample: all names are invented") if c.source.sample else ""
    public = t("Public version") if c.public else ""
    parts = (title, named(c.source.name), c.today.isoformat(), public)
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
