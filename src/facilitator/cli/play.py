"""`play` and `schema`: the very commands every other door sends, as JSON Lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, BinaryIO

import click
import msgspec

from facilitator.acts import Recorded, RuleViolation, Trouble
from facilitator.attaching import with_files
from facilitator.cli.answers import ENVIRONMENT, REFUSED, archive_option
from facilitator.commands import MOST_BYTES, read_line
from facilitator.opening import archive_path, open_session
from facilitator.session import Change, Session
from facilitator.words.figures import airy
from facilitator.words.progress import progress_line
from facilitator.words.refusals import refusal_sentence
from facilitator.words.tongue import tongue

HERE = Path()
BOM = b"\xef\xbb\xbf"


@click.command()
@click.argument("script", type=click.File("rb"))
@archive_option(create=True)
@click.option("--keep-going", is_flag=True, help="Go on after a refused line.")
@click.option("--tell", is_flag=True, help="Say on standard error what came of each line.")
@click.pass_context
def play(
    ctx: click.Context, script: BinaryIO, archive: str | None, keep_going: bool, tell: bool
) -> None:
    """Play SCRIPT (JSON Lines; - is standard input) into an archive.

    Each line is a command (see `facilitator schema`). It is answered by one JSON object on standard output,
    written only when the line's events are on the disk. A refused line changes nothing; playing stops there.
    While it plays, the archive is in use: look at it afterwards, or let --tell say who is present, what is
    needed and how each vote ended.
    """
    if not archive_path(archive).exists():
        t = tongue(ctx.obj)
        click.echo(t("A new archive is made: {path}", path=archive_path(archive)), err=True)
    session = open_session(archive, create=True)
    if tell:
        session.subscribe(lambda change: _tell(session, change, ctx.obj))
    code = 0
    with closing(session):
        folder = Path(getattr(script, "name", "")).parent
        for answer in answers(session, lines(script), ctx.obj, folder):
            click.echo(msgspec.json.encode(answer))
            if answer["accepted"]:
                continue
            code = ENVIRONMENT if answer.pop("trouble", False) else REFUSED
            if not keep_going or code == ENVIRONMENT:
                break
    ctx.exit(code)


def _tell(session: Session, change: Change, lang: str) -> None:
    """One line on standard error for each event that somebody in the room would want to hear of."""
    room, _, name = change.stream.partition("/")
    if room != "meeting":
        return
    for recorded in change.events:
        line = progress_line(session.meeting(name), recorded.event, lang)
        if line:
            click.echo(airy(line) if lang == "zh" else line, err=True)


def lines(script: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines of a script that are not empty, with their numbers from 1; never one longer than is allowed."""
    number = 0
    while line := script.readline(MOST_BYTES + 2):
        number += 1
        rest = line
        while not rest.endswith(b"\n") and (rest := script.readline(MOST_BYTES)):
            pass  # the end of a line that is refused for its length anyway
        line = line.removeprefix(BOM) if number == 1 else line
        if line.strip():
            yield number, line.rstrip(b"\r\n")


def answers(
    session: Session, script: Iterable[tuple[int, bytes]], lang: str, folder: Path = HERE
) -> Iterator[dict[str, Any]]:
    """Carry out each line and yield its answer; the answer follows the disk, never runs ahead of it.

    Files that a line attaches are looked for from `folder`.
    """
    for number, line in script:
        try:
            said = read_line(line)
            command, files = with_files(said.command, (folder / path for path in said.attach))
            recorded = session.do(command, at=said.at, actor=said.by, files=files)
        except (RuleViolation, Trouble) as error:
            yield _refused(session, number, error, lang)
        else:
            yield {"line": number, "accepted": True, "seq": _last(recorded)}


def _last(recorded: tuple[Recorded, ...]) -> int:
    return recorded[-1].seq if recorded else 0


def _refused(
    session: Session, number: int, error: RuleViolation | Trouble, lang: str
) -> dict[str, Any]:
    facts = {**error.facts, **_same_name(session, error)}
    answer: dict[str, Any] = {
        "line": number,
        "accepted": False,
        "code": error.code,
        "facts": msgspec.to_builtins(facts),
        "sentence": refusal_sentence(
            error.code, facts, lang, session.name_of, lambda key: session.title_of(key, lang)
        ),
    }
    if isinstance(error, Trouble):
        answer["trouble"] = True
    return answer


def _same_name(session: Session, error: RuleViolation | Trouble) -> dict[str, str]:
    """Somebody who typed a name where an id is wanted is told the id, if only one person bears the name."""
    typed = next((error.facts[k] for k in ("member", "person") if k in error.facts), None)
    found = session.ids_of(typed) if isinstance(typed, str) else ()
    return {"id": found[0]} if error.code in UNKNOWN and len(found) == 1 else {}


UNKNOWN = frozenset({"not-a-member", "not-in-body", "unknown-person"})
"""Refusals that may come of a name typed for an id."""


@click.command()
def schema() -> None:
    """Print the JSON Schema of all commands."""
    from facilitator.commands import schema as all_commands

    click.echo(msgspec.json.format(msgspec.json.encode(all_commands()), indent=2))
