"""Work in a process of its own: it answers, tells how far it is, and ends when it is given up."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from facilitator.acts import Trouble
from facilitator.safekeeping.errand import Errand, Stopped
from facilitator.safekeeping.taking import Step, Tell


def work(place: Path, kind: str, tell: Tell) -> str:
    """Do something in the other process."""
    tell(Step.WRITING, 1, 2)
    if kind == "trouble":
        raise Trouble("disk-full", path=str(place))
    if kind == "stay":
        place.write_text("half")
        try:
            tell(Step.PLACING, 0, 0)
            while True:
                time.sleep(0.01)
        finally:
            place.unlink()
    return f"{place.name} {kind}"


def test_it_answers_tells_its_steps_and_raises_what_went_wrong(tmp_path: Path) -> None:
    """What it raises is raised here, with its facts."""
    steps: list[tuple[Step, int, int]] = []
    errand = Errand(work, tmp_path / "x", "fine")
    assert errand.run(lambda *told: steps.append(told)) == "x fine"
    assert steps == [(Step.WRITING, 1, 2)]
    with pytest.raises(Trouble) as caught:
        Errand(work, tmp_path / "x", "trouble").run()
    assert (caught.value.code, caught.value.facts) == ("disk-full", {"path": str(tmp_path / "x")})


def test_one_that_is_given_up_cleans_up_after_itself(tmp_path: Path) -> None:
    """It is interrupted like by Ctrl+C: nothing half is left; and one that has not begun never does."""
    errand = Errand(work, tmp_path / "x", "stay")
    there = threading.Event()

    def tell(step: Step, _done: int, _total: int) -> None:
        if step is Step.PLACING:
            assert (tmp_path / "x").exists()
            there.set()
            errand.stop()

    with pytest.raises(Stopped):
        errand.run(tell)
    assert there.is_set()
    assert not (tmp_path / "x").exists()
    with pytest.raises(Stopped):
        errand.run()
