"""The vote block of the record: one table on one page, from the words put to the vote to the result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import dropwhile, pairwise

from facilitator.meeting.polls import Method, Poll
from facilitator.papers.kinds.cells import Piece, bold, history, say, struck, wide
from facilitator.papers.kinds.clerk import Clerk
from facilitator.papers.kinds.matters import motion_label, superseded, task_facts
from facilitator.papers.kinds.vote_changes import change_rows, outcomes, task_changes
from facilitator.papers.kinds.vote_figures import figures
from facilitator.papers.kinds.vote_names import name_rows
from facilitator.papers.model import Row, RowKind, Table, Text
from facilitator.rules.outcome import Outcome, Test
from facilitator.words.figures import time_range
from facilitator.words.outcomes import (
    base_figure,
    decision_words,
    governing_rule,
    need_words,
    outcome_sentence,
    present_note,
    share_of_base,
    verdict_word,
    version_words,
)
from facilitator.words.thresholds import comparison
from facilitator.words.titles import title


def vote_table(c: Clerk, poll: Poll) -> Table:
    """A poll that is over, one that was declared void, or one that still runs."""
    widths, numbers = figures(c, poll)
    span = len(widths)
    rows = [
        *_put(c, poll, span),
        *_terms(c, poll, span),
        *numbers,
        *name_rows(c, poll, span),
        *change_rows(c, poll, span),
        *_comparison(c, poll, span),
        *_task(c, poll, span),
        _result(c, poll, span),
    ]
    return Table(widths=widths, rows=tuple(rows), keep=True)


def _put(c: Clerk, poll: Poll, span: int) -> Iterator[Row]:
    """The motion as put, word for word; an amendment with the whole it makes, unless that follows."""
    motion = c.meeting.motions.all[poll.motion]
    words = (bold(motion_label(c, motion, poll)), c.gap, poll.text)
    yield wide(span, *words, kind=RowKind.MOTION)
    if motion.amends:
        later = c.meeting.polls.on_motion(motion.amends)
        if all(one.text != motion.becomes for one in later):
            t = c.t
            yield wide(span, t("The whole with it: {text}", text=motion.becomes))


def _terms(c: Clerk, poll: Poll, span: int) -> Iterator[Row]:
    """How, when, and under which rule of which version; every test where there are several."""
    method = title(poll.method, c.lang)
    begin = c.here(poll.opened.at)
    end = c.here(poll.closed.at) if poll.closed and poll.method is Method.PAPER else None
    when = c.joined(method, time_range(begin, end, c.lang))
    outcome = poll.outcome
    if outcome is None:
        rule = c.charter.rule(poll.rule)
        named = c.joined(
            version_words(c.charter.version, c.lang), rule.title.text(c.lang) if rule else ""
        )
        yield wide(span, when, right=say(named))
    elif len(outcome.tests) == 1:
        test, unit = outcome.governing, c.charter.weight_unit
        base = c.joined(governing_rule(outcome, c.lang, c.charter), base_figure(test, c.lang, unit))
        need = bold(need_words(test, c.lang, unit))
        yield wide(span, when, right=say(base, c.gap, need))
    else:
        named = c.joined(version_words(outcome.version, c.lang), outcome.rule_title.text(c.lang))
        yield wide(span, when, right=say(named))
        yield from (_test(c, test, span) for test in outcome.tests)


def _test(c: Clerk, test: Test, span: int) -> Row:
    t = c.t
    unit = c.charter.weight_unit
    share = share_of_base(test, c.lang, charter=c.charter)
    words = t("{role}: {rule}", role=title(test.role, c.lang), rule=share)
    numbers = c.joined(base_figure(test, c.lang, unit), need_words(test, c.lang, unit))
    return wide(span, words, right=say(numbers, c.gap, bold(comparison(test, unit))))


def _comparison(c: Clerk, poll: Poll, span: int) -> Iterator[Row]:
    """Where the vote would have carried of the people present, say so, and why it does not."""
    if poll.outcome is not None and (note := present_note(poll.outcome, c.charter, c.lang)):
        yield wide(span, note)


def _task(c: Clerk, poll: Poll, span: int) -> Iterator[Row]:
    """Who carries the decision out, and by when; what was corrected of it. Struck when it is annulled."""
    for decision in c.meeting.decisions.all.values():
        if decision.poll != poll.id or decision.assignment is None:
            continue
        old = [dict(task_facts(c, event.old)) for event in task_changes(decision)]
        steps = [*old, dict(task_facts(c, decision.assignment))]
        labels = list(dict.fromkeys(label for step in steps for label in step))
        parts: list[Piece] = []
        for label in labels:
            values = [step.get(label, "") for step in steps]
            if decision.annulled:
                told: Piece = struck(f"{label}{c.colon}{values[-1] or '—'}")
            else:
                told = say(f"{label}{c.colon}", _steps(c, values))
            parts += [c.gap if parts else "", told]
        yield wide(span, *parts)


def _steps(c: Clerk, values: list[str]) -> Text:
    """A fact of an assignment through its corrections; what was not there at first has nothing to strike."""
    t = c.t
    shown = [value or "—" for value in dropwhile(lambda value: not value, values)]
    if values[0]:
        return history(shown)
    line = history(shown) if len(set(shown)) > 1 else (bold(shown[0]),)
    return say(*line, c.brackets(t.within("task", "none before")))


def _result(c: Clerk, poll: Poll, span: int) -> Row:
    """The last word of the vote, with its arithmetic."""
    return wide(span, *_result_words(c, poll), kind=RowKind.RESULT)


def _result_words(c: Clerk, poll: Poll) -> Iterable[Piece]:
    t = c.t
    if poll.outcome is None:
        if poll.closed is None:
            return [t("The vote is still open.")]
        return [t("Void: it does not count. Reason: {reason}", reason=c.ended(c.told(poll.ruling)))]
    steps = outcomes(c, poll)
    worked = not c.meeting.motions.all[poll.motion].amends
    parts: list[Piece] = []
    for old, new in pairwise(steps):
        if old.verdict is not new.verdict:
            parts += [struck(verdict_word(old.verdict, c.lang)), " "]
    parts.append(outcome_sentence(poll.outcome, c.lang, c.charter, worked=worked))
    for said in (*_numbers(c, poll, poll.outcome), superseded(c, poll)):
        parts += [c.space, said] if said else []
    return parts


def _numbers(c: Clerk, poll: Poll, outcome: Outcome) -> Iterator[str]:
    """The number of the decision it became, and of one that it no longer is."""
    t = c.t
    for decision in c.meeting.decisions.all.values():
        if decision.motion != poll.motion:
            continue
        name = decision_words(decision.number, c.lang)
        if decision.poll == poll.id and not decision.annulled:
            yield t("{decision}.", decision=name)
        elif decision.annulled and getattr(decision.annulled.event, "poll", "") == poll.id:
            yield t("{decision} is annulled; its number is not given again.", decision=name)
