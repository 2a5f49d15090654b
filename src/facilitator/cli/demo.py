"""`demo`: a council's evening and a forum's day, played from their scripts, with all their papers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import click

from facilitator.acts import RuleViolation
from facilitator.cli.play import answers, lines
from facilitator.data import dataclass
from facilitator.export import material, write_set
from facilitator.opening import open_session
from facilitator.places import resources
from facilitator.session import Session
from facilitator.words.tongue import tongue

ARCHIVE = "demo.facilitator"


@dataclass(frozen=True, slots=True)
class Sample:
    """A script, its meeting, how many of its lines are to be refused, and the folder of its papers."""

    script: str
    meeting: str
    refused: int
    folder: str


SAMPLES = (
    Sample("evening.jsonl", "sbg-2026-11-27", 1, ""),
    Sample("forum.jsonl", "qyl-2026-11-21", 2, "forum"),
)


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
@click.option(
    "--windows",
    "by_hand",
    is_flag=True,
    help="Play the evening through the windows, by clicks and keys that nobody sees, and take pictures.",
)
@click.pass_context
def demo(ctx: click.Context, out: Path, *, by_hand: bool) -> None:
    """Play a council's evening and a forum's day, and write their papers, Chinese and English.

    All names in them are invented, and every paper says so.
    """
    assert not by_hand  # `app` hears of it first, and knows the windows
    t = tongue(ctx.obj)
    out.mkdir(parents=True, exist_ok=True)
    archive = out / ARCHIVE
    for leftover in (archive, out / f"{ARCHIVE}-wal"):
        leftover.unlink(missing_ok=True)
    session = open_session(str(archive), create=True, entropy=sample_entropy())
    with closing(session):
        for sample in SAMPLES:
            _play(session, sample, ctx.obj)
            _write(session, sample, out / sample.folder)
    click.echo(t("The archive is {path}.", path=archive))


def _play(session: Session, sample: Sample, lang: str) -> None:
    """Play one script and say which lines were refused; others than expected are our own mistake."""
    t = tongue(lang)
    with (resources() / "demo" / sample.script).open("rb") as stream:
        played = list(answers(session, lines(stream), lang))
    refused = [answer for answer in played if not answer["accepted"]]
    click.echo(t.many("{n} line played", "{n} lines played", len(played)))
    for answer in refused:
        click.echo(f"  {answer['line']}: {answer['sentence']} [{answer['code']}]")
    if len(refused) != sample.refused:
        raise RuleViolation("demo-differs", refused=len(refused), expected=sample.refused)


def _write(session: Session, sample: Sample, out: Path) -> None:
    for lang in ("zh", "en"):
        for public, folder in ((False, out / lang), (True, out / lang / "public")):
            source = material(session, sample.meeting, lang=lang, public=public)
            for path in write_set(source, folder):
                click.echo(f"  {path}")
