"""Programs of the machine that some tests look through: without them a test is left out, and says so."""

import os
import shutil

import pytest


def need(*tools):
    """Skip in one line when a tool is missing; fail where the tools are promised."""
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if missing:
        lacking(f"not on this machine: {', '.join(missing)}")


def lacking(what):
    """Skip for what is missing; fail where all of it is promised, as in `.ci/run`."""
    tell = pytest.fail if os.environ.get("FACILITATOR_REQUIRE_TOOLS") == "1" else pytest.skip
    tell(what)
