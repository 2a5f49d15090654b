"""The archives of many meetings that are made to try things on: honest, varied, and the same in every run."""

from __future__ import annotations

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from facilitator.demo.many.people import SAMPLES, committees
from facilitator.demo.many.years import DAYS, FORUMS, LAST, Meeting, calendar, make, write
from facilitator.opening import open_session
from facilitator.record.registers.product import KINDS, REGISTERS
from facilitator.record.verify import verify


def days(number: int) -> list[Meeting]:
    """So many meetings of one council, one of them a forum."""
    numbers = [*range(number - 1), FORUMS - 1]
    return [
        Meeting(0, n, LAST - timedelta(days=18 * (number - at))) for at, n in enumerate(numbers)
    ]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty meetings of one council."""
    path = tmp_path_factory.mktemp("many") / "thirty.facilitator"
    write(path, days(30))
    return path


def test_it_is_honest(archive: Path) -> None:
    """Every act was decided by the rules; the verifier finds nothing, the registers least of all."""
    assert verify(archive, KINDS, registers=REGISTERS).sound


def test_it_is_the_same_in_every_run(tmp_path: Path) -> None:
    """Down to the hashes: whoever measures on it measures the same."""
    heads = []
    for name in ("a", "b"):
        make(tmp_path / name, 6)
        with open_session(str(tmp_path / name)).record as record:
            heads.append([(head.stream, head.hash) for head in record.streams()])
    assert heads[0] == heads[1]


def test_there_is_something_of_everything(archive: Path) -> None:
    """Carried and lost, put off and carried over, done, paid, looked at by residents; a forum with groups."""
    with closing(open_session(str(archive))) as session:
        ask = session.record.ask

        def count(table: str, where: str = "1") -> int:
            return ask(f"SELECT count(*) FROM {table} WHERE {where}")[0][0]

        assert count("poll", "verdict = 'passed'") > 15
        assert count("poll", "verdict = 'failed'") > 5
        assert count("poll", "method = 'roll-call'") > 3
        assert count("agenda_item", "carried_from != ''")
        assert count("review", "progress = 'done'") > 10
        assert count("followup", "view IS NOT NULL")
        assert count("followup", "paid_fen > 0")
        assert count("note", "speaker != ''") > 50
        assert count("session_report") > 3
        assert count("action_group") == 2
        titles = [row[0] for row in ask("SELECT title FROM decision")]
        assert len(set(titles)) > len(titles) * 0.7
        texts = " ".join(row[0] for row in ask("SELECT text FROM motion"))
        assert "{" not in texts


def test_the_calendar_of_a_thousand() -> None:
    """Five councils through ten years, in the order of their days; each meets once on a day."""
    found = calendar(1000)
    assert len(found) == len({(one.council, one.day) for one in found}) == 1000
    assert {one.council for one in found} == set(range(5))
    assert found == sorted(found, key=lambda one: (one.day, one.council))
    assert found[-1].day - found[0].day > timedelta(days=DAYS * 0.98)
    assert found[-1].day <= date(2026, 11, 25)


def test_every_community_has_a_name_of_its_own() -> None:
    """However many there are; and none is that of another sample, whose archive may be merged with it."""
    found = committees(600)
    assert len({one.key for one in found}) == len({one.name for one in found}) == 600
    assert not {one.key for one in found} & set(SAMPLES)
