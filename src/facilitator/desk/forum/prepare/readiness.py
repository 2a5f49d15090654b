"""What is looked at before a forum: theme, hosting, places and rounds, host, recorder, notice, papers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from facilitator.desk.desk import Desk
from facilitator.desk.prepare import readiness as council
from facilitator.desk.today.checks import Check, State, projector
from facilitator.meeting import Meeting
from facilitator.meeting.forum.advice import advise
from facilitator.words.figures import airy

TAKEN_OVER = ("notice", "host", "recorder")
"""What a council's meeting looks at, too."""


def forum_readiness(desk: Desk, meeting: Meeting) -> list[tuple[Check, str]]:
    """Each line, with what else there is to know of it ("" for nothing)."""
    shared = [one for one in council.readiness(desk, meeting) if one[0].key in TAKEN_OVER]
    t = desk.t
    papers = Check("forum-papers", State.GOOD, t("Invitation poster and sign-in sheet"))
    cards = t("Topic sheets, door sheets and report forms, too.")
    return [*forum_checks(desk, meeting), *shared, (papers, cards), (projector(desk), "")]


def forum_checks(desk: Desk, meeting: Meeting) -> list[tuple[Check, str]]:
    """The lines that are a forum's own."""
    lines = [*_theme(desk, meeting), *_matrix(desk, meeting)]
    return [(replace(check, page="meetings", which=meeting.id), more) for check, more in lines]


def _theme(desk: Desk, meeting: Meeting) -> Iterator[tuple[Check, str]]:
    t, theme = desk.t, meeting.theme
    if theme.question:
        yield Check("theme", State.GOOD, t("The theme question stands")), ""
    else:
        yield Check("theme", State.BAD, t("There is no theme question yet")), ""
    if theme.hosting is None:
        yield Check("hosting", State.LOOK, t("How it is hosted is not settled yet")), ""


def _matrix(desk: Desk, meeting: Meeting) -> Iterator[tuple[Check, str]]:
    """Places and rounds, and whether they are about enough for those who are expected."""
    t, matrix = desk.t, meeting.matrix
    if not matrix.places or not matrix.slots:
        yield Check("matrix", State.BAD, t("Places and rounds are still missing")), ""
        return
    said = airy(
        t("{places} places, {slots} rounds", places=len(matrix.places), slots=len(matrix.slots))
    )
    fields = len(matrix.places) * len(matrix.slots)
    advice = advise(meeting.theme.expected)
    if advice is not None and fields < advice.topics:
        more = t(
            "That is room for {fields} groups; {topics} topics are likely.",
            fields=fields, topics=advice.topics,
        )  # fmt: skip
        yield Check("matrix", State.LOOK, said), airy(more)
        return
    yield Check("matrix", State.GOOD, said), ""
