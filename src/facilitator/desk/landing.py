"""Where one is after an archive was opened: at the meeting that is running, if there is one."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from facilitator import overview
from facilitator.desk import logbook
from facilitator.desk.desk import Desk
from facilitator.desk.notices import Notice, Tone
from facilitator.desk.places import Place
from facilitator.words.figures import airy, clock_seconds, short_date


def running_meeting(desk: Desk) -> str:
    """The newest meeting that was opened and is not closed; "" when there is none."""
    rows = overview.unfinished(desk.session)
    return next((row.meeting for row in rows if row.opened_at), "")


def landing(desk: Desk, otherwise: Place) -> Place:
    """The desk of the running meeting; else where one was."""
    running = running_meeting(desk)
    if not running:
        return otherwise
    # If one was at another part of this very meeting, its papers say, one is there again.
    return (
        otherwise
        if (otherwise.page, otherwise.which) == ("meetings", running)
        else Place("meetings", running)
    )


def crash_notice(desk: Desk, *, fell: bool = False) -> Notice:
    """What to say when the program did not end in order: nothing is lost, and up to when.

    If it `fell` by a fault of its own, its report is offered: the log has it.
    """
    if not fell:
        return _not_in_order(desk)
    t = desk.t
    text = t(
        "The program fell by a mistake of its own last time. All that was recorded is there. Its report names "
        "nobody: send it to whoever looks after the program."
    )
    return Notice(Tone.ASKED, text, (t("Copy the report"), lambda: _copy_report(desk)))


def _copy_report(desk: Desk) -> None:
    QApplication.clipboard().setText(logbook.report())
    desk.done(desk.t("Copied"))


def _not_in_order(desk: Desk) -> Notice:
    t, running = desk.t, running_meeting(desk)
    if not running:
        return Notice(
            Tone.TOLD, t("The program was not closed in order last time. All is recorded.")
        )
    last = desk.session.meeting(running).chronicle[-1].recorded.at
    when = clock_seconds(last)
    if last.date() != desk.now().date():
        when = airy(f"{short_date(last.date(), desk.lang)} {when}")
    text = t(
        "The program was not closed in order last time. The record is whole up to {when}.",
        when=when,
    )
    return Notice(Tone.TOLD, text)
