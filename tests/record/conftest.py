"""What tests of the record share."""

import pytest

from tests.record.toys import live_through, opened


@pytest.fixture
def path(tmp_path):
    """Return where an archive would be; nothing is there yet."""
    return tmp_path / "archive.yishi"


@pytest.fixture
def archive(path):
    """Return the path of a closed archive with a short history."""
    with opened(path, create=True) as record:
        live_through(record)
    return path
