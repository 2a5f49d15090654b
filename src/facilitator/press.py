"""What a worker process does with papers: pictures of their pages, what they keep back, files.

The typesetter holds Python's lock while it works, so a window has this done in another process. Everything
that goes there or comes back is plain data. The worker remembers the last meetings and pages it was given.
"""

from __future__ import annotations

import pickle
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import msgspec

from facilitator.acts import Recorded, RuleViolation
from facilitator.data import dataclass
from facilitator.export import (
    AnyFrozen,
    Frozen,
    Source,
    kinds_for,
    name_of,
    papers,
    write_as,
    write_papers,
)
from facilitator.papers.kinds.withheld import Withheld, withheld
from facilitator.papers.material import Material, ProjectMaterial
from facilitator.papers.model import Layout, Paper

PICTURED = ("outcome", "monitoring", "closing")
"""Papers that show photos."""
CHUNK = 256
"""Entries of the record that are packed together: what was packed once is not packed again."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """Something frozen that has papers, packed. While a meeting goes on, only its last chunk changes."""

    head: bytes
    chunks: tuple[bytes, ...]
    length: int
    """How many entries of the record are in it."""


class Order(msgspec.Struct, frozen=True):
    """Which paper, in which version; `blocks` are those of minutes, all when none is named.

    `matter` is the decision or action group of a paper that is made for one, all when none is named; `photos`
    asks for photos in the public version, too.
    """

    kind: str
    lang: str = ""
    public: bool = False
    blocks: tuple[str, ...] = ()
    matter: str = ""
    photos: bool = False

    @property
    def pictured(self) -> bool:
        """Whether photos have to be at hand for it."""
        return self.kind in PICTURED and (self.photos or not self.public)


class Proof(msgspec.Struct, frozen=True):
    """What a paper looks like."""

    pages: tuple[bytes, ...]
    """PNG, one for each page; of all papers of that kind, one after another."""
    names: tuple[str, ...]
    """What the papers are called."""
    firsts: tuple[int, ...]
    """The first page of each, counted from 0."""
    faces: tuple[tuple[str, str], ...]
    """The family that each wanted face is set in, as `pdf.fonts_used` says."""
    withheld: Withheld | None = None
    """Of a public version: what it keeps back."""


def packed(frozen: AnyFrozen, before: Parcel | None = None) -> Parcel:
    """Pack what has papers; `before` is an earlier parcel of the same meeting, to go on from."""
    if not isinstance(frozen, Frozen):
        return Parcel(pickle.dumps(frozen), (), 0)
    history = frozen.history
    chunks = list(before.chunks[: before.length // CHUNK]) if before else []
    starts = range(len(chunks) * CHUNK, len(history), CHUNK)
    chunks += [pickle.dumps(history[start : start + CHUNK]) for start in starts]
    return Parcel(pickle.dumps(replace(frozen, history=())), tuple(chunks), len(history))


def counts(parcel: Parcel, lang: str, matter: str = "") -> dict[str, int]:
    """How many papers there are of each kind that makes sense; 0 where nothing is to be printed yet.

    Of those that are made for one decision or action group, how many for `matter`.
    """
    source = _source(parcel, Order("", lang=lang, matter=matter))
    return {kind: len(_papers_or_none(source, kind)) for kind in kinds_for(source)}


def proof(parcel: Parcel, order: Order, ppi: float) -> Proof:
    """The pages of a paper, `ppi` pixels an inch; refused (`nothing-to-print`) when it has nothing to say."""
    from facilitator.papers.pdf import page_pictures

    made = _ordered(parcel, order)
    pages: list[bytes] = []
    firsts: list[int] = []
    for paper in made:
        firsts.append(len(pages))
        pages += page_pictures(paper, ppi)
    held = withheld(_source(parcel, order), order.kind) if order.public else None
    return Proof(
        pages=tuple(pages),
        names=tuple(paper.reference for paper in made),
        firsts=tuple(firsts),
        faces=faces(made[0].lang),
        withheld=held,
    )


def fine_pages(parcel: Parcel, order: Order, ppi: float) -> tuple[bytes, ...]:
    """The pages for a printer; kept, so that they can be fetched one by one."""
    return _fine(parcel, order, ppi)


def write(parcel: Parcel, order: Order, form: str, folder: str) -> list[str]:
    """Write the papers of one kind into a folder and return their paths; [] when there is nothing to print."""
    source = _source(parcel, order)
    try:
        return [str(path) for path in write_papers(source, order.kind, form, Path(folder))]
    except RuleViolation as refusal:
        if refusal.code != "nothing-to-print":
            raise
        return []


def write_one(parcel: Parcel, order: Order, number: int, form: str, path: str) -> str:
    """Write one of the papers of a kind (counted from 0) under a name that somebody chose; return the name."""
    write_as(_ordered(parcel, order)[number], form, Path(path))
    return path


def faces(lang: str) -> tuple[tuple[str, str], ...]:
    """The family that each wanted face of a paper in that language is set in."""
    from facilitator.papers.pdf import fonts_used

    blank = Paper(kind="record", lang=lang, layout=Layout.RECORD, title="", blocks=())
    return tuple(fonts_used(blank).items())


def file_names(parcel: Parcel, order: Order, form: str) -> list[str]:
    """What the files of an order are called unless somebody chooses otherwise."""
    return [name_of(paper, form) for paper in _ordered(parcel, order)]


def _papers_or_none(source: Source, kind: str) -> list[Paper]:
    try:
        return papers(source, kind)
    except RuleViolation as refusal:
        if refusal.code != "nothing-to-print":
            raise
        return []


@lru_cache(maxsize=64)
def _chunk(packed_chunk: bytes) -> tuple[Recorded, ...]:
    return pickle.loads(packed_chunk)


@lru_cache(maxsize=4)
def _material(parcel: Parcel) -> Source:
    """The meeting of a parcel, made anew from its history, or what else is in it; papers only read it."""
    frozen: AnyFrozen = pickle.loads(parcel.head)
    if not isinstance(frozen, Frozen):
        return frozen.material()
    history = tuple(one for chunk in parcel.chunks for one in _chunk(chunk))
    return replace(frozen, history=history).material()


def _source(parcel: Parcel, order: Order) -> Source:
    source = _material(parcel)
    lang = order.lang or source.lang
    if isinstance(source, ProjectMaterial):
        return replace(source, lang=lang, public=order.public, photos=order.photos)
    if not isinstance(source, Material):
        return replace(source, lang=lang, public=order.public)
    return replace(
        source,
        lang=lang,
        public=order.public,
        blocks=order.blocks,
        matter=order.matter,
        photos=order.photos,
    )


@lru_cache(maxsize=8)
def _ordered(parcel: Parcel, order: Order) -> list[Paper]:
    return papers(_source(parcel, order), order.kind)


@lru_cache(maxsize=1)
def _fine(parcel: Parcel, order: Order, ppi: float) -> tuple[bytes, ...]:
    from facilitator.papers.pdf import page_pictures

    return tuple(page for paper in _ordered(parcel, order) for page in page_pictures(paper, ppi))
