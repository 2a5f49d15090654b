"""Checking an archive that is open against a signed paper: what `facilitator verify` answers, at the desk."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from facilitator.acts import Trouble
from facilitator.data import dataclass
from facilitator.opening import Onlooker, open_session
from facilitator.record.registers.product import KINDS, REGISTERS
from facilitator.record.verify import verify
from facilitator.safekeeping.after import NOTHING, Told, told
from facilitator.safekeeping.taking import Raw, Step, Taking, Tell, begin
from facilitator.session import Session


@dataclass(frozen=True, slots=True)
class Answer:
    """What is told at the desk, as plain data."""

    report: dict[str, Any]
    """A verifier's, as `words.soundness` and `words.checked` tell it."""
    told: Told
    """What the archive itself says about that."""


def taking(session: Session) -> Taking | None:
    """The copy to be taken of an archive in use first; None when its file is examined where it lies."""
    return None if isinstance(session, Onlooker) else begin(session)


def check(
    path: Path, paper: str, lang: str, tell: Tell | None = None, *, left: Path | None = None
) -> Answer:
    """Verify the archive at `path`, and find in it the head that stands on a paper ("" for none).

    For a process of its own. `lang` is that of what is told; `left` is where lies what was salvaged of it.
    Trouble and refusals as `verify` tells them.
    """
    report = _verified(path, paper, tell)
    return Answer(report, _told(report, lang, lambda: Onlooker(left or path)))


def check_copy(raw: Raw, paper: str, lang: str, tell: Tell | None = None) -> Answer:
    """The same of a copy, which is gone afterwards."""
    try:
        report = _verified(raw.path, paper, tell)
        return Answer(report, _told(report, lang, lambda: open_session(str(raw.path))))
    finally:
        raw.discard()


def _verified(path: Path, paper: str, tell: Tell | None) -> dict[str, Any]:
    if tell is not None:
        tell(Step.VERIFYING, 0, 0)
    report = verify(path, KINDS, paper or None, registers=REGISTERS)
    data: dict[str, Any] = msgspec.to_builtins(report)
    return data


def _told(report: dict[str, Any], lang: str, opening: Callable[[], Session]) -> Told:
    """What there is to be told if the archive can be opened at all, damaged as it may be."""
    try:
        with closing(opening()) as session:
            return told(session, report, lang)
    except Trouble:
        return NOTHING
