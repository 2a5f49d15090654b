"""What doors ask about what became of things: by state, by what is due when, and how departments came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from facilitator import aftermath
from facilitator.aftermath import CallRow, call_figures, came_in_time
from facilitator.session import Session
from tests.stories.months import played

DAY = date(2027, 3, 15)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """The sample months; nobody writes in them any more."""
    opened = played(tmp_path_factory.mktemp("months") / "a.facilitator")
    yield opened
    opened.close()


def test_every_matter_is_in_one_state_and_under_one_head(session: Session) -> None:
    """All states together are all, and so are overdue, soon and later; lists and counts say the same."""
    everything = aftermath.followups(session)
    counts, spread = aftermath.counts(session, DAY), aftermath.spread(session, DAY)
    states = {state for state in counts if state not in ("all", "overdue")}
    for state in states:
        rows = aftermath.followups(session, state=state)
        assert len(rows) == counts[state]
        assert {row.progress or "not-started" for row in rows} == {state}
    assert sum(counts[state] for state in states) == counts["all"] == len(everything)
    assert sum(sum(some.values()) for some in spread.values()) == len(everything)
    soon = [row for row in everything if row.next_day and 0 <= (row.next_day - DAY).days <= 14]
    assert sum(spread["soon"].values()) == len(soon)


def test_overdue_ones_are_those_whose_day_is_past(session: Session) -> None:
    """On its very day nothing is overdue yet; pages of a list follow one another without a gap."""
    for day in (DAY, date(2027, 6, 30), date(2027, 7, 1)):
        late = aftermath.followups(session, state="overdue", day=day)
        assert all(row.next_day and row.next_day < day for row in late)
        assert (
            aftermath.late(session, day) == len(late) == aftermath.counts(session, day)["overdue"]
        )
    first = aftermath.followups(session, limit=4)
    assert first + aftermath.followups(session, limit=99, offset=4) == aftermath.followups(session)


def test_whoever_comes_in_the_last_second_is_in_time(session: Session) -> None:
    """To the very second; a call that nobody has come for is neither in time nor late."""
    call = next(one for one in aftermath.calls(session) if one.arrived_at)
    due = datetime.fromisoformat(call.made_at) + timedelta(minutes=call.minutes)

    def arriving(after: timedelta) -> CallRow:
        return replace(call, arrived_at=(due + after).isoformat())

    assert came_in_time(arriving(timedelta())) is True
    assert came_in_time(arriving(timedelta(microseconds=1))) is False
    assert came_in_time(replace(call, arrived_at=None)) is None
    end = "9999-12-31T23:59:59+00:00"  # nothing is later than that
    assert came_in_time(replace(call, made_at=end, arrived_at=end)) is True


def test_figures_are_honest_about_what_is_not_known(session: Session) -> None:
    """Withdrawn calls are left out; running ones are calls, but neither in time nor late."""
    one = next(row for row in aftermath.calls(session) if row.arrived_at)
    waiting = replace(one, call="w", arrived_at=None, settled=None)
    gone = replace(waiting, call="g", withdrawn="打错了")
    other = replace(waiting, call="o", department="供电所")
    whole, first, second = call_figures([one, waiting, gone, other])
    assert (whole.calls, whole.in_time + whole.late, whole.running) == (3, 1, 2)
    assert (first.department, first.calls) == (one.department, 2)
    assert (second.department, second.running, second.assessed) == ("供电所", 1, 0)
