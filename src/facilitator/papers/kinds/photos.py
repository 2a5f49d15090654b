"""Photos of a follow-up on paper: which are shown, with what caption, and which cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from facilitator.acts import Recorded
from facilitator.data import dataclass
from facilitator.followup.attached import Attached
from facilitator.followup.case import day_of
from facilitator.followup.entries import Assessed, Reported
from facilitator.papers.kinds.cells import say
from facilitator.papers.kinds.clerk import Clerk
from facilitator.papers.kinds.followed import Followed
from facilitator.papers.kinds.scribe import Scribe
from facilitator.papers.model import BlockKind, Heading, Paragraph, Picture, Pictures
from facilitator.papers.pictures import MOST, Photo, photo, too_large

_NUMBERED = re.compile(
    r"[\W_]*(img|dsc\w?|pxl|mvimg|mmexport|wx_?camera|微信图片|screenshot|照片)?[\W_\d]*",
    re.IGNORECASE,
)
"""A name that a camera or a telephone gave, which tells nobody anything."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A photo with where it comes from."""

    file: Attached
    entry: Recorded
    found: Photo | None
    """None where it cannot be printed."""


def photos_of(one: Followed) -> list[Shown]:
    """The photos of reports and assessments that count, oldest first, each once; erased ones are left out."""
    there = one.case.file_names()
    found: dict[str, Shown] = {}
    for entry in one.case.standing():
        event = entry.event
        if not isinstance(event, (Reported, Assessed)):
            continue
        for file in event.attached:
            if file.media.startswith("image/") and file.hash in there:
                content = one.story.contents.get(file.hash)
                made = photo(content) if content is not None else None
                if made is not None and too_large(0, made):
                    made = None
                found.setdefault(file.hash, Shown(file, entry, made))
    return list(found.values())


def photo_blocks(c: Clerk, one: Followed) -> Iterator[BlockKind]:
    """The photos two in a row, and what cannot be printed; in public only where that was asked for."""
    t, found = c.t, photos_of(one)
    if not found or (c.public and not c.material.photos):
        return
    newest = found[-MOST:]
    yield Heading(t("Photos"))
    if good := [shown for shown in newest if shown.found is not None]:
        yield Pictures(tuple(_picture(c, shown, number) for number, shown in enumerate(good, 1)))
    missing = [shown.file for shown in newest if shown.found is None]
    if said := left_out(c, missing, len(found) - len(newest)):
        yield Paragraph(say(said), indented=False, small=True)


def _picture(c: Clerk, shown: Shown, number: int) -> Picture:
    assert shown.found is not None
    made = shown.found
    return Picture(
        data=made.data,
        media=made.media,
        width=made.width,
        height=made.height,
        caption=_caption(c, shown, number),
        turn=made.turn,
    )


def _caption(c: Clerk, shown: Shown, number: int) -> str:
    """1. 2026年9月30日，承办单位回报（东口反光镜）."""
    t, event = c.t, shown.entry.event
    assert isinstance(event, (Reported, Assessed))
    who = t("with the report") if isinstance(event, Reported) else t("from residents")
    said = c.separated(c.date(day_of(shown.entry, event.on)), who)
    name = name_words(shown.file.name)
    told = c.brackets(c.told(name)) if name else ""
    return f"{number}. {said}{told}"


def name_words(file_name: str) -> str:
    """What somebody called a photo; "" where a camera or a telephone did."""
    name = file_name.rpartition(".")[0] or file_name
    return "" if _NUMBERED.fullmatch(name) else name


def left_out(c: Clerk | Scribe, files: Iterable[Attached], more: int) -> str:
    """What cannot be seen here and why."""
    t = c.t
    said = [
        t(
            "{name} is kept in the archive; it is too large or of a kind that cannot be printed here.",
            name=c.told(one.name),
        )
        for one in files
    ]
    if more > 0:
        said.append(
            t.many(
                "{n} earlier photo is kept in the archive.",
                "{n} earlier photos are kept in the archive.",
                more,
            )
        )
    return c.sentences(*said)
