"""What was done that no archive holds, remembered from one start to the next: for the first steps on Today."""

from __future__ import annotations

from facilitator.desk.desk import Desk
from facilitator.desk.rehearsal import is_rehearsal, rehearsal_path
from facilitator.desk.settings import Settings
from facilitator.firststeps import Deed

OWN, REHEARSAL = "own", "rehearsal"
MINUTES = ("record", "summary", "proceedings")
"""The papers that say what became of a meeting."""


def room(desk: Desk) -> str:
    """Of which archive a deed is: of the rehearsal, or of one's own."""
    return REHEARSAL if is_rehearsal(desk.session.path) else OWN


def remember(desk: Desk, deed: Deed) -> None:
    """Keep in mind that this was done."""
    kept = _kept(desk.settings, room(desk))
    if deed not in kept:
        desk.settings.keep_text(f"deeds/{room(desk)}", " ".join((*kept, deed)))


def paper_left(desk: Desk, kind: str) -> None:
    """Keep in mind that a paper of that kind was written or printed."""
    remember(desk, Deed.EXPORTED)
    if kind in MINUTES:
        remember(desk, Deed.MINUTES)


def forget_rehearsal(settings: Settings) -> None:
    """It is begun anew: nothing was tried in it yet."""
    settings.keep_text(f"deeds/{REHEARSAL}", "")


def done(desk: Desk) -> frozenset[Deed]:
    """What was done, as far as the archive cannot tell."""
    found = {deed for deed in Deed if deed in _kept(desk.settings, room(desk))}
    if rehearsal_path().exists():
        found.add(Deed.REHEARSED)
    if desk.keeper.last is not None and not desk.keeper.same_disk:
        found.add(Deed.BACKED_UP)
    return frozenset(found)


def _kept(settings: Settings, which: str) -> list[str]:
    return settings.text(f"deeds/{which}").split()
