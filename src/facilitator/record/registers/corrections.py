"""The register of corrections: what it was, what it is now, and why. Old values are never lost."""

from __future__ import annotations

from facilitator.acts import Recorded
from facilitator.meeting.attendance import TimesCorrected
from facilitator.meeting.calling_off import MeetingRescheduled, as_text
from facilitator.meeting.closing import CastingVoteGiven, ContestedRuledOn
from facilitator.meeting.decisions import AssignmentCorrected
from facilitator.meeting.forum import reports
from facilitator.meeting.forum.convergence import DotsEntered
from facilitator.meeting.forum.groups import GroupChanged
from facilitator.meeting.forum.theme import HostingChosen, ThemeSet
from facilitator.meeting.forum.topics import ConvenersChanged, TopicEdited
from facilitator.meeting.items import ItemEdited
from facilitator.meeting.motions import MotionReworded
from facilitator.meeting.notes import NoteCorrected, NoteStruck
from facilitator.meeting.selection.ballots import BoxCounted, PapersIssued
from facilitator.meeting.selection.closing import PaperCorrected
from facilitator.meeting.selection.entering import TypedTakenBack
from facilitator.meeting.selection.outcome import FundedInPart
from facilitator.meeting.selection.papers import Marks
from facilitator.meeting.selection.reinstating import CandidateReinstated
from facilitator.meeting.selection.slate import BudgetSet, CandidateChanged
from facilitator.meeting.striking import StayStruck
from facilitator.meeting.tellers import ReportCorrected, TellerReplaced
from facilitator.meeting.voting import BallotsCorrected, HandsCorrected, VoteCorrected
from facilitator.record.handle import Handle
from facilitator.record.registers import Table
from facilitator.record.registers.rows import as_json, day, put

CORRECTION = Table(
    "correction",
    {
        "meeting": str,
        "version": int,
        "what": str,
        "subject": str,
        "old": str,
        "new": str,
        "reason": str,
        "at": str,
        "actor": str,
    },
    ("meeting", "version"),
)


def reworded(db: Handle, meeting: str, event: MotionReworded, recorded: Recorded) -> None:
    """The wording of a motion."""
    _correct(db, meeting, recorded, "motion", event.motion, event.old, event.text, event.reason)


def vote(db: Handle, meeting: str, event: VoteCorrected, recorded: Recorded) -> None:
    """An answer to the roll call."""
    subject, old, new = f"{event.poll} {event.member}", event.old or "", event.choice or ""
    _correct(db, meeting, recorded, "vote", subject, old, new, event.reason)


def assignment(db: Handle, meeting: str, event: AssignmentCorrected, recorded: Recorded) -> None:
    """Who carries a decision out."""
    old, new = as_json(event.old), as_json(event.assignment)
    _correct(db, meeting, recorded, "assignment", str(event.decision), old, new, event.reason)


def hands_corrected(db: Handle, meeting: str, event: HandsCorrected, recorded: Recorded) -> None:
    """Hands as they were counted."""
    old, new = as_json(event.old), as_json(event.hands)
    _correct(db, meeting, recorded, "hands", event.poll, old, new, event.reason)


def ballots_corrected(
    db: Handle, meeting: str, event: BallotsCorrected, recorded: Recorded
) -> None:
    """Ballots as they were counted."""
    old, new = as_json(event.old), as_json(event.ballots)
    _correct(db, meeting, recorded, "ballots", event.poll, old, new, event.reason)


def casting_vote(db: Handle, meeting: str, event: CastingVoteGiven, recorded: Recorded) -> None:
    """The chair's vote on a tie."""
    _correct(db, meeting, recorded, "casting-vote", event.poll, "", event.choice.value, "")


def contested(db: Handle, meeting: str, event: ContestedRuledOn, recorded: Recorded) -> None:
    """A ruling on votes of seats held by the wrong group."""
    new = "counted" if event.count_them else "not-counted"
    _correct(db, meeting, recorded, "contested", event.poll, "", new, event.reason)


def report_corrected(db: Handle, meeting: str, event: ReportCorrected, recorded: Recorded) -> None:
    """One teller's count, before the vote was closed."""
    subject, old, new = f"{event.poll} {event.teller}", as_json(event.old), as_json(event.ballots)
    _correct(db, meeting, recorded, "report", subject, old, new, event.reason)


