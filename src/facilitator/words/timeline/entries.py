"""Every entry of a follow-up as a line; one that was struck stays readable, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from facilitator.acts import Event, Recorded
from facilitator.followup.attached import Attached
from facilitator.followup.case import day_of
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
from facilitator.followup.following import FileDropped
from facilitator.followup.posting import answer_to, came_late
from facilitator.followup.standing import handed_from
from facilitator.words.aftermath import assessment_words, clauses
from facilitator.words.figures import Unit, counted, money
from facilitator.words.outcomes import decision_words
from facilitator.words.timeline.line import Line, Shown, Sign, Telling, kin_words, sign_of
from facilitator.words.titles import title
from facilitator.words.tongue import mark, tongue


def entry(of: Telling, one: Recorded) -> Line:
    """One entry; one that was struck says so."""
    teller = TELLERS[type(one.event)]
    line = teller(of, one.event, one)
    entry: str = getattr(one.event, "entry", "")
    struck = of.case.struck.get(entry)
    return replace(
        line,
        sign=line.sign if struck is None else Sign.OPEN,
        entry=entry,
        files=_files(of, one),
        struck=struck,
    )


def _files(of: Telling, one: Recorded) -> tuple[Shown, ...]:
    attached: tuple[Attached, ...] = getattr(one.event, "attached", ())
    return tuple(Shown(file, _dropped(of, file.hash, one.version)) for file in attached)


def _dropped(of: Telling, content: str, after: int) -> str:
    """Why a file that was attached then was erased later; empty while it is there."""
    for one in of.case.chronicle:
        event = one.event
        if isinstance(event, FileDropped) and event.hash == content and one.version > after:
            return event.reason
    return ""


def _reported(of: Telling, event: Reported, one: Recorded) -> Line:
    t = tongue(of.lang)
    progress = title(event.progress, of.lang)
    text = (
        t("{name} reports: {progress}", name=event.by, progress=progress)
        if event.by
        else t("Report: {progress}", progress=progress)
    )
    text = of.put_off(text, event.new_due)
    return Line(day_of(one, event.on), sign_of(event.progress), text, event.text)


def _assessed(of: Telling, event: Assessed, one: Recorded) -> Line:
    t, said = tongue(of.lang), assessment_words(event, of.lang)
    text = (
        t("Residents ({how}): {said}", how=event.how, said=said)
        if event.how
        else t("Residents: {said}", said=said)
    )
    sign = {View.DONE: Sign.DONE, View.NOT_DONE: Sign.WARN}.get(event.view, Sign.OPEN)
    return Line(day_of(one, event.on), sign, text, event.text)


def _due_changed(of: Telling, event: DueChanged, one: Recorded) -> Line:
    t, due = tongue(of.lang), of.day(event.due)
    text = (
        t("Due {due} instead of {old}", due=due, old=of.day(event.old))
        if event.old is not None
        else t("Due {due}", due=due)
    )
    return Line(one.at.date(), Sign.OPEN, text, event.reason)


def _handed_over(of: Telling, event: HandedOver, one: Recorded) -> Line:
    t, old = tongue(of.lang), handed_from(of.matter, of.case).get(event.entry, event.old)
    text = (
        t("Handed over from {old} to {name}", old=old, name=event.implementer)
        if old
        else t("Given to {name}", name=event.implementer)
    )
    return Line(one.at.date(), Sign.DONE, text, event.reason)


def _review_planned(of: Telling, event: ReviewPlanned, one: Recorded) -> Line:
    t = tongue(of.lang)
    text = t("To be looked at again on {day}", day=of.day(event.on))
    return Line(one.at.date(), Sign.DONE, text, event.what)


def _paid(of: Telling, event: Paid, _one: Recorded) -> Line:
    t, amount = tongue(of.lang), money(event.fen, of.lang)
    text = (
        t("{money} paid to {name}", money=amount, name=event.to)
        if event.to
        else t("{money} paid", money=amount)
    )
    if event.receipt:
        text = clauses([text, t("receipt {number}", number=event.receipt)], of.lang)
    elif event.unproved:
        text = clauses([text, t("receipt not in yet")], of.lang)
    return Line(event.on, Sign.OPEN if event.unproved else Sign.DONE, text)


def _posted(of: Telling, event: Posted, _one: Recorded) -> Line:
    """Over with what came in; running or to come with its last day."""
    t, what = tongue(of.lang), title(event.what, of.lang)
    if event.until < of.today:
        days = counted((event.until - event.begins).days + 1, Unit.DAYS, of.lang)
        objected = _objections(of, event.entry)
        said = [t("{what} posted for {days}", what=what, days=days)]
        if event.what is Notice.RESOLUTION or objected:
            said.append(
                t.many("{n} objection", "{n} objections", objected)
                if objected
                else t("no objection")
            )
        text, sign = clauses(said, of.lang), Sign.DONE
    else:
        text = t("{what} posted until {day}", what=what, day=of.day(event.until))
        sign = Sign.LATER if event.begins > of.today else Sign.OPEN
    if event.places:
        text = t("{text} ({clause})", text=text, clause=event.places)
    return Line(event.begins, sign, text)


def _objections(of: Telling, posting: str) -> int:
    events = (one.event for one in of.case.standing())
    return sum(isinstance(one, Objected) and one.posting == posting for one in events)


def _objected(of: Telling, event: Objected, one: Recorded) -> Line:
    t = tongue(of.lang)
    objection = _objection(of, event.entry)
    text = (
        t("{objection} received after the last day", objection=objection)
        if came_late(of.case, one)
        else t("{objection} received", objection=objection)
    )
    open_ = answer_to(of.case, event.entry) is None
    who = event.person.name if event.person is not None else ""
    sign = Sign.WARN if open_ else Sign.OPEN
    return Line(day_of(one, event.on), sign, text, event.text, who)


def _answered(of: Telling, event: ObjectionAnswered, one: Recorded) -> Line:
    t = tongue(of.lang)
    objection = _objection(of, event.objection)
    text = (
        t("{objection} upheld", objection=objection)
        if event.upheld
        else t("{objection} not upheld", objection=objection)
    )
    return Line(day_of(one, event.on), Sign.DONE, text, event.text)


def _objection(of: Telling, entry: str) -> str:
    """Which objection; without a number where there is only one."""
    t = tongue(of.lang)
    found = [key for key, one in of.case.entries.items() if isinstance(one.event, Objected)]
    if len(found) == 1:
        return t.within("one", "Objection")
    return t("Objection {number}", number=found.index(entry) + 1)


def _linked(of: Telling, event: Linked, _one: Recorded) -> Line:
    name = decision_words(event.to_decision, of.lang)
    for kin in of.around.kin:
        if kin.out and (kin.meeting, kin.number) == (event.to_meeting, event.to_decision):
            name = kin.name
    text = kin_words(DOES[event.kinship], name, event.clause, of.lang)
    return Line(of.matter.made.date(), Sign.DONE, text)


DOES: Mapping[Kinship, str] = {
    Kinship.AMENDS: mark("Amends {name}"),
    Kinship.REPEALS: mark("Repeals {name}"),
    Kinship.REPEATS: mark("Repeats {name}"),
}
TELLERS: Mapping[type[Event], Callable[[Telling, Any, Recorded], Line]] = {
    Reported: _reported,
    Assessed: _assessed,
    DueChanged: _due_changed,
    HandedOver: _handed_over,
    ReviewPlanned: _review_planned,
    Paid: _paid,
    Posted: _posted,
    Objected: _objected,
    ObjectionAnswered: _answered,
    Linked: _linked,
}
"""A teller for every entry of a follow-up."""
