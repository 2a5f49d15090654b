"""A paper in JSON is the whole paper."""

import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from facilitator.papers import data
from facilitator.papers.data import write_json
from facilitator.papers.model import Paper
from tests.papers.hostile import HOSTILE, rich
from tests.papers.samples import all_samples, record_sample

PAPERS = [*all_samples(), *map(rich, HOSTILE)]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: ascii(paper.title)[:20])
def test_a_paper_comes_back_as_it_was(paper):
    """Reading the JSON gives the same paper, to the last run."""
    assert msgspec.json.decode(write_json(paper), type=Paper) == paper


def test_it_is_meant_to_be_read():
    """The JSON is indented, in plain characters, and ends its last line."""
    written = write_json(record_sample()).decode()
    assert written.startswith('{\n  "')
    assert written.endswith("}\n")
    assert "松柏岗社区共治议事会会议记录" in written
    assert json.loads(written)["layout"] == "record"


AGAIN = """
import sys
from facilitator.papers.data import write_json
from tests.papers.samples import record_sample
sys.stdout.buffer.write(write_json(record_sample()))
"""


def test_the_same_paper_is_the_same_bytes():
    """Another process writes the very same text, so that two exports can be compared."""
    places = (str(Path(data.__file__).parents[2]), str(Path(__file__).parents[2]))
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(places), "PYTHONHASHSEED": "9"}
    again = subprocess.run(
        [sys.executable, "-c", AGAIN], env=environment, check=True, capture_output=True
    )
    assert again.stdout == write_json(record_sample())
