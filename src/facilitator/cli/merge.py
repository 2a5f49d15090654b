"""`merge`: taking over what other archives have, from other laptops or from the committees of a subdistrict."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from facilitator.acts import RuleViolation, Trouble
from facilitator.cli.answers import ENVIRONMENT, LEFT_OUT, REFUSED, archive_option
from facilitator.data import dataclass
from facilitator.opening import archive_path, looking, open_session
from facilitator.session import Session
from facilitator.words.merging import Merging
from facilitator.words.refusals import refusal_sentence
from facilitator.words.tongue import tongue

if TYPE_CHECKING:
    from facilitator.record.merging import Plan


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one of the other archives."""

    other: Path
    plan: Plan | None = None
    wrong: RuleViolation | Trouble | None = None

    @property
    def code(self) -> int:
        """The exit code that it alone would give."""
        if self.wrong is not None:
            return ENVIRONMENT if isinstance(self.wrong, Trouble) else REFUSED
        return LEFT_OUT if self.plan is not None and self.plan.left_out else 0


@click.command()
@click.argument(
    "others", nargs=-1, required=True, metavar="OTHER...", type=click.Path(path_type=Path)
)
@archive_option(create=True)
@click.option("--look", is_flag=True, help="Only say what would come over; change nothing.")
@click.option(
    "--json", "as_json", is_flag=True, help="As one JSON array, an object for each OTHER."
)
@click.pass_context
def merge(
    ctx: click.Context, others: tuple[Path, ...], archive: str | None, look: bool, as_json: bool
) -> None:
    """Take over what the OTHER archives have and this one has not.

    A meeting or body that only goes on there is taken over, each OTHER as a whole or not at all. Where both
    sides went on in their own way, nothing is taken: it is said where they part, and people have to ask. The
    OTHER archives are never written to.

    Exit codes: 0 all of it came over, 4 something was left out, 3 an OTHER could not be read.
    """
    t = tongue(ctx.obj)
    if not look and not archive_path(archive).exists():
        click.echo(t("A new archive is made: {path}", path=archive_path(archive)), err=True)
    with _opened(archive, look) as session:
        done = [_one(session, other, look=look) for other in others]
        if as_json:
            click.echo(msgspec.json.encode([_data(one, ctx.obj) for one in done], enc_hook=str))
        else:
            for one in done:
                _say(session, one, ctx.obj, look=look)
    codes = {one.code for one in done}
    ctx.exit(next((code for code in (ENVIRONMENT, REFUSED, LEFT_OUT) if code in codes), 0))


@contextmanager
def _opened(archive: str | None, look: bool) -> Iterator[Session]:
    """To look at, or to write to."""
    if look:
        with looking(archive) as session:
            yield session
        return
    with closing(open_session(archive, create=True)) as session:
        yield session


def _one(session: Session, other: Path, *, look: bool) -> Done:
    """Look, and unless that is all, act. One that cannot be read does not keep the others out."""
    try:
        plan = session.survey(other)
        if plan.events and not look:
            session.take_in(plan)
    except (RuleViolation, Trouble) as wrong:
        return Done(other, wrong=wrong)
    return Done(other, plan)


def _say(session: Session, one: Done, lang: str, *, look: bool) -> None:
    t = tongue(lang)
    click.echo(f"{one.other}")
    if one.plan is None:
        assert one.wrong is not None
        sentence = refusal_sentence(one.wrong.code, one.wrong.facts, lang)
        click.echo(f"  {sentence} [{one.wrong.code}]", err=True)
        return
    for line in Merging(plain(one.plan), lang, lambda body: _name(session, body)).lines():
        click.echo(f"  {line}")
    if not one.plan.events:
        click.echo("  " + t("There is nothing to take over."))
    elif look:
        click.echo("  " + t("This was only a look: nothing was changed."))
    else:
        click.echo("  " + t("Taken over."))


def _name(session: Session, body: str) -> str:
    try:
        return session.body(body).name
    except RuleViolation:
        return body


def plain(plan: Plan) -> dict[str, Any]:
    """A plan as plain data, with what is reckoned from it."""
    data: dict[str, Any] = msgspec.to_builtins(plan, enc_hook=str)
    for line, told in zip(plan.lines, data["lines"], strict=True):
        told["events"] = line.events
    return data


def _data(one: Done, lang: str) -> dict[str, Any]:
    data: dict[str, Any] = {"other": str(one.other), "exit": one.code}
    if one.plan is None:
        assert one.wrong is not None
        sentence = refusal_sentence(one.wrong.code, one.wrong.facts, lang)
        facts = msgspec.to_builtins(one.wrong.facts, enc_hook=str)
        return data | {"code": one.wrong.code, "facts": facts, "sentence": sentence}
    found = plain(one.plan)
    return data | {key: found[key] for key in ("lines", "doubles", "findings")}
