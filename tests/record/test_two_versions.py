"""Two versions of the program on one computer: they take turns; what the older cannot read it leaves."""

from contextlib import closing

import pytest

from facilitator.acts import Event, Trouble
from facilitator.bodies.founding import FoundBody
from facilitator.opening import Onlooker, open_session
from facilitator.record.archive import Record
from facilitator.record.registers import Registers
from facilitator.record.registers.product import KINDS, REGISTERS
from facilitator.record.verify import verify

NEWER = Registers(REGISTERS.schema, REGISTERS.writers, REGISTERS.revision + 1, REGISTERS.views)
"""The registers of the next version, which makes them otherwise."""


class Foretold(Event, frozen=True, tag="next.foretold"):
    """Something that only the next version can record."""

    text: str


@pytest.fixture
def archive(tmp_path):
    """Give an archive of this version with one entry."""
    path = tmp_path / "archive.facilitator"
    with closing(open_session(str(path), create=True)) as session:
        session.do(FoundBody(body="b", name="楼委会", charter="robert_simple"))
        at = session.clock.now()
    return path, at


def test_two_versions_take_turns(archive):
    """Each makes the registers its own way and back; no entry is another, and the file stays sound."""
    path, _ = archive
    heads = []
    for registers in (NEWER, REGISTERS, NEWER, REGISTERS):
        with Record.open(path, KINDS, registers=registers) as record:
            heads.append(record.streams())
            assert record.ask("SELECT count(*) FROM body") == [(1,)]
    assert heads == [heads[0]] * 4
    assert verify(path, KINDS, registers=REGISTERS).findings == ()


def test_entries_of_the_next_version_are_left_alone(archive):
    """The older one refuses, to work and to look, says which entry it is, and the newer one goes on with it."""
    path, at = archive
    with Record.open(path, (*KINDS, Foretold), registers=NEWER) as record:
        record.append("body/b", [Foretold(text="明年")], after=1, at=at, actor="x")
        heads = record.streams()
    for opening in (lambda: open_session(str(path)), lambda: Onlooker(path)):
        with pytest.raises(Trouble, match="unreadable") as refused:
            opening()
        assert refused.value.facts["kind"] == "next.foretold"
    with Record.open(path, (*KINDS, Foretold), registers=NEWER) as record:
        assert record.streams() == heads
        assert [type(one.event) for one in record.read("body/b")][-1] is Foretold
    assert verify(path, (*KINDS, Foretold), registers=NEWER).findings == ()
