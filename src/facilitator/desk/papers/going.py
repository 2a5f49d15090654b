"""The way to a paper from any page: of a meeting, of one decision or action group in it, or of a body."""

from __future__ import annotations

from facilitator.desk.desk import Desk

PAPERS = "papers"
"""The part of a place where papers are: `papers`, `papers.KIND`, `papers.KIND.MATTER`."""


def go_to_paper(desk: Desk, meeting: str, kind: str = "", matter: str = "") -> None:
    """Show the papers of a meeting, at that kind of paper and that decision or action group.

    `matter` is named as in the registers: the decision's number ("3"), or "group/ID". Kinds that are made
    for one matter: `resolution`, `slip`, `outcome` (what was done), `followup` (the whole sheet).
    """
    matter = matter.replace("/", "~")  # a place is remembered as one line, with slashes
    parts = (PAPERS, kind, matter) if matter else (PAPERS, kind) if kind else (PAPERS,)
    desk.go("meetings", meeting, ".".join(parts))


def go_to_body_paper(desk: Desk, body: str, kind: str = "") -> None:
    """Show the papers of a body, at that kind: `open-matters`, `calls`, `decisions`, `participation`."""
    desk.go("bodies", body, f"{PAPERS}.{kind}" if kind else PAPERS)


def go_to_project_paper(desk: Desk, round_: str, project: str, kind: str = "") -> None:
    """Show the papers of a project, at that kind.

    Kinds, each with a blank form beside it where one is filled in by hand: `needs`, `proposal`, `team`,
    `monitoring`, `closing`; `needs-form`, `proposal-form`, `monitoring-form`.
    """
    desk.go("projects", round_, f"{project}.{PAPERS}.{kind}" if kind else f"{project}.{PAPERS}")


def wanted_paper(part: str) -> tuple[str, str]:
    """The kind and the matter that the part of a place names; "" for what it leaves open."""
    _, kind, matter = (*part.split(".", 2), "", "")[:3]
    return kind, matter.replace("~", "/")
