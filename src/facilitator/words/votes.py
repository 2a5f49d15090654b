"""A vote before it is opened and while it runs, in words: the rule in figures, the dry run, how it stands.

All numbers come from `rules.outlook` and `meeting.standing`. No verdict is spoken before a vote is closed.
"""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.meeting.standing import Standing
from facilitator.rules.charter import Base, Blank, Charter, DecisionRule, Measure, Recusal
from facilitator.rules.counting import Prospect, the_rule
from facilitator.rules.outcome import Outcome, Reason, Verdict
from facilitator.rules.outlook import DryRun, the_line
from facilitator.rules.tally import Votes
from facilitator.words.figures import Unit, counted, scaled, weight
from facilitator.words.outcomes import outcome_sentence
from facilitator.words.thresholds import (
    base_words,
    group_words,
    rule_sentence,
    share_words,
    working_words,
)
from facilitator.words.titles import title
from facilitator.words.tongue import NBSP, Tongue, mark, mark_many, tongue

_KEEPS = Recusal.KEEPS_BASE
_BESIDE: Mapping[tuple[Base, Recusal], str] = {
    **dict.fromkeys(
        ((Base.SEATS, _KEEPS), (Base.IN_OFFICE, _KEEPS)),
        mark("absence, abstention and recusal do not lower the base"),
    ),
    **dict.fromkeys(
        ((Base.SEATS, Recusal.LEAVES_BASE), (Base.IN_OFFICE, Recusal.LEAVES_BASE)),
        mark("absence and abstention do not lower the base; the recused are taken out of it"),
    ),
    (Base.PRESENT, _KEEPS): mark(
        "the absent are not in the base; abstention and recusal do not lower it"
    ),
    (Base.PRESENT, Recusal.LEAVES_BASE): mark(
        "the absent and the recused are not in the base; abstention does not lower it"
    ),
}
_OF_ANSWERS: Mapping[Base, str] = {
    Base.RETURNED: mark("all who answer are in the base, blank and void ballots too"),
    Base.VALID: mark("abstentions are in the base, void ballots are not"),
    Base.FOR_AGAINST: mark("abstentions are not in the base"),
}


def rule_in_figures(
    charter: Charter, rule_key: str, run: DryRun, figures: Votes, lang: str
) -> tuple[str, str]:
    """What it takes to carry, head and rest: 须9票赞成 · 基数为全体13席，三分之二以上（…）；缺席…不减基数.

    Where several tests decide, or the base depends on the answers, the head is the rule's own title.
    `run` and `figures` are the dry run of the rule and its numbers (`meeting.standing.room`).
    """
    t = tongue(lang)
    rule = the_rule(charter, rule_key)
    line = the_line(run.best, running=True)
    if line is None:
        rest = rule_sentence(charter, rule, lang, figures)
        return rule.title.text(lang), "".join((rest, *_also(rule, lang), t.within("ends", ".")))
    share = share_words(line.share, lang, strict=line.strict)
    working = working_words(line, lang, charter.weight_unit)
    base = base_words(line.base, lang, size=line.base_size, charter=charter)
    beside = t(_BESIDE[line.base, rule.recusal])
    head = t("{votes} in favour needed", votes=counted(line.needed, Unit.VOTES, lang))
    if not working:
        return head, t("base {base}, {share}; {beside}.", base=base, share=share, beside=beside)
    return head, t(
        "base {base}, {share} ({working}); {beside}.",
        base=base,
        share=share,
        working=working,
        beside=beside,
    )


def _also(rule: DecisionRule, lang: str) -> list[str]:
    """What a rule whose one base depends on the answers has in it."""
    t = tongue(lang)
    if len(rule.consent) != 1 or rule.participation or rule.consent[0].base not in _OF_ANSWERS:
        return []
    semicolon = t.within("between", "; ")
    said = [semicolon, t(_OF_ANSWERS[rule.consent[0].base])]
    if rule.consent[0].base is Base.VALID and rule.blank is Blank.ABSTAINS:
        said += [semicolon, title(rule.blank, lang)]
    return said


def dry_run_words(charter: Charter, run: DryRun, present: int, lang: str) -> str:
    """What a vote would take now: 在场11人，最多可有2人不赞成；如再有3人离席，只剩8人，就不可能通过.

    `present` is how many members are in the room; those of them who are recused do not answer.
    """
    t = tongue(lang)
    people = counted(run.entitled, Unit.PEOPLE, lang)
    if run.best.verdict is not Verdict.PASSED:
        outcome = outcome_sentence(run.best, lang, charter)
        return t(
            "Even if all {people} who may answer are in favour: {outcome}",
            people=people,
            outcome=outcome,
        )
    here = t("{people} present", people=counted(present, Unit.PEOPLE, lang))
    if run.entitled != present:
        here = t("{here}, {people} may answer", here=here, people=people)
    if run.may_oppose is None:
        return t(
            "{here}; if all of them are in favour it passes. Whether fewer will do depends on who.",
            here=here,
        )
    parts = [t("{here}; {spare}", here=here, spare=_spare(run, lang))]
    parts += _leaving(run, present, lang)
    return t("{text}.", text=t.within("between", "; ").join(parts))


