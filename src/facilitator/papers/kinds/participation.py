"""Who took part: attendance by seat group over time, votes by group, beside the community's own numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from facilitator.bodies.community import HOUSEHOLDS
from facilitator.papers.kinds.cells import left, mid, row, say
from facilitator.papers.kinds.clerk import nothing
from facilitator.papers.kinds.office import Office, office, write_list
from facilitator.papers.material import BodyMaterial
from facilitator.papers.model import (
    BlockKind,
    Heading,
    Paper,
    Paragraph,
    Picture,
    Pictures,
    Row,
    RowKind,
    Table,
)
from facilitator.papers.turnout_picture import WIDTH, height, turnout_picture
from facilitator.rules.outcome import Verdict
from facilitator.rules.taking_part import (
    GroupTurnout,
    VoteRow,
    columns,
    splits,
    turnout_by_group,
)
from facilitator.words.figures import percent
from facilitator.words.titles import title

FONT = "Noto Sans SC"
ALONE = 1
"""Seats of a group whose vote would say how one person voted: in public it stands in no table of votes."""


def participation(source: BodyMaterial) -> list[Paper]:
    """One paper; refused (`nothing-to-print`) before a meeting was held at which people signed in."""
    groups = turnout_by_group(source.turnout)
    if not groups:
        raise nothing("participation")
    c = office(source)
    return [write_list(c, "participation", c.t("Who took part"), _blocks(c, groups))]


def _blocks(c: Office, groups: Sequence[GroupTurnout]) -> Iterator[BlockKind]:
    t, rows = c.t, c.source.turnout
    shown = columns(rows)
    held = sum(one.meetings for one in shown)
    days = (date.fromisoformat(shown[0].first), date.fromisoformat(shown[-1].last))
    said = t.many(
        "{n} meeting, {first} to {last}; a bar is the group's seats, its filled part those who came.",
        "{n} meetings, {first} to {last}; a bar is the group's seats, its filled part those who came.",
        held,
        n=held,
        first=c.date(days[0]),
        last=c.date(days[1]),
    )
    yield Heading(t("Who came"))
    yield Paragraph(say(said), indented=False, small=True)
    drawn = turnout_picture(shown, groups, c.lang, FONT)
    picture = Picture(drawn, "image/svg+xml", WIDTH, height(groups), caption="")
    yield Pictures((picture,), columns=1, most=120.0)
    yield _sums(c, groups)
    yield from _beside(c, groups)
    yield from _votes(c, groups)
    yield from _invited(c)


def _name(c: Office, group: GroupTurnout) -> str:
    return group.title_zh if c.lang == "zh" else group.title_en


def _sums(c: Office, groups: Sequence[GroupTurnout]) -> Table:
    """Seats, members in office, those who came and those on leave, summed over the meetings."""
    t = c.t
    heads = (
        t.within("turnout", "Group"),
        t.within("turnout", "Meetings"),
        t.within("turnout", "Seats, summed"),
        t.within("turnout", "Held"),
        t.within("turnout", "Came"),
        t.within("turnout", "Asked for leave"),
        t.within("turnout", "Came, of all seats"),
    )
    rows = [row(*heads, kind=RowKind.HEAD)]
    for one in groups:
        share = percent(one.share) if one.share is not None else "—"
        numbers = (one.meetings, one.seats, one.in_office, one.came, one.excused)
        rows.append(row(left(_name(c, one)), *map(str, numbers), share))
    return Table(widths=(60, 28, 34, 28, 28, 34, 38), rows=tuple(rows), keep=True)


# --- beside the community


def _beside(c: Office, groups: Sequence[GroupTurnout]) -> Iterator[BlockKind]:
    """Shares of residents, of seats and of those who came, where residents were counted."""
    t = c.t
    day = max((one.as_of for one in c.source.community), default="")
    people = {one.group: one for one in c.source.community if one.as_of == day}
    if not people:
        return
    yield Heading(t("Beside the community's own numbers"))
    counted = [one for one in groups if one.group in people]
    if counted:
        yield _shares(c, counted, {key: one.people for key, one in people.items()})
    parts = [t("Counted on {day}.", day=c.date(date.fromisoformat(day)))]
    if HOUSEHOLDS in people:
        parts.append(t("Households: {n}.", n=people[HOUSEHOLDS].people))
    source = next((one.source for one in people.values() if one.source), "")
    if source:
        parts.append(t("Source: {source}.", source=source.rstrip("。.")))
    gap = "" if c.lang == "zh" else " "
    yield Paragraph(say(gap.join(parts)), indented=False, small=True)


def _shares(c: Office, groups: Sequence[GroupTurnout], people: dict[str, int]) -> Table:
    t = c.t
    heads = (
        t.within("turnout", "Group"),
        t.within("turnout", "Residents"),
        t.within("turnout", "Of the residents"),
        t.within("turnout", "Of the seats"),
        t.within("turnout", "Of those who came"),
    )
    sums = (
        sum(people[one.group] for one in groups),
        sum(one.seats for one in groups),
        sum(one.came for one in groups),
    )
    rows = [row(*heads, kind=RowKind.HEAD)]
    for one in groups:
        parts = (people[one.group], one.seats, one.came)
        shares = [
            percent(Fraction(part, whole)) if whole else "—"
            for part, whole in zip(parts, sums, strict=True)
        ]
        rows.append(row(left(_name(c, one)), str(people[one.group]), *shares))
    return Table(widths=(60, 40, 44, 44, 44), rows=tuple(rows), keep=True)


# --- votes


def _votes(c: Office, groups: Sequence[GroupTurnout]) -> Iterator[BlockKind]:
    """How often groups voted alike; and, but for the version that may be posted, vote by vote."""
    t, found = c.t, splits(c.source.votes)
    if not found.votes:
        return
    yield Heading(t("How groups voted"))
    said = [
        t.many(
            "Of {n} vote, {alike} found no group against another.",
            "Of {n} votes, {alike} found no group against another.",
            found.votes,
            n=found.votes,
            alike=found.alike,
        )
    ]
    single = {one.group for one in c.source.votes if one.in_office <= ALONE}
    for one in groups:
        if c.public and one.group in single:
            continue
        carried, failed = (
            found.carried_against.get(one.group, 0),
            found.failed_for.get(one.group, 0),
        )
        if carried:
            said.append(
                t("{group}: {n} carried against most of them.", group=_name(c, one), n=carried)
            )
        if failed:
            said.append(
                t("{group}: {n} not carried although most were for.", group=_name(c, one), n=failed)
            )
    gap = "" if c.lang == "zh" else " "
    yield Paragraph(say(gap.join(said)), indented=False)
    if not c.public:
        yield _vote_by_vote(c, groups)


def _vote_by_vote(c: Office, groups: Sequence[GroupTurnout]) -> Table:
    """Each vote with for, against and abstaining of each group; a group that lost is set in bold."""
    t = c.t
    heads = [
        t.within("turnout", "Day"),
        t.within("turnout", "Put to the vote"),
        t.within("turnout", "Result"),
        *(_name(c, one) for one in groups),
    ]
    rows = [row(*heads, kind=RowKind.HEAD)]
    polls: dict[tuple[str, str], dict[str, VoteRow]] = {}
    for one in c.source.votes:
        polls.setdefault((one.meeting, one.poll), {})[one.group] = one
    for voted in polls.values():
        first = next(iter(voted.values()))
        cells = [mid(*_voted(c, voted.get(one.group))) for one in groups]
        day = date.fromisoformat(first.day[:10])
        rows.append(
            row(c.date(day), left(first.title), title(Verdict(first.verdict), c.lang), *cells)
        )
    return Table(widths=(32, 62, 22, *(48 for _ in groups)), rows=tuple(rows))


def _voted(c: Office, one: VoteRow | None) -> tuple[str, ...]:
    if one is None:
        return ("—",)
    figures = c.t(
        "{yes} for, {no} against, {abstained} abstaining",
        yes=one.in_favour,
        no=one.against,
        abstained=one.abstained,
    )
    return (figures,)


# --- who asked whom


def _invited(c: Office) -> Iterator[BlockKind]:
    """Who asked those without a seat to come, summed over all meetings; nothing where nobody noted it."""
    t = c.t
    sums: dict[str, tuple[int, int]] = {}
    for one in c.source.invited:
        known, came = sums.get(one.invited_by, (0, 0))
        sums[one.invited_by] = (known + one.known, came + one.came)
    if not any(sums):
        return
    yield Heading(t("Who asked guests and participants to come"))
    heads = (
        t.within("turnout", "Asked by"),
        t.within("turnout", "Expected"),
        t.within("turnout", "Came"),
    )
    rows: list[Row] = [row(*heads, kind=RowKind.HEAD)]
    for by, (known, came) in sorted(sums.items(), key=lambda one: (not one[0], -one[1][0], one[0])):
        said = c.told(by) if by else t.within("turnout", "not noted")
        rows.append(row(left(said), str(known), str(came)))
    yield Table(widths=(120, 40, 40), rows=tuple(rows))
