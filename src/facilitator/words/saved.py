"""What was saved of a damaged archive, as lines for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from facilitator.words.tongue import tongue


class LeftOut(Protocol):
    """A history that is not whole."""

    @property
    def stream(self) -> str: ...
    @property
    def kept(self) -> int: ...
    @property
    def known(self) -> int: ...


class Saved(Protocol):
    """What `opening.salvaged` answers."""

    @property
    def streams(self) -> int: ...
    @property
    def left_out(self) -> tuple[LeftOut, ...]: ...
    @property
    def unplaced(self) -> int: ...
    @property
    def names(self) -> int: ...
    @property
    def files(self) -> int: ...


def saved_lines(saved: Saved, lang: str) -> Iterator[str]:
    """That the archive is damaged, how much of it is here, and everything that is not."""
    t = tongue(lang)
    yield t.many(
        "The archive is damaged. {n} history that can still be proven is shown; nothing can be recorded.",
        "The archive is damaged. {n} histories that can still be proven are shown; nothing can be recorded.",
        saved.streams,
    )
    for one in saved.left_out:
        if one.kept:
            yield t.many(
                "{stream}: the first {kept} of at least {n} event is here.",
                "{stream}: the first {kept} of at least {n} events are here.",
                one.known,
                stream=one.stream,
                kept=one.kept,
            )
        else:
            yield t.many(
                "{stream}: left out, since of its {n} event or more some are damaged.",
                "{stream}: left out, since of its {n} events or more some are damaged.",
                one.known,
                stream=one.stream,
            )
    if saved.unplaced:
        yield t.many(
            "{n} event is lost, and whose it was cannot be told any more.",
            "{n} events are lost, and whose they were cannot be told any more.",
            saved.unplaced,
        )
    if saved.names:
        yield t.many(
            "In {n} place a person's data is lost: an abbreviation stands for the name.",
            "In {n} places a person's data is lost: an abbreviation stands for the name.",
            saved.names,
        )
    if saved.files:
        yield t.many("{n} attached file is lost.", "{n} attached files are lost.", saved.files)
    yield t("What came last of all may be gone without a trace: compare with papers and backups.")
    yield t("Keep the damaged file. To go on working, restore the last backup.")
