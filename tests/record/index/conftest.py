"""What tests of the index share."""

from pathlib import Path

import pytest

from facilitator.places import resources
from tests.cli.terminal import run


@pytest.fixture(scope="session")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample evening and the sample forum in one archive; only to be copied or looked at."""
    archive = tmp_path_factory.mktemp("both") / "a.facilitator"
    for script in ("evening", "forum"):
        run("play", resources() / "demo" / f"{script}.jsonl", "--archive", archive, "--keep-going")
    return archive
