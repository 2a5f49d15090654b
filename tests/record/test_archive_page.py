"""docs/archive.md says what is in an archive: everything, and nothing else."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.record.archive import Record
from facilitator.record.registers.product import KINDS, REGISTERS

PAGE = Path(__file__).parents[2] / "docs" / "archive.md"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Every table and view of an empty archive, with its columns in their order."""
    path = tmp_path_factory.mktemp("empty") / "a.facilitator"
    with Record.open(path, KINDS, registers=REGISTERS, create=True):
        pass
    with closing(sqlite3.connect(path)) as db:
        names = db.execute(
            "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        return {
            name: [row[1] for row in db.execute(f'PRAGMA table_info("{name}")')]
            for (name,) in names
        }


def told() -> dict[str, list[tuple[str, str]]]:
    """What the page tells: by table or view, its columns in their order, with what is said of each."""
    sections = re.split(r"^### ", PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {
        section.split("\n", 1)[0]: re.findall(r"^\| `(\w+)` \| (.+) \|$", section, re.MULTILINE)
        for section in sections
    }


def test_every_table_and_view_is_on_the_page(found: dict[str, list[str]]) -> None:
    """Both ways: none is missing on the page, and none is there that no archive has."""
    assert set(told()) == set(found)


def test_every_column_is_on_the_page(found: dict[str, list[str]]) -> None:
    """In the order of the file, each with a sentence of its own."""
    assert {name: [column for column, _ in columns] for name, columns in told().items()} == found
    for name, columns in told().items():
        for column, words in columns:
            assert words.strip().endswith("."), f"{name}.{column}"


def test_the_example_runs(found: dict[str, list[str]]) -> None:
    """The question that the page shows names columns that are there."""
    (question,) = re.findall(r'"SELECT (.+?) FROM (\w+)"', PAGE.read_text(encoding="utf-8"))
    assert set(question[0].split(", ")) <= set(found[question[1]])


def test_no_register_could_be_taken_for_the_journal_by_its_index() -> None:
    """Salvaging looks at index pages of any table: a history and a number are the key of the journal alone."""
    for table in REGISTERS.schema:
        for index in (table.key, *table.indexes):
            assert index[:1] != ("stream",) or table.columns[index[1]] is str
