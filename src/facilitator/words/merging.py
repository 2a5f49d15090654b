"""What a merge would do or has done, as lines for people; forks and doubled numbers said plainly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from facilitator.words.figures import airy, date_words, listing, numeral
from facilitator.words.soundness import FINDINGS
from facilitator.words.tongue import mark, mark_many, tongue

ROOMS: Mapping[str, tuple[str, str]] = {
    "body": mark_many("{n} body", "{n} bodies"),
    "meeting": mark_many("{n} meeting", "{n} meetings"),
    "followup": mark_many("{n} follow-up of a decision", "{n} follow-ups of decisions"),
    "call": mark_many("{n} call to a department", "{n} calls to departments"),
    "intake": mark_many("{n} matter that came in", "{n} matters that came in"),
    "round": mark_many("{n} project round", "{n} project rounds"),
    "project": mark_many("{n} project", "{n} projects"),
}
"""What a history is of, by the first part of its name."""
WRONG: Mapping[str, str] = {
    "no-sense": mark("Its events make no sense together."),
    "too-long": mark("It has more events than any meeting could have."),
    "file-missing": mark("An attached file is missing."),
    "file-differs": mark("An attached file is not what was attached."),
}
"""What else may be wrong with a history of another archive."""
MOST = 20
"""Lines of one sort that are told one by one."""

FORKED = mark_many(
    "{n} history went on otherwise there than here. Nothing of it was taken over, and neither was changed: "
    "ask both sides which is right.",
    "{n} histories went on otherwise there than here. Nothing of them was taken over, and neither was changed: "
    "ask both sides which is right.",
)
DAMAGED = mark_many(
    "{n} history is damaged. Nothing of it was taken over.",
    "{n} histories are damaged. Nothing of them was taken over.",
)
WAITING = mark_many(
    "{n} history was left out, because it belongs to one that could not be taken over.",
    "{n} histories were left out, because they belong to others that could not be taken over.",
)
DOUBLED = mark_many(
    "{n} number or name is borne twice. All are kept; say which is called otherwise from now on.",
    "{n} numbers or names are borne twice. All are kept; say which are called otherwise from now on.",
)

Tell = Callable[[Mapping[str, Any]], str]
NameOf = Callable[[str], str]
"""What a body is called, by its id."""


class Merging:
    """Tells a plan, given as plain data."""

    def __init__(self, plan: Mapping[str, Any], lang: str, name_of: NameOf) -> None:
        self._lines: Sequence[Mapping[str, Any]] = plan["lines"]
        self._doubles: Sequence[Mapping[str, Any]] = plan["doubles"]
        self._broken: bool = bool(plan["findings"])
        self._sample: bool = plan["sample"]
        named = {one["about"]["body"]: one["about"]["name"] for one in self._lines}
        self._names = {body: name for body, name in named.items() if name}
        self._name_of, self._t = name_of, tongue(lang)

    def lines(self) -> Iterator[str]:
        """What comes over, what is left out and why, what is borne twice."""
        t = self._t
        if self._broken:
            yield "! " + t(
                "The file is damaged in places. What holds in it was looked at all the same."
            )
        if self._sample:
            yield "! " + t("It is a sample: all people and decisions in it are invented.")
        yield from self._coming()
        yield from self._left_out("forked", FORKED, self._forked)
        yield from self._left_out("damaged", DAMAGED, self._damaged)
        yield from self._left_out("waiting", WAITING, self._waiting)
        if self._doubles:
            yield "! " + t.many(*DOUBLED, len(self._doubles))
            yield from self._few(map(self._double, self._doubles))

    def _left_out(self, state: str, head: tuple[str, str], tell: Tell) -> Iterator[str]:
        if found := self._of(state):
            yield "✗ " + self._t.many(*head, len(found))
            yield from self._few(map(tell, found))

    def _few(self, lines: Iterable[str]) -> Iterator[str]:
        """The first ones, and how many more there are."""
        found, t = list(lines), self._t
        yield from (f"    {line}" for line in found[:MOST])
        if (more := len(found) - MOST) > 0:
            yield "    " + t.many(
                "and {n} more (--json tells all)", "and {n} more (--json tells all)", more
            )

    def _coming(self) -> Iterator[str]:
        t, events = self._t, sum(line["events"] for line in self._lines)
        if new := self._of("new"):
            yield t("New: {what}.", what=self._counted(new))
        if ahead := self._of("ahead"):
            yield t("Gone on there: {what}.", what=self._counted(ahead))
        if behind := self._of("behind"):
            yield t("Newer here, nothing to take over: {what}.", what=self._counted(behind))
        if same := self._of("same"):
            yield t("The same here and there: {what}.", what=self._counted(same))
        if events:
            yield t.many("{n} entry in all", "{n} entries in all", events)
        if erased := sum(line["erases"] for line in self._lines):
            yield t.many(
                "Personal data of {n} person was erased there: it goes here, too.",
                "Personal data of {n} people was erased there: it goes here, too.",
                erased,
            )

    def _forked(self, line: Mapping[str, Any]) -> str:
        t, here, there = self._t, line["fork"]["ours"], line["fork"]["theirs"]
        return t(
            "{which}: from entry {version} on; here {here}, {here_by}; there {there}, {there_by}",
            which=self._which(line),
            version=here["version"],
            here=_moment(here["at"]),
            here_by=here["actor"],
            there=_moment(there["at"]),
            there_by=there["actor"],
        )

    def _damaged(self, line: Mapping[str, Any]) -> str:
        t, finding = self._t, line["findings"][0]
        code, which = finding["code"], self._which(line)
        sentence = WRONG.get(code) or FINDINGS.get(code) or FINDINGS["exception"]
        why = t(sentence)
        if line["here"]:
            return t(
                "{which}: damaged in this archive, not in the other one. {why}",
                which=which,
                why=why,
            )
        if finding["version"]:
            return t(
                "{which}: entry {version}. {why}", which=which, version=finding["version"], why=why
            )
        return t("{which}: {why}", which=which, why=why)

    def _waiting(self, line: Mapping[str, Any]) -> str:
        t = self._t
        return t("{which}: belongs to {other}", which=self._which(line), other=line["waits_for"])

    def _double(self, double: Mapping[str, Any]) -> str:
        t, number = self._t, double["number"]
        which = listing([*double["ours"], *double["theirs"]], t.lang)
        if number["what"] == "body":
            return t("{name}: {which}", name=number["name"], which=which)
        term = numeral(number["term"]) if t.lang == "zh" else str(number["term"])
        facts = {"term": term, "number": number["number"]}
        if number["what"] == "meeting":
            said = t("Term {term}, meeting {number}", **facts)
        else:
            said = t("Term {term}, No. {number}", **facts)
        name = airy(f"{self._body(number['body'])} {said}")
        return t("{name}: {which}", name=name, which=which)

    def _of(self, state: str) -> list[Mapping[str, Any]]:
        return [line for line in self._lines if line["state"] == state]

    def _counted(self, lines: Iterable[Mapping[str, Any]]) -> str:
        rooms = Counter(line["stream"].partition("/")[0] for line in lines)
        t = self._t
        return listing(
            [airy(t.many(*words, rooms[room])) for room, words in ROOMS.items() if rooms[room]],
            t.lang,
        )

    def _which(self, line: Mapping[str, Any]) -> str:
        """A history as people know it, with its name in the file."""
        t, about, stream = self._t, line["about"], line["stream"]
        if about["name"]:
            return t("{name} ({stream})", name=about["name"], stream=stream)
        if about["planned"]:
            day = airy(date_words(datetime.fromisoformat(about["planned"]).date(), t.lang))
            body = self._body(about["body"])
            return t("{body}, meeting of {day} ({stream})", body=body, day=day, stream=stream)
        return stream

    def _body(self, body: str) -> str:
        return self._names.get(body) or self._name_of(body)


def _moment(at: str) -> str:
    """A time as stored, to the minute."""
    return at[:16].replace("T", " ")
