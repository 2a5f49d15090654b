"""The team sheet (项目小组名册): who is in the team, as what, since when, trained for it, with room to sign."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.papers.kinds.cells import label, left, mid, row
from facilitator.papers.kinds.clerk import nothing
from facilitator.papers.kinds.thread import (
    Thread,
    concern_blocks,
    day,
    head,
    points,
    table,
    thread,
    write_thread,
)
from facilitator.papers.material import ProjectMaterial
from facilitator.papers.model import BlockKind, Heading, Paper, Row, Signatures
from facilitator.rounds.concerns import lasting
from facilitator.rounds.team import Member, MemberKind, TeamTrained, team_of
from facilitator.words.figures import Unit, counted, money
from facilitator.words.rounds import round_title

ROW_HEIGHT = 11.0
CONCERNS = ("team-without-residents", "team-without-staff", "untrained")


def team(source: ProjectMaterial) -> list[Paper]:
    """The team as it is; refused (`nothing-to-print`) before anybody joined."""
    c = thread(source)
    members = team_of(c.project)
    if not members:
        raise nothing("team")
    return [write_thread(c, "team", c.t("Project team"), _blocks(c, members))]


def _blocks(c: Thread, members: tuple[Member, ...]) -> Iterator[BlockKind]:
    t = c.t
    granted = c.project.granted_fen
    there = [one for one in members if one.left is None]
    yield head(c, (t.within("project", "Granted"), money(granted, c.lang) if granted else ""))
    yield Heading(t("Members"), right=_count(c, there))
    heads = [
        t.within("team", "No."),
        t.within("team", "Name"),
        t.within("team", "As what"),
        t.within("team", "What they do"),
        t.within("team", "Since"),
        t.within("team", "Trained"),
    ]
    heads += [] if c.public else [t.within("team", "Signature")]
    widths = (12.0, 22.0, 31.0, 46.0, 24.0, 24.0) + (() if c.public else (30.0,))
    rows = [_member(c, number, one) for number, one in enumerate(there, 1)]
    yield table(heads, rows, widths, height=ROW_HEIGHT)
    gone = [one for one in members if one.left is not None]
    if gone:
        yield Heading(t("Have left"))
        yield from points(_left(c, one) for one in gone)
    trainings = list(c.project.events(TeamTrained))
    if trainings:
        yield Heading(t("Training"))
        yield from points(_training(c, one, members) for one in trainings)
    yield from concern_blocks(c, lasting(c.project), CONCERNS)
    yield Signatures((t("Head of the team (signature)"), t("Date")))


def _count(c: Thread, there: list[Member]) -> str:
    """9人，其中居民5人."""
    t = c.t
    residents = sum(one.kind is MemberKind.RESIDENT for one in there)
    return t(
        "{people}, {residents} of them residents",
        people=counted(len(there), Unit.PEOPLE, c.lang),
        residents=residents,
    )


def _member(c: Thread, number: int, one: Member) -> Row:
    trained = day(c, one.trained[-1] if one.trained else None)
    cells = [
        mid(str(number)),
        label(c.member(one)),
        mid(round_title(one.kind, c.lang)),
        left(c.told(one.role)),
        mid(day(c, one.since)),
        mid(trained),
    ]
    return row(*cells, *([] if c.public else [""]))


def _left(c: Thread, one: Member) -> str:
    assert one.left is not None
    kind = round_title(one.kind, c.lang)
    reason = c.ended(c.told(one.why_left))
    what = c.separated(kind, c.told(one.role))
    return c.joined(c.date(one.left), c.member(one) + c.brackets(what), reason)


def _training(c: Thread, one: TeamTrained, members: tuple[Member, ...]) -> str:
    names = c.listing(c.member(it) for it in members if it.id in one.members)
    return c.joined(c.date(one.on), c.ended(c.told(one.what)), names)
