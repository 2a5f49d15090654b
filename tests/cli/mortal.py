"""A process that bears programs which are meant to be killed: what takes long to import is imported once.

For each line on its standard input (the arguments of `facilitator`, a script for its standard input and a
pipe for its standard output, as JSON) it forks a child that runs them, and tells the child's number; once
that is dead, how it died.
"""

from __future__ import annotations

import json
import os
import sys

import facilitator.cli.play  # each child would import it
from facilitator.cli import facilitator
from facilitator.record import Record


def live(words: list[str], script: str, answers: str) -> None:
    """Be the program, to its end."""
    os.dup2(os.open(script, os.O_RDONLY), 0)
    os.dup2(os.open(answers, os.O_WRONLY), 1)
    facilitator(words)


def main() -> None:
    """Bear one child after another."""
    Record.make_ready()
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if child == 0:
            live(**order)
        os.write(1, f"{child}\n".encode())
        _, status = os.waitpid(child, 0)
        os.write(1, f"{os.waitstatus_to_exitcode(status)}\n".encode())


if __name__ == "__main__":
    main()
