"""What the papers of a body, or of a whole archive, are written from: its lists as they are now."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TypedDict

from facilitator import listing
from facilitator.bodies import Person
from facilitator.data import dataclass
from facilitator.papers.kinds import BODY
from facilitator.papers.material import BodyMaterial
from facilitator.record import aftermath, lookups, participation
from facilitator.record.index.asking import Wanted
from facilitator.record.index.docs import Facet
from facilitator.rules.taking_part import CommunityRow, InvitedRow, TurnoutRow, VoteRow
from facilitator.session import Session


@dataclass(frozen=True, slots=True)
class FrozenBody:
    """A body's lists as they were at one moment; they are plain values as they are."""

    source: BodyMaterial

    def material(self) -> BodyMaterial:
        """What its papers are written from."""
        return self.source


def body_material(
    session: Session,
    body: str = "",
    *,
    lang: str = "zh",
    public: bool = False,
    wanted: Wanted | None = None,
    rows: Sequence[listing.Decided] | None = None,
    kinds: Collection[str] = BODY,
    first: bool = False,
) -> BodyMaterial:
    """What the papers of a body are written from, or of the whole archive; refused (`unknown-body`).

    `wanted` narrows its list of decisions down; `rows` are those decisions where they are at hand already.
    Only what papers of these `kinds` need is fetched; with `first` only enough to know whether there is any.
    """
    one = session.body(body) if body else None
    most = 1 if first else -1
    if rows is None:
        rows = _decided(session, body, wanted, first) if "decisions" in kinds else ()
    matters = (
        tuple(aftermath.followups(session.record, body=body, waiting=True, limit=most))
        if "open-matters" in kinds
        else ()
    )
    now = session.clock.now()
    return BodyMaterial(
        body=body,
        name=one.name if one else "",
        now=now if now.utcoffset() else now.astimezone(),
        lang=lang,
        public=public,
        sample=one.sample if one else _any_sample(session),
        people=_people(session, body, (*matters, *rows)),
        offices=frozenset(key for key, held in one.holdings.items() if held.offices)
        if one
        else frozenset(),
        matters=matters,
        calls=tuple(aftermath.calls(session.record, body=body, limit=most))
        if "calls" in kinds
        else (),
        decisions=tuple(rows),
        **(_taking_part(session, body) if "participation" in kinds and body else _TakingPart()),
        words=wanted.words.strip() if wanted else "",
        chosen=_chosen(wanted),
    )


def _people(
    session: Session, body: str, rows: Iterable[aftermath.FollowRow | listing.Decided]
) -> dict[str, Person]:
    """Whoever may be named on the lists: members, and whoever took part where action groups were formed."""
    found = lookups.people_in(session.record, f"body/{body}")
    bodies = {row.body for row in rows} - {body}
    meetings = {row.meeting for row in rows if getattr(row, "group", "")}
    for stream in (*(f"body/{one}" for one in bodies), *(f"meeting/{one}" for one in meetings)):
        people = lookups.people_in(session.record, stream).items()
        found |= {f"{stream} {key}": person for key, person in people}
    return found


class _TakingPart(TypedDict, total=False):
    turnout: tuple[TurnoutRow, ...]
    votes: tuple[VoteRow, ...]
    community: tuple[CommunityRow, ...]
    invited: tuple[InvitedRow, ...]


def _taking_part(session: Session, body: str) -> _TakingPart:
    """Who came and who voted how, over all meetings of a body."""
    record = session.record
    return {
        "turnout": tuple(participation.turnout(record, body)),
        "votes": tuple(participation.votes(record, body)),
        "community": tuple(participation.community(record, body)),
        "invited": tuple(participation.invited(record, body)),
    }


def _decided(
    session: Session, body: str, wanted: Wanted | None, first: bool
) -> list[listing.Decided]:
    """A body's decisions, a meeting at a time; `first` stops at the first meeting that has one."""
    found: list[listing.Decided] = []
    asked = wanted or Wanted()
    if body:
        asked = asked.choose(Facet.BODY, body)
    for rows, _, _ in listing.by_meeting(session, asked):
        found += rows
        if first and found:
            break
    return found


def _any_sample(session: Session) -> bool:
    """Whether an archive holds samples: then a list of all of it says so."""
    return any(session.body(row.body).sample for row in lookups.bodies(session.record))


def _chosen(wanted: Wanted | None) -> tuple[tuple[str, tuple[str, ...]], ...]:
    chosen = wanted.chosen.items() if wanted else ()
    return tuple((facet.value, tuple(sorted(values))) for facet, values in chosen if values)


def frozen_body(
    session: Session,
    body: str = "",
    *,
    lang: str = "zh",
    wanted: Wanted | None = None,
    rows: Sequence[listing.Decided] | None = None,
    kinds: Collection[str] = BODY,
    first: bool = False,
) -> FrozenBody:
    """A body's lists as they are now, to be written down elsewhere; as `body_material` takes it."""
    return FrozenBody(
        body_material(session, body, lang=lang, wanted=wanted, rows=rows, kinds=kinds, first=first)
    )
