"""The projects of a selection as rows of a list: number, title, place, money, and how each one stands."""

from __future__ import annotations

from dataclasses import replace

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.agenda_rows import Row
from facilitator.desk.meeting.asked import clock_at
from facilitator.meeting import Meeting
from facilitator.meeting.agenda import ItemState
from facilitator.meeting.format import Stage
from facilitator.meeting.selection.pitches import Pitch, in_order, next_pitch
from facilitator.meeting.selection.slate import Candidate
from facilitator.words.figures import airy, money


@dataclass(frozen=True, slots=True)
class ProjectRow(Row):
    """`words` stands below the title, `amount` and `beside` at the right.

    `sign` is an icon before what stands below, `tone` the colour of both ("" for none); `place` is shown in
    front of the title in place of the number when it is above 0.
    """

    amount: str = ""
    beside: str = ""
    sign: str = ""
    tone: str = ""
    place: int = 0


def slate_rows(desk: Desk, meeting: Meeting) -> tuple[ProjectRow, ...]:
    """All projects in the order in which they were put on the slate; those that were withdrawn, too."""
    numbers = meeting.slate.numbers
    return tuple(
        _on_slate(desk, meeting, one, numbers[one.id]) for one in meeting.slate.all.values()
    )


def _on_slate(desk: Desk, meeting: Meeting, one: Candidate, number: int) -> ProjectRow:
    t, slate = desk.t, meeting.slate
    said, sign, tone = one.place, "", ""
    state = ItemState.PLANNED
    if one.id in slate.withdrawn:
        said = t("Withdrawn: {reason}", reason=slate.withdrawn[one.id])
        state = ItemState.WITHDRAWN
    elif slate.budget and one.asked > slate.budget:
        more = t("asks for more than all the money there is; it cannot be funded in full")
        said, sign, tone = _joined(one.place, more), "triangle-alert", "bad"
    elif away := meeting.recusals.all.get(one.id):
        said = _joined(one.place, t("{n} recused", n=len(away)))
    own = t("own {sum}", sum=money(one.own, desk.lang)) if one.own else ""
    return ProjectRow(
        one.id,
        number,
        one.title,
        state,
        airy(said),
        amount=airy(money(one.asked, desk.lang)),
        beside=airy(own),
        sign=sign,
        tone=tone,
    )


def pitch_rows(desk: Desk, meeting: Meeting) -> tuple[ProjectRow, ...]:
    """All projects in the order of their pitches, each with its state; those that were withdrawn come last."""
    slate, running = meeting.slate, meeting.phase.stage is Stage.RUNNING
    then = next_pitch(meeting) if running else ""
    order, numbers = in_order(meeting), slate.numbers
    gone = [one for one in slate.all if one in slate.withdrawn]
    found: list[ProjectRow] = []
    for at, name in enumerate([*order, *gone], 1):
        row = _pitched(desk, meeting, slate.all[name], numbers[name], is_next=name == then)
        found.append(replace(row, place=0 if row.state is ItemState.WITHDRAWN else at))
    return tuple(found)


def _pitched(
    desk: Desk, meeting: Meeting, one: Candidate, number: int, *, is_next: bool
) -> ProjectRow:
    t = desk.t
    said, sign, tone, state = _pitch_state(desk, meeting, one, is_next=is_next)
    return ProjectRow(
        one.id,
        number,
        one.title,
        state,
        airy(said),
        amount=airy(money(one.asked, desk.lang)),
        beside=airy(t("No. {n}", n=number)),
        sign=sign,
        tone=tone,
    )


def _pitch_state(
    desk: Desk, meeting: Meeting, one: Candidate, *, is_next: bool
) -> tuple[str, str, str, ItemState]:
    """Words, sign, tone and state of a project among the pitches."""
    t, pitches = desk.t, meeting.pitches
    held = pitches.of(one.id)
    if one.id in meeting.slate.withdrawn:
        reason = meeting.slate.withdrawn[one.id]
        return t("Withdrawn: {reason}", reason=reason), "x", "", ItemState.WITHDRAWN
    if pitches.on == one.id:
        asking = held[-1].questions is not None
        said = t("Questions now") if asking else t("Presented now")
        return said, "mic", "accent", ItemState.IN_HAND
    if one.id in pitches.passed:
        said = t("Passed over: {reason}", reason=pitches.passed[one.id])
        return said, "skip-forward", "warn", ItemState.PAUSED
    if held:
        return _done_words(desk, meeting, held[-1]), "check", "good", ItemState.DONE
    if is_next:
        return _joined(t.within("pitch", "Next"), one.place), "arrow-right", "", ItemState.PLANNED
    return one.place, "", "", ItemState.PLANNED


def _done_words(desk: Desk, meeting: Meeting, pitch: Pitch) -> str:
    """陈述完毕 14:52 · 用时 4:40 + 2:32."""
    t = desk.t
    end = pitch.ended or pitch.begun
    said, asked = pitch.seconds(end)
    used = " + ".join(clock_words(one) for one in (said, asked) if one)
    return _joined(t("Presented, {time}", time=clock_at(meeting, end)), used)


def clock_words(seconds: int) -> str:
    """A running clock: 4:40."""
    return f"{seconds // 60}:{seconds % 60:02}"


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
