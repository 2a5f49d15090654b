"""The page that lists every command, made from the commands themselves (docs/commands.md)."""

from __future__ import annotations

from collections.abc import Iterator

import click

from facilitator.cli import facilitator

HEAD = """# Commands

Made by `python3 dev.py docs` from the program itself; a test holds the two together.
"""


def commands_page() -> str:
    """Return the whole page as Markdown."""
    parts = [HEAD]
    for path, command in walk("facilitator", facilitator):
        context = click.Context(command, info_name=path, terminal_width=96, max_content_width=96)
        context.obj = "en"
        parts.append(f"## {path}\n\n```\n{command.get_help(context).strip()}\n```\n")
    return "\n".join(parts)


def walk(path: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    """A command and all those inside it, each with the words that call it."""
    yield path, command
    if not isinstance(command, click.Group):
        return
    context = click.Context(command, info_name=path)
    for name in command.list_commands(context):
        inner = command.get_command(context, name)
        if inner is not None:
            yield from walk(f"{path} {name}", inner)


if __name__ == "__main__":
    click.echo(commands_page(), nl=False)
