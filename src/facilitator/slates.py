"""Between Pabulib files and selection meetings: a counted vote as a file, a file's projects on the slate."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from facilitator.acts import Recorded, RuleViolation, clean_id
from facilitator.meeting import Meeting
from facilitator.meeting.selection.recount import problem
from facilitator.meeting.selection.slate import (
    MOST_TITLE,
    AddCandidates,
    Candidate,
    CandidateAdded,
)
from facilitator.pabulib.election import Election, PbProject, election_of
from facilitator.pabulib.file import read_file
from facilitator.pabulib.write import write
from facilitator.rules.selection.problem import Rule
from facilitator.session import Session

RULES = {Rule.GREEDY: "greedy", Rule.EQUAL_SHARES: "equalshares"}
"""The names that Pabulib's files have for rules."""


def election(meeting: Meeting) -> Election:
    """The slate and the ballots of the vote that counts, as a Pabulib file; refused (`no-counted-vote`).

    Nothing tells whose a ballot is: they stand in the order of what is on them, by chambers. Void ones are left
    out; blank ones stay: they count as voters.
    """
    vote = meeting.ballots.main()
    if vote is None or meeting.outcome.last is None:
        raise RuleViolation("no-counted-vote", meeting=meeting.id)
    counted = problem(meeting, vote)
    ballots = sorted(counted.ballots, key=lambda one: (one.group, sorted(one.worths.items())))
    counted = msgspec.structs.replace(counted, ballots=tuple(ballots))
    names = {one.id: one.title for one in meeting.slate.all.values()}
    meta = {
        "description": meeting.call.title or meeting.slate.title or meeting.council.name,
        "country": "China",
        "unit": meeting.council.name,
        "instance": meeting.id,
        "rule": RULES[counted.rule.rule],
        "date_begin": f"{vote.opened.at:%d.%m.%Y}",
        "currency": "CNY",
    }
    if meeting.council.sample:
        meta["comment"] = "Sample: everything in it is invented."
    return election_of(counted, names, meta)


def election_file(meeting: Meeting) -> bytes:
    """The same as the bytes of a `.pb` file."""
    return write(election(meeting))


def projects_from(meeting_id: str, found: Election) -> AddCandidates:
    """What brings a file's projects onto a slate, and its budget where nobody has said how much there is.

    A project whose id is none here is called by its place in the file.
    """
    candidates = tuple(
        Candidate(
            id=_usable(one.id) or f"p{number}",
            title=" ".join(one.name.split())[:MOST_TITLE],
            place=" ".join(_place(one).split())[:MOST_TITLE],
            asked=one.cost,
        )
        for number, one in enumerate(found.projects, 1)
    )
    return AddCandidates(meeting=meeting_id, candidates=candidates, budget=found.budget)


def take_projects(session: Session, meeting_id: str, path: Path) -> int:
    """Put the projects of a `.pb` file on the slate, all or none of them; how many are new there.

    Refused: what `read_file` refuses, and what the slate refuses.
    """
    return added(session.do(projects_from(meeting_id, read_file(path))))


def added(done: Iterable[Recorded]) -> int:
    """How many projects came onto the slate by what was recorded."""
    return sum(isinstance(one.event, CandidateAdded) for one in done)


def save(path: Path, data: bytes) -> None:
    """Write a file: the old one or the new one is there, never half of one. `Trouble` as papers have it."""
    from facilitator.papers.shelf import put

    put(path, data)


def _usable(name: str) -> str:
    try:
        return clean_id(name, "candidate")
    except RuleViolation:
        return ""


def _place(one: PbProject) -> str:
    return one.more.get("neighborhood") or one.more.get("subunit") or ""
