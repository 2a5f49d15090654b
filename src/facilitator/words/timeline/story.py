"""The whole story, day after day: what was, what is late, what is to come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from facilitator.followup.case import Entry, day_of
from facilitator.followup.entries import Kinship, Reported, ReviewPlanned
from facilitator.followup.following import Following
from facilitator.followup.matter import Matter, Told
from facilitator.followup.standing import Standing, standing_of
from facilitator.meeting.decisions import Assignment
from facilitator.words.aftermath import clauses
from facilitator.words.figures import money
from facilitator.words.timeline.entries import entry
from facilitator.words.timeline.line import (
    NOTHING_AROUND,
    Around,
    Line,
    Sign,
    Telling,
    kin_words,
    sign_of,
)
from facilitator.words.titles import title
from facilitator.words.tongue import mark, tongue

SUFFERS: Mapping[Kinship, str] = {
    Kinship.AMENDS: mark("Amended by {name}"),
    Kinship.REPEALS: mark("Repealed by {name}"),
    Kinship.REPEATS: mark("Repeated by {name}"),
}


def timeline(
    matter: Matter, case: Following, day: date, lang: str, around: Around = NOTHING_AROUND
) -> list[Line]:
    """The story as it stands on `day`, by days: what was, what is late, what is to come."""
    of = Telling(matter, case, day, lang, around)
    told = [(one.at, _told(of, one)) for one in matter.told]
    told += [(one.at, entry(of, one)) for one in case.chronicle if isinstance(one.event, Entry)]
    found = _begun(of) + _late(of)
    found += [line for _, line in sorted(told, key=lambda one: one[0])]
    found += _done_to_it(of) + _ahead(of)
    return sorted(found, key=lambda one: one.day)


def _begun(of: Telling) -> list[Line]:
    """It was made, and given to somebody."""
    t, made = tongue(of.lang), of.matter.made.date()
    if of.matter.group:
        text = t("The action group was formed")
    elif of.around.vote:
        text = t("Carried at the meeting, {vote}", vote=of.around.vote)
    else:
        text = t("Carried at the meeting")
    lines = [Line(made, Sign.DONE, text)]
    given = of.matter.assignment
    if given is not None and (said := _given(of, given)):
        lines.append(Line(made, Sign.DONE, _capital(clauses(said, of.lang)), given.task))
    return lines


def _given(of: Telling, given: Assignment) -> list[str]:
    t, said = tongue(of.lang), list[str]()
    if given.implementer and of.matter.group:
        said.append(t("led by {name}", name=given.implementer))
    elif given.implementer:
        said.append(t("given to {name}", name=given.implementer))
    if given.due is not None:
        said.append(t("due on {day}", day=of.day(given.due)))
    if given.report_by is not None:
        said.append(t("report by {day}", day=of.day(given.report_by)))
    if given.money_fen and given.money_source:
        amount = money(given.money_fen, of.lang)
        said.append(t("{money} from {source}", money=amount, source=given.money_source))
    elif given.money_fen:
        said.append(t("{money} granted", money=money(given.money_fen, of.lang)))
    return said


def _told(of: Telling, one: Told) -> Line:
    """What a later meeting was told."""
    t = tongue(of.lang)
    meeting = (of.around.meetings or {}).get(one.meeting, "")
    progress = title(one.progress, of.lang)
    text = (
        t("Told at {meeting}: {progress}", meeting=meeting, progress=progress)
        if meeting
        else t("Told at a later meeting: {progress}", progress=progress)
    )
    text = of.put_off(text, one.new_due)
    return Line(one.at.date(), sign_of(one.progress), text, one.text)


def _done_to_it(of: Telling) -> list[Line]:
    """What later decisions did to it, and that it does not stand any more."""
    t = tongue(of.lang)
    lines = [
        Line(
            kin.day,
            Sign.DONE,
            kin_words(SUFFERS[kin.kinship], kin.name, kin.clause, of.lang),
        )
        for kin in of.around.kin
        if kin.stands and not kin.out
    ]
    if not of.matter.stands and of.around.annulled is not None:
        text = t("The group was dissolved") if of.matter.group else t("Annulled")
        lines.append(Line(of.around.annulled, Sign.WARN, text))
    return lines


def _late(of: Telling) -> list[Line]:
    """That nobody did it, or looked at it again, by its day."""
    t, now = tongue(of.lang), _standing(of)
    lines: list[Line] = []
    if now is None:
        return lines
    if now.due is not None and now.due < of.today and not now.settled:
        text = t("Overdue") if _explained(of, now.due) else t("Overdue, no reason given")
        lines.append(Line(now.due + timedelta(days=1), Sign.WARN, text))
    if now.review_on is not None and now.review_on < of.today and now.review_on != now.due:
        text = t("Nobody has looked at it again")
        lines.append(Line(now.review_on + timedelta(days=1), Sign.WARN, text))
    return lines


def _ahead(of: Telling) -> list[Line]:
    """What is still to come."""
    t, now = tongue(of.lang), _standing(of)
    lines: list[Line] = []
    if now is None:
        return lines
    review = now.review_on if now.review_on and now.review_on >= of.today else None
    if now.due is not None and now.due >= of.today and not now.settled and now.due != review:
        lines.append(Line(now.due, Sign.LATER, t("Due")))
    if review is not None:
        planned = [one.event for one in of.case.standing()]
        what = [p.what for p in planned if isinstance(p, ReviewPlanned) and p.on == review]
        lines.append(Line(review, Sign.LATER, t("To be looked at again"), "".join(what[-1:])))
    return lines


def _standing(of: Telling) -> Standing | None:
    return standing_of(of.matter, of.case) if of.matter.stands else None


def _explained(of: Telling, due: date) -> bool:
    """Whether anybody said anything after that day."""
    if any(one.at.date() > due and one.text for one in of.matter.told):
        return True
    told = [(one.event, one) for one in of.case.standing()]
    return any(
        isinstance(event, Reported) and event.text and day_of(one, event.on) > due
        for event, one in told
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
