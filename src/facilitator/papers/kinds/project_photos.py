"""Photos of a project on paper, two in a row, each with its day and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.followup.attached import Attached
from facilitator.papers.kinds.cells import say
from facilitator.papers.kinds.photos import left_out, name_words
from facilitator.papers.kinds.thread import Thread
from facilitator.papers.model import BlockKind, Heading, Paragraph, Picture, Pictures
from facilitator.papers.pictures import MOST, photo, too_large
from facilitator.rounds.ending import LookedBack
from facilitator.rounds.milestones import MilestoneReached
from facilitator.rounds.monitoring import ProjectMonitored, SatisfactionAssessed
from facilitator.rounds.project import Papered, Project, ProjectClosed

Pictured = ProjectMonitored | SatisfactionAssessed | ProjectClosed | LookedBack | MilestoneReached
PICTURED = (ProjectMonitored, SatisfactionAssessed, ProjectClosed, LookedBack, MilestoneReached)
"""Entries whose photos may be shown on a paper; those of receipts and notices are only kept."""


def photos_of(case: Project, kinds: tuple[type[Papered], ...]) -> list[tuple[Attached, Pictured]]:
    """The photos of entries of these kinds that count, oldest first, each once; erased ones are left out."""
    there = case.file_names()
    found: dict[str, tuple[Attached, Pictured]] = {}
    for one in case.told(*kinds):
        assert isinstance(one.event, PICTURED)
        for file in one.event.attached:
            if file.media.startswith("image/") and file.hash in there:
                found.setdefault(file.hash, (file, one.event))
    return list(found.values())


def photo_blocks(c: Thread, kinds: tuple[type[Papered], ...]) -> Iterator[BlockKind]:
    """The newest photos, and what cannot be printed; in public only where that was asked for."""
    t, found = c.t, photos_of(c.project, kinds)
    if not found or (c.public and not c.source.photos):
        return
    newest = found[-MOST:]
    shown: list[Picture] = []
    missing: list[Attached] = []
    for file, event in newest:
        content = c.source.contents.get(file.hash)
        made = photo(content) if content is not None else None
        if made is None or too_large(0, made):
            missing.append(file)
            continue
        shown.append(
            Picture(
                data=made.data,
                media=made.media,
                width=made.width,
                height=made.height,
                caption=_caption(c, file, event, len(shown) + 1),
                turn=made.turn,
            )
        )
    yield Heading(t("Photos"))
    if shown:
        yield Pictures(tuple(shown))
    if said := left_out(c, missing, len(found) - len(newest)):
        yield Paragraph(say(said), indented=False, small=True)


def _caption(c: Thread, file: Attached, event: Pictured, number: int) -> str:
    said = c.separated(c.date(event.on), _whence(c, event))
    name = name_words(file.name)
    return f"{number}. {said}{c.brackets(c.told(name)) if name else ''}"


def _whence(c: Thread, event: Pictured) -> str:
    t = c.t
    match event:
        case ProjectMonitored():
            return t("at a visit")
        case SatisfactionAssessed():
            return t("from residents")
        case MilestoneReached():
            return t("when a milestone was reached")
        case ProjectClosed():
            return t("at its end")
        case LookedBack():
            return t("at the look back")