def teller_replaced(db: Handle, meeting: str, event: TellerReplaced, recorded: Recorded) -> None:
    """Who counts."""
    _correct(db, meeting, recorded, "teller", event.poll, event.teller, event.by, event.reason)


def item_edited(db: Handle, meeting: str, event: ItemEdited, recorded: Recorded) -> None:
    """An announced item whose title changed."""
    if event.reason:
        _correct(
            db, meeting, recorded, "item", event.item, event.old_title, event.title, event.reason
        )


def times_corrected(db: Handle, meeting: str, event: TimesCorrected, recorded: Recorded) -> None:
    """A time of coming or going."""
    old = f"{day(event.old_came)}/{day(event.old_left) or ''}"
    new = f"{day(event.came)}/{day(event.left) or ''}"
    _correct(db, meeting, recorded, "times", event.person, old, new, event.reason)


def stay_struck(db: Handle, meeting: str, event: StayStruck, recorded: Recorded) -> None:
    """Somebody who was recorded as come and was not there."""
    old = f"{day(event.came)}/{day(event.left) or ''}"
    _correct(db, meeting, recorded, "stay", event.person, old, "", event.reason)


def rescheduled(db: Handle, meeting: str, event: MeetingRescheduled, recorded: Recorded) -> None:
    """When, where and under what title the meeting was called."""
    old = as_text(event.old_planned, event.old_place, event.old_title)
    new = as_text(event.planned, event.place, event.title)
    _correct(db, meeting, recorded, "call", meeting, old, new, event.reason)


def note_corrected(db: Handle, meeting: str, event: NoteCorrected, recorded: Recorded) -> None:
    """A line of the record."""
    _correct(db, meeting, recorded, "note", event.note, event.old, event.text, event.reason)


def note_struck(db: Handle, meeting: str, event: NoteStruck, recorded: Recorded) -> None:
    """A line that should not be there."""
    _correct(db, meeting, recorded, "note", event.note, "", "", event.reason)


def theme_set(db: Handle, meeting: str, event: ThemeSet, recorded: Recorded) -> None:
    """A theme question that was another one before."""
    if event.old_question not in ("", event.question):
        old, new = event.old_question, event.question
        _correct(db, meeting, recorded, "theme", meeting, old, new, event.reason)


def hosting_chosen(db: Handle, meeting: str, event: HostingChosen, recorded: Recorded) -> None:
    """A host who meant to run the day otherwise before."""
    if event.old is not None:
        old, new = event.old.value, event.mode.value
        _correct(db, meeting, recorded, "hosting", meeting, old, new, event.reason)


def topic_edited(db: Handle, meeting: str, event: TopicEdited, recorded: Recorded) -> None:
    """The words of a topic: the title, and why on the lines below it."""
    old, new = f"{event.old_title}\n{event.old_why}", f"{event.title}\n{event.why}"
    _correct(db, meeting, recorded, "topic", event.topic, old.strip(), new.strip(), event.reason)


def conveners(db: Handle, meeting: str, event: ConvenersChanged, recorded: Recorded) -> None:
    """Who convenes a topic."""
    old, new = " ".join(event.old), " ".join(event.conveners)
    _correct(db, meeting, recorded, "conveners", event.topic, old, new, event.reason)


def session_report(
    db: Handle, meeting: str, event: reports.ReportCorrected, recorded: Recorded
) -> None:
    """What a group told the others."""
    old, new = as_json(event.old), as_json(event.sheet)
    _correct(db, meeting, recorded, "session-report", event.topic, old, new, event.reason)


def dots(db: Handle, meeting: str, event: DotsEntered, recorded: Recorded) -> None:
    """Dots that were counted anew, with the reason that is asked for after the close of the count."""
    if event.reason:
        old, new = str(event.old), str(event.dots)
        _correct(db, meeting, recorded, "dots", event.topic, old, new, event.reason)


def group_changed(db: Handle, meeting: str, event: GroupChanged, recorded: Recorded) -> None:
    """What an action group does first, and by when."""
    old = f"{event.old_first_step}\n{day(event.old_due) or ''}".strip()
    new = f"{event.first_step}\n{day(event.due) or ''}".strip()
    if old != new:
        _correct(db, meeting, recorded, "action", event.group, old, new, event.reason)


