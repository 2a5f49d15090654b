"""A published archive in Datasette, a program that knows nothing of ours: it starts, and answers over HTTP."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from facilitator.opening import open_session
from facilitator.record.registers.views import VIEWS
from facilitator.safekeeping.publishing import Published, publish
from tests.cli.terminal import EVENING, run
from tests.tools import lacking


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """A published archive with the sample evening and what became of its decisions."""
    if find_spec("datasette") is None:
        lacking("no datasette here; `python3 dev.py test` brings it")
    folder = tmp_path_factory.mktemp("published")
    for script in (EVENING, EVENING.with_name("followup.jsonl")):
        run("play", script, "--archive", folder / "archive.facilitator", "--keep-going")
    with closing(open_session(str(folder / "archive.facilitator"))) as session:
        return publish(session, folder / "published.facilitator", datetime(2027, 5, 1, tzinfo=UTC))


@contextmanager
def served(path: Path) -> Iterator[str]:
    """Datasette on a free port of this computer; the address of the archive in it."""
    command = [sys.executable, "-m", "datasette", "serve", "--port", "0", "--immutable", str(path)]
    quiet = {**os.environ, "PYTHONWARNINGS": "ignore", "PYTHONUNBUFFERED": "1", "NO_COLOR": "1"}
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env=quiet
    ) as server:
        try:
            assert server.stderr is not None
            said: list[str] = []
            for line in server.stderr:
                said.append(line)
                if found := re.search(r"running on (http://127\.0\.0\.1:\d+)", line):
                    yield f"{found[1]}/published"
                    break
            else:
                pytest.fail("".join(said))
        finally:
            server.terminate()


def ask(address: str) -> Any:
    """What is answered there, as JSON."""
    with urlopen(address, timeout=30) as answer:
        return json.load(answer)


def test_a_published_archive_is_asked_over_http(published: Published) -> None:
    """All views and tables are offered; decisions, votes and money come with figures; not a byte changes."""
    with served(published.path) as address:
        offered = ask(f"{address}.json")
        assert {one["name"] for one in offered["views"]} == {view.name for view in VIEWS}
        assert "journal" in {one["name"] for one in offered["tables"]}
        for view in VIEWS:
            assert isinstance(ask(f"{address}/{view.name}.json?_shape=array&_size=5"), list)
        sql = (
            "SELECT title, in_favour, needed, standing, progress FROM list_decisions"
            " WHERE title LIKE '%医疗%' ORDER BY made_on"
        )
        rows = ask(f"{address}.json?_shape=array&sql={quote(sql)}")
        group = f"group_zh={quote('本地居民')}"
        groups = ask(f"{address}/list_votes_by_group.json?_shape=array&{group}")
    assert rows[0] == {
        "title": "异地医疗即时报销",
        "in_favour": 10,
        "needed": 9,
        "standing": "amended",
        "progress": "in-progress",
    }
    assert {row["group_en"] for row in groups} == {"Established residents"}
    assert sha256(published.path.read_bytes()).hexdigest() == published.sha256
    assert {one.name for one in published.path.parent.iterdir()} == {
        "archive.facilitator",
        published.path.name,
        published.checksum.name,
    }
