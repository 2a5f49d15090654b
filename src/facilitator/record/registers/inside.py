"""The tables of what is in projects; `contents` writes them."""

from __future__ import annotations

from facilitator.record.registers import Table
from facilitator.rounds.monitoring import ANSWERS


def _table(
    name: str, columns: dict[str, type], key: tuple[str, ...], optional: tuple[str, ...] = ()
) -> Table:
    whole = {"round": str, "project": str, **columns}
    return Table(name, whole, ("round", "project", *key), optional=frozenset(optional))


ASKED = _table(
    "project_asked",
    {
        "entry": str,
        "source": str,
        "asked_on": str,
        "people": int,
        "announced_on": str,
        "told": str,
    },
    ("entry",),
    ("announced_on",),
)
INVITED = _table(
    "project_invited", {"entry": str, "invitation": str, "people": int}, ("entry", "invitation")
)
NEED = _table(
    "project_need",
    {"entry": str, "place": int, "need": str, "named_by": int},
    ("entry",),
    ("place",),
)
PROPOSAL = _table(
    "project_proposal",
    {
        "entry": str,
        "revision": int,
        "title": str,
        "drafted_on": str,
        "goals": str,
        "asked_fen": int,
        "own_fen": int,
        "upkeep": str,
        "because": str,
        "submitted_at": str,
        "verdict": str,
        "verdict_text": str,
        "withdrawn": str,
    },
    ("entry",),
    ("verdict", "verdict_text", "withdrawn"),
)
LINE = _table(
    "project_line",
    {
        "proposal": str,
        "position": int,
        "what": str,
        "fen": int,
        "reckoned": str,
        "own": str,
    },
    ("proposal", "position"),
    ("own",),
)
STEP = _table(
    "project_step",
    {"proposal": str, "position": int, "what": str, "who": str, "due": str},
    ("proposal", "position"),
    ("due",),
)
RISK = _table(
    "project_risk",
    {"proposal": str, "position": int, "what": str, "answer": str, "who": str},
    ("proposal", "position"),
)
TEAM = _table(
    "project_team",
    {
        "member": str,
        "kind": str,
        "role": str,
        "since": str,
        "left_on": str,
        "left_reason": str,
        "trainings": int,
    },
    ("member",),
    ("left_on",),
)
MILESTONE = _table(
    "project_milestone",
    {
        "milestone": str,
        "what": str,
        "due": str,
        "first_due": str,
        "fen": int,
        "reached_on": str,
    },
    ("milestone",),
    ("reached_on",),
)
MONEY = _table(
    "project_money",
    {
        "entry": str,
        "kind": str,
        "what": str,
        "fen": int,
        "moved_on": str,
        "receipt": str,
        "proved": int,
        "milestone": str,
        "line": str,
        "own": int,
    },
    ("entry",),
)
VISIT = _table(
    "project_visit",
    {
        "entry": str,
        "kind": str,
        "visited_on": str,
        "state": str,
        "said_by": str,
        "told": str,
        "residents": int,
        "residents_said": str,
    },
    ("entry",),
    ("state",),
)
ASSESSMENT = _table(
    "project_assessment",
    {"entry": str, "assessed_on": str, **dict.fromkeys(ANSWERS, int), "how": str, "told": str},
    ("entry",),
)
OUTCOME = _table(
    "project_outcome",
    {
        "outcome": str,
        "closed_on": str,
        "told": str,
        "reason": str,
        "people_served": int,
        "figures": str,
        "kept_by": str,
    },
    (),
)
LOOK = _table(
    "project_look",
    {
        "entry": str,
        "looked_on": str,
        "state": str,
        "said_by": str,
        "kept_by": str,
        "told": str,
    },
    ("entry",),
)
