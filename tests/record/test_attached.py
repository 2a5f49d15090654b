"""Attached photos and papers: stored once, with their event or not at all, and gone when they are erased."""

import os
import random
from itertools import permutations

import pytest

from facilitator.acts import Event, Trouble
from facilitator.record.archive import Record
from facilitator.record.attached import digest
from facilitator.record.verify import verify
from tests.record.toys import AT, MEETING, REGISTERS, Noted, content, tampering
from tests.record.toys import KINDS as TOYS

PHOTO = b"\xff\xd8photo of the kiosk " * 900
PAPER = b"%PDF-1.7 acceptance " * 40


class Shown(Event, frozen=True, tag="toy.shown"):
    hashes: tuple[str, ...]

    @property
    def files(self) -> tuple[str, ...]:
        return self.hashes


class Hidden(Event, frozen=True, tag="toy.hidden"):
    hashes: tuple[str, ...]

    @property
    def drops(self) -> tuple[str, ...]:
        return self.hashes


KINDS = (*TOYS, Shown, Hidden)


def opened(path, kinds=KINDS):
    """Open an archive in which things may be shown."""
    return Record.open(path, kinds, registers=REGISTERS, create=True)


def act(record, event, *bodies, stream=MEETING):
    """Append one event with contents."""
    files = {digest(body): body for body in bodies}
    after = record.head(stream).version
    return record.append(stream, [event], after=after, at=AT, actor="clerk", files=files)


def show(record, *bodies, stream=MEETING):
    """Attach contents."""
    return act(record, Shown(tuple(map(digest, bodies))), *bodies, stream=stream)


def hide(record, *bodies, stream=MEETING):
    """Erase contents."""
    return act(record, Hidden(tuple(map(digest, bodies))), stream=stream)


def codes(path, kinds=KINDS):
    """What the verifier finds."""
    return sorted(one.code for one in verify(path, kinds, registers=REGISTERS).findings)


def test_what_was_attached_is_read_after_reopening(path):
    """Contents come back byte for byte, also after closing; what was never attached is None."""
    with opened(path) as record:
        show(record, PHOTO, PAPER)
    with opened(path) as record:
        assert record.file(digest(PHOTO)) == PHOTO
        assert record.file(digest(PAPER)) == PAPER
        assert record.file(digest(b"other")) is None
        assert record.has_files([digest(PHOTO), digest(b"other")]) == {digest(PHOTO)}
    assert codes(path) == []


def test_a_content_is_stored_once(path):
    """The same photo in two reports takes its room once, and need not be given a second time."""
    with opened(path) as record:
        show(record, PHOTO)
        act(record, Shown((digest(PHOTO),)), stream="meeting/2")
        show(record, PHOTO, stream="meeting/3")
        assert len(content(record._db)["file"]) == 1
    assert codes(path) == []


def test_an_event_and_its_contents_are_one_act(path):
    """A content under a wrong name, of nobody or missing stops the event that brings it."""
    name = digest(PHOTO)
    attempts = (
        (TypeError, Shown((name,)), {name: PAPER}),
        (TypeError, Noted("nothing shown"), {name: PHOTO}),
        (Trouble, Shown((name,)), {}),
    )
    with opened(path) as record:
        show(record, PAPER)
        before = content(record._db)
        for expected, event, files in attempts:
            with pytest.raises(expected):
                record.append(MEETING, [event], after=1, at=AT, actor="s", files=files)
            assert content(record._db) == before
        show(record, PHOTO)


def test_a_name_outside_the_chain_is_our_mistake(path):
    """An event may name no content whose hash is not in its own words: nobody could prove it later."""

    class Sly(Event, frozen=True, tag="toy.sly"):
        @property
        def files(self) -> tuple[str, ...]:
            return (digest(PHOTO),)

    with opened(path, (*KINDS, Sly)) as record, pytest.raises(TypeError, match="outside the chain"):
        act(record, Sly(), PHOTO)


def test_contents_never_change(path):
    """The file itself refuses to change a content, and to delete one that no event has just dropped."""
    with opened(path) as record:
        show(record, PHOTO)
        hide(record, PAPER)
        for sql in (
            "UPDATE file SET body = x'00', size = 1",
            "DELETE FROM file",
            "REPLACE INTO file SELECT hash, 1, x'00' FROM file",
            "INSERT INTO file VALUES ('short', 1, x'00')",
        ):
            with pytest.raises(Exception, match=r"erase|CHECK"):
                record._db.execute(sql)
        assert record.file(digest(PHOTO)) == PHOTO


