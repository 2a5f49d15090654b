"""What the tests of windows stand on is itself tried here."""

import asyncio
import gc
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QObject, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget

from facilitator.desk.works import Works
from facilitator.opening import archive_path
from tests.desk.evening import EVENING, at_desk
from tests.desk.freed import Watch, assert_freed
from tests.desk.shown import shown


@pytest.mark.parametrize(
    "wait",
    [
        lambda: QDialog().exec(),
        lambda: QMessageBox().exec(),
        lambda: QFileDialog().exec(),
        lambda: QMessageBox.question(None, "?", "really?"),
        lambda: QMessageBox.critical(None, "!", "no"),
        lambda: QFileDialog.getOpenFileName(),
        lambda: QFileDialog.getSaveFileName(None, "where"),
        lambda: QInputDialog.getText(None, "?", "name"),
    ],
    ids=lambda wait: wait.__code__.co_names[1],
)
def test_what_waits_for_a_click_fails_instead_of_hanging(qapp, modal, wait):
    """Each modal call ends the test with a sentence, and is on record for its end."""
    with pytest.raises(pytest.fail.Exception, match="waits for a click"):
        wait()
    assert len(modal) == 1
    modal.clear()


def test_a_dialog_of_our_own_cannot_be_modal_either(qapp, modal):
    """A subclass that is run through its own super() is caught as well."""

    class Ours(QDialog):
        def exec(self):
            return super().exec()

    with pytest.raises(pytest.fail.Exception):
        Ours().exec()
    modal.clear()


def test_nobodys_settings_are_touched(qapp, tmp_path):
    """Where Qt and the program would write settings is a folder of this one test."""
    assert Path(os.environ["FACILITATOR_SETTINGS"]).is_relative_to(tmp_path)
    assert archive_path(None).is_relative_to(tmp_path)
    kind = QStandardPaths.StandardLocation
    for place in (kind.ConfigLocation, kind.AppDataLocation, kind.CacheLocation):
        assert "test" in QStandardPaths.writableLocation(place)


class TestTheLoop:
    def test_coroutines_wait_for_timers_and_signals(self, aloop):
        """Qt's timers and asyncio's sleeps run in one loop."""

        async def story():
            rang = asyncio.Event()
            QTimer.singleShot(0, rang.set)
            await rang.wait()
            await asyncio.sleep(0)
            return "done"

        assert aloop.run_until_complete(asyncio.wait_for(story(), 5)) == "done"

    def test_another_thread_can_hand_work_in(self, aloop):
        """What the room's thread submits is answered in the desk's loop."""

        async def asked():
            return 7

        async def story():
            def ask():
                return asyncio.run_coroutine_threadsafe(asked(), aloop).result(5)

            return await asyncio.to_thread(ask)

        assert aloop.run_until_complete(asyncio.wait_for(story(), 5)) == 7

    def test_what_is_left_is_cancelled(self, aloop):
        """A task that would run for ever does not outlive its test, nor warn."""

        async def start():
            task = asyncio.get_running_loop().create_task(asyncio.sleep(3600))
            await asyncio.sleep(0)
            return task

        assert not aloop.run_until_complete(asyncio.wait_for(start(), 5)).done()

    @pytest.mark.parametrize("turn", range(20))
    def test_one_loop_after_another_is_closed_without_a_trace(self, aloop, turn):
        """Many loops in one process leave no warning and no open socket."""
        aloop.run_until_complete(asyncio.sleep(0))
        gc.collect()


class TestAstray:
    def test_a_loop_that_asyncio_made_is_found(self, astray):
        """The test at fault fails at its own end, and not whichever test the loop is collected in."""
        asyncio.set_event_loop(asyncio.new_event_loop())
        assert len(astray) == 1
        astray.pop().close()
        asyncio.set_event_loop(None)

    def test_papers_that_are_drawn_without_a_loop_ask_for_none(self, qapp, tmp_path, astray):
        """Nothing is begun for them, and the desk has nothing to wait for."""
        with at_desk(tmp_path, "post-notice") as desk, shown(desk, f"meetings/{EVENING}/papers"):
            assert not desk.works.ready
            assert not desk.works.busy
        assert astray == []

    def test_work_without_a_loop_is_refused(self, qapp):
        """Whoever begins it all the same is told so at once; nothing is left that nobody awaits."""
        with pytest.raises(RuntimeError, match="no loop yet"):
            Works().start(asyncio.sleep(0))


class TestFreed:
    def test_a_plain_window_is_freed(self, qapp):
        """A window that nobody holds is gone, children and all."""

        def make():
            window = QWidget()
            QWidget(window)
            return window

        assert_freed(make, lambda window: window.show())

    def test_a_window_in_a_list_is_found(self, qapp):
        """Python's hold on a window is told, and by what."""
        kept = []
        with pytest.raises(AssertionError, match="Python still holds QWidget 'kept': list"):
            assert_freed(lambda: _named("kept"), kept.append)

    def test_a_window_that_nobody_deleted_is_found(self, qapp):
        """A child that only Qt still holds is no less of a leak."""
        parent = QWidget()
        watch = Watch(QWidget(parent))
        with pytest.raises(AssertionError, match="Qt never destroyed"):
            watch.assert_freed()
        parent.deleteLater()
        del parent
        watch.assert_freed()

    def test_a_window_held_by_a_connection_is_found(self, qapp):
        """A lambda that was connected to a longer life keeps its window: the usual leak."""

        class Source(QObject):
            rang = Signal()

        source = Source()

        def listen(window):
            source.rang.connect(lambda: window.update())

        with pytest.raises(AssertionError, match="Python still holds"):
            assert_freed(QWidget, listen)


def _named(name):
    widget = QWidget()
    widget.setObjectName(name)
    return widget


def test_a_loop_of_qts_own_still_works(qapp):
    """Only what waits for people is refused: a local loop that a timer ends is not."""
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    assert loop.exec() == 0
