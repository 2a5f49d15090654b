"""Work in a process of its own: it answers, tells how far it is, and ends when it is given up."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.acts import Trouble
from facilitator.safekeeping import errand
from facilitator.safekeeping.errand import Errand, Stopped
from facilitator.safekeeping.taking import Step, Tell


def work(place: Path, kind: str, tell: Tell) -> str:
    """Do something in the other process."""
    tell(Step.WRITING, 1, 2)
    if kind == "trouble":
        raise Trouble("disk-full", path=str(place))
    if kind == "deaf":
        place.write_text("half")
        errand.TURNS = 1
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        tell(Step.PLACING, 0, 0)
        threading.Event().wait()
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
    fine = Errand(work, tmp_path / "x", "fine")
    assert fine.run(lambda *told: steps.append(told)) == "x fine"
    assert steps == [(Step.WRITING, 1, 2)]
    with pytest.raises(Trouble) as caught:
        Errand(work, tmp_path / "x", "trouble").run()
    assert (caught.value.code, caught.value.facts) == ("disk-full", {"path": str(tmp_path / "x")})


@pytest.fixture
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be killed from outside, however busy this computer is."""
    monkeypatch.setattr(errand, "PATIENCE", 3600.0)


@pytest.mark.usefixtures("patience")
def test_one_that_does_not_listen_ends_all_the_same(tmp_path: Path) -> None:
    """It has some turns to come to an end, then it ends where it is: what is half done is left."""
    deaf = Errand(work, tmp_path / "x", "deaf")
    with pytest.raises(Stopped):
        deaf.run(lambda step, *_: deaf.stop() if step is Step.PLACING else None)
    assert (tmp_path / "x").exists()


@pytest.fixture(params=[signal.default_int_handler, signal.SIG_IGN], ids=["heard", "ignored"])
def interrupts(request: pytest.FixtureRequest) -> Iterator[None]:
    """Ctrl+C as a program has it that was started by hand, or in the background of a script."""
    before = signal.signal(signal.SIGINT, request.param)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("patience", "interrupts")
def test_one_that_is_given_up_cleans_up_after_itself(tmp_path: Path) -> None:
    """It is interrupted like by Ctrl+C: nothing half is left; and one that has not begun never does."""
    stays = Errand(work, tmp_path / "x", "stay")
    there = threading.Event()

    def tell(step: Step, _done: int, _total: int) -> None:
        if step is Step.PLACING:
            assert (tmp_path / "x").exists()
            there.set()
            stays.stop()

    with pytest.raises(Stopped):
        stays.run(tell)
    assert there.is_set()
    assert not (tmp_path / "x").exists()
    with pytest.raises(Stopped):
        stays.run()
