"""`export`: papers of a meeting or one of its decisions, of a body, of a project or its round, as files."""

from __future__ import annotations

from pathlib import Path

import click

from facilitator.cli.answers import archive_option, default_lang
from facilitator.cli.looking import looked_at
from facilitator.export import (
    BODY,
    FORMATS,
    KINDS,
    OF_MATTER,
    PROJECT,
    ROUND,
    Source,
    body_material,
    material,
    project_material,
    round_material,
    write_papers,
)
from facilitator.session import Session


@click.command()
@click.argument("meeting", required=False)
@click.option("--body", default="", help="Instead of MEETING: a paper of this body.")
@click.option("--round", "round_", default="", help="Instead of MEETING: a paper of this round.")
@click.option("--project", default="", help="Of this project of the round: its number, e.g. 07-1.")
@click.option(
    "--paper",
    type=click.Choice((*KINDS, *BODY, *PROJECT, *ROUND)),
    metavar="PAPER",
    required=True,
    help=f"Which paper. Of a meeting: {', '.join(KINDS)}; of a body: {', '.join(BODY)}; of a project: "
    f"{', '.join(PROJECT)}; of a round: {', '.join(ROUND)}.",
)
@click.option("--decision", type=int, default=None, help="Of the decision with this number alone.")
@click.option("--group", default="", help="Of this action group alone.")
@click.option("--format", "form", type=click.Choice(FORMATS), required=True, help="As what file.")
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), default=None, help="Without it, the meeting's own."
)
@click.option(
    "--public", is_flag=True, help="The version that may be posted: personal data masked."
)
@click.option("--photos", is_flag=True, help="Photos in the version that may be posted, too.")
@click.option("--blocks", default="", help="Blocks of the minutes, in order, with commas between.")
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="The folder."
)
@archive_option()
def export(
    meeting: str | None,
    body: str,
    round_: str,
    project: str,
    paper: str,
    decision: int | None,
    group: str,
    form: str,
    lang: str | None,
    public: bool,
    photos: bool,
    blocks: str,
    out: Path,
    archive: str | None,
) -> None:
    """Write a paper of MEETING, of a body, of a round or one of its projects into a folder.

    MEETING may also name a round, or a project: ROUND/NUMBER, e.g. qy-2027/07-1. Prints each file's name.
    resolution, slip, outcome and followup are made for each decision, or for one with --decision or --group.
    A file on the disk is the old paper or the new one, never half of one.
    """
    if meeting and ("/" in meeting or paper in ROUND) and not (body or round_ or project):
        round_, _, project = meeting.partition("/")
        meeting = None
    matter = _matter(_kinds(meeting, body, round_, project), paper, decision, group)
    pictured = photos or not public
    with looked_at(archive) as session:
        wanted = tuple(name.strip() for name in blocks.split(",") if name.strip())
        source: Source
        if meeting is not None:
            source = material(
                session,
                meeting,
                lang=lang or "",
                public=public,
                blocks=wanted,
                matter=matter,
                photos=photos,
                pictured=pictured and paper == "outcome",
            )
        elif body:
            source = body_material(session, body, lang=lang or _lang(session, body), public=public)
        else:
            spoken = lang or _lang(session, session.round(round_).round.body)
            if project:
                source = project_material(
                    session,
                    round_,
                    project,
                    lang=spoken,
                    public=public,
                    photos=photos,
                    pictured=pictured,
                )
            else:
                source = round_material(session, round_, lang=spoken, public=public)
        for path in write_papers(source, paper, form, out):
            click.echo(str(path))


def _kinds(
    meeting: str | None, body: str, round_: str, project: str
) -> tuple[str, tuple[str, ...]]:
    """What the paper is to be of, and the papers that there are of it; a usage error for none or several."""
    if project and not round_:
        raise click.UsageError("Name the --round of the --project.")
    named = [meeting is not None, bool(body), bool(round_)]
    if sum(named) != 1:
        raise click.UsageError("Name a MEETING, a --body or a --round, one of them.")
    if meeting is not None:
        return "a meeting", KINDS
    if body:
        return "a body (--body)", BODY
    return ("a project (--project)", PROJECT) if project else ("a round", ROUND)


def _matter(
    kinds: tuple[str, tuple[str, ...]], paper: str, decision: int | None, group: str
) -> str:
    """The matter that is asked for, "" for none; a usage error where things do not go together."""
    if paper not in kinds[1]:
        every = (
            ("a meeting", KINDS),
            ("a body (--body)", BODY),
            ("a project (--project)", PROJECT),
            ("a round (--round)", ROUND),
        )
        of = next(name for name, papers in every if paper in papers)
        raise click.UsageError(f"{paper} is a paper of {of}.")
    if decision is not None and group:
        raise click.UsageError("Name a --decision or a --group, not both.")
    if (decision is not None or group) and paper not in OF_MATTER:
        raise click.UsageError(f"{paper} is not made for one decision.")
    return f"group/{group}" if group else "" if decision is None else str(decision)


def _lang(session: Session, body: str) -> str:
    """The language of a body's last meeting; before its first, that of the terminal."""
    from facilitator import overview

    last = overview.last_meeting(session, body)
    return session.meeting(last.meeting).call.lang if last else default_lang()
