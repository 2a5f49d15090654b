"""`list`, `show`, `verify`, `rebuild`: looking at an archive and proving it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
import msgspec

from facilitator import overview
from facilitator.cli.answers import ENVIRONMENT, archive_option
from facilitator.cli.looking import looked_at
from facilitator.overview import MeetingRow
from facilitator.session import Session
from facilitator.words.figures import Unit, airy, counted
from facilitator.words.tongue import Tongue, tongue


@click.command("list")
@archive_option()
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.pass_context
def list_(ctx: click.Context, archive: str | None, as_json: bool) -> None:
    """List the bodies and meetings of an archive, newest meeting first."""
    with looked_at(archive) as session:
        bodies, meetings = overview.bodies(session), overview.meetings(session)
        waiting = overview.put_off(session)
    if as_json:
        tables = {"bodies": bodies, "meetings": meetings, "put_off": waiting}
        rows = {name: [asdict(row) for row in table] for name, table in tables.items()}
        click.echo(msgspec.json.encode(rows))
        return
    t = tongue(ctx.obj)
    if not bodies:
        click.echo(t("The archive is empty."))
    for body in bodies:
        members = counted(body.members, Unit.PEOPLE, ctx.obj)
        click.echo(f"{body.name} ({body.body}), {body.charter} v{body.charter_version}, {members}")
        for one in meetings:
            if one.body == body.body:
                click.echo(f"  {one.planned[:16]}  {one.meeting}  {_standing(one, t)}  {one.place}")
        for item in waiting:
            if item.body == body.body:
                said = t("put off: {title} ({reason})", title=item.title, reason=item.reason)
                click.echo(f"  {item.meeting}  {said}")


def _standing(one: MeetingRow, t: Tongue) -> str:
    """How far a meeting is, or why there was none."""
    if one.cancelled is None:
        return one.phase
    return t("cancelled: {reason}", reason=one.cancelled)


@click.command()
@click.argument("meeting")
@archive_option()
@click.option(
    "--json", "as_json", is_flag=True, help="Everything that is known of it, as one JSON object."
)
@click.pass_context
def show(ctx: click.Context, meeting: str, archive: str | None, as_json: bool) -> None:
    """Show a meeting: its record so far as Markdown, or all of it as JSON."""
    with looked_at(archive) as session:
        if as_json:
            click.echo(msgspec.json.encode(as_data(session, meeting)))
            return
        from facilitator.export import material, texts

        for text in texts(material(session, meeting, lang=ctx.obj), "record", "md"):
            click.echo(text)


def as_data(session: Session, name: str) -> dict[str, Any]:
    """A meeting as plain data: its call, its body, and the state of every part."""
    one = session.meeting(name)
    version, digest = session.head(f"meeting/{name}")
    parts = {
        "lifecycle": one.life,
        "attendance": one.attendance,
        "agenda": one.agenda,
        "floor": one.floor,
        "notes": one.notes,
        "motions": one.motions,
        "polls": one.polls,
        "decisions": one.decisions,
        "reviews": one.reviews,
    }
    data: dict[str, Any] = {
        "meeting": one.id,
        "head": digest,
        "events": version,
        "phase": one.life.phase,
        "call": one.call,
        "council": one.council,
        "names": session.names(one),
        **parts,
    }
    return msgspec.to_builtins(data)


@click.command()
@click.argument("archive", type=click.Path(path_type=Path))
@click.option(
    "--paper", help="The record's head as printed on a signed paper: 32 or 64 hex digits."
)
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.pass_context
def verify(ctx: click.Context, archive: Path, paper: str | None, as_json: bool) -> None:
    """Check every event of ARCHIVE against its chain, and the registers against the events.

    Without the signed paper a sound chain proves only that nothing was damaged by accident.
    """
    from facilitator.record.registers.product import KINDS, REGISTERS
    from facilitator.record.verify import verify as examine

    report = examine(archive, KINDS, registers=REGISTERS, paper_head=paper)
    if as_json:
        click.echo(msgspec.json.encode({**msgspec.to_builtins(report), "sound": report.sound}))
    else:
        from facilitator.words.soundness import report_lines

        for line in report_lines(msgspec.to_builtins(report), ctx.obj):
            click.echo(airy(line))
    ctx.exit(0 if report.sound else ENVIRONMENT)


@click.command()
@click.argument("archive", type=click.Path(path_type=Path))
@click.pass_context
def rebuild(ctx: click.Context, archive: Path) -> None:
    """Make the register tables of ARCHIVE anew from its journal."""
    from facilitator.record.registers.product import KINDS, REGISTERS
    from facilitator.record.verify import rebuild as refill
    from facilitator.words.soundness import rebuilt_lines

    rows = refill(archive, KINDS, REGISTERS)
    t = tongue(ctx.obj)
    for line in rebuilt_lines(rows, ctx.obj):
        click.echo(line)
    click.echo(t("The registers were made anew from the journal."))