def _spare(run: DryRun, lang: str) -> str:
    """How many need not be in favour."""
    t = tongue(lang)
    numbers = (run.may_oppose or 0, run.may_abstain or 0, run.may_stay_silent or 0)
    if len(set(numbers)) == 1:
        if not numbers[0]:
            return t("all of them have to be in favour")
        return t("no more than {people} may withhold their votes", people=_people(numbers[0], lang))
    against, abstaining, silent = (_people(number, lang) for number in numbers)
    if numbers[1] == numbers[2]:
        return t(
            "if all others are in favour, at most {against} may be against, or {abstaining} abstain",
            against=against,
            abstaining=abstaining,
        )
    return t(
        "if all others are in favour, at most {against} may be against, or {abstaining} abstain, "
        "or {silent} not answer",
        against=against,
        abstaining=abstaining,
        silent=silent,
    )


_THEN: Mapping[Reason, tuple[str, str]] = {
    Reason.NO_QUORUM: mark_many(
        "if {n} more leaves, {left} are left, and there is no quorum",
        "if {n} more leave, {left} are left, and there is no quorum",
    ),
    Reason.TOO_FEW_TOOK_PART: mark_many(
        "if {n} more leaves, {left} are left, and too few can take part",
        "if {n} more leave, {left} are left, and too few can take part",
    ),
}


def _leaving(run: DryRun, present: int, lang: str) -> list[str]:
    """From how many on leaving ends it; nothing where anybody who is left can carry it."""
    t = tongue(lang)
    if run.may_leave is None or run.after_that is None or run.may_leave >= run.entitled - 1:
        return []
    more = run.may_leave + 1
    if run.after_that in _THEN:
        return [t.many(*_THEN[run.after_that], more, left=present - more)]
    return [
        t.many(
            "if {n} more leaves, {left} are left, and it cannot pass",
            "if {n} more leave, {left} are left, and it cannot pass",
            more,
            left=present - more,
        )
    ]


def _people(number: int, lang: str) -> str:
    return counted(number, Unit.PEOPLE, lang)


def standing_words(how: Standing, lang: str) -> tuple[str, str]:
    """How a running vote stands, in large and in small: 还差2票 · 还有3人未表态. Never a verdict."""
    return _head(how, lang), _detail(how, lang)


def _head(how: Standing, lang: str) -> str:
    t = tongue(lang)
    if how.votes is None:
        return ""
    if how.prospect is Prospect.CARRIED and how.line is not None:
        return t("{votes} reached", votes=counted(how.line.needed, Unit.VOTES, lang))
    if how.prospect is not Prospect.OPEN or how.short is None:
        return title(how.prospect, lang)
    if not how.short:
        return t("Enough as it stands")
    return t("{votes} to go", votes=counted(how.short, Unit.VOTES, lang))


def _detail(how: Standing, lang: str) -> str:
    t = tongue(lang)
    parts: list[str] = []
    if how.waiting:
        parts.append(t("{people} still to answer", people=_people(len(how.waiting), lang)))
    if how.away:
        parts.append(t("{people} out of the room", people=_people(len(how.away), lang)))
    if not parts:
        return t("All have answered") if how.votes is not None else ""
    if how.votes is not None:
        parts.append(_chance(t, how))
    return t.within("between", ", ").join(parts)


def _chance(t: Tongue, how: Standing) -> str:
    if how.prospect is not Prospect.OPEN:
        return t("they cannot change it")
    if how.short is None:
        return t("nothing is certain yet")
    return t("it can still pass") if how.short else t("they can still change it")


def progress_by_test(outcome: Outcome, charter: Charter, lang: str) -> str:
    """What was reached of every test of a vote that runs: 参加表决24/20，赞成20/18. The base may still move."""
    t = tongue(lang)
    parts: list[str] = []
    for test in outcome.tests:
        name = title(test.role, lang)
        if test.group:
            name = t("{name} in {group}", name=name, group=group_words(test.group, charter, lang))
        if test.measure is Measure.WEIGHT:
            reached, _ = scaled(test.reached, charter.weight_unit)
            numbers = f"{reached}/{weight(test.needed, charter.weight_unit)}"
        else:
            numbers = f"{test.reached:,}/{test.needed:,}"
        parts.append(f"{name}{NBSP}{numbers}")
    return t.within("between", ", ").join(parts)
