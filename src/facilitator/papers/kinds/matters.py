"""What several papers say of the same thing: a motion's name, a decision's task, a report on an earlier one."""

from __future__ import annotations

from datetime import date

from facilitator.meeting.consequences import OutcomeRevised
from facilitator.meeting.decisions import Assignment, Decision
from facilitator.meeting.motions import Motion, MotionAmended, MotionState
from facilitator.meeting.polls import Poll
from facilitator.meeting.reviews import Progress, Review
from facilitator.papers.kinds.clerk import Clerk
from facilitator.words import matters
from facilitator.words.figures import date_words, money
from facilitator.words.outcomes import decision_words
from facilitator.words.tongue import mark_in


def motion_name(c: Clerk, motion: Motion) -> str:
    """动议2-1, 动议2-1修正案; with a number when there are several amendments."""
    return matters.motion_name(c.meeting.motions, motion, c.lang)


def motion_label(c: Clerk, motion: Motion, poll: Poll) -> str:
    """The name as it heads a vote: 动议2-1（经修正） when an amendment had changed it before."""
    t = c.t
    name = motion_name(c, motion)
    name = name[:1].upper() + name[1:]
    amended = [
        change
        for change in motion.changes
        if isinstance(change.recorded.event, MotionAmended)
        and change.recorded.version < poll.opened.version
    ]
    return t("{motion} (as amended)", motion=name) if amended else name


def superseded(c: Clerk, poll: Poll) -> str:
    """Why nothing follows from a corrected result: the motion had moved on; "" where it does follow."""
    t = c.t
    last = poll.revised[-1] if poll.revised else None
    if last is None or not isinstance(last.event, OutcomeRevised) or last.event.governs:
        return ""
    state = c.meeting.motions.all[poll.motion].state
    again = any(
        one.outcome is not None and poll.opened.version < one.opened.version < last.version
        for one in c.meeting.polls.on_motion(poll.motion)
    )
    if again:
        return t(
            "The motion was voted on again after this, and that vote stands; nothing follows from this one."
        )
    if state is MotionState.WITHDRAWN:
        return t("The motion was withdrawn after this vote; nothing follows from it.")
    if state is MotionState.POSTPONED:
        return t("The motion was put off after this vote; nothing follows from it.")
    return t("The wording of the motion was changed after this vote; nothing follows from it.")


def standing(c: Clerk) -> list[Decision]:
    """The decisions that stand, by number; that alone which a paper is wanted of."""
    decisions, wanted = c.meeting.decisions.all, c.material.matter
    return [
        decisions[number]
        for number in sorted(decisions)
        if not decisions[number].annulled and wanted in ("", str(number))
    ]


def decision_title(c: Clerk, decision: Decision) -> str:
    """What a decision is about: the motion's own title, else its item's."""
    motion = c.meeting.motions.all[decision.motion]
    return motion.title or c.meeting.agenda.item(motion.item).title


def day_words(c: Clerk, day: date) -> str:
    """A date in the paper's language."""
    return date_words(day, c.lang)


def implementer(c: Clerk, decision: Decision) -> str:
    """Who carries it out: as assigned, else as the charter says, else ""."""
    if decision.assignment is not None:
        return decision.assignment.implementer
    return c.charter.executor.text(c.lang) if c.charter.executor else ""


def cash(c: Clerk, task: Assignment) -> str:
    """50,000元（公共收益）: how much, and where it comes from."""
    amount = money(task.money_fen, c.lang) if task.money_fen else ""
    if amount and task.money_source:
        return amount + c.brackets(task.money_source)
    return amount or task.money_source


def task_facts(c: Clerk, task: Assignment) -> list[tuple[str, str]]:
    """Labels and values of an assignment, those that were given, in the order people ask for them."""
    t = c.t

    def day(when: date | None) -> str:
        return day_words(c, when) if when else ""

    facts = (
        (t.within("task", "Carried out by"), task.implementer),
        (t.within("task", "Task"), task.task),
        (t.within("task", "Money"), cash(c, task)),
        (t.within("task", "Begins"), day(task.begins)),
        (t.within("task", "Due"), day(task.due)),
        (t.within("task", "Report by"), day(task.report_by)),
        (t.within("task", "Review on"), day(task.review_on)),
    )
    return [(label, value) for label, value in facts if value]


REVIEWED = {
    Progress.NOT_STARTED: mark_in("review", "not started"),
    Progress.IN_PROGRESS: mark_in("review", "in progress"),
    Progress.DONE: mark_in("review", "done"),
    Progress.ON_HOLD: mark_in("review", "on hold"),
    Progress.ABANDONED: mark_in("review", "given up"),
}
"""How far an earlier decision has got, inside a sentence."""


def review_words(c: Clerk, review: Review) -> str:
    """长椅修缮：2026年10月31日到期，已完成。… what was shown for it, and the new date."""
    t = c.t
    told = review.event
    number = c.brackets(decision_words(told.decision, c.lang)) if told.decision else ""
    due = t("due {date}", date=day_words(c, told.due)) if told.due else ""
    late = t("overdue") if review.overdue else ""
    states = (due, late, t.within(*REVIEWED[told.progress]))
    state = t.within("between", ", ").join(part for part in states if part)
    shown = t("Shown: {evidence}.", evidence=c.bare(c.told(told.evidence))) if told.evidence else ""
    new = t("New date: {date}.", date=day_words(c, told.new_due)) if told.new_due else ""
    first = t("{matter}: {state}.", matter=told.matter + number, state=state)
    return c.sentences(first, c.ended(c.told(told.text)), shown, new)
