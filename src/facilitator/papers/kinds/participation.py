"""Who took part: attendance by seat group over time, votes by group, beside the community's own numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

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
    asked_by,
    beside,
    columns,
    newest,
    splits,
    turnout_by_group,
)
from facilitator.words.participation import (
    asked_heads,
    community_words,
    compared_heads,
    group_title,
    held_words,
    share_words,
    split_lines,
)
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
    t, shown = c.t, columns(c.source.turnout)
    yield Heading(t("Who came"))
    yield Paragraph(say(held_words(shown, c.lang)), indented=False, small=True)
    drawn = turnout_picture(shown, groups, c.lang, FONT)
    picture = Picture(drawn, "image/svg+xml", WIDTH, height(groups), caption="")
    yield Pictures((picture,), columns=1, most=120.0)
    yield _sums(c, groups)
    yield from _beside(c, groups)
    yield from _votes(c, groups)
    yield from _invited(c)


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
        numbers = (one.meetings, one.seats, one.in_office, one.came, one.excused)
        rows.append(row(left(group_title(one, c.lang)), *map(str, numbers), share_words(one.share)))
    return Table(widths=(60, 28, 34, 28, 28, 34, 38), rows=tuple(rows), keep=True)


# --- beside the community


def _beside(c: Office, groups: Sequence[GroupTurnout]) -> Iterator[BlockKind]:
    """Shares of residents, of seats and of those who came, where residents were counted."""
    people = newest(c.source.community)
    if not people:
        return
    yield Heading(c.t("Beside the community's own numbers"))
    if compared := beside(groups, people):
        rows = [row(*compared_heads(c.lang), kind=RowKind.HEAD)]
        for one in compared:
            shares = map(share_words, (one.of_people, one.of_seats, one.of_came))
            rows.append(row(left(group_title(one.group, c.lang)), f"{one.people:,}", *shares))
        yield Table(widths=(60, 40, 44, 44, 44), rows=tuple(rows), keep=True)
    yield Paragraph(say(community_words(people, c.lang)), indented=False, small=True)


# --- votes


def _votes(c: Office, groups: Sequence[GroupTurnout]) -> Iterator[BlockKind]:
    """How often groups voted alike; and, but for the version that may be posted, vote by vote."""
    t, found = c.t, splits(c.source.votes)
    if not found.votes:
        return
    yield Heading(t("How groups voted"))
    single = {one.group for one in c.source.votes if one.in_office <= ALONE}
    said = split_lines(found, groups, c.lang, single if c.public else ())
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
        *(group_title(one, c.lang) for one in groups),
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
    t, asked = c.t, asked_by(c.source.invited)
    if not asked:
        return
    yield Heading(t("Who asked guests and participants to come"))
    rows: list[Row] = [row(*asked_heads(c.lang), kind=RowKind.HEAD)]
    for by, known, came in asked:
        said = c.told(by) if by else t.within("turnout", "not noted")
        rows.append(row(left(said), str(known), str(came)))
    yield Table(widths=(120, 40, 40), rows=tuple(rows))
