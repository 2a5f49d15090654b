"""Our dataclasses are those of the standard library, but for when their methods are made."""

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field
from functools import cached_property
from typing import ClassVar

import pytest

from facilitator.data import dataclass

WAYS = ({"frozen": True, "slots": True}, {"slots": True}, {"frozen": True}, {})


def made(decorator, **how):
    """A class with fields of every sort, and one that goes on from it."""

    @decorator(**how)
    class One:
        """Data."""

        count: ClassVar[int] = 0
        name: str
        size: int = 3
        parts: list[str] = field(default_factory=list)
        put: str = field(default="", compare=False, repr=False)
        told: int = field(default=7, init=False)
        kept: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)

        @property
        def double(self):
            """Twice the size."""
            return self.size * 2

    @decorator(**how)
    class Two(One):
        """More data."""

        last: str = field(default="z", kw_only=True)

    return One, Two


@pytest.fixture(params=WAYS, ids=str)
def both(request):
    """The same classes as the standard library makes them, and as we do."""
    return made(dataclasses.dataclass, **request.param), made(dataclass, **request.param)


def said(do):
    """What comes of it: a value, or the kind of error."""
    try:
        return do()
    except Exception as error:
        return type(error)


def test_they_are_made_compared_and_printed_alike(both):
    """By place and by name, with defaults of their own, equal by what counts, the same words."""
    told = []
    for one, two in both:
        a, b, c = one("x"), one(name="x", put="q"), two("x", 4, last="y")
        told.append((
            *(repr(each).rpartition("<locals>")[2] for each in (a, b, c)),
            *(a == b, a == c, c == two("x", 4, last="y"), a != one("w"), a == "x"),
            *(a.parts is b.parts, a.kept == {}, a.told, a.double, c.last),
            *(one.__match_args__, two.__match_args__, [one.name for one in dataclasses.fields(c)]),
            *(said(lambda one=one: one()), said(lambda one=one: one("x", told=1))),
            *(said(lambda two=two: two("x", 1, [], "", "y")), dataclasses.asdict(c)),
            *dataclasses.astuple(a),
        ))  # fmt: skip
    assert told[0] == told[1]


def test_they_are_hashed_and_frozen_alike(both):
    """A frozen one has a hash and takes nothing; another has none and does."""
    told = []
    for one, _ in both:
        a = one("x", parts=())
        told.append((
            said(lambda a=a, one=one: hash(a) == hash(one("x", parts=(), put="other"))),
            said(lambda a=a: setattr(a, "size", 5)),
            said(lambda a=a: setattr(a, "unknown", 5)) is None,
            said(lambda a=a: delattr(a, "size")),
            said(lambda a=a: a.size),
            hasattr(a, "__dict__"),
            dataclasses.is_dataclass(a),
        ))  # fmt: skip
    assert told[0][0] == told[1][0]
    assert told[0][1:2] + told[0][3:] == told[1][1:2] + told[1][3:]


@dataclass(frozen=True, slots=True)
class Packed:
    """Data that goes to another process."""

    name: str
    size: int = 1


@dataclass(frozen=True)
class Slow:
    """Data that works something out once."""

    size: int

    @cached_property
    def double(self):
        """Twice the size."""
        return self.size * 2

    def __hash__(self):
        return 13


@dataclass(slots=True)
class Checked:
    """Data that looks at itself."""

    size: int
    sign: str = field(init=False)

    def __post_init__(self):
        self.sign = "-" if self.size < 0 else "+"

    def __eq__(self, other):
        return True

    def __repr__(self):
        return "checked"


def test_they_can_be_packed_copied_and_replaced():
    """For worker processes, and for one field that is another."""
    one = Packed("x")
    assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == one
    assert dataclasses.replace(one, size=2) == Packed("x", 2)
    for field_ in dataclasses.fields(one):
        with pytest.raises(FrozenInstanceError):
            setattr(one, field_.name, 4)


def test_what_a_class_says_itself_stands():
    """A method of its own, a hash of its own, what is worked out once, a look at itself."""
    assert Slow(2).double == 4
    assert hash(Slow(2)) == 13
    assert Checked(-1).sign == "-"
    assert Checked(1) == 3
    assert repr(Checked(1)) == "checked"
    with pytest.raises(TypeError):
        hash(Checked(1))
