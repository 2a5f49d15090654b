"""The desks of these tests, and the worker that reads sheets for them."""

import pytest

from tests.desk.bodies.hall import empty_archive
from tests.desk.evening import at_desk
from tests.desk.papers.workbench import works

__all__ = ["desk", "evening", "works"]


@pytest.fixture
def desk(qapp, tmp_path):
    """Give a desk on an empty archive."""
    with empty_archive(tmp_path / "archive") as made:
        yield made


@pytest.fixture
def evening(qapp, tmp_path):
    """Give a desk on the sample council, before its meeting begins."""
    with at_desk(tmp_path / "evening", 'zhou-yumei", "reason') as made:
        yield made