def budget(db: Handle, meeting: str, event: BudgetSet, recorded: Recorded) -> None:
    """How much money there is to give away, where that was told before."""
    if event.old:
        _correct(db, meeting, recorded, "selection-budget", meeting, event.old, event.budget, "")


def candidate(db: Handle, meeting: str, event: CandidateChanged, recorded: Recorded) -> None:
    """A project as it was written down, and what it asks for."""
    old, new = as_json(event.old), as_json(event.candidate)
    _correct(db, meeting, recorded, "candidate", event.candidate.id, old, new, event.reason)


def reinstated(db: Handle, meeting: str, event: CandidateReinstated, recorded: Recorded) -> None:
    """A project that had been withdrawn, and why."""
    _correct(db, meeting, recorded, "withdrawal", event.candidate, event.old, "", event.reason)


def papers_issued(db: Handle, meeting: str, event: PapersIssued, recorded: Recorded) -> None:
    """Papers of a chamber that were counted again."""
    if event.old is not None:
        old, new = event.old, event.issued
        _correct(db, meeting, recorded, "papers-issued", event.group, old, new, event.reason)


def box_counted(db: Handle, meeting: str, event: BoxCounted, recorded: Recorded) -> None:
    """A box that was counted again."""
    if event.old is not None:
        old, new = event.old, event.returned
        _correct(db, meeting, recorded, "box", event.group, old, new, event.reason)


def paper(db: Handle, meeting: str, event: PaperCorrected, recorded: Recorded) -> None:
    """What is on a paper, but for its strikes, which can tell whose it is."""
    subject = f"{event.vote} {event.group} {event.number}"
    old, new = _unstruck(event.old), _unstruck(event.ballot)
    _correct(db, meeting, recorded, "paper", subject, old, new, event.reason)


def _unstruck(ballot: Marks) -> str:
    kept = {name: mark for name, mark in ballot.marks.items() if name not in ballot.struck}
    return as_json(Marks(marks=kept, unreadable=ballot.unreadable))


def typed_taken_back(db: Handle, meeting: str, event: TypedTakenBack, recorded: Recorded) -> None:
    """A ballot typed for the wrong member; what was on it stands in the journal alone."""
    _correct(db, meeting, recorded, "typed-ballot", event.member, "", "", event.reason)


def part(db: Handle, meeting: str, event: FundedInPart, recorded: Recorded) -> None:
    """How much a project gets in part, where it had got another sum before."""
    if event.old:
        old, new = event.old, event.fen
        _correct(db, meeting, recorded, "part", event.candidate, old, new, event.reason)


def _correct(
    db: Handle,
    meeting: str,
    recorded: Recorded,
    what: str,
    subject: str,
    old: str | int,
    new: str | int,
    reason: str,
) -> None:
    put(
        db,
        CORRECTION,
        meeting=meeting,
        version=recorded.version,
        what=what,
        subject=subject,
        old=str(old),
        new=str(new),
        reason=reason,
        at=recorded.at.isoformat(),
        actor=recorded.actor,
    )


TABLES = (CORRECTION,)
WRITERS = {
    MotionReworded: reworded,
    VoteCorrected: vote,
    HandsCorrected: hands_corrected,
    BallotsCorrected: ballots_corrected,
    ReportCorrected: report_corrected,
    TellerReplaced: teller_replaced,
    CastingVoteGiven: casting_vote,
    ContestedRuledOn: contested,
    AssignmentCorrected: assignment,
    ItemEdited: item_edited,
    TimesCorrected: times_corrected,
    StayStruck: stay_struck,
    MeetingRescheduled: rescheduled,
    NoteCorrected: note_corrected,
    NoteStruck: note_struck,
    ThemeSet: theme_set,
    HostingChosen: hosting_chosen,
    TopicEdited: topic_edited,
    ConvenersChanged: conveners,
    reports.ReportCorrected: session_report,
    DotsEntered: dots,
    GroupChanged: group_changed,
    BudgetSet: budget,
    CandidateChanged: candidate,
    CandidateReinstated: reinstated,
    PapersIssued: papers_issued,
    BoxCounted: box_counted,
    PaperCorrected: paper,
    TypedTakenBack: typed_taken_back,
    FundedInPart: part,
}
