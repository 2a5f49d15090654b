"""Scripts, rounds, votings and archives that were changed are taken whole or refused, and quickly."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.effort import cases
from tests.proofs import tally

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")


@pytest.mark.parametrize(
    ("kind", "few", "many"),
    [("scripts", 90, 3200), ("votings", 200, 2000), ("archives", 25, 1000)],
)
def test_changed_files_are_taken_or_refused(tmp_path, kind, few, many):
    """No changed byte ends in a crash, in half an import, in over five seconds of work or 200 MB."""
    count = cases(few, many)
    done = subprocess.run(
        [sys.executable, "-m", "tests.mutants", kind, str(count), str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    told = [line.split() for line in done.stdout.splitlines()]
    assert done.returncode == 0, (told[-1:], done.stderr[-2000:])
    assert len(told) == count + 1
    assert max(float(seconds) for _, _, seconds in told) < 5
    assert int(told[-1][1]) < 200
    assert len({said for _, said, _ in told[:-1]}) > 1
    tally(inputs=count)
