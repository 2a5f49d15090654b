"""The page that `man facilitator` shows."""

import subprocess

import pytest

from facilitator.cli import VERBS
from tests.packaging.kit import tool
from tests.tools import need

PAGE = tool("manpage").man_page(1790000000)


@pytest.fixture(scope="module")
def shown():
    """What roff makes of it for a terminal, with all that it complains of."""
    need("groff")
    command = ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "-P-cbou", "-rLL=90n"]
    made = subprocess.run(command, input=PAGE.encode(), capture_output=True)
    assert made.stderr.decode() == ""
    return made.stdout.decode()


def test_every_command_has_its_place(shown):
    """With what it says of itself, and the options it has."""
    for verb in VERBS:
        assert f"\n   facilitator {verb}\n" in shown
    assert "facilitator rules try" in shown
    assert "--keep-going" in shown
    assert "议事" in shown


def test_no_text_is_taken_for_a_command_of_roff():
    """A line that begins with a dot, and a backslash, stay what they are."""
    plain = tool("manpage")._plain
    assert plain(".facilitator") == "\\&.facilitator"
    assert plain("C:\\x -o") == "C:\\ex \\-o"