def test_erased_contents_are_gone_from_the_bytes(path):
    """After an erasure no piece of the content is in file or WAL; other contents stay, and it verifies."""
    photos = [os.urandom(random.randint(10, 40_000)) for _ in range(40)]
    with opened(path) as record:
        for photo in photos:
            show(record, photo, stream=f"meeting/{random.randrange(5)}")
        record.append("s", [Shown((digest(photos[0]),))], after=0, at=AT, actor="s")
        streams = {name: head.stream for head in record.streams() for name in named(record, head)}
        gone, kept = photos[1:6], photos[:1] + photos[6:]
        for photo in gone:
            hide(record, photo, stream=streams[digest(photo)])
        assert not record.traces_left
        raw = b"".join(file.read_bytes() for file in path.parent.iterdir())
        pieces = [photo[at : at + 10] for photo in gone for at in range(0, len(photo) - 9, 500)]
        assert not any(piece in raw for piece in pieces)
        assert all(record.file(digest(photo)) is None for photo in gone)
        assert all(record.file(digest(photo)) == photo for photo in kept)
    assert codes(path) == []


def named(record, head):
    """The contents that a stream's events name."""
    return [name for one in record.read(head.stream) for name in one.event.files]


@pytest.mark.parametrize("order", list(permutations(("show 1", "show 2", "hide 1"))))
def test_a_content_stays_while_one_stream_wants_it(path, order):
    """Dropped by one history and wanted by another, a content stays, in whatever order that was recorded."""
    with opened(path) as record:
        for word, stream in map(str.split, order):
            {"show": show, "hide": hide}[word](record, PHOTO, stream=stream)
        assert record.file(digest(PHOTO)) == PHOTO
        hide(record, PHOTO, stream="1")
        assert record.file(digest(PHOTO)) == PHOTO
        hide(record, PHOTO, stream="2")
        assert record.file(digest(PHOTO)) is None
        show(record, PHOTO, stream="2")  # and may come back
        assert record.file(digest(PHOTO)) == PHOTO
    assert codes(path) == []


def test_an_event_that_cannot_be_read_keeps_what_it_mentions(path):
    """An erasure by an older version spares a content that an event of a newer one may still want."""

    class Later(Shown, frozen=True, tag="toy.later"):
        pass

    with opened(path, (*KINDS, Later)) as record:
        act(record, Later((digest(PHOTO),)), PHOTO, stream="meeting/later")
        show(record, PHOTO)
    with opened(path) as record:
        hide(record, PHOTO)
        assert record.file(digest(PHOTO)) == PHOTO
    assert codes(path, (*KINDS, Later)) == []


def test_the_verifier_names_what_is_wrong_with_a_content(path):
    """A missing, a changed, a strange and an unerased content are each found and told apart."""
    with opened(path) as record:
        show(record, PHOTO, stream="meeting/2")
        show(record, PAPER)
    whole = path.read_bytes()

    def after(sql, *values):
        path.write_bytes(whole)
        with tampering(path) as db:
            db.execute(sql, values)
        return codes(path)

    assert after("DELETE FROM file WHERE hash = ?", digest(PAPER)) == ["file-missing"]
    assert after("UPDATE file SET body = zeroblob(size) WHERE hash = ?", digest(PAPER)) == [
        "file-differs"
    ]
    assert after("INSERT INTO file VALUES (?, 1, x'61')", digest(b"a")) == ["file-stray"]
    with opened(path) as record:
        assert record.file(digest(b"a")) == b"a"
    path.write_bytes(whole)
    with opened(path) as record:
        hide(record, PAPER)
    with tampering(path) as db:
        db.execute("INSERT INTO file VALUES (?, ?, ?)", (digest(PAPER), len(PAPER), PAPER))
    assert codes(path) == ["file-not-erased"]


def test_a_changed_content_is_not_given_out(path):
    """A content that is no longer what was attached is damage, never a picture of something else."""
    with opened(path) as record:
        show(record, PHOTO)
    whole = path.read_bytes()
    place = whole.index(PHOTO[:50]) + 7
    path.write_bytes(whole[:place] + b"!" + whole[place + 1 :])
    with opened(path) as record, pytest.raises(Trouble, match="damaged"):
        record.file(digest(PHOTO))
    assert codes(path) == ["file-differs"]
