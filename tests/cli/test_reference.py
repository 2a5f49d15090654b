"""The page of commands is the program's own."""

from __future__ import annotations

from pathlib import Path

from facilitator.cli.reference import commands_page

PAGE = Path(__file__).parents[2] / "docs" / "commands.md"


def test_the_page_of_commands_is_up_to_date() -> None:
    """docs/commands.md says what the program says; `python3 dev.py docs` makes it anew."""
    assert PAGE.read_text("utf-8") == commands_page()


def test_every_command_explains_itself() -> None:
    """No command and no option is left without a word of help."""
    page = commands_page()
    assert page.count("\n## ") >= 16
    assert "--keep-going" in page
