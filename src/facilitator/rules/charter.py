"""A charter: who sits, in which groups, what is needed to carry a motion. Data, never code.

A charter is read from TOML or from the journal, is never changed in place, and a meeting keeps the
version it was held under for ever. A field that is not known is refused wherever it stands: a misspelt
`strict` must never count as its absence. Shares are exact fractions written as text ("2/3"); strict (more
than) and inclusive (at least) are kept apart, as Civil Code article 1259 does (以上 / 超过).
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Annotated

import msgspec
from msgspec import Meta

Key = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_-]{0,39}$")]
"""A name inside a charter or format: lower-case ASCII, up to 40 characters."""
ShareText = Annotated[str, Meta(pattern=r"^[1-9][0-9]{0,3}/[1-9][0-9]{0,3}$")]
"""A fraction as text, e.g. "2/3"; `1/1` is everybody."""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text in both languages of the product."""

    zh: str
    en: str

    def text(self, lang: str) -> str:
        """The text in `lang` (zh or en)."""
        return self.zh if lang == "zh" else self.en


class Base(StrEnum):
    """What a share is taken of; every outcome stores which one was used."""

    SEATS = "seats"  # all seats of the charter, filled or not
    IN_OFFICE = "in-office"  # members in office: seats less vacancies
    PRESENT = "present"  # 到会人员, 出席人: abstainers count in it
    RETURNED = "returned"  # those taking part: ballots given in, blank and void ones included
    VALID = "valid"  # for, against, abstentions
    FOR_AGAINST = "for-against"  # votes cast for or against (Robert)


class Measure(StrEnum):
    """What is counted: heads, or the weight they carry (area in the charter's smallest unit)."""

    HEADS = "heads"
    WEIGHT = "weight"


class Tie(StrEnum):
    """What equal votes mean where the rule would otherwise be decided by one vote."""

    FAILS = "fails"
    UNDECIDED = "undecided"
    CHAIR = "chair"  # the chair gives a casting vote


class Recusal(StrEnum):
    """Whether members who stepped out for a conflict of interest stay in the base."""

    KEEPS_BASE = "keeps-base"
    LEAVES_BASE = "leaves-base"


class Blank(StrEnum):
    """What an unmarked ballot is."""

    ABSTAINS = "abstains"
    VOID = "void"


class QuorumLost(StrEnum):
    """What happens when a poll is to be opened without a quorum."""

    BLOCK = "block"  # the poll cannot be opened (Robert, section 40)
    RECORD = "record"  # it can, and its outcome is "not validly put"


_exact = lru_cache(maxsize=1024)(Fraction)  # few shares are asked for again and again


class Threshold(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A share of a base that has to be reached, exactly.

    `group` limits it to one seat group ("each" to every one of them in turn, "" is the whole body).
    """

    share: ShareText
    base: Base
    strict: bool = False
    measure: Measure = Measure.HEADS
    group: str = ""

    @property
    def fraction(self) -> Fraction:
        """The share as an exact number in (0, 1]."""
        return _exact(self.share)


class DecisionRule(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One named way of deciding: `participation` has to be met for a valid vote, `consent` to carry, each all.

    A group with no members cannot consent: where only its consent is lacking, the vote is undecided. It
    cannot take part or be present either: where its participation or quorum is asked, the vote is not valid.
    """

    key: Key
    title: Words
    consent: tuple[Threshold, ...]
    participation: tuple[Threshold, ...] = ()
    tie: Tie = Tie.FAILS
    recusal: Recusal = Recusal.KEEPS_BASE
    blank: Blank = Blank.VOID
    source: str = ""


class SeatGroup(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A group of seats; `seats` 0 means "as many as are registered" (an open assembly)."""

    key: Key
    title: Words
    seats: Annotated[int, Meta(ge=0, le=10_000)] = 0
    short: Words | None = None
    """A short name for tables and seat maps (街道 for 街道办事处)."""

    def short_text(self, lang: str) -> str:
        """The short name in `lang`, or the full one."""
        return (self.short or self.title).text(lang)


class Office(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A post held by a member; `group` ties it to one seat group (Cixi: chair and vice chair)."""

    key: Key
    title: Words
    group: str = ""
    chairs: bool = False
    """True when the holder runs the meeting unless another host is named."""


class SpeakingLimits(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """How long and how often one may speak to a motion; 0 is not limited."""

    seconds: Annotated[int, Meta(ge=0, le=7200)] = 0
    speeches: Annotated[int, Meta(ge=0, le=99)] = 0


class Source(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Where the rules of a charter come from, so that an angry neighbour can look them up."""

    title: str
    quote: str = ""
    place: str = ""


class Charter(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """All that a body has agreed about itself. Dates say when a version is in force, both ends included."""

    key: Key
    version: Annotated[int, Meta(ge=1)]
    title: Words
    sentence: Words
    source: Source
    groups: tuple[SeatGroup, ...]
    rules: tuple[DecisionRule, ...]
    default_rule: Key
    offices: tuple[Office, ...] = ()
    quorum: tuple[Threshold, ...] = ()
    """Empty: not specified."""
    quorum_lost: QuorumLost = QuorumLost.BLOCK
    term_months: Annotated[int, Meta(ge=0, le=600)] = 0
    """0: not specified."""
    alternates: Annotated[int, Meta(ge=0, le=1000)] = 0
    second_required: bool = False
    speaking: SpeakingLimits = SpeakingLimits()
    notice_days: Annotated[int, Meta(ge=0, le=365)] = 0
    """0: not specified."""
    executor: Words | None = None
    """Who carries decisions out unless the meeting says otherwise."""
    member_word: Words | None = None
    """What one member is called (业主, owner); None: 代表, member. English takes an s for several."""
    weight_unit: str = ""
    """What weights are counted in, e.g. 0.01 m²; weights are whole numbers of it."""
    valid_from: date | None = None
    valid_until: date | None = None
    disabled: Words | None = None
    """Why this preset cannot be used (its text is not verified); None when it can."""

    @property
    def seats(self) -> int:
        """Number of fixed seats; 0 for an open assembly."""
        return sum(group.seats for group in self.groups)

    def rule(self, key: str = "") -> DecisionRule | None:
        """The rule of that name, the default one for "", None when there is none."""
        wanted = key or self.default_rule
        return next((rule for rule in self.rules if rule.key == wanted), None)

    def group(self, key: str) -> SeatGroup | None:
        """The seat group of that name, or None."""
        return next((group for group in self.groups if group.key == key), None)

    def office(self, key: str) -> Office | None:
        """The office of that name, or None."""
        return next((office for office in self.offices if office.key == key), None)

    def seat_numbers(self, group_key: str) -> range:
        """The seat numbers of a group: seats are numbered from 1 through the groups in their order."""
        first = 1
        for group in self.groups:
            if group.key == group_key:
                return range(first, first + group.seats)
            first += group.seats
        return range(0)

    def group_of_seat(self, seat: int) -> str:
        """The group that owns a seat number; "" for a number that no group owns."""
        first = 1
        for group in self.groups:
            if first <= seat < first + group.seats:
                return group.key
            first += group.seats
        return ""

    def in_force(self, day: date) -> bool:
        """Whether this version holds on `day`."""
        after = self.valid_from is None or self.valid_from <= day
        return after and (self.valid_until is None or day <= self.valid_until)
