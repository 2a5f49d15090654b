"""When an archive is read whole although nothing is new."""

from __future__ import annotations

from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import msgspec
import pytest

from facilitator.opening import left_open, open_session
from facilitator.safekeeping.wholeness import (
    EVERY,
    SELDOM,
    SHARE,
    Whole,
    as_it_is,
    look_due,
    read_whole,
)
from facilitator.session import Session

AT = datetime(2027, 3, 1, 9, tzinfo=timezone(timedelta(hours=8)))
SEEN = Whole("/home/王/archive.facilitator", "ab" * 32, AT, took=3.0)
MINUTE = timedelta(minutes=1)


def after(since: timedelta, **other: object) -> Whole:
    """What was seen, so much later, and otherwise another."""
    return msgspec.structs.replace(SEEN, at=AT + since, **other)


def test_it_is_once_a_day() -> None:
    """Today's second start reads nothing; tomorrow's does."""
    assert not look_due(after(timedelta()), SEEN, left=False)
    assert not look_due(after(EVERY - MINUTE), SEEN, left=False)
    assert look_due(after(EVERY), SEEN, left=False)


def test_a_large_one_is_read_less_often_but_every_month() -> None:
    """Five minutes of a slow disk are spent once a week, and hours once a month."""
    five = msgspec.structs.replace(SEEN, took=300.0)
    assert not look_due(after(SHARE * 5 * MINUTE - MINUTE), five, left=False)
    assert look_due(after(SHARE * 5 * MINUTE), five, left=False)
    hours = msgspec.structs.replace(SEEN, took=9000.0)
    assert not look_due(after(SELDOM - MINUTE), hours, left=False)
    assert look_due(after(SELDOM), hours, left=False)


def test_what_was_left_or_is_another_is_read_at_once() -> None:
    """However lately: a fall, an unknown one, another file or head, a clock put back."""
    assert look_due(after(MINUTE), SEEN, left=True)
    assert look_due(after(MINUTE), None, left=False)
    for other in ({"path": "/tmp/copy"}, {"last": "cd" * 32}):
        assert look_due(after(MINUTE, **other), SEEN, left=False)
    assert look_due(after(-MINUTE), SEEN, left=False)
    assert look_due(
        after(MINUTE), msgspec.structs.replace(SEEN, at=AT.replace(tzinfo=None)), left=False
    )


@pytest.mark.parametrize("text", ["", "{", "[]", '{"path": 7}', '{"path": "x", "last": ""}'])
def test_what_is_remembered_comes_back_and_nonsense_does_not(text: str) -> None:
    """Settings are a file that anybody may have edited."""
    assert read_whole(SEEN.text) == SEEN
    assert read_whole(text) is None


def test_an_archive_closed_and_opened_again_is_as_it_was(session: Session, archive: Path) -> None:
    """Opening and closing in order change nothing that is remembered; a WAL beside it says that it was left."""
    seen = as_it_is(session, AT)
    session.close()
    assert not left_open(str(archive))
    with closing(open_session(str(archive))) as again:
        assert as_it_is(again, AT) == seen
    archive.with_name(f"{archive.name}-wal").write_bytes(b"left")
    assert left_open(str(archive))
