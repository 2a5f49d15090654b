"""What merging has done: what came over, the way back, and once more what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.desk.safekeeping.mergetable import amiss, coming, merge_rows, merge_table
from facilitator.desk.safekeeping.telling import TellScreen
from facilitator.desk.settings import Settings
from facilitator.desk.theme import Theme
from facilitator.words.tongue import tongue

if TYPE_CHECKING:
    from facilitator.safekeeping.merging import Merged


def merged_screen(settings: Settings, done: Merged) -> TellScreen:
    """The screen that tells it."""
    t, lang = tongue(settings.lang), settings.lang
    what, events = coming(done.done, lang)
    left = amiss(done.done)
    lines = [
        t("Taken over: {what}.", what=what) if events else t("There was nothing to take over.")
    ]
    if done.backup is not None:
        lines.append(
            t("The archive of before is kept as a backup: {name}", name=done.backup.path.name)
        )
    table = None
    if left:
        lines.append(
            t.many(
                "{n} thing needs a look:",
                "{n} things need a look:",
                left,
            )
        )
        table = merge_table(Theme(dark=settings.dark, size=settings.size), lang, "merged.table")
        table.show_rows(merge_rows(done.done, lang, only_left_out=True))
    title = t("The archives are merged")
    if left:
        title = t("Merged, but not all of it") if events else t("Nothing was merged")
    return TellScreen(
        settings, title, lines, good=bool(events) or not left, more=table, wide=table is not None
    )
