"""`export`: papers of a meeting, of one of its decisions or of a body as files."""

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
    Source,
    body_material,
    material,
    write_papers,
)
from facilitator.session import Session


@click.command()
@click.argument("meeting", required=False)
@click.option("--body", default="", help="Instead of MEETING: a paper of this body.")
@click.option("--paper", type=click.Choice((*KINDS, *BODY)), required=True, help="Which paper.")
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
    """Write a paper of MEETING, or of a body, into a folder and print the name of each file.

    resolution, slip, outcome and followup are made for each decision, or for one with --decision or --group;
    open-matters, calls and decisions are papers of a body.
    A file on the disk is the old paper or the new one, never half of one.
    """
    matter = _matter(meeting, body, paper, decision, group)
    with looked_at(archive) as session:
        wanted = tuple(name.strip() for name in blocks.split(",") if name.strip())
        source: Source
        if meeting is None:
            source = body_material(session, body, lang=lang or _lang(session, body), public=public)
        else:
            source = material(
                session,
                meeting,
                lang=lang or "",
                public=public,
                blocks=wanted,
                matter=matter,
                photos=photos,
                pictured=paper == "outcome" and (photos or not public),
            )
        for path in write_papers(source, paper, form, out):
            click.echo(str(path))


def _matter(meeting: str | None, body: str, paper: str, decision: int | None, group: str) -> str:
    """The matter that is asked for, "" for none; a usage error where things do not go together."""
    if (meeting is None) == (not body):
        raise click.UsageError("Name a MEETING or a --body, one of both.")
    if (paper in BODY) != bool(body):
        of = "a body (--body)" if paper in BODY else "a meeting"
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
