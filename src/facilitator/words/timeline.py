"""The whole story of a decision or an action group, day after day: a line for each thing that happened.

Every line keeps what people told (`said`) and who it was (`who`) apart from our own words (`text`), so that a
public version can hold them back. What was struck stays in the story, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from facilitator.acts import Event, Recorded
from facilitator.followup.attached import Attached
from facilitator.followup.case import Entry, day_of
from facilitator.followup.entries import (
    Assessed,
    DueChanged,
    HandedOver,
    Kinship,
    Linked,
    Notice,
    Objected,
    ObjectionAnswered,
    Paid,
    Posted,
    Reported,
    ReviewPlanned,
    View,
)
from facilitator.followup.following import FileDropped, Following
from facilitator.followup.matter import Matter, Told
from facilitator.followup.posting import answer_to
from facilitator.followup.standing import Standing, standing_of
from facilitator.meeting.decisions import Assignment
from facilitator.meeting.reviews import Progress
from facilitator.words.aftermath import assessment_words, clauses, near
from facilitator.words.figures import Unit, counted, money
from facilitator.words.outcomes import decision_words
from facilitator.words.titles import title
from facilitator.words.tongue import mark, tongue


class Sign(StrEnum):
    """What stands before a line."""

    DONE = "done"  # ● it happened
    OPEN = "open"  # ○ it happened, and leaves something open
    WARN = "warn"  # ○ something is not as it should be
    LATER = "later"  # ○ it is still to come


@dataclass(frozen=True, slots=True)
class Shown:
    """A file of a line; `dropped` is the reason why its content was erased, empty while it is there."""

    file: Attached
    dropped: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the story."""

    day: date
    sign: Sign
    text: str
    """Our own words."""
    said: str = ""
    """What people told, in their words; may have several lines."""
    who: str = ""
    """Who objected: personal data, never on a public paper."""
    entry: str = ""
    """The id of the entry, under which it can be struck; empty for what is no entry of the follow-up."""
    files: tuple[Shown, ...] = ()
    struck: str | None = None
    """Why the entry does not count; None if it does."""

    def whole(self, lang: str) -> str:
        """The line as one text: ours, then what was said, then the reason why it was struck. Without `who`."""
        t = tongue(lang)
        colon, stop = ("：", "。") if lang == "zh" else (": ", ". ")
        between = stop if colon.strip() in self.text else colon
        text = f"{self.text}{between}{self.said}" if self.said else self.text
        if self.struck is None:
            return text
        return t("{text} (struck: {reason})", text=text, reason=self.struck)


@dataclass(frozen=True, slots=True)
class Kin:
    """A decision that this one does something to (`out`), or that does something to this one."""

    kinship: Kinship
    out: bool
    name: str
    """What the other is called, with its title."""
    day: date
    """When the later one of both was made."""
    meeting: str = ""
    number: int = 0
    clause: str = ""
    stands: bool = True
    """Whether the decision that does it stands."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the story needs that neither the matter nor its follow-up know; whatever is left out is not said."""

    vote: str = ""
    """How it was carried: 11/13."""
    annulled: date | None = None
    """When the decision was annulled or the group dissolved."""
    kin: tuple[Kin, ...] = ()
    meetings: Mapping[str, str] | None = None
    """What meetings are called, by id."""


NOTHING_AROUND = Around()


def timeline(
    matter: Matter, case: Following, day: date, lang: str, around: Around = NOTHING_AROUND
) -> list[Line]:
    """The story as it stands on `day`, by days: what was, what is late, what is to come."""
    story = _Story(matter, case, day, lang, around)
    told = [(one.at, story.told(one)) for one in matter.told]
    told += [(one.at, story.entry(one)) for one in case.chronicle if isinstance(one.event, Entry)]
    found = story.begun() + story.late()
    found += [line for _, line in sorted(told, key=lambda one: one[0])]
    found += story.done_to_it() + story.ahead()
    return sorted(found, key=lambda one: one.day)


