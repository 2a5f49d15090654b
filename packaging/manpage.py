"""The page of the command line that `man facilitator` shows, made from the commands themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import click

from facilitator import __version__
from facilitator.cli import facilitator
from facilitator.cli.reference import walk

HEAD = """.TH FACILITATOR 1 "{day}" "Facilitator {version}" "User Commands"
.SH NAME
facilitator \\- run deliberation meetings and keep what was decided
.SH SYNOPSIS
.nf
.B facilitator \\fR[\\fIARCHIVE\\fR] [\\fB\\-\\-safe\\fR]
.B facilitator \\fR[\\fB\\-\\-lang zh\\fR|\\fBen\\fR] \\fICOMMAND\\fR ...
.fi
.SH DESCRIPTION
"""
TAIL = """.SH ENVIRONMENT
.TP
.B FACILITATOR_ARCHIVE
The archive that commands work on when
.B \\-\\-archive
does not name one.
.TP
.B FACILITATOR_LANG
.BR zh " or " en :
the language of answers and messages.
.TP
.B FACILITATOR_SETTINGS
The folder of the settings.
.SH FILES
.TP
.I *.facilitator
An archive: one SQLite file. The one that is used when none is named lies in
.IR ~/.local/share/facilitator .
.TP
.I ~/.config/facilitator
The settings of the windows.
.TP
.I ~/.local/state/facilitator
The log, which holds no names.
.SH SEE ALSO
The manual, in Chinese and English:
.B facilitator manual
writes it, F1 shows it in the windows.
"""


def man_page(moment: int) -> str:
    """The whole page; `moment` is the day that it bears, in seconds of the epoch."""
    day = datetime.fromtimestamp(moment, UTC).date().isoformat()
    parts = [HEAD.format(day=day, version=__version__)]
    for path, command in walk("facilitator", facilitator):
        context = click.Context(command, info_name=path)
        context.obj = "en"
        parts += _whole(command, context) if command is facilitator else _verb(command, context)
    return "".join([*parts, TAIL])


def _whole(command: click.Command, context: click.Context) -> Iterator[str]:
    yield from _paragraphs(command.help)
    yield ".SH OPTIONS\n"
    yield ".TP\n\\fB\\-\\-safe\\fR\nOpen the windows, but no archive by itself, and ask how to go on.\n"
    yield from _options(command, context)
    yield ".SH COMMANDS\n"


def _verb(command: click.Command, context: click.Context) -> Iterator[str]:
    asked = " ".join(command.collect_usage_pieces(context))
    yield f'.SS "{_plain(context.info_name or "")}"\n'
    yield f".B {_plain(context.info_name or '')}\n{_plain(asked)}\n.PP\n"
    yield from _paragraphs(command.help)
    yield from _options(command, context)


def _paragraphs(text: str | None) -> Iterator[str]:
    """What a command says of itself; what click is told to leave alone keeps its lines."""
    for paragraph in re.split(r"\n\s*\n", (text or "").strip()):
        kept = paragraph.lstrip().startswith("\b")
        lines = [_plain(line.strip()) for line in paragraph.replace("\b", "").strip().splitlines()]
        body = "\n".join(lines)
        yield f".nf\n{body}\n.fi\n.PP\n" if kept else f"{body}\n.PP\n"


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    for one in command.get_params(context):
        told = one.get_help_record(context) if one.name != "help" else None
        if isinstance(one, click.Option) and told:
            yield f".TP\n\\fB{_plain(told[0])}\\fR\n{_plain(told[1])}\n"


def _plain(text: str) -> str:
    """Text that roff takes for text: no command at the start of a line, hyphens that can be copied."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text[:1] in {".", "'"} else text
