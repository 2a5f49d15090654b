"""Appending and reading: what was recorded is what is read, for ever."""

from datetime import datetime, timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitator.acts import Event, Trouble
from facilitator.record.archive import Record
from facilitator.record.journal import GENESIS
from tests.record.toys import (
    AT,
    KINDS,
    MEETING,
    Forgotten,
    Joined,
    Noted,
    Person,
    add,
    history,
    opened,
)


def test_what_was_recorded_is_read_after_reopening(path):
    """What `append` gives back is what `read` gives back, then and after the file was closed."""
    with opened(path, create=True) as record:
        first = add(record, Noted("开会"), Joined("m-1", Person("王秀英", "139")))
        second = add(record, Noted("散会"))
        assert list(record.read(MEETING)) == [*first, *second]
    with opened(path) as record:
        assert list(record.read(MEETING)) == [*first, *second]
    assert [one.seq for one in (*first, *second)] == [1, 2, 3]
    assert [one.version for one in (*first, *second)] == [1, 2, 3]


def test_any_text_reads_back(path):
    """Every text that Unicode allows comes back to the last character, in the chain and beside it."""
    with opened(path, create=True) as record:
        numbers = count()

        @settings(deadline=None, max_examples=60)
        @given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=5))
        def reads_back(texts):
            stream = f"meeting/{next(numbers)}"
            events = [Noted(text) for text in texts] + [Joined("m", Person(text)) for text in texts]
            add(record, *events, stream=stream)
            assert [one.event for one in record.read(stream)] == events

        reads_back()


def test_time_keeps_its_offset_and_microseconds(path):
    """A time is stored with the offset it was given in: 19:30 in the hall stays 19:30."""
    with opened(path, create=True) as record:
        add(record, Noted("开会"))
        (one,) = record.read(MEETING)
    assert one.at == AT
    assert one.at.utcoffset() == timedelta(hours=8)
    assert one.at.microsecond == 250_001


def test_time_without_offset_is_our_mistake(path):
    """A naive time is never recorded: nobody could say later when that was."""
    with opened(path, create=True) as record, pytest.raises(TypeError):
        record.append(MEETING, [Noted("")], after=0, at=datetime(2026, 11, 27), actor="s")  # noqa: DTZ001


def test_stale_decision_is_refused(path):
    """Who decided on an older version of a stream is told so, and nothing is written."""
    with opened(path, create=True) as record:
        add(record, Noted("一"), Noted("二"))
        for after in (0, 1, 3):
            with pytest.raises(Trouble) as caught:
                record.append(MEETING, [Noted("三")], after=after, at=AT, actor="s")
            assert caught.value.code == "stale"
            assert caught.value.facts["found"] == 2
        assert record.head(MEETING).version == 2


def test_event_that_would_not_read_back_is_refused(path):
    """A value of the wrong type would make the meeting unreadable for ever; it never gets onto the disk."""
    with opened(path, create=True) as record:
        add(record, Noted("一"))
        with pytest.raises(TypeError, match="does not read back"):
            add(record, Noted("二"), Noted(12))
        assert record.head(MEETING).version == 1


def test_event_of_unknown_kind_is_refused(path):
    """An event that the record was not opened with would not be readable; it is our mistake."""
    with (
        Record.open(path, (Noted,), create=True) as record,
        pytest.raises(TypeError, match=r"toy\.forgotten"),
    ):
        add(record, Forgotten("m-1"))


def test_kind_of_another_version_is_named(archive):
    """A stream with an event this version does not know is not read past it, and the event is named."""
    with Record.open(archive, (Joined, Forgotten)) as record, pytest.raises(Trouble) as caught:
        list(record.read(MEETING))
    assert caught.value.code == "unreadable"
    assert caught.value.facts["kind"] == "toy.noted"


def test_field_of_a_later_version_is_ignored(path):
    """A field that a later version added does not keep this version from reading the event."""

    class NotedLater(Event, frozen=True, tag="toy.noted"):
        text: str
        mood: str

    with Record.open(path, (NotedLater,), create=True) as record:
        add(record, NotedLater("开会", "轻松"))
    with Record.open(path, KINDS) as record:
        assert [one.event for one in record.read(MEETING)] == [Noted("开会")]


def test_heads_and_streams(archive):
    """Every stream is listed once, in order, with its last version; the prefix is taken literally."""
    with opened(archive) as record:
        add(record, Noted("x"), stream="body/council")
        add(record, Noted("x"), stream="meeting_x")
        names = [f"meeting/2026-11-{day}" for day in (27, 28, 29)]
        assert [head.stream for head in record.streams()] == ["body/council", *names, "meeting_x"]
        assert [head.stream for head in record.streams("meeting/")] == names
        assert record.streams("meeting/%") == record.streams("z") == []
        assert record.streams("body/council") == [record.head("body/council")]
        last = list(record.read(MEETING))[-1]
        assert (record.head(MEETING).version, record.head(MEETING).at) == (last.version, last.at)


def test_head_of_nothing(path):
    """A stream that has not begun has version 0 and follows nothing."""
    with opened(path, create=True) as record:
        head = record.head(MEETING)
        assert (head.version, head.hash, head.at) == (0, GENESIS, None)
        assert list(record.read(MEETING)) == []
        assert record.append(MEETING, [], after=0, at=AT, actor="s") == ()


def test_head_on_paper(archive):
    """Papers print the first 32 characters of the head in eight groups of four."""
    with opened(archive) as record:
        head = record.head(MEETING)
    groups = head.short.split(" ")
    assert [len(group) for group in groups] == [4] * 8
    assert head.hash.startswith("".join(groups))


def test_reading_while_writing(path):
    """A history being read does not change under the reader, nor hold up who writes."""
    with opened(path, create=True) as record:
        add(record, *(Noted(str(number)) for number in range(50)))
        seen = []
        for one in record.read(MEETING):
            seen.append(one)
            add(record, Noted("dazu"))
        assert len(seen) == 50
        assert len(history(record)[MEETING]) == 100


def test_the_journal_only_grows(archive):
    """SQL that changes or deletes a row of the journal is refused by the file itself, even REPLACE."""
    with opened(archive) as record:
        before = history(record)
        for sql in (
            "UPDATE journal SET actor = 'x' WHERE seq = 3",
            "DELETE FROM journal WHERE seq = 3",
            "REPLACE INTO journal SELECT * FROM journal WHERE seq = 3",
            "UPDATE beside SET body = '{}'",
        ):
            with pytest.raises(Exception, match=r"only grows|never changed"):
                record._db.execute(sql)
        assert history(record) == before
