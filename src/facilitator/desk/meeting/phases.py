"""Moving from phase to phase: what comes next and what the button for it says, and what one can go back to."""

from __future__ import annotations

from facilitator.data import dataclass
from facilitator.meeting import Meeting
from facilitator.meeting.format import Phase, Stage
from facilitator.meeting.lifecycle import EnterPhase
from facilitator.words.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Step:
    """One phase in the row of them."""

    title: str
    done: bool
    now: bool


def steps(meeting: Meeting, lang: str) -> tuple[Step, ...]:
    """All phases of the format, in its order."""
    phases = meeting.format.phases
    at = [phase.key for phase in phases].index(meeting.phase.key)
    over = meeting.phase.stage is Stage.CLOSED
    return tuple(
        Step(phase.title.text(lang), n < at or (over and n == at), n == at)
        for n, phase in enumerate(phases)
    )


def next_phase(meeting: Meeting) -> Phase | None:
    """The phase after this one that one simply enters; the close is an act of its own."""
    return next((phase for phase in _around(meeting, after=True)), None)


def earlier_phases(meeting: Meeting) -> list[Phase]:
    """The phases one may go back to."""
    return _around(meeting, after=False)


def _around(meeting: Meeting, *, after: bool) -> list[Phase]:
    phases = meeting.format.phases
    order = [phase.key for phase in phases]
    at = order.index(meeting.phase.key)
    found = [meeting.format.phase(key) for key in meeting.phase.next]
    return [
        phase
        for phase in found
        if phase.stage is not Stage.CLOSED and (order.index(phase.key) > at) is after
    ]


def forward_words(phase: Phase, t: Tongue) -> str:
    """What the button says that leads to a phase."""
    if phase.stage is Stage.GATHERING:
        return t("Begin signing in")
    if phase.stage is Stage.RUNNING:
        return t("Open the meeting")
    if phase.stage is Stage.CLOSING:
        return t("Read the record back")
    return phase.title.text(t.lang)


def all_forward_words(meeting: Meeting, t: Tongue) -> list[str]:
    """Everything that the button will ever say in this meeting, so that it can be as wide from the start."""
    later = meeting.format.phases[1:]
    return [forward_words(phase, t) for phase in later if phase.stage is not Stage.CLOSED]


def entering(meeting: Meeting, phase: Phase) -> EnterPhase:
    """The command that enters a phase."""
    return EnterPhase(meeting=meeting.id, phase=phase.key)


def suggested(meeting: Meeting) -> bool:
    """Whether moving on is what comes next: when nothing is left on the agenda.

    Before the meeting runs its rooms have a button of their own for it.
    """
    return meeting.phase.stage is Stage.RUNNING and not meeting.agenda.unfinished()
