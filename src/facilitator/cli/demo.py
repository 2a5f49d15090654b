"""`demo`: the sample council's evening, played from its script, with all its papers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import click

from facilitator.acts import RuleViolation
from facilitator.cli.play import answers, lines
from facilitator.export import material, write_set
from facilitator.opening import open_session
from facilitator.places import resources
from facilitator.words.tongue import tongue

MEETING = "sbg-2026-11-27"
ARCHIVE = "demo.facilitator"


def sample_entropy() -> Callable[[int], bytes]:
    """Salts that are the same in every run: invented people need no secret, golden papers need order."""
    drawn = 0

    def draw(number: int) -> bytes:
        nonlocal drawn
        drawn += 1
        return hashlib.sha256(b"facilitator sample %d" % drawn).digest()[:number]

    return draw


@click.command()
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("facilitator-demo"),
    show_default=True,
    help="The folder for the archive and the papers; a demo that is there is made anew.",
)
@click.pass_context
def demo(ctx: click.Context, out: Path) -> None:
    """Play the sample council's evening and write its papers, Chinese and English.

    All names in it are invented, and every paper says so.
    """
    t = tongue(ctx.obj)
    out.mkdir(parents=True, exist_ok=True)
    archive = out / ARCHIVE
    for leftover in (archive, out / f"{ARCHIVE}-wal"):
        leftover.unlink(missing_ok=True)
    session = open_session(str(archive), create=True, entropy=sample_entropy())
    with closing(session):
        script = resources() / "demo" / "evening.jsonl"
        with script.open("rb") as stream:
            played = list(answers(session, lines(stream), ctx.obj))
        refused = [answer for answer in played if not answer["accepted"]]
        click.echo(t.many("{n} line played", "{n} lines played", len(played)))
        for answer in refused:
            click.echo(f"  {answer['line']}: {answer['sentence']} [{answer['code']}]")
        if len(refused) != 1:
            raise RuleViolation("demo-differs", refused=len(refused))
        for lang in ("zh", "en"):
            for path in write_set(material(session, MEETING, lang=lang), out / lang):
                click.echo(f"  {path}")
            public = material(session, MEETING, lang=lang, public=True)
            for path in write_set(public, out / lang / "public"):
                click.echo(f"  {path}")
    click.echo(t("The archive is {path}.", path=archive))
