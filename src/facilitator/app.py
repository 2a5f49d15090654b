"""Starts the product; the only module that knows every room."""

from __future__ import annotations


def main() -> None:
    """Run the command line; it ends the process with the exit code that `cli.answers` explains."""
    from facilitator.cli import facilitator

    facilitator(prog_name="facilitator")


if __name__ == "__main__":
    main()
