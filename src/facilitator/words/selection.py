"""Why a project is funded or not, in one sentence, and a round of the reckoning as it is read out.

Nothing is worked out here: the sentences quote what `facilitator.rules.selection` found.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from facilitator.rules.selection.outcome import Candidate, Fate, Line, Payment, Round, Selection
from facilitator.rules.selection.problem import Rule, Worth
from facilitator.words.figures import Unit, counted, decimal_words, listing, money
from facilitator.words.titles import title
from facilitator.words.tongue import NBSP, Tongue, tongue

Named = Callable[[str], str]
"""From the id of a project to what it is called."""


def why(
    line: Line, selection: Selection, lang: str, title_of: Named = str, unit: Unit = Unit.VOTES
) -> str:
    """The reason of one project as a sentence: 未入选：轮到时余款25,000元，差5,000元.

    `title_of` names the projects it is tied with; `unit` is what the ballots give: votes or points.
    """
    t = tongue(lang)
    match line.fate:
        case Fate.FUNDED:
            return _funded(line, selection, t, unit)
        case Fate.UNAFFORDABLE:
            return _unaffordable(line, t)
        case Fate.ABOVE_BUDGET:
            return t(
                "Not funded: it costs {short} more than the whole budget of {budget}.",
                short=money(line.short, lang),
                budget=money(selection.budget, lang),
            )
        case Fate.BELOW_MINIMUM:
            return t(
                "Not funded: it has {votes}, at least {least} are needed.",
                votes=counted(line.votes, unit, lang),
                least=counted(selection.rule.least_votes, unit, lang),
            )
        case Fate.STOPPED:
            return t("Not funded: the list ended before it, at what no longer fitted.")
        case Fate.NOT_BOUGHT:
            return _not_bought(line, t)
        case Fate.TIED:
            return _tied(line, selection, t, title_of)
        case Fate.WAITING:
            return t("Not decided yet: it depends on how the tie before it is decided.")


def _funded(line: Line, selection: Selection, t: Tongue, unit: Unit) -> str:
    if not line.round:
        return t("Funded, however the tie is decided.")
    facts = {"left": money(line.left, t.lang), "cost": money(line.cost, t.lang)}
    if line.by_completion:
        text = t("Funded after the rounds: {left} were still left, and it costs {cost}.", **facts)
    elif selection.rule.rule is Rule.GREEDY:
        votes = counted(line.votes, unit, t.lang)
        text = t(
            "Funded: {votes}; {left} were left at its turn, and it costs {cost}.",
            votes=votes,
            **facts,
        )
    else:
        one = selection.rounds[line.round - 1]
        most = fine_money(Fraction(one.payments[0].amount), t.lang)
        text = t.many(
            "Funded in round {round}: {n} supporter pays for it from the share, {most} at most.",
            "Funded in round {round}: {n} supporters pay for it from their shares, {most} each at most.",
            one.payers,
            round=one.number,
            most=most,
        )
    return text + _ordered(line, t)


def _ordered(line: Line, t: Tongue) -> str:
    """Which tie-break put it there, as a sentence of its own; "" where none was needed."""
    if line.tie is None:
        return ""
    between = "" if t.lang == "zh" else " "
    return between + t(
        "Equals were put in order by the rule “{rule}”.", rule=title(line.tie, t.lang)
    )


def _unaffordable(line: Line, t: Tongue) -> str:
    if not line.short:
        return t("Not funded: too little is left for it, however the tie is decided.")
    text = t(
        "Not funded: {left} were left at its turn, {short} too little.",
        left=money(line.left, t.lang),
        short=money(line.short, t.lang),
    )
    return text + _ordered(line, t)


def _not_bought(line: Line, t: Tongue) -> str:
    if not line.supporters:
        return t("Not funded: nobody supports it.")
    if not line.short:
        return t("Not funded: its supporters cannot pay for it, however the tie is decided.")
    facts = {"left": money(line.left, t.lang), "short": money(line.short, t.lang)}
    return t.many(
        "Not funded: its {n} supporter has {left}, {short} too little.",
        "Not funded: its {n} supporters have {left} together, {short} too little.",
        line.supporters,
        **facts,
    )


def _tied(line: Line, selection: Selection, t: Tongue, title_of: Named) -> str:
    others = [title_of(one) for one in selection.tied if one != line.project]
    if line.project not in selection.tied or not others:
        return t("Tied: there is not enough for all of its equals, and their order is not decided.")
    return t(
        "Tied with {others}: there is not enough for all of them, and their order is not decided.",
        others=listing(others, t.lang),
    )


def round_told(
    one: Round, selection: Selection, lang: str, title_of: Named = str, unit: Unit = Unit.VOTES
) -> str:
    """One round as it is read out: what was cheapest, who paid what, what is left, and what came close."""
    t = tongue(lang)
    facts = {
        "round": one.number,
        "project": title_of(one.project),
        "cost": money(one.cost, lang),
        "left": money(one.left, lang),
    }
    if not one.rho:
        votes = counted(one.votes, unit, lang)
        return t("{round}. {project}, {votes}: {cost} of it, {left} left.", votes=votes, **facts)
    text = t(
        "{round}. {project}, {cost}: {price}, the lowest of all. Paid by: {payments}. {left} left.",
        price=_price(one.rho, selection, t),
        payments=listing([_payment(payment, t) for payment in one.payments], lang),
        **facts,
    )
    if not one.candidates:
        return text
    between = "" if lang == "zh" else " "
    return text + between + _next(one.candidates[0], selection, t, title_of)


def _next(candidate: Candidate, selection: Selection, t: Tongue, title_of: Named) -> str:
    price = _price(candidate.rho, selection, t)
    return t("Next was {project}: {price}.", project=title_of(candidate.project), price=price)


def _price(rho: str, selection: Selection, t: Tongue) -> str:
    """What a vote costs: 每票4,166.67元; by cost, which part of it: 每票分担费用的16.67%."""
    price = Fraction(rho)
    if selection.rule.worth is Worth.COST:
        return t("{share} of the cost for each vote", share=f"{decimal_words(price * 100)}%")
    return t("{amount} for each vote", amount=fine_money(price, t.lang))


def _payment(payment: Payment, t: Tongue) -> str:
    amount = fine_money(Fraction(payment.amount), t.lang)
    if payment.all_they_had:
        return t.many(
            "{n} person {amount}, all that was left",
            "{n} people {amount} each, all that was left",
            payment.voters,
            amount=amount,
        )
    return t.many("{n} person {amount}", "{n} people {amount} each", payment.voters, amount=amount)


def share_told(selection: Selection, lang: str) -> str:
    """What each voter had to spend: 每人份额10,000元（40人）; "" where there are no shares."""
    if not selection.share:
        return ""
    t = tongue(lang)
    amount = fine_money(Fraction(selection.share), lang)
    people = counted(selection.voters, Unit.PEOPLE, lang)
    if not selection.raised:
        return t("Share of each voter: {amount} ({people}).", amount=amount, people=people)
    return t(
        "Share of each voter: {amount} ({people}), {raised} of it raised so that more is spent.",
        amount=amount,
        people=people,
        raised=money(selection.raised, lang),
    )


def fine_money(fen: Fraction, lang: str) -> str:
    """An amount that may be finer than a fen, rounded for reading: 4,166.67元."""
    if fen.denominator == 1:
        return money(int(fen), lang)
    amount = decimal_words(fen / 100)
    return f"{amount}元" if lang == "zh" else f"CNY{NBSP}{amount}"
