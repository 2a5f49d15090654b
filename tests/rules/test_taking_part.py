"""Attendance and votes by group are summed exactly, and nobody is called absent who was not counted."""

from __future__ import annotations

from fractions import Fraction

from facilitator.rules.taking_part import (
    CommunityRow,
    InvitedRow,
    TurnoutRow,
    VoteRow,
    asked_by,
    beside,
    columns,
    newest,
    splits,
    turnout_by_group,
)


def at(day: str, group: str, came: int, *, seats: int = 6, counted: bool = True) -> TurnoutRow:
    return TurnoutRow(
        f"m-{day}", "", day, "yishihui", group, group, group, seats, seats, came, 0, counted
    )


def vote(poll: str, group: str, yes: int, no: int, verdict: str = "passed") -> VoteRow:
    return VoteRow("m", poll, "2026-01-01", "", verdict, 0, group, 6, 6, 0, yes, no, 0)


def test_the_share_is_of_all_seats_over_all_meetings() -> None:
    """Five of six and four of six are nine of twelve, as a fraction and not as a mean of rounded figures."""
    (group,) = turnout_by_group([at("2026-01-02", "new", 5), at("2026-02-02", "new", 4)])
    assert (group.came, group.seats, group.meetings) == (9, 12, 2)
    assert group.share == Fraction(3, 4)


def test_a_group_without_seats_has_no_share() -> None:
    """Nothing is divided by nothing."""
    (group,) = turnout_by_group([at("2026-01-02", "guests", 0, seats=0)])
    assert group.share is None


def test_a_meeting_that_only_counted_heads_calls_nobody_absent() -> None:
    """Where nobody was signed in by name, the meeting is in no sum and in no column."""
    rows = [at("2026-01-02", "new", 5), at("2026-02-02", "new", 0, counted=False)]
    (group,) = turnout_by_group(rows)
    assert group.meetings == 1
    assert len(columns(rows)) == 1


def test_many_meetings_are_put_together_by_quarter_and_then_by_year() -> None:
    """What would not fit is summed, never left out."""
    rows = [
        at(f"{year}-{month:02}-05", "new", 4) for year in (2024, 2025) for month in range(1, 13)
    ]
    assert [one.meetings for one in columns(rows, 24)] == [1] * 24
    quarters = columns(rows, 8)
    assert [one.meetings for one in quarters] == [3] * 8
    assert (quarters[0].first, quarters[0].last) == ("2024-01-05", "2024-03-05")
    years = columns(rows, 1)
    assert [one.meetings for one in years] == [12, 12]
    for shown in (columns(rows, 24), quarters, years):
        assert sum(one.groups[0].came for one in shown) == 24 * 4


def test_nothing_was_held() -> None:
    """Without meetings there are no columns, no groups and no votes."""
    assert columns([]) == turnout_by_group([]) == ()
    assert splits([]).votes == 0


def test_a_motion_carried_against_a_group_is_counted_for_it() -> None:
    """What passed although most of one group were against is seen; so is what failed although they were for."""
    found = splits(
        [
            vote("p1", "old", 6, 0),
            vote("p1", "new", 2, 4),
            vote("p2", "old", 5, 1),
            vote("p2", "new", 6, 0),
            vote("p3", "old", 1, 5, "failed"),
            vote("p3", "new", 5, 1, "failed"),
            vote("p4", "old", 3, 3, "failed"),
            vote("p4", "new", 2, 4, "failed"),
            vote("p5", "old", 6, 0, "not-valid"),
        ]
    )
    assert (found.votes, found.alike) == (4, 2)
    assert found.carried_against == {"new": 1}
    assert found.failed_for == {"new": 1}


def test_as_many_for_as_against_is_no_side() -> None:
    """A group that is divided evenly is neither for it nor against it."""
    assert vote("p", "old", 3, 3).side == 0
    assert vote("p", "old", 0, 0).side == 0


def test_the_numbers_of_the_latest_day_stand_beside_the_groups() -> None:
    """Older counts are not mixed in; only groups whose residents were counted are compared."""
    noted = [
        CommunityRow("2025-01-01", "old", 9, ""),
        CommunityRow("2026-01-01", "old", 1, ""),
        CommunityRow("2026-01-01", "new", 3, ""),
        CommunityRow("2026-01-01", "households", 7, ""),
    ]
    people = newest(noted)
    assert people["old"].people == 1
    rows = [at("2026-01-02", "old", 4), at("2026-01-02", "new", 2), at("2026-01-02", "office", 1)]
    old, new = beside(turnout_by_group(rows), people)
    assert (old.of_people, old.of_seats, old.of_came) == (
        Fraction(1, 4),
        Fraction(1, 2),
        Fraction(2, 3),
    )
    assert (new.group.group, new.people, new.of_people) == ("new", 3, Fraction(3, 4))


def test_nobody_counted_and_nobody_came() -> None:
    """Without numbers there is nothing to compare; a share of nothing is none."""
    assert newest([]) == {}
    assert beside(turnout_by_group([at("2026-01-02", "new", 4)]), {}) == ()
    (row,) = beside(
        turnout_by_group([at("2026-01-02", "new", 0)]),
        newest([CommunityRow("2026-01-01", "new", 5, "")]),
    )
    assert row.of_came is None


def test_who_asked_most_people_comes_first_and_nobody_last() -> None:
    """Sums over all meetings; where nobody noted anything there is nothing to tell."""
    asked = [
        InvitedRow("m1", "d", "", 9, 8),
        InvitedRow("m1", "d", "committee", 2, 1),
        InvitedRow("m2", "d", "committee", 2, 2),
        InvitedRow("m2", "d", "neighbour", 3, 3),
    ]
    assert asked_by(asked) == [("committee", 4, 3), ("neighbour", 3, 3), ("", 9, 8)]
    assert asked_by(asked[:1]) == []
