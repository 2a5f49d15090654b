"""When the desk's archive is read whole although nothing is new: as seldom as it may be, and remembered."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.desk.desk import Desk
    from facilitator.safekeeping.taking import Step

SEEN = "safekeeping/whole-{first}"
"""The setting that remembers the last look, by the beginning of the hash of the archive's first event."""


def look_due(desk: Desk, *, left: bool) -> bool:
    """Whether to look now; `left` when the archive was not closed in order the last time."""
    from facilitator.safekeeping import wholeness

    seen = wholeness.read_whole(desk.settings.text(_key(desk)))
    return wholeness.look_due(wholeness.as_it_is(desk.session, desk.now()), seen, left=left)


async def read_copy(
    desk: Desk, tell: Callable[[Step, int, int], None], call: Callable[..., object], *args: object
) -> None:
    """Copy the archive, have a process read and use the copy, and remember that all of it was whole."""
    from facilitator.desk.safekeeping.awaiting import awaited
    from facilitator.safekeeping.errand import Errand
    from facilitator.safekeeping.taking import begin
    from facilitator.safekeeping.wholeness import as_it_is

    key, whole, since = _key(desk), as_it_is(desk.session, desk.now()), monotonic()
    raw = await awaited(begin(desk.session), tell)
    try:
        await awaited(Errand(call, raw, *args), tell)
    finally:
        raw.discard()
    desk.settings.keep_text(key, whole.that_took(monotonic() - since).text)


def _key(desk: Desk) -> str:
    from facilitator.safekeeping.backing import extent
    from facilitator.safekeeping.names import SHORT

    return SEEN.format(first=extent(desk.session).first[:SHORT])
