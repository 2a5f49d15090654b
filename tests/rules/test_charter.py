"""A charter as data: what it knows about itself, and what it refuses to read."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import msgspec
import pytest

from facilitator.rules.charter import Base, Charter, SeatGroup, Threshold, Words
from tests.rules.making import SANYUANLI, charter, office, rule, words


def test_seats_are_numbered_through_the_groups():
    """6 + 6 + 1: seats 1 to 6, 7 to 12, and 13."""
    made = charter()
    assert made.seats == 13
    numbers = [list(made.seat_numbers(key)) for key, _ in SANYUANLI]
    assert numbers == [[1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12], [13]]
    assert list(made.seat_numbers("none")) == []
    owners = [made.group_of_seat(seat) for seat in (0, 1, 6, 7, 12, 13, 14)]
    assert owners == ["", "established", "established", "new", "new", "office", ""]


def test_an_open_group_owns_no_seat_numbers():
    """An assembly has as many places as people registered."""
    made = charter(groups=[("residents", 0)])
    assert (made.seats, made.group_of_seat(1)) == (0, "")


def test_things_are_found_by_their_names():
    """Rules, groups and offices by key; the default rule without one; None for what there is not."""
    made = charter(rule(), rule(key="other"), offices=(office("chair"),))
    found = (made.rule(), made.rule("other"), made.group("new"), made.office("chair"))
    assert [one.key for one in found if one] == ["plain", "other", "new", "chair"]
    assert (made.rule("x"), made.group("x"), made.office("x")) == (None, None, None)


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ],
)
def test_both_days_of_a_charter_are_inside(day, holds):
    """A version holds from its first day to its last, both included."""
    made = charter(valid_from=date(2026, 1, 1), valid_until=date(2026, 12, 31))
    assert made.in_force(day) is holds


def test_a_charter_without_days_always_holds():
    """Not specified is not a limit."""
    assert charter().in_force(date(1949, 10, 1))


def test_a_text_comes_in_both_languages():
    """Chinese for zh, English for anything else."""
    text = Words(zh="居委会", en="neighbourhood committee")
    assert (text.text("zh"), text.text("en")) == ("居委会", "neighbourhood committee")


def test_a_short_name_is_used_where_there_is_one():
    """街道 for 街道办事处; the full name otherwise."""
    full = SeatGroup(key="office", title=Words(zh="街道办事处", en="Subdistrict office"))
    short = msgspec.structs.replace(full, short=Words(zh="街道", en="Office"))
    assert (full.short_text("zh"), short.short_text("zh")) == ("街道办事处", "街道")


def test_shares_are_exact():
    """2/3 is two thirds, not 0.667."""
    assert Threshold(share="2/3", base=Base.SEATS).fraction == Fraction(2, 3)


PLAIN = msgspec.to_builtins(charter(executor=words("committee"), offices=(office("chair"),)))


def test_a_charter_survives_being_written_and_read():
    """What is written into the journal is read back the same."""
    made = charter(
        offices=(office("chair", group="office", chairs=True),), valid_from=date(2026, 1, 1)
    )
    assert msgspec.json.decode(msgspec.json.encode(made), type=Charter) == made


@pytest.mark.parametrize("share", ["0.667", "66%", "0/3", "2/0", "-1/2", "1", "2 / 3", "20000/3"])
def test_only_fractions_are_shares(share):
    """A decimal or a percentage is refused before anything is counted by it."""
    plain = msgspec.to_builtins(Threshold(share="2/3", base=Base.SEATS))
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**plain, "share": share}, Threshold)


@pytest.mark.parametrize(
    "path",
    [
        (),
        ("title",),
        ("source",),
        ("groups", 0),
        ("offices", 0),
        ("rules", 0),
        ("rules", 0, "consent", 0),
    ],
)
def test_a_misspelt_field_is_refused_wherever_it_stands(path):
    """A charter that says `stict = true` must not be read as if it said nothing."""
    data = msgspec.json.decode(msgspec.json.encode(PLAIN))
    place = data
    for step in path:
        place = place[step]
    place["stict"] = True
    with pytest.raises(msgspec.ValidationError, match="unknown field `stict`"):
        msgspec.convert(data, Charter)
