"""How a project's money stands, in cells: granted, paid, spent, in hand, without receipt, its own."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from facilitator.desk.desk import Desk
from facilitator.desk.projects.project.tiles import Tiles
from facilitator.desk.projects.strip import Fact
from facilitator.desk.widgets import card, column, words
from facilitator.rounds.project import Project
from facilitator.rounds.spending import money_of
from facilitator.words.figures import airy, money

LEAST = 150
"""Pixels at 100 % that one figure wants."""


def figures_card(desk: Desk, case: Project) -> QFrame:
    """All figures in a card, in one row where there is room."""
    px, held = desk.px, card(name="money.facts")
    cells = [_cell(desk, one) for one in money_facts(desk, case)]
    column(Tiles(cells, px(LEAST), px(12)), on=held, margins=(px(16), px(8), px(16), px(10)))
    return held


def _cell(desk: Desk, one: Fact) -> QWidget:
    """A word over its figure; what stands after it comes below, so that no figure is ever cut."""
    made = QWidget()
    figure = words(one.said, "strong", one.tone, name=f"fact.{one.key}")
    pieces = [words(one.head, "small"), figure]
    if one.note:
        pieces.append(words(one.note, "small", "warn" if one.tone == "warn" else "", wrap=True))
    column(*pieces, None, on=made, gap=0)
    return made


def money_facts(desk: Desk, case: Project) -> list[Fact]:
    """What is left of a sum stands after it; less than nothing in hand is said in words."""
    t, lang, now = desk.t, desk.lang, money_of(case)

    def fact(key: str, head: str, fen: int, note: str = "", tone: str = "") -> Fact:
        return Fact(key, head, airy(money(fen, lang)), airy(note), tone)

    to_pay = t("{sum} still to be paid", sum=money(now.to_pay, lang)) if now.to_pay else ""
    found = [
        fact("granted", t("Granted"), now.granted),
        fact("paid", t("Paid out"), now.paid, to_pay),
        fact("spent", t("Spent"), now.spent, tone="bad" if now.left < 0 else ""),
    ]
    if now.returned:
        found.append(fact("returned", t("Given back"), now.returned))
    laid_out = now.in_hand < 0
    head = t("Laid out by the place") if laid_out else t("In hand")
    found.append(fact("in-hand", head, abs(now.in_hand), tone="warn" if laid_out else ""))
    if now.unproved_count:
        note = t.many("{n} receipt missing", "{n} receipts missing", now.unproved_count)
        found.append(fact("unproved", t("Without receipt"), now.unproved, note, "warn"))
    if now.own or now.spent_own:
        said = t("{spent} of {all}", spent=money(now.spent_own, lang), all=money(now.own, lang))
        found.append(Fact("own", t("Own contribution"), airy(said)))
    return found
