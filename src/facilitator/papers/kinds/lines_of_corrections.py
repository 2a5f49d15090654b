"""Lines about what was recorded by mistake and taken back, and about a meeting called otherwise."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.meeting.calling_off import MeetingCancelled, MeetingRescheduled
from facilitator.meeting.items import ItemRemoved
from facilitator.meeting.striking import StayStruck
from facilitator.meeting.tellers import TellerReplaced
from facilitator.papers.kinds.cells import ONE, TWO, called, fill, say, struck
from facilitator.papers.kinds.lines_of_meeting import because
from facilitator.papers.kinds.telling import Said, Teller, Telling, Told, silent


def _cancelled(telling: Telling, event: MeetingCancelled) -> Iterable[Told]:
    yield Said(say(telling.clerk.t("The meeting is cancelled."), because(telling, event.reason)))


def _teller_replaced(telling: Telling, event: TellerReplaced) -> Iterable[Told]:
    c, t = telling.clerk, telling.clerk.t
    sentence = t("{name} counts in place of {other}.", name=ONE, other=TWO)
    line = fill(sentence, called(c.name(event.by)), called(c.name(event.teller)))
    yield Said(say(line, because(telling, event.reason)))


def _stay_struck(telling: Telling, event: StayStruck) -> Iterable[Told]:
    """The arrival stays readable, struck; who is in the room is said again when it changes."""
    c, t = telling.clerk, telling.clerk.t
    if event.left is None:
        telling.present.discard(event.person)
    came = t("came {came}", came=c.clock(event.came))
    sentence = t("{name} was not there: {old} was recorded by mistake.", name=ONE, old=TWO)
    line = fill(sentence, called(c.name(event.person)), struck(came))
    reason = "" if c.public else because(telling, event.reason)
    room = event.left is None and c.meeting.life.opened and c.meeting.is_member(event.person)
    yield Said(say(line, reason), tail=telling.room() if room else "")


LINES: dict[type, Teller] = {
    StayStruck: _stay_struck,
    TellerReplaced: _teller_replaced,
    MeetingRescheduled: silent,  # the header
    MeetingCancelled: _cancelled,
    ItemRemoved: silent,  # it was never announced
}
