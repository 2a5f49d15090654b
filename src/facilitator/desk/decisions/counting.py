"""How much was found, in words: 停车：12条; 34项决议 · 已筛选; what filters hide; what to do if nothing is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from facilitator.data import dataclass
from facilitator.desk.decisions.asked import Asked
from facilitator.desk.desk import Desk
from facilitator.searching import Answer, Facet, Kind, Marked, Total
from facilitator.words.figures import airy, listing

LONGEST = 14
"""Characters of what was typed that the line repeats."""
Kinds = Mapping[str, Total]


@dataclass(frozen=True, slots=True)
class Found:
    """An answer; `whole` how much there is without the filters, `kinds` how it spreads once that is counted."""

    answer: Answer
    whole: Total | None = None
    kinds: Kinds = field(default_factory=dict[str, Total])

    @property
    def total(self) -> Total:
        """How much was found."""
        return self.answer.total

    @property
    def hidden(self) -> Total:
        """How much more there is without the filters, as far as anybody can tell."""
        if self.whole is None or self.total.more:
            return Total(0)
        return Total(max(self.whole.count - self.total.count, 0), self.whole.more)


def count_line(desk: Desk, asked: Asked, found: Found) -> Marked:
    """The line above the list, with the words that were typed marked in it."""
    t = desk.t
    typed = " ".join(asked.words.split())
    said = typed if len(typed) <= LONGEST else f"{typed[: LONGEST - 1]}…"
    whole = _typed(desk, asked, found) if typed else _untyped(desk, asked, found.total)
    if asked.narrowed and found.total.count:
        whole = t("{found} · filtered", found=whole)
    before, mark, after = airy(whole).partition("\0")
    if not mark:
        return Marked(before)
    return Marked(f"{before}{said}{after}", ((len(before), len(before) + len(said)),))


def _typed(desk: Desk, asked: Asked, found: Found) -> str:
    """Where the words stand, there is a NUL. Only decisions alone are how often something came up."""
    t, total, words = desk.t, found.total, "\0"
    n = f"{total.count:,}"
    if not total.count:
        if asked.narrowed:
            return t("{words}: nothing within the filters", words=words)
        return t("{words} did not come up", words=words)
    if total.more:
        return t("{words}: more than {n} entries", words=words, n=n)
    if not asked.narrowed and found.kinds.get(Kind.DECISION) == total:
        return t.many(
            "{words} came up {n} time",
            "{words} came up {n} times",
            total.count,
            words=words,
            n=n,
        )
    return t.many("{words}: {n} entry", "{words}: {n} entries", total.count, words=words, n=n)


def _untyped(desk: Desk, asked: Asked, total: Total) -> str:
    t, count, n = desk.t, total.count, f"{total.count:,}"
    if asked.narrowed and not count:
        return t("Nothing within the filters")
    if asked.decisions_only:
        if total.more:
            return t("More than {n} decisions", n=n)
        return t.many("{n} decision", "{n} decisions", count, n=n)
    if total.more:
        return t("More than {n} entries", n=n)
    return t.many("{n} entry", "{n} entries", count, n=n)


def kinds_words(desk: Desk, asked: Asked, found: Found) -> str:
    """其中12项决议、3项动议; "" where it is not known, or goes without saying."""
    t, kinds = desk.t, found.kinds
    known = kinds and found.total.count and not found.total.more
    if not asked.words.strip() or asked.chosen.get(Facet.KIND) or not known:
        return ""
    decisions, motions = (kinds.get(one, Total(0)) for one in (Kind.DECISION, Kind.MOTION))
    if decisions.more or motions.more or decisions == found.total:
        return ""
    said: list[str] = []
    if n := decisions.count:
        said.append(t.many("{n} decision", "{n} decisions", n, n=f"{n:,}"))
    if n := motions.count:
        said.append(t.many("{n} motion", "{n} motions", n, n=f"{n:,}"))
    if not said:
        return t("no decision among them")
    return t("among them {what}", what=listing(said, desk.lang))


def hidden_words(desk: Desk, asked: Asked, found: Found) -> str:
    """另有13条不在筛选里; "" where the filters hide nothing, or there are none."""
    t, hidden = desk.t, found.hidden
    n = f"{hidden.count:,}"
    if not asked.narrowed or not hidden.count:
        return ""
    if not found.total.count:
        if hidden.more:
            return t("more than {n} without the filters", n=n)
        return t.many("{n} without the filters", "{n} without the filters", hidden.count, n=n)
    if hidden.more:
        return t("more than {n} others are outside the filters", n=n)
    return t.many(
        "{n} other is outside the filters", "{n} others are outside the filters", hidden.count, n=n
    )


def note_words(desk: Desk, asked: Asked, found: Found) -> str:
    """What stands below the line above the list."""
    said = (kinds_words(desk, asked, found), hidden_words(desk, asked, found))
    stop = "；" if desk.lang == "zh" else "; "
    whole = airy(stop.join(one for one in said if one))
    return f"{whole[:1].upper()}{whole[1:]}"


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
