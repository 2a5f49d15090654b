"""The words of what is found: kinds, what came out, how it is carried out, how many there are.

The keys are those that the index and the list of decisions use.
"""

from __future__ import annotations

from collections.abc import Mapping

from facilitator.followup.entries import View
from facilitator.meeting.reviews import Progress
from facilitator.words.titles import title
from facilitator.words.tongue import mark_in, tongue

KINDS: Mapping[str, tuple[str, str]] = {
    "decision": mark_in("found", "Decision"),
    "motion": mark_in("found", "Motion"),
    "item": mark_in("found", "Agenda topic"),
    "minutes": mark_in("found", "Minutes"),
    "topic": mark_in("found", "Forum topic"),
    "report": mark_in("found", "Report"),
    "group": mark_in("found", "Action group"),
    "follow-up": mark_in("found", "Follow-up"),
    "project": mark_in("found", "Project"),
}
RESULTS: Mapping[str, tuple[str, str]] = {
    "passed": mark_in("found", "Passed"),
    "not-passed": mark_in("found", "Not passed"),
    "not-voted": mark_in("found", "Not voted on"),
    "annulled": mark_in("found", "Annulled"),
    "repealed": mark_in("found", "Repealed"),
}
FACETS: Mapping[str, tuple[str, str]] = {
    "body": mark_in("facet", "Body"),
    "year": mark_in("facet", "Year"),
    "format": mark_in("facet", "Format"),
    "kind": mark_in("facet", "Kind"),
    "outcome": mark_in("facet", "Outcome"),
    "implementation": mark_in("facet", "Follow-up"),
}
KINSHIPS: Mapping[str, tuple[str, str]] = {
    "amends": mark_in("kinship", "Amended by"),
    "repeals": mark_in("kinship", "Repealed by"),
    "repeats": mark_in("kinship", "Repeated by"),
}
_NOBODY = mark_in("found", "Nobody named")


def kind_word(kind: str, lang: str) -> str:
    """What a hit is: 决议, Decision."""
    return tongue(lang).within(*KINDS[kind])


def project_words(number: str, lang: str) -> str:
    """项目07-1, Project 07-1."""
    return tongue(lang).within("found", "Project {number}", number=number)


def result_word(result: str, lang: str) -> str:
    """What came out: 通过, Passed."""
    return tongue(lang).within(*RESULTS[result])


def implementation_word(state: str, lang: str) -> str:
    """How far a decision is carried out; "" for what nobody carries out."""
    if not state:
        return ""
    return tongue(lang).within(*_NOBODY) if state == "none" else title(Progress(state), lang)


def view_word(view: str, lang: str) -> str:
    """What residents say of how it was carried out; "" if nobody asked them."""
    return title(View(view), lang) if view else ""


def kinship_word(kinship: str, lang: str) -> str:
    """What a later decision does to this one: 被修改, Amended by."""
    return tongue(lang).within(*KINSHIPS[kinship])


def facet_word(facet: str, lang: str) -> str:
    """What a facet is called."""
    return tongue(lang).within(*FACETS[facet])


def total_words(count: int, more: bool, lang: str) -> str:
    """How many were found: 12 found, 找到12条; more than 1,000."""
    t = tongue(lang)
    if more:
        return t("More than {count} found", count=f"{count:,}")
    return t.many("{n} found", "{n} found", count) if count else t("Nothing found")


def before_words(count: int, more: bool, lang: str) -> str:
    """How often something like it came up before: 以前议过3次; "" if it never did."""
    t = tongue(lang)
    if more:
        return t("Discussed more than {count} times before", count=count)
    if not count:
        return ""
    return t.many("Discussed once before", "Discussed {n} times before", count)
