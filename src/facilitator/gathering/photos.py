"""The photos that go onto a paper: the newest, as long as there is room for them."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.followup.attached import Attached
from facilitator.papers import pictures
from facilitator.session import Session


def newest(session: Session, files: Iterable[Attached], room: int) -> dict[str, bytes]:
    """Contents by hash of the last of these files, `room` bytes together at most; erased ones are missing."""
    found: dict[str, bytes] = {}
    last = list({file.hash: file for file in files}.values())[-pictures.MOST :]
    for file in reversed(last):
        if pictures.too_large(file.size) or file.size > room or file.hash in found:
            continue
        content = session.record.file(file.hash)
        if content is not None:
            found[file.hash] = content
            room -= len(content)
    return found
