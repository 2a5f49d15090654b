"""The reports of the sample forum at 14:54, when four are missing."""

from collections.abc import Iterator

import pytest

from facilitator.desk.forum.reports.view import ReportsView
from tests.desk.forum.table import NEWS, Table, laid


@pytest.fixture
def news(qapp, tmp_path) -> Iterator[Table]:
    """Give the reports in a window, the keys on the board."""
    with laid(tmp_path, NEWS, ReportsView) as table:
        yield table
