"""How many cases a test of many cases tries: some at every commit, many when `dev.py soak` asks."""

import os

from hypothesis import settings

SOAK = bool(os.environ.get("FACILITATOR_SOAK"))


def cases(few: int, many: int) -> int:
    """So many cases are tried, now."""
    return many if SOAK else few


def tries(few: int, many: int = 1000) -> settings:
    """For `@given`: so many examples, at every commit and in the soak; how long one takes is no truth."""
    return settings(max_examples=cases(few, many), deadline=None)
