"""What people are called on a paper: by name, or in the version that is posted by surname.

Named in public: who holds an office of the charter, and the secretary; they act in office and answer
for it. Any other member is 陈代表, or 1号席陈代表 where two share a surname: telling people apart must
not need their names; a guest is 陈某. A name of another shape (阿依古丽, Wang Li) keeps its first sign and
stars: 阿**, W*. Somebody erased is called by seat alone, in every version.
"""

from __future__ import annotations

import re
from collections import Counter

from facilitator.meeting import Meeting
from facilitator.meeting.attendance import Capacity
from facilitator.papers.material import Material
from facilitator.words.thresholds import member
from facilitator.words.tongue import Tongue

_COMPOUND = (
    "欧阳司马上官诸葛夏侯皇甫尉迟公孙长孙慕容令狐宇文"
    "司徒东方南宫端木轩辕百里呼延闻人申屠澹台公冶宗政"
    "濮阳淳于单于太叔钟离独孤司空东郭西门南门赫连万俟"
    "拓跋"
)
"""Surnames of two characters, one after another."""
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")


class Names:
    """Names by id; `hidden` gives the mask for every full name that must not be seen."""

    def __init__(self, material: Material, t: Tongue) -> None:
        self._meeting = material.meeting
        self._known = {key: person.name for key, person in material.people.items()}
        self._t = t
        self._public = material.public
        masked = {key for key in self._known if material.public and not self._in_office(key)}
        self._masked = masked
        plain = (
            surname(self._known[key]) if key in masked else self._known[key] for key in self._known
        )
        self._shared = {name for name, times in Counter(plain).items() if times > 1}
        self.hidden = {self._known[key]: self._told(key) for key in sorted(masked)}

    def name(self, person: str) -> str:
        """The name of somebody as this paper gives it."""
        t = self._t
        if person not in self._known:
            place = self.place(person)
            return t("(deleted, {place})", place=place) if place else t("(deleted)")
        full = self._known[person]
        if person in self._masked:
            return self._mask(person, surname(full))
        return self._apart(person, full) if full in self._shared else full

    def _told(self, person: str) -> str:
        """The mask for a full name in what people told; where two bear it, nobody knows who was meant."""
        full = self._known[person]
        if list(self._known.values()).count(full) > 1:
            return self._bare(person, surname(full))
        return self.name(person)

    def place(self, person: str) -> str:
        """7号席 for a member, 列席2 for somebody without a vote; "" for somebody not at this meeting."""
        t = self._t
        holding = self._meeting.seat_of(person)
        if holding is not None:
            return t("seat {seat}", seat=holding.seat)
        others = list(self._meeting.attendance.observers)
        return t("guest {n}", n=others.index(person) + 1) if person in others else ""

    def _mask(self, person: str, family: str) -> str:
        text = self._bare(person, family)
        return self._apart(person, text) if family in self._shared else text

    def _bare(self, person: str, family: str) -> str:
        t = self._t
        if self._meeting.seat_of(person) is not None:
            word = member(self._meeting.charter, t.lang)
            return t("{member} {surname}", member=word[:1].upper() + word[1:], surname=family)
        if family.endswith("*"):
            return t("Guest {initial}", initial=family)
        return t("Guest {surname}", surname=family)

    def _apart(self, person: str, text: str) -> str:
        t = self._t
        place = self.place(person)
        return t("{name} of {place}", name=text, place=place) if place else text

    def _in_office(self, person: str) -> bool:
        return in_office(self._meeting, person)


def in_office(meeting: Meeting, person: str) -> bool:
    """Whether somebody is named in public: an office of the charter, the secretary."""
    holding = meeting.seat_of(person)
    if holding is not None:
        return any(meeting.charter.office(key) is not None for key in holding.offices)
    observer = meeting.attendance.observers.get(person)
    return observer is not None and observer.capacity is Capacity.SECRETARY


def surname(name: str) -> str:
    """The part of a name that may be posted; never the whole of it.

    欧阳 of 欧阳修, 王 of 王建军. A name that is not made of a surname and one or two characters gives its
    first sign alone, with stars: 阿** of 阿依古丽, C* of Chen Guodong.
    """
    bare = name.strip()
    if not _HAN.match(bare):
        return f"{bare[:1]}*"
    if len(bare) > 2 and _COMPOUND.find(bare[:2]) % 2 == 0:
        return bare[:2]
    if len(bare) > 3:
        return f"{bare[0]}**"
    return bare[0] if len(bare) > 1 else "某"
