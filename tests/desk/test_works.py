"""Work beside the window: when it can begin, and where."""

import _multiprocessing
import multiprocessing.synchronize  # noqa: F401 - it looks at the real one once
import os

import pytest

from facilitator.acts import Trouble
from facilitator.desk.works import Works


def test_nothing_begins_on_a_desk_that_is_being_closed(aloop):
    """What a timer asks for after all was settled would find the archive closed, so it is not begun."""
    works = Works()
    assert works.ready
    aloop.run_until_complete(works.settle())
    assert not works.ready


def test_without_semaphores_each_call_has_a_process_of_its_own(aloop, monkeypatch):
    """As on a system that has no /dev/shm: slower, and one that is killed is told as elsewhere."""

    def none(*_, **__):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(_multiprocessing, "SemLock", none)
    works = Works()

    async def story():
        assert await works.apart(os.getpid) != os.getpid()
        with pytest.raises(Trouble, match="worker-gone"):
            await works.apart(os._exit, 1)
        await works.settle()

    aloop.run_until_complete(story())
