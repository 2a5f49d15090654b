"""The facts of one matter, in the order in which they are asked for: who, until when, money, how it stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from facilitator.aftermath import FollowRow
from facilitator.desk.desk import Desk
from facilitator.followup.entries import Notice, Paid, Posted
from facilitator.followup.following import Following
from facilitator.followup.standing import Standing
from facilitator.words.aftermath import clauses, money_words, near
from facilitator.words.figures import airy, date_words, money, numeral
from facilitator.words.titles import title


def which(desk: Desk, row: FollowRow) -> str:
    """第二届 3号 · 松柏岗社区共治议事会 · 9月25日: which decision of whom it is."""
    t, lang = desk.t, desk.lang
    term = numeral(row.term) if lang == "zh" and row.term <= 9999 else str(row.term)
    name = (
        t("Term {term}, No. {number}", term=term, number=row.decision)
        if row.decision
        else t("Action group")
    )
    day = near(date.fromisoformat(row.made_at[:10]), desk.now().date(), lang)
    return airy(" · ".join((name, row.body_name, day)))


def facts_of(
    desk: Desk, row: FollowRow, case: Following, standing: Standing
) -> Iterator[tuple[str, str, str]]:
    """Key, label and words of each fact; what is not known is left out, but for who and when."""
    t, lang, today = desk.t, desk.lang, desk.now().date()
    who = row.implementer or row.lead_name
    yield "who", t.within("fact", "Carried out by"), who or t("nobody named")
    due = date_words(standing.due, lang) if standing.due else t("no day named")
    yield "due", t.within("fact", "Due"), due
    given = case.matter.assignment
    if said := money_words(standing.granted_fen, standing.paid_fen, lang):
        if not standing.paid_fen:
            said = money(standing.granted_fen, lang)
        if given is not None and given.money_source:
            said = t("{money}, from {source}", money=said, source=given.money_source)
        if lacking := sum(isinstance(o.event, Paid) and o.event.unproved for o in case.standing()):
            lacks = t.many("{n} receipt not in yet", "{n} receipts not in yet", lacking)
            said = clauses([said, lacks], lang)
        yield "money", t.within("fact", "Money"), said
    state = title(standing.progress, lang) if standing.progress else t("Nothing reported yet")
    if standing.progress_on is not None:
        day = near(standing.progress_on, today, lang)
        state = t("{state} ({day})", state=state, day=day)
    yield "state", t.within("fact", "State"), state
    if standing.review_on is not None and standing.review_on != standing.due:
        yield "review", t.within("fact", "Looked at again"), date_words(standing.review_on, lang)
    if posted := _posted(desk, case):
        yield "posted", t.within("fact", "Posted"), posted


def _posted(desk: Desk, case: Following) -> str:
    """What hangs or hung on the notice board last, and until when."""
    lang, today = desk.lang, desk.now().date()
    events = [one.event for one in case.standing()]
    last: dict[Notice, Posted] = {one.what: one for one in events if isinstance(one, Posted)}
    t = desk.t
    said = [
        t(
            "{what} {begins} to {until}",
            what=title(what, lang),
            begins=near(one.begins, today, lang),
            until=near(one.until, today, lang),
        )
        for what, one in last.items()
    ]
    return t.within("between", "; ").join(said)
