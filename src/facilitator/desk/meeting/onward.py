"""What the one button that moves the day on does next: another phase, or the next round of discussion."""

from __future__ import annotations

from facilitator.acts import Command
from facilitator.data import dataclass
from facilitator.desk.meeting.phases import entering, next_phase
from facilitator.meeting import Meeting
from facilitator.meeting.format import Phase, Stage
from facilitator.meeting.forum.rounds import EndRound, StartRound
from facilitator.meeting.selection.pitches import next_pitch
from facilitator.words.figures import airy
from facilitator.words.forum import slot_title
from facilitator.words.tongue import Tongue


@dataclass(frozen=True, slots=True)
class Onward:
    """The next step in words, and the acts that it takes, one after another."""

    words: str
    commands: tuple[Command, ...]


def onward(meeting: Meeting, t: Tongue) -> Onward | None:
    """The next step of the day; None where only the close is left, which has a button of its own."""
    then = next_phase(meeting)
    if meeting.rounds.running:
        said = t("End {round}", round=slot_title(meeting.matrix, meeting.rounds.running, t.lang))
        return Onward(airy(said), (EndRound(meeting=meeting.id),))
    if (slot := waiting_slot(meeting)) and (here := _round_phase(meeting, then)):
        said = t("Start {round}", round=slot_title(meeting.matrix, slot, t.lang))
        first = () if here.key == meeting.phase.key else (entering(meeting, here),)
        return Onward(airy(said), (*first, StartRound(meeting=meeting.id, slot=slot)))
    if then is None:
        return None
    return Onward(phase_words(then, t), (entering(meeting, then),))


def waiting_slot(meeting: Meeting) -> str:
    """The first slot that was not held yet; "" when all were."""
    return next((slot for slot in meeting.matrix.slots if slot not in meeting.rounds.held), "")


def _round_phase(meeting: Meeting, then: Phase | None) -> Phase | None:
    """The phase in which a round can start now: this one, or the one that comes next."""
    phases = (phase for phase in (meeting.phase, then) if phase is not None)
    return next((phase for phase in phases if "rounds" in phase.parts), None)


def phase_words(phase: Phase, t: Tongue) -> str:
    """What the button says that enters a phase."""
    title = phase.title.text(t.lang)
    if phase.stage is Stage.GATHERING:
        return t("Begin: {phase}", phase=title)
    if "wall" in phase.parts and phase.lead == "wall":
        return t("Open the marketplace")
    return t("Go on to: {phase}", phase=title)


def _has_slate(meeting: Meeting) -> bool:
    return bool(meeting.slate.standing) and meeting.slate.budget > 0


def loud(meeting: Meeting) -> bool:
    """Whether moving on is what comes next; not while what a phase is about has a filled button of its own."""
    match meeting.phase.lead:
        case "" | "wall" | "rounds":
            return True
        case "slate":
            return meeting.phase.stage is not Stage.BEFORE or _has_slate(meeting)
        case "pitches":
            return not meeting.pitches.on and not next_pitch(meeting)
        case "outcome":
            return meeting.outcome.is_announced
        case _:
            return False
