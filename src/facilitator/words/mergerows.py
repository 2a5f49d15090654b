"""What a merge would do or has done, history by history, as rows of a table: state, what, and more about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from facilitator.data import dataclass
from facilitator.words.figures import airy, clock, date_words, listing, numeral
from facilitator.words.histories import history_words
from facilitator.words.merging import ROOMS, WRONG
from facilitator.words.soundness import FINDINGS
from facilitator.words.tongue import mark_in, tongue

STATES: Mapping[str, tuple[str, tuple[str, str]]] = {
    "forked": ("✗", mark_in("merging", "Parted ways")),
    "damaged": ("✗", mark_in("merging", "Damaged")),
    "waiting": ("✗", mark_in("merging", "Left out")),
    "doubled": ("!", mark_in("merging", "Borne twice")),
    "ahead": ("→", mark_in("merging", "Goes on there")),
    "new": ("+", mark_in("merging", "New")),
    "behind": ("←", mark_in("merging", "Newer here")),
    "same": ("=", mark_in("merging", "The same")),
}
"""How a history stands, urgent first: a sign and a word."""
ONE_BY_ONE = ("body", "meeting")
"""Histories that are told one by one when they come over; of the others, only how many."""


@dataclass(frozen=True, slots=True)
class MergeRow:
    """`state` is a key of `STATES`; the rest is words."""

    state: str
    what: str
    more: str


class MergeRows:
    """Tells a plan of `record.merging`, with what is known of its histories by their names."""

    def __init__(self, plan: Any, histories: Mapping[str, Any], lang: str) -> None:
        self._plan, self._histories, self._t = plan, histories, tongue(lang)

    def rows(self) -> list[MergeRow]:
        """All of it, urgent first."""
        return [*self.left_out(), *self._coming("ahead"), *self._coming("new"), *self._others()]

    def left_out(self) -> list[MergeRow]:
        """What is not taken over though it differs, and what is borne twice."""
        tellers = {"forked": self._forked, "damaged": self._damaged, "waiting": self._waiting}
        found = [
            MergeRow(state, self._name(line.stream), tell(line))
            for state, tell in tellers.items()
            for line in self._of(state)
        ]
        return found + [MergeRow("doubled", *self._double(one)) for one in self._plan.doubles]

    def coming(self) -> str:
        """What comes over, counted: 2 bodies, 31 meetings; "" for nothing."""
        return self._counted(line for line in self._plan.lines if line.events)

    def _coming(self, state: str) -> Iterator[MergeRow]:
        t, rest = self._t, []
        for line in self._of(state):
            if line.stream.partition("/")[0] in ONE_BY_ONE:
                more = t.many("{n} entry", "{n} entries", line.events)
                yield MergeRow(state, self._name(line.stream), airy(more))
            else:
                rest.append(line)
        if rest:
            more = t.many("{n} entry", "{n} entries", sum(line.events for line in rest))
            yield MergeRow(state, self._counted(rest), airy(more))

    def _others(self) -> Iterator[MergeRow]:
        t = self._t
        mores = {"behind": t("Nothing to take over."), "same": ""}
        for state, more in mores.items():
            if found := self._of(state):
                yield MergeRow(state, self._counted(found), more)

    def _forked(self, line: Any) -> str:
        t, here, there = self._t, line.fork.ours, line.fork.theirs
        return airy(
            t(
                "From entry {n} on: here {here}, {here_by}; there {there}, {there_by}. Nothing of it is taken "
                "over. Ask both which is right.",
                n=here.version,
                here=self._moment(here.at),
                here_by=here.actor,
                there=self._moment(there.at),
                there_by=there.actor,
            )
        )

    def _damaged(self, line: Any) -> str:
        t, finding = self._t, line.findings[0]
        sentence = WRONG.get(finding.code) or FINDINGS.get(finding.code) or FINDINGS["exception"]
        why = t(sentence)
        if line.here:
            return airy(t("Damaged here, not there. {why}", why=why))
        return airy(t("Nothing of it is taken over. {why}", why=why))

    def _waiting(self, line: Any) -> str:
        t, other = self._t, self._name(line.waits_for)
        return t("Belongs to what cannot be taken over: {other}", other=other)

    def _double(self, double: Any) -> tuple[str, str]:
        t, number = self._t, double.number
        names = [self._name(one) for one in (*double.ours, *double.theirs)]
        more = t(
            "Both are kept: {which}. Agree what one of them is called from now on.",
            which=listing(names, t.lang),
        )
        if number.what == "body":
            return number.name, more
        term = numeral(number.term) if t.lang == "zh" else str(number.term)
        if number.what == "meeting":
            said = t("Term {term}, meeting {number}", term=term, number=number.number)
        else:
            said = t("Term {term}, No. {number}", term=term, number=number.number)
        body = self._histories.get(f"body/{number.body}")
        return airy(f"{body.body} {said}" if body is not None else said), more

    def _name(self, stream: str) -> str:
        one = self._histories.get(stream)
        if one is None:
            return stream
        said = history_words(
            stream, self._t.lang, body=one.body, title=one.title, day=one.day, number=one.number
        )
        return airy(said)

    def _of(self, state: str) -> list[Any]:
        return [line for line in self._plan.lines if line.state == state]

    def _counted(self, lines: Iterable[Any]) -> str:
        rooms = Counter(line.stream.partition("/")[0] for line in lines)
        t = self._t
        found = (t.many(*said, rooms[room]) for room, said in ROOMS.items() if rooms[room])
        return airy(listing(found, t.lang))

    def _moment(self, text: str) -> str:
        at = datetime.fromisoformat(text)
        return f"{date_words(at.date(), self._t.lang)} {clock(at)}"
