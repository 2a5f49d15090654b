"""`backup`, `restore`, `publish`: keeping an archive safe, and giving it to others."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import click
import msgspec

from facilitator.cli.answers import REFUSED, archive_option
from facilitator.cli.looking import looked_at
from facilitator.opening import archive_path, open_session
from facilitator.safekeeping import backing, publishing, restoring
from facilitator.safekeeping.taking import Step
from facilitator.words.keeping import STEPS, plan_lines, size_words
from facilitator.words.tongue import tongue


@click.command()
@archive_option()
@click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder for backups. Without it, the one in your own data folder.",
)
@click.option("--list", "only_list", is_flag=True, help="Only list what backups there are.")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object, or an array of them.")
@click.pass_context
def backup(
    ctx: click.Context, archive: str | None, folder: Path | None, only_list: bool, as_json: bool
) -> None:
    """Make a verified backup of an archive, and remove earlier ones that are superfluous now.

    All backups of the last two days stay; then one a day for a fortnight, one a week for three months, one a
    month for ever. The newest sound one is never removed, nor is a backup of another archive.
    """
    place = folder or backing.default_folder()
    if only_list:
        _list(ctx, place, as_json)
        return
    with closing(open_session(archive)) as session:
        made = backing.back_up(session, place, datetime.now().astimezone(), telling(ctx))
    if as_json:
        click.echo(msgspec.json.encode(_plain(made)))
        return
    t = tongue(ctx.obj)
    click.echo(
        t("Backed up and verified: {path} ({size})", path=made.path, size=size_words(made.size))
    )


def _list(ctx: click.Context, folder: Path, as_json: bool) -> None:
    found = backing.backups(folder)
    if as_json:
        click.echo(msgspec.json.encode([_plain(one) for one in found]))
        return
    t = tongue(ctx.obj)
    for one in found:
        mark = "✓" if one.sound else "✗"
        click.echo(f"{mark} {one.at:%Y-%m-%d %H:%M:%S}  {size_words(one.size):>8}  {one.path}")
    if not found:
        click.echo(t("There is no backup in {path} yet.", path=folder))


@click.command()
@click.argument("source", metavar="BACKUP", type=click.Path(path_type=Path))
@archive_option()
@click.option("--look", is_flag=True, help="Only say what would be lost; change nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object; asks nothing.")
@click.pass_context
def restore(
    ctx: click.Context, source: Path, archive: str | None, look: bool, yes: bool, as_json: bool
) -> None:
    """Put BACKUP in the place of an archive, which is set aside under a name with the time.

    The backup is verified first, and what was recorded after it is named. Nothing is deleted. Any other sound
    archive, e.g. a published one, can be put there too.
    """
    path = archive_path(archive)
    plan = restoring.plan(path, source)
    t = tongue(ctx.obj)
    if not as_json:
        for line in plan_lines(plan, ctx.obj):
            click.echo(line)
    done = None
    if not look:
        if not yes and not as_json and not click.confirm(t("Restore it?"), err=True):
            ctx.exit(REFUSED)
        done = restoring.restore(path, source, datetime.now().astimezone())
    if as_json:
        click.echo(msgspec.json.encode({"plan": _plain(plan), "done": done and _plain(done)}))
    elif done is not None:
        click.echo(t("Restored: {path}", path=done.archive))
        if done.aside is not None:
            click.echo(t("The archive of before is now {path}", path=done.aside))


@click.command()
@click.argument("target", type=click.Path(path_type=Path))
@archive_option()
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.pass_context
def publish(ctx: click.Context, target: Path, archive: str | None, as_json: bool) -> None:
    """Write an archive to TARGET, a folder or a new file, as one verified file that nobody can write to.

    Beside it stands its checksum, as `sha256sum --check` takes it. The file opens with this program, from a
    read-only disc too, and with any tool for SQLite; docs/archive.md says what is in it.
    """
    with looked_at(archive) as session:
        now = datetime.now().astimezone()
        made = publishing.publish(session, target, now, telling(ctx))
    if as_json:
        click.echo(msgspec.json.encode(_plain(made)))
        return
    t = tongue(ctx.obj)
    size = size_words(made.size)
    click.echo(t("Published and verified: {path} ({size})", path=made.path, size=size))
    click.echo(t("Its checksum: {path}", path=made.checksum))
    click.echo(
        t("It holds names and telephone numbers. Give it to nobody who may not have these."),
        err=True,
    )


def telling(ctx: click.Context) -> Callable[[Step, int, int], None]:
    """Say on standard error what is being done; at a terminal, also how much of the copy."""
    said: list[Step] = []
    screen = sys.stderr.isatty()
    t = tongue(ctx.obj)

    def tell(step: Step, done: int, total: int) -> None:
        if step not in said:
            said.append(step)
            click.echo(t(STEPS[step.name]), err=True)
        if screen and total:
            ending = "\n" if done == total else ""
            click.echo(f"\r{done * 100 // total:3} %{ending}", nl=False, err=True)

    return tell


def _plain(value: Any) -> Any:
    return msgspec.to_builtins(value, enc_hook=str)
