"""What checking an archive against a signed paper came to: one sentence, and what it proves and what not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Any

from facilitator.words.papercode import SHORT, WHOLE, Group, Typed
from facilitator.words.soundness import finding_lines, since_lines
from facilitator.words.tongue import Tongue, tongue


class Grade(StrEnum):
    """How it stands."""

    WHOLE = "whole"  # sound, and the paper is the whole record
    MORE = "more"  # sound, but something was recorded after the paper
    CHAIN = "chain"  # sound; no paper was held against it
    UNKNOWN = "unknown"  # sound, but the paper's head is not in it
    DAMAGED = "damaged"


PAPER = "paper-unknown"
"""The one finding that is not damage."""
MOST = 5
"""Findings that are told; all of them stand in the report."""


def grade_of(report: Mapping[str, Any]) -> Grade:
    """How it stands; `report` is a verifier's as plain data."""
    codes = {one["code"] for one in report["findings"]}
    if codes - {PAPER}:
        return Grade.DAMAGED
    if codes:
        return Grade.UNKNOWN
    if report["paper"] is None:
        return Grade.CHAIN
    return Grade.MORE if report["since_paper"] else Grade.WHOLE


def verdict(report: Mapping[str, Any], lang: str) -> str:
    """The one sentence that stands first."""
    t, grade = tongue(lang), grade_of(report)
    if grade is Grade.DAMAGED:
        return t("The archive is not sound.")
    if grade is Grade.CHAIN:
        return t("The archive is sound. No head was given: nothing was held against a paper.")
    if grade is Grade.UNKNOWN:
        return next(finding_lines(report, lang, facts=False))
    said = next(since_lines(report["since_paper"], lang))
    return t("{sentence} {another}", sentence=t("The archive is sound."), another=said)


def meaning(
    report: Mapping[str, Any], lang: str, name_of: Callable[[str], str] = str
) -> Iterator[str]:
    """What follows from it, and what does not: sentences to be read below the verdict.

    Of a damaged archive only what is damaged is told: that a code is missing, or that the registers differ,
    follows from it.
    """
    t, grade = tongue(lang), grade_of(report)
    if grade is Grade.DAMAGED:
        found = [
            one for one in report["findings"] if one["code"] not in (PAPER, "registers-differ")
        ]
        found = found or [one for one in report["findings"] if one["code"] != PAPER]
        yield from finding_lines({**report, "findings": found[:MOST]}, lang, name_of=name_of)
        if (more := len(found) - MOST) > 0:
            yield t.many("and {n} more", "and {n} more", more)
        yield t(
            "Keep this file, it may be saved. To go on with the last backup: Settings, “{way}”.",
            way=t("Restore a backup…"),
        )
    elif grade is Grade.CHAIN:
        yield t("Every entry follows from the one before it: nothing was damaged by accident.")
        yield t(
            "It does not show whether somebody wrote the whole record anew or cut off its end. The head on the "
            "signed paper does."
        )
    elif grade is Grade.UNKNOWN:
        yield t("Nothing in this archive is damaged.")
        if not any(one["facts"].get("groups") for one in report["findings"]):
            yield t("If nothing was mistyped, this archive is not the record that was signed.")
    elif grade is Grade.MORE:
        yield from list(since_lines(report["since_paper"], lang))[1:]
    else:
        yield t("It does not prove that what was written is true: only that this was written then.")


def typed_words(typed: Typed, lang: str) -> Iterator[str]:
    """What can be said of a code while it is typed: how far it is, and each group that cannot be one."""
    t = tongue(lang)
    for number, group in enumerate(typed.groups, 1):
        yield from _group_words(t, number, group)
    good, entered = sum(one.can_be for one in typed.groups), len(typed.groups)
    if typed.whole:
        yield t("All {n} groups can be right.", n=good)
    elif entered > WHOLE:
        yield t("That is too much: a head has {n} groups.", n=SHORT)
    elif good:
        due = SHORT if entered <= SHORT else WHOLE
        yield t("{n} of {all} groups can be right.", n=good, all=due)


def _group_words(t: Tongue, number: int, group: Group) -> Iterator[str]:
    if group.wrong:
        yield t(
            "Group {n}: “{signs}” does not occur in a head, only 0–9 and a–f do.",
            n=number,
            signs=group.wrong,
        )
    for typed, read in group.slips:
        yield t("Group {n}: “{typed}” is read as {digit}.", n=number, typed=typed, digit=read)
