"""The invitation to a forum (邀请海报): the question, when and where, and that everybody may bring a topic."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.papers.kinds.cells import bold, left, say
from facilitator.papers.kinds.clerk import Clerk, chosen, clerk, mark_of_sheet, nothing, write
from facilitator.papers.kinds.forum import name_of_forum
from facilitator.papers.material import Material
from facilitator.papers.model import (
    Banner,
    BlockKind,
    Cell,
    Gap,
    Heading,
    Labelled,
    Layout,
    Paper,
    Paragraph,
    Row,
    Table,
)
from facilitator.words.figures import meeting_time
from facilitator.words.matters import meeting_words
from facilitator.words.principles import LAW, LAW_TITLE, PRINCIPLES


def invitation(material: Material) -> list[Paper]:
    """The poster; refused (`nothing-to-print`) while there is no question to invite to."""
    chosen(material, ())
    c = clerk(material)
    if not c.meeting.theme.question:
        raise nothing("invitation")
    t = c.t
    poster = t("Invitation poster")
    return [
        write(
            c,
            "invitation",
            Layout.INVITATION,
            name_of_forum(c),
            _blocks(c),
            marked=mark_of_sheet(c),
            own=f"{poster} {meeting_words(c.meeting, c.lang)}",
        )
    ]


def _blocks(c: Clerk) -> Iterator[BlockKind]:
    t, theme = c.t, c.meeting.theme
    yield Gap(4)
    yield Banner(theme.question, most=52, lines=4)
    for line in theme.invitation.split("\n"):
        if line.strip():
            yield Paragraph(say(line.strip()))
    yield Gap(3)
    yield from _facts(c)
    yield Heading(t("Everybody may bring a topic"))
    yield Paragraph(
        say(
            t(
                "Whoever has something at heart says it aloud, writes it on a sheet and puts it on the wall: "
                "that makes the agenda. Nobody has to bring one, and nobody has to ask first."
            )
        ),
        small=True,
    )
    yield _principles(c)


def _facts(c: Clerk) -> Iterator[BlockKind]:
    """When, where, who invites."""
    t = c.t
    when = meeting_time(c.here(c.meeting.call.planned), None, c.lang)
    facts = (
        (t.within("header", "Time"), when),
        (t.within("header", "Place"), c.meeting.call.place),
        (t("Invited by"), c.meeting.theme.sponsor or c.meeting.council.name),
    )
    for label, value in facts:
        if value:
            yield Labelled(label, say(bold(value)))


def _principles(c: Clerk) -> Table:
    """The four principles and the law, as the host will say them."""
    t = c.t
    rows = [Row((left(bold(str(n))), left(t(words)))) for n, words in enumerate(PRINCIPLES, 1)]
    law = Cell(say(bold(t(LAW_TITLE)), c.colon, t(LAW)), span=2)
    return Table(widths=(1, 14), rows=(*rows, Row((law,))), keep=True)
