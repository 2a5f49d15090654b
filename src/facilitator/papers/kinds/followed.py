"""A decision or an action group as the papers of what became of it see it: its story, and how it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date

import msgspec

from facilitator.acts import Event
from facilitator.data import dataclass
from facilitator.followup.case import Case, day_of
from facilitator.followup.entries import (
    Assessed,
    Kinship,
    Objected,
    ObjectorErased,
    Posted,
    Reported,
)
from facilitator.followup.following import Following
from facilitator.followup.matter import Matter, Told, stream_of
from facilitator.followup.standing import Standing, last_words, standing_of
from facilitator.meeting.decisions import Decision
from facilitator.papers.kinds.clerk import Clerk, nothing
from facilitator.papers.kinds.matters import decision_title
from facilitator.papers.material import Story
from facilitator.rules.charter import Measure
from facilitator.rules.outcome import Outcome, Role
from facilitator.words.matters import ordinal_words
from facilitator.words.outcomes import decision_words
from facilitator.words.timeline import Around, Kin


@dataclass(frozen=True, slots=True)
class Followed:
    """One matter; `decision` is None for an action group."""

    story: Story
    now: Standing
    title: str
    decision: Decision | None = None

    @property
    def matter(self) -> Matter:
        """What is followed up."""
        return self.story.matter

    @property
    def case(self) -> Following:
        """Its history."""
        return self.story.case


def followed(c: Clerk, kind: str) -> list[Followed]:
    """What a paper of this kind is made for: the one matter asked for, else all that were given to somebody.

    Refused (`nothing-to-print`) when there is none.
    """
    names = [str(number) for number in sorted(c.meeting.decisions.all)]
    names += [f"group/{group}" for group in c.meeting.groups.all]
    wanted = c.material.matter
    found = [of_matter(c, name) for name in names if wanted in ("", name)]
    if not wanted:
        found = [one for one in found if one.case.begun or one.matter.told or one.matter.assignment]
    if not found:
        raise nothing(kind)
    return found


def of_matter(c: Clerk, name: str) -> Followed:
    """One decision or action group, by its name."""
    story = c.material.stories.get(name) or _untold(c, name)
    story = replace(story, case=_as_seen(c, story.case))
    now = standing_of(story.matter, story.case)
    if name.startswith("group/"):
        title = c.meeting.groups.all[name.removeprefix("group/")].title
        return Followed(story, now, title)
    decision = c.meeting.decisions.all[int(name)]
    return Followed(story, now, decision_title(c, decision), decision)


def of_decision(c: Clerk, decision: Decision) -> Followed:
    """A decision with what became of it."""
    return of_matter(c, str(decision.number))


def _untold(c: Clerk, name: str) -> Story:
    """Of a matter of which nothing is known but what its meeting says."""
    meeting = c.meeting
    if name.startswith("group/"):
        group = meeting.groups.all[name.removeprefix("group/")]
        matter = Matter(meeting.id, meeting.council.body, group.title, group.formed.at, 0, group.id)
        return Story(matter, Following(stream_of(meeting.id, group=group.id)))
    decision = meeting.decisions.all[int(name)]
    matter = Matter(
        meeting.id,
        meeting.council.body,
        decision_title(c, decision),
        decision.made.at,
        decision.number,
        stands=not decision.annulled,
        assignment=decision.assignment,
    )
    return Story(matter, Following(stream_of(meeting.id, decision.number)))


def _as_seen(c: Clerk, case: Following) -> Following:
    """The history as it may be read: without whoever was erased; in public without who objected or reported.

    What stands beside the chain is gone from the disk once it is erased, but not from a window that was open.
    """
    erased = {one.event.entry for one in case.chronicle if isinstance(one.event, ObjectorErased)}
    if not c.public and not erased:
        return case
    seen = Following(case.stream, case.version, outside=case.outside, struck=dict(case.struck))
    seen.chronicle = [
        replace(one, event=_bare(one.event, erased, public=c.public)) for one in case.chronicle
    ]
    return seen


def _bare(event: Event, erased: Collection[str], *, public: bool) -> Event:
    if isinstance(event, Objected) and (public or event.entry in erased):
        return msgspec.structs.replace(event, person=None)
    if isinstance(event, Reported) and public:
        return msgspec.structs.replace(event, by="")
    return event


# --- what each side says


@dataclass(frozen=True, slots=True)
class Said:
    """What one side said last: its own words, who and when; `text` empty where it said no more than a word."""

    day: date
    text: str
    by: str = ""
    meeting: str = ""
    """The meeting at which it was told, if it was told at one."""


def office_said(one: Followed) -> Said | None:
    """What whoever carries it out said last, at a meeting or in a report; None if nothing."""
    last, _ = last_words(one.matter, one.case)
    if isinstance(last, Told):
        return Said(last.at.date(), last.text, meeting=last.meeting)
    if last is None or not isinstance(last.event, Reported):
        return None
    return Said(day_of(last, last.event.on), last.event.text, last.event.by)


def residents_said(one: Followed) -> tuple[date, Assessed] | None:
    """What residents said last; None if nobody asked them."""
    _, last = last_words(one.matter, one.case)
    if last is None or not isinstance(last.event, Assessed):
        return None
    return day_of(last, last.event.on), last.event


def postings(case: Case) -> list[Posted]:
    """What was posted, in order."""
    return [one.event for one in case.standing() if isinstance(one.event, Posted)]


# --- what it is called, and what stands around it


def name_words(c: Clerk, one: Followed) -> str:
    """决议第1号; nothing for an action group."""
    return decision_words(one.matter.decision, c.lang) if one.decision else c.t("Action group")


def outcome_of(c: Clerk, one: Followed) -> Outcome | None:
    """The vote by which it was carried."""
    return c.meeting.polls.all[one.decision.poll].outcome if one.decision else None


def around(c: Clerk, one: Followed) -> Around:
    """What its story needs besides: the vote, its end, and what other decisions and meetings are called."""
    outcome, decision = outcome_of(c, one), one.decision
    gone = c.here(decision.annulled.at).date() if decision and decision.annulled else None
    meetings = one.story.meetings.items()
    return Around(
        vote=_share(outcome) if outcome else "",
        annulled=gone,
        kin=tuple(kin(c, one)),
        meetings={name: ordinal_words(*number, c.lang) for name, number in meetings},
    )


def _share(outcome: Outcome) -> str:
    """9/13: those in favour, of how many."""
    tests = [one for one in outcome.tests if one.role is Role.CONSENT and not one.group]
    if not tests or tests[0].measure is not Measure.HEADS:
        return ""
    return f"{tests[0].reached}/{tests[0].base_size}"


def kin(c: Clerk, one: Followed) -> Iterator[Kin]:
    """The decisions that it has to do with, each by its number and title."""
    t = c.t
    for other in one.story.kin:
        number = decision_words(other.number, c.lang)
        yield replace(other, name=t("{number} “{title}”", number=number, title=other.name))


def fate(c: Clerk, one: Followed) -> str:
    """What everybody has to know first: that it was annulled, or repealed or amended later; else ""."""
    t = c.t
    if one.decision is not None and one.decision.annulled:
        day = c.day_of(one.decision.annulled.at)
        return t(
            "This decision was annulled on {date}: the vote, corrected, did not carry it.", date=day
        )
    if not one.matter.stands:
        return t("This action group was dissolved.")
    said: list[str] = []
    for other in kin(c, one):
        if other.out or not other.stands:
            continue
        day = c.date(other.day)
        if other.kinship is Kinship.REPEALS:
            said.append(t("Repealed by {decision} on {date}.", decision=other.name, date=day))
        elif other.kinship is Kinship.AMENDS:
            said.append(t("Amended by {decision} on {date}.", decision=other.name, date=day))
    return c.sentences(*said)
