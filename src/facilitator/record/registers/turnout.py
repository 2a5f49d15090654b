"""Registers of who was to come and who voted how, by seat group: what is seen of taking part over the years."""

from __future__ import annotations

from facilitator.acts import Recorded
from facilitator.bodies.community import HOUSEHOLDS, CommunityNoted
from facilitator.meeting.closing import OutcomeRevised, PollClosed, PollVoided
from facilitator.meeting.lifecycle import Council, MeetingConvened, PhaseEntered
from facilitator.record.handle import Handle
from facilitator.record.registers import Table
from facilitator.record.registers.rows import put
from facilitator.rules.outcome import Outcome
from facilitator.rules.tally import Tally

MANDATE = Table(
    "mandate",
    {"meeting": str, "member": str, "seat": int, "seat_group": str},
    ("meeting", "member"),
)
SEAT_GROUP = Table(
    "meeting_group",
    {
        "meeting": str,
        "seat_group": str,
        "position": int,
        "title_zh": str,
        "title_en": str,
        "seats": int,
    },
    ("meeting", "seat_group"),
)
GROUP_VOTE = Table(
    "group_vote",
    {
        "meeting": str,
        "poll": str,
        "seat_group": str,
        "seats": int,
        "in_office": int,
        "present": int,
        "recused": int,
        "in_favour": int,
        "against": int,
        "abstained": int,
    },
    ("meeting", "poll", "seat_group"),
)
COMMUNITY = Table(
    "community",
    {"body": str, "as_of": str, "seat_group": str, "people": int, "source": str},
    ("body", "as_of", "seat_group"),
)


def convened(db: Handle, meeting: str, event: MeetingConvened, recorded: Recorded) -> None:
    """Who was to come when the meeting was called."""
    _taken_over(db, meeting, event.council)


def gathered(db: Handle, meeting: str, event: PhaseEntered, recorded: Recorded) -> None:
    """Who was to come when people gathered."""
    if event.council is not None:
        _taken_over(db, meeting, event.council)


def _taken_over(db: Handle, meeting: str, council: Council) -> None:
    for table in (MANDATE, SEAT_GROUP):
        db.execute(f'DELETE FROM "{table.name}" WHERE meeting = ?', (meeting,))
    charter = council.charter
    held: dict[str, int] = {}
    for holding in council.seats:
        group = charter.group_of_seat(holding.seat) or holding.group
        held[group] = held.get(group, 0) + 1
        put(
            db,
            MANDATE,
            meeting=meeting,
            member=holding.member,
            seat=holding.seat,
            seat_group=group,
        )
    for position, group in enumerate(charter.groups, 1):
        put(
            db,
            SEAT_GROUP,
            meeting=meeting,
            seat_group=group.key,
            position=position,
            title_zh=group.title.zh,
            title_en=group.title.en,
            seats=group.seats or held.get(group.key, 0),
        )


def closed(db: Handle, meeting: str, event: PollClosed, recorded: Recorded) -> None:
    """How each group voted."""
    _by_group(db, meeting, event.poll, event.outcome)


def revised(db: Handle, meeting: str, event: OutcomeRevised, recorded: Recorded) -> None:
    """How each group voted, after a correction."""
    _by_group(db, meeting, event.poll, event.outcome)


def _by_group(db: Handle, meeting: str, poll: str, outcome: Outcome) -> None:
    for group, tally in outcome.groups.items():
        put(
            db,
            GROUP_VOTE,
            meeting=meeting,
            poll=poll,
            seat_group=group,
            **_figures(tally),
        )


def _figures(tally: Tally) -> dict[str, int]:
    return {
        "seats": tally.seats,
        "in_office": tally.in_office,
        "present": tally.present,
        "recused": tally.recused,
        "in_favour": tally.in_favour,
        "against": tally.against,
        "abstained": tally.abstained,
    }


def voided(db: Handle, meeting: str, event: PollVoided, recorded: Recorded) -> None:
    """A vote that does not count says nothing of anybody."""
    db.execute("DELETE FROM group_vote WHERE meeting = ? AND poll = ?", (meeting, event.poll))


def counted(db: Handle, body: str, event: CommunityNoted, recorded: Recorded) -> None:
    """The community's own numbers of a day; noted again, the last count stands."""
    as_of = event.as_of.isoformat()
    db.execute("DELETE FROM community WHERE body = ? AND as_of = ?", (body, as_of))
    numbers = {HOUSEHOLDS: event.households} if event.households else {}
    for group, people in (numbers | event.residents).items():
        put(
            db,
            COMMUNITY,
            body=body,
            as_of=as_of,
            seat_group=group,
            people=people,
            source=event.source,
        )


TABLES = (MANDATE, SEAT_GROUP, GROUP_VOTE, COMMUNITY)
WRITERS = {
    MeetingConvened: convened,
    PhaseEntered: gathered,
    PollClosed: closed,
    OutcomeRevised: revised,
    PollVoided: voided,
    CommunityNoted: counted,
}
