"""What a card says of a motion or amendment: plain facts, so that a card is made anew only when they change."""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.data import dataclass
from facilitator.desk.desk import Desk
from facilitator.desk.meeting.asked import clock_at
from facilitator.meeting import Meeting
from facilitator.meeting.motions import OPEN, Motion, MotionState
from facilitator.words.difference import Piece, difference
from facilitator.words.figures import airy
from facilitator.words.matters import motion_name
from facilitator.words.outcomes import decision_words, outcome_sentence
from facilitator.words.titles import title


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording that a motion had before; `why` tells when and why it was changed, `pieces` how."""

    why: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """One motion or amendment as it stands."""

    id: str
    name: str
    people: str
    """Who moved it, who seconded it."""
    state: MotionState
    text: str
    heads: str
    """What will head the resolution, where that is not the item's own title."""
    can_be_seconded: bool
    wants_second: bool
    """The charter asks for a second, and there is none."""
    result: str
    """How the last vote on it ended, or why it was put away; "" while nothing has become of it."""
    decision: str
    before: tuple[Wording, ...] = ()
    becomes: tuple[Piece, ...] = ()
    """For an amendment: the whole motion with the change in it."""
    outdated: bool = False
    """For an amendment: the motion has another wording by now."""
    amendments: tuple[Facts, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it can still be voted on."""
        return self.state in OPEN


def facts_on(
    desk: Desk, meeting: Meeting, item: str, names: Mapping[str, str]
) -> tuple[Facts, ...]:
    """The motions on an item in the order they were moved, each with its amendments."""
    mains = [one for one in meeting.motions.all.values() if one.item == item and not one.amends]
    return tuple(_facts(desk, meeting, one, names) for one in mains)


def _facts(desk: Desk, meeting: Meeting, motion: Motion, names: Mapping[str, str]) -> Facts:
    opened = motion.state in OPEN
    alone = opened and not motion.second
    heading = motion.title if motion.title != meeting.agenda.item(motion.item).title else ""
    name = airy(motion_name(meeting.motions, motion, desk.lang))
    pieces: tuple[Piece, ...] = ()
    outdated = False
    if motion.amends:
        pieces = difference(airy(motion.amended_from), airy(motion.becomes))
        outdated = opened and meeting.motions.all[motion.amends].text != motion.amended_from
    return Facts(
        id=motion.id,
        name=name[:1].upper() + name[1:],
        people=_people(desk, motion, names),
        state=motion.state,
        text=airy(motion.text),
        heads=airy(heading),
        can_be_seconded=alone,
        wants_second=alone and meeting.charter.second_required,
        result=_result(desk, meeting, motion),
        decision=_decision(desk, meeting, motion),
        before=_before(desk, meeting, motion),
        becomes=pieces,
        outdated=outdated,
        amendments=tuple(
            _facts(desk, meeting, one, names) for one in meeting.motions.amendments(motion.id)
        ),
    )


def _people(desk: Desk, motion: Motion, names: Mapping[str, str]) -> str:
    t = desk.t
    moved = t("moved by {name}", name=names.get(motion.mover, motion.mover))
    if not motion.second:
        return moved
    seconded = t("seconded by {name}", name=names.get(motion.second, motion.second))
    return f"{moved} · {seconded}"


def _result(desk: Desk, meeting: Meeting, motion: Motion) -> str:
    t = desk.t
    if motion.state in (MotionState.WITHDRAWN, MotionState.POSTPONED):
        return airy(f"{title(motion.state, desk.lang)} · {motion.reason}")
    closed = [poll for poll in meeting.polls.on_motion(motion.id) if poll.closed]
    if not closed:
        return ""
    last = closed[-1]
    if last.outcome is None:
        return airy(t("The vote was declared void: {reason}", reason=last.ruling))
    return airy(outcome_sentence(last.outcome, desk.lang, meeting.charter))


def _decision(desk: Desk, meeting: Meeting, motion: Motion) -> str:
    made = meeting.decisions.all.values()
    standing = [one for one in made if one.motion == motion.id and one.annulled is None]
    return airy(decision_words(standing[-1].number, desk.lang)) if standing else ""


def _before(desk: Desk, meeting: Meeting, motion: Motion) -> tuple[Wording, ...]:
    """Its earlier wordings, the latest first; each with what became of it."""
    t, found = desk.t, list[Wording]()
    for change in reversed(motion.changes):
        time = clock_at(meeting, change.recorded.at)
        amendment = meeting.motions.all.get(change.reason)
        if amendment is not None and amendment.amends == motion.id:
            name = motion_name(meeting.motions, amendment, desk.lang)
            why = t("{time}, by {amendment}", time=time, amendment=name)
        else:
            why = t("{time}, put right: {reason}", time=time, reason=change.reason)
        found.append(Wording(airy(why), difference(airy(change.old), airy(change.new))))
    return tuple(found)
