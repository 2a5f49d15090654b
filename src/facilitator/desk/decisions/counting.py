"""How often something came up, in words: 停车 议过 12 次; 34 项决议; and what to do where nothing did."""

from __future__ import annotations

from facilitator.desk.decisions.asked import Asked
from facilitator.desk.desk import Desk
from facilitator.searching import Answer, Marked
from facilitator.words.figures import airy

LONGEST = 14
"""Characters of what was typed that the line repeats."""


def count_line(desk: Desk, asked: Asked, answer: Answer) -> Marked:
    """The line above the list, with the words that were typed marked in it."""
    t, total = desk.t, answer.total
    typed = " ".join(asked.words.split())
    n = f"{total.count:,}"
    if not typed:
        return Marked(airy(_untyped(desk, asked, total.count, more=total.more)))
    said = typed if len(typed) <= LONGEST else f"{typed[: LONGEST - 1]}…"
    if not total.count:
        whole = t("{words} did not come up", words="\0")
    elif total.more:
        whole = t("{words} came up more than {n} times", words="\0", n=n)
    else:
        whole = t.many(
            "{words} came up {n} time", "{words} came up {n} times", total.count, words="\0", n=n
        )
    before, _, after = airy(whole).partition("\0")
    return Marked(f"{before}{said}{after}", ((len(before), len(before) + len(said)),))


def _untyped(desk: Desk, asked: Asked, count: int, *, more: bool) -> str:
    t, n = desk.t, f"{count:,}"
    if asked.decisions_only:
        if more:
            return t("More than {n} decisions", n=n)
        return t.many("{n} decision", "{n} decisions", count, n=n)
    if more:
        return t("More than {n} entries", n=n)
    return t.many("{n} entry", "{n} entries", count, n=n)


def nothing_words(desk: Desk, asked: Asked, *, searched: bool, complete: bool) -> str:
    """What to do where nothing was found, or nothing is there yet."""
    t = desk.t
    if not searched:
        return t("Type a word or a number: signs alone find nothing.")
    typed = bool(asked.words.strip())
    if not complete:
        return t("Nothing found so far. The archive is still being read.")
    if typed and asked.narrowed:
        return t("Nothing fits. Take fewer words, or clear the filters at the left.")
    if typed:
        return t("Nothing fits. Take fewer or shorter words: two characters are enough.")
    if asked.narrowed:
        return t("Nothing fits these filters together. Clear some of them.")
    return t(
        "Nothing was decided yet. Once a motion is carried at a meeting, it stands here, "
        "with its vote and what became of it."
    )
