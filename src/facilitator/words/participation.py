"""Who took part, in words: for the page of a body and for its paper alike."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from fractions import Fraction

from facilitator.bodies.community import HOUSEHOLDS
from facilitator.rules.taking_part import Column, CommunityRow, GroupTurnout, Splits
from facilitator.words.figures import date_words, percent
from facilitator.words.tongue import tongue


def group_title(group: GroupTurnout, lang: str) -> str:
    """What a seat group is called."""
    return group.title_zh if lang == "zh" else group.title_en


def share_words(share: Fraction | None) -> str:
    """A share in whole per cent; a dash where there is nothing to have a share of."""
    return "—" if share is None else percent(share)


def compared_heads(lang: str) -> tuple[str, ...]:
    """What the columns of the comparison with the community are called."""
    t = tongue(lang)
    return (
        t.within("turnout", "Group"),
        t.within("turnout", "Residents"),
        t.within("turnout", "Of the residents"),
        t.within("turnout", "Of the seats"),
        t.within("turnout", "Of those who came"),
    )


def asked_heads(lang: str) -> tuple[str, ...]:
    """What the columns of who asked whom are called."""
    t = tongue(lang)
    return (
        t.within("turnout", "Asked by"),
        t.within("turnout", "Expected"),
        t.within("turnout", "Came"),
    )


def held_words(shown: Sequence[Column], lang: str) -> str:
    """How many meetings a picture is of, from when to when, and how its bars are read."""
    t, held = tongue(lang), sum(one.meetings for one in shown)
    first, last = (date.fromisoformat(day) for day in (shown[0].first, shown[-1].last))
    return t.many(
        "{n} meeting, {first} to {last}; a bar is the group's seats, its filled part those who came.",
        "{n} meetings, {first} to {last}; a bar is the group's seats, its filled part those who came.",
        held,
        n=held,
        first=date_words(first, lang),
        last=date_words(last, lang),
    )


def community_words(people: Mapping[str, CommunityRow], lang: str) -> str:
    """When the community was counted, its households, and whose numbers these are; "" where nobody counted."""
    if not people:
        return ""
    t, day = tongue(lang), next(iter(people.values())).as_of
    parts = [t("Counted on {day}.", day=date_words(date.fromisoformat(day), lang))]
    if HOUSEHOLDS in people:
        parts.append(t("Households: {n}.", n=f"{people[HOUSEHOLDS].people:,}"))
    source = next((one.source for one in people.values() if one.source), "")
    if source:
        parts.append(t("Source: {source}.", source=source.rstrip("。.")))
    return ("" if lang == "zh" else " ").join(parts)


def split_lines(
    found: Splits, groups: Sequence[GroupTurnout], lang: str, leave_out: Collection[str] = ()
) -> list[str]:
    """How often groups voted alike, then a sentence for each group that was outvoted; some are left out."""
    t = tongue(lang)
    said = [
        t.many(
            "Of {n} vote, {alike} found no group against another.",
            "Of {n} votes, {alike} found no group against another.",
            found.votes,
            n=found.votes,
            alike=found.alike,
        )
    ]
    for one in groups:
        if one.group in leave_out:
            continue
        name = group_title(one, lang)
        if n := found.carried_against.get(one.group, 0):
            said.append(t("{group}: {n} carried against most of them.", group=name, n=n))
        if n := found.failed_for.get(one.group, 0):
            said.append(t("{group}: {n} not carried although most were for.", group=name, n=n))
    return said
