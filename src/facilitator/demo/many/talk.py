"""What invented neighbours say: sentences put together from the parts in `resources/demo/many.toml`."""

from __future__ import annotations

import random
import tomllib
from datetime import date, timedelta
from functools import cache

import msgspec

from facilitator.places import resources

NUMERALS = "一二三四五六七八九十"
MOST_WAIT = 110
"""Days from a meeting to the last day on which something it speaks of is due."""


class Theme(msgspec.Struct, frozen=True, rename={"by_whom": "by", "favour": "for"}):
    """What there is to say about one kind of business."""

    title: tuple[str, ...]
    motion: tuple[str, ...]
    favour: tuple[str, ...]
    against: tuple[str, ...]
    done: tuple[str, ...]
    going: tuple[str, ...]
    by_whom: tuple[str, ...]


class Talk(msgspec.Struct, frozen=True):
    """What is said whatever the business."""

    host: tuple[str, ...]
    fact: tuple[str, ...]
    amend: tuple[str, ...]
    absent: tuple[str, ...]
    postpone: tuple[str, ...]
    evidence: tuple[str, ...]
    delayed: tuple[str, ...]


class ForumTalk(msgspec.Struct, frozen=True):
    """What is said at a forum."""

    question: tuple[str, ...]
    invitation: str
    step: tuple[str, ...]
    group: tuple[str, ...]


class Names(msgspec.Struct, frozen=True):
    """Names of people and of communities in halves, each with how it is spelled; and where people live."""

    surnames: tuple[str, ...]
    given: tuple[str, ...]
    first: tuple[str, ...]
    second: tuple[str, ...]
    homes: tuple[str, ...]


class Where(msgspec.Struct, frozen=True):
    """Places, and other things of which a sentence names one."""

    spots: tuple[str, ...]
    lanes: tuple[str, ...]
    months: tuple[str, ...]
    rooms: tuple[str, ...]
    funds: tuple[str, ...]


class After(msgspec.Struct, frozen=True):
    """What is said and written after a meeting."""

    places: str
    objection: tuple[str, ...]
    answer: tuple[str, ...]
    half: tuple[str, ...]
    how: tuple[str, ...]
    call: tuple[str, ...]
    departments: tuple[str, ...]
    received: tuple[str, ...]
    settled: tuple[str, ...]


class Phrases(msgspec.Struct, frozen=True):
    """All of it."""

    themes: tuple[Theme, ...]
    talk: Talk
    forum: ForumTalk
    names: Names
    where: Where
    after: After


@cache
def phrases() -> Phrases:
    """The parts of sentences that come with the program."""
    text = (resources() / "demo" / "many.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Phrases)


class Matter:
    """One thing to talk about: a theme at a place, by a day. What is said of it agrees with itself."""

    def __init__(self, rng: random.Random, day: date) -> None:
        self.rng = rng
        where = phrases().where
        self.theme = rng.choice(phrases().themes)
        self.due = day + timedelta(days=rng.randrange(20, MOST_WAIT))
        self._fixed = {
            "b": f"{NUMERALS[rng.randrange(10)]}号楼",
            "p": rng.choice(where.spots),
            "q": rng.choice(where.lanes),
            "m": rng.choice(where.months),
            "h": f"{rng.randrange(8, 11)}点",
            "d": f"{self.due.month}月{self.due.day}日",
        }
        self.title = self.say(self.theme.title)
        self.motion = self.say(self.theme.motion)
        self.by = self.say(self.theme.by_whom)

    def say(self, choices: tuple[str, ...], **more: str) -> str:
        """One of the sentences, its gaps filled."""
        return self.fill(self.rng.choice(choices), **more)

    def several(self, choices: tuple[str, ...], count: int) -> list[str]:
        """So many different ones, if there are as many."""
        return [self.fill(one) for one in self.rng.sample(choices, min(count, len(choices)))]

    def fill(self, text: str, **more: str) -> str:
        """A sentence with its gaps filled."""
        drawn = {
            "n": str(self.rng.randrange(3, 25)),
            "N": str(self.rng.randrange(26, 180)),
            "y": money(self.rng),
        }
        return text.format(**self._fixed, **drawn, **more)

    @property
    def fen(self) -> int:
        """An amount of money in fen, in whole hundreds of yuan."""
        return self.rng.randrange(4, 400) * 10_000


def money(rng: random.Random) -> str:
    """An amount as people say it: 2400元, 1.8万元."""
    if rng.random() < 0.6:
        return f"{rng.randrange(4, 95) * 100}元"
    return f"{rng.randrange(10, 98) / 10:g}万元"