@dataclass(frozen=True, slots=True)
class _Story:
    """What every line is told from."""

    matter: Matter
    case: Following
    today: date
    lang: str
    around: Around

    def day(self, day: date) -> str:
        return near(day, self.today, self.lang)

    def begun(self) -> list[Line]:
        """It was made, and given to somebody."""
        t, made = tongue(self.lang), self.matter.made.date()
        if self.matter.group:
            text = t("The action group was formed")
        elif self.around.vote:
            text = t("Carried at the meeting, {vote}", vote=self.around.vote)
        else:
            text = t("Carried at the meeting")
        lines = [Line(made, Sign.DONE, text)]
        given = self.matter.assignment
        if given is not None and (said := self._given(given)):
            lines.append(Line(made, Sign.DONE, clauses(said, self.lang), given.task))
        return lines

    def _given(self, given: Assignment) -> list[str]:
        t, said = tongue(self.lang), list[str]()
        if given.implementer and self.matter.group:
            said.append(t("led by {name}", name=given.implementer))
        elif given.implementer:
            said.append(t("given to {name}", name=given.implementer))
        if given.due is not None:
            said.append(t("due on {day}", day=self.day(given.due)))
        if given.report_by is not None:
            said.append(t("report by {day}", day=self.day(given.report_by)))
        if given.money_fen and given.money_source:
            amount = money(given.money_fen, self.lang)
            said.append(t("{money} from {source}", money=amount, source=given.money_source))
        elif given.money_fen:
            said.append(t("{money} granted", money=money(given.money_fen, self.lang)))
        return said

    def told(self, one: Told) -> Line:
        """What a later meeting was told."""
        t = tongue(self.lang)
        meeting = (self.around.meetings or {}).get(one.meeting, "")
        progress = title(one.progress, self.lang)
        text = (
            t("Told at {meeting}, {progress}", meeting=meeting, progress=progress)
            if meeting
            else t("Told at a later meeting, {progress}", progress=progress)
        )
        text = self._put_off(text, one.new_due)
        return Line(one.at.date(), _sign(one.progress), text, one.text)

    def entry(self, one: Recorded) -> Line:
        """One entry; one that was struck says so."""
        teller = TELLERS[type(one.event)]
        line = teller(self, one.event, one)
        entry: str = getattr(one.event, "entry", "")
        struck = self.case.struck.get(entry)
        return replace(
            line,
            sign=line.sign if struck is None else Sign.OPEN,
            entry=entry,
            files=self._files(one),
            struck=struck,
        )

    def _files(self, one: Recorded) -> tuple[Shown, ...]:
        attached: tuple[Attached, ...] = getattr(one.event, "attached", ())
        return tuple(Shown(file, self._dropped(file.hash, one.version)) for file in attached)

    def _dropped(self, content: str, after: int) -> str:
        """Why a file that was attached then was erased later; empty while it is there."""
        for one in self.case.chronicle:
            event = one.event
            if isinstance(event, FileDropped) and event.hash == content and one.version > after:
                return event.reason
        return ""

    def reported(self, event: Reported, one: Recorded) -> Line:
        t = tongue(self.lang)
        progress = title(event.progress, self.lang)
        text = (
            t("{name} reports, {progress}", name=event.by, progress=progress)
            if event.by
            else t("Report, {progress}", progress=progress)
        )
        text = self._put_off(text, event.new_due)
        return Line(day_of(one, event.on), _sign(event.progress), text, event.text)

    def _put_off(self, text: str, due: date | None) -> str:
        t = tongue(self.lang)
        if due is None:
            return text
        return clauses([text, t("postponed to {day}", day=self.day(due))], self.lang)

    def assessed(self, event: Assessed, one: Recorded) -> Line:
        t, said = tongue(self.lang), assessment_words(event, self.lang)
        text = (
            t("Residents ({how}), {said}", how=event.how, said=said)
            if event.how
            else t("Residents, {said}", said=said)
        )
        sign = {View.DONE: Sign.DONE, View.NOT_DONE: Sign.WARN}.get(event.view, Sign.OPEN)
        return Line(day_of(one, event.on), sign, text, event.text)

    def due_changed(self, event: DueChanged, one: Recorded) -> Line:
        t, due = tongue(self.lang), self.day(event.due)
        text = (
            t("Due {due} instead of {old}", due=due, old=self.day(event.old))
            if event.old is not None
            else t("Due {due}", due=due)
        )
        return Line(one.at.date(), Sign.OPEN, text, event.reason)

    def handed_over(self, event: HandedOver, one: Recorded) -> Line:
        t = tongue(self.lang)
        text = (
            t("Handed over from {old} to {name}", old=event.old, name=event.implementer)
            if event.old
            else t("Given to {name}", name=event.implementer)
        )
        return Line(one.at.date(), Sign.DONE, text, event.reason)

    def review_planned(self, event: ReviewPlanned, one: Recorded) -> Line:
        t = tongue(self.lang)
        text = t("To be looked at again on {day}", day=self.day(event.on))
        return Line(one.at.date(), Sign.DONE, text, event.what)

    def paid(self, event: Paid, _one: Recorded) -> Line:
        t, amount = tongue(self.lang), money(event.fen, self.lang)
        text = (
            t("{money} paid to {name}", money=amount, name=event.to)
            if event.to
            else t("{money} paid", money=amount)
        )
        if event.receipt:
            text = clauses([text, t("receipt {number}", number=event.receipt)], self.lang)
        return Line(event.on, Sign.DONE, text)

    def posted(self, event: Posted, _one: Recorded) -> Line:
        """Over with what came in; running or to come with its last day."""
        t, what = tongue(self.lang), title(event.what, self.lang)
        if event.until < self.today:
            days = counted((event.until - event.begins).days + 1, Unit.DAYS, self.lang)
            objected = self._objections(event.entry)
            said = [t("{what} posted for {days}", what=what, days=days)]
            if event.what is Notice.RESOLUTION or objected:
                said.append(
                    t.many("{n} objection", "{n} objections", objected)
                    if objected
                    else t("no objection")
                )
            text, sign = clauses(said, self.lang), Sign.DONE
        else:
            text = t("{what} posted until {day}", what=what, day=self.day(event.until))
            sign = Sign.LATER if event.begins > self.today else Sign.OPEN
        return Line(event.begins, sign, text, event.places)

    def _objections(self, posting: str) -> int:
        events = (one.event for one in self.case.standing())
        return sum(isinstance(one, Objected) and one.posting == posting for one in events)

    def objected(self, event: Objected, one: Recorded) -> Line:
        t = tongue(self.lang)
        objection = self._objection(event.entry)
        text = (
            t("{objection} received after the last day", objection=objection)
            if event.late
            else t("{objection} received", objection=objection)
        )
        open_ = answer_to(self.case, event.entry) is None
        who = event.person.name if event.person is not None else ""
        sign = Sign.WARN if open_ else Sign.OPEN
        return Line(day_of(one, event.on), sign, text, event.text, who)

    def answered(self, event: ObjectionAnswered, one: Recorded) -> Line:
        t = tongue(self.lang)
        objection = self._objection(event.objection)
        text = (
            t("{objection} upheld", objection=objection)
            if event.upheld
            else t("{objection} not upheld", objection=objection)
        )
        return Line(day_of(one, event.on), Sign.DONE, text, event.text)

    def _objection(self, entry: str) -> str:
        """Which objection; without a number where there is only one."""
        t = tongue(self.lang)
        found = [key for key, one in self.case.entries.items() if isinstance(one.event, Objected)]
        if len(found) == 1:
            return t.within("one", "Objection")
        return t("Objection {number}", number=found.index(entry) + 1)

    def linked(self, event: Linked, _one: Recorded) -> Line:
        name = decision_words(event.to_decision, self.lang)
        for kin in self.around.kin:
            if kin.out and (kin.meeting, kin.number) == (event.to_meeting, event.to_decision):
                name = kin.name
        text = _kin_words(DOES[event.kinship], name, event.clause, self.lang)
        return Line(self.matter.made.date(), Sign.DONE, text)

    def done_to_it(self) -> list[Line]:
        """What later decisions did to it, and that it does not stand any more."""
        t = tongue(self.lang)
        lines = [
            Line(
                kin.day,
                Sign.DONE,
                _kin_words(SUFFERS[kin.kinship], kin.name, kin.clause, self.lang),
            )
            for kin in self.around.kin
            if kin.stands and not kin.out
        ]
        if not self.matter.stands and self.around.annulled is not None:
            text = t("The group was dissolved") if self.matter.group else t("Annulled")
            lines.append(Line(self.around.annulled, Sign.WARN, text))
        return lines

    def late(self) -> list[Line]:
        """That nobody did it, or looked at it again, by its day."""
        t, now = tongue(self.lang), self._standing()
        lines: list[Line] = []
        if now is None:
            return lines
        if now.due is not None and now.due < self.today and not now.settled:
            text = t("Overdue") if self._explained(now.due) else t("Overdue, no reason given")
            lines.append(Line(now.due + timedelta(days=1), Sign.WARN, text))
        if now.review_on is not None and now.review_on < self.today and now.review_on != now.due:
            text = t("Nobody has looked at it again")
            lines.append(Line(now.review_on + timedelta(days=1), Sign.WARN, text))
        return lines

    def ahead(self) -> list[Line]:
        """What is still to come."""
        t, now = tongue(self.lang), self._standing()
        lines: list[Line] = []
        if now is None:
            return lines
        review = now.review_on if now.review_on and now.review_on >= self.today else None
        if now.due is not None and now.due >= self.today and not now.settled and now.due != review:
            lines.append(Line(now.due, Sign.LATER, t("Due")))
        if review is not None:
            planned = [one.event for one in self.case.standing()]
            what = [p.what for p in planned if isinstance(p, ReviewPlanned) and p.on == review]
            lines.append(Line(review, Sign.LATER, t("To be looked at again"), "".join(what[-1:])))
        return lines

    def _standing(self) -> Standing | None:
        return standing_of(self.matter, self.case) if self.matter.stands else None

    def _explained(self, due: date) -> bool:
        """Whether anybody said anything after that day."""
        if any(one.at.date() > due and one.text for one in self.matter.told):
            return True
        told = [(one.event, one) for one in self.case.standing()]
        return any(
            isinstance(event, Reported) and event.text and day_of(one, event.on) > due
            for event, one in told
        )


def _sign(progress: Progress) -> Sign:
    """What goes on or is done has happened; what waits leaves something open."""
    if progress is Progress.ABANDONED:
        return Sign.WARN
    return Sign.DONE if progress in (Progress.DONE, Progress.IN_PROGRESS) else Sign.OPEN


def _kin_words(sentence: str, name: str, clause: str, lang: str) -> str:
    t = tongue(lang)
    text = t(sentence, name=name)
    return t("{text} ({clause})", text=text, clause=clause) if clause else text


DOES: Mapping[Kinship, str] = {
    Kinship.AMENDS: mark("Amends {name}"),
    Kinship.REPEALS: mark("Repeals {name}"),
    Kinship.REPEATS: mark("Repeats {name}"),
}
SUFFERS: Mapping[Kinship, str] = {
    Kinship.AMENDS: mark("Amended by {name}"),
    Kinship.REPEALS: mark("Repealed by {name}"),
    Kinship.REPEATS: mark("Repeated by {name}"),
}
TELLERS: Mapping[type[Event], Callable[[_Story, Any, Recorded], Line]] = {
    Reported: _Story.reported,
    Assessed: _Story.assessed,
    DueChanged: _Story.due_changed,
    HandedOver: _Story.handed_over,
    ReviewPlanned: _Story.review_planned,
    Paid: _Story.paid,
    Posted: _Story.posted,
    Objected: _Story.objected,
    ObjectionAnswered: _Story.answered,
    Linked: _Story.linked,
}
"""A teller for every entry of a follow-up."""
