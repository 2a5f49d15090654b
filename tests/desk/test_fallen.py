"""A program that falls without a word of Python's leaves where, without a name; one that ends well, nothing."""

import faulthandler
import os
import signal
import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication

from facilitator.desk import fallen, logbook
from facilitator.desk.fallen import NAME, OURS, Falls
from facilitator.desk.landing import crash_notice
from facilitator.desk.notices import Tone
from tests.desk.evening import at_desk


@pytest.fixture(autouse=True)
def _told_of_falls_again(pytestconfig):
    """Let pytest be told of its own falls again afterwards."""
    yield
    from _pytest.faulthandler import fault_handler_stderr_fd_key as key

    if (handed := pytestconfig.stash.get(key, None)) is not None:
        faulthandler.enable(file=handed)


@pytest.mark.skipif(os.name != "posix", reason="falls as Unix does")
def test_where_it_fell_is_known_at_the_next_start_and_once(tmp_path):
    """What kind of fault, in which function of ours; the folder with somebody's name in it is left out."""
    folder = tmp_path / "张 三丰" / "logs"
    script = tmp_path / "张三丰.py"
    script.write_text(
        "import os, signal, sys\nfrom pathlib import Path\n"
        "from facilitator.desk.fallen import Falls\n"
        "def last_words():\n    os.kill(os.getpid(), signal.SIGSEGV)\n"
        "Falls(Path(sys.argv[1])).watch()\nlast_words()\n"
    )
    ended = subprocess.run([sys.executable, str(script), str(folder)], check=False)
    assert ended.returncode == -signal.SIGSEGV
    falls = Falls(folder)
    falls.watch()
    first, *frames = falls.last.splitlines()
    assert first == "Fatal Python error: Segmentation fault"
    assert frames[0].endswith(" last_words")
    falls.rest()
    again = Falls(folder)
    again.watch()
    assert again.last == ""
    again.rest()
    assert list(folder.iterdir()) == []


def test_a_report_names_files_of_ours_and_no_folder(tmp_path):
    """Whatever else is in the file, words of a locale or of a thread's name, is left out."""
    (tmp_path / NAME).write_text(
        "Fatal Python error: Aborted\n\n"
        "Current thread 0x00007f [李秀英] (most recent call first):\n"
        f'  File "{OURS / "desk" / "life.py"}", line 7 in begin\n'
        '  File "/home/李秀英/lib/python/queue.py", line 171 in get\n'
        '  File "C:\\\\Users\\\\李秀英\\\\x.py", line 1 in <module>\n'
        '  File "facilitator/app.py", line 3 in main\n'
        "Extension modules: shiboken6.Shiboken (total: 1)\n李秀英\n"
    )
    falls = Falls(tmp_path)
    falls.watch()
    falls.rest()
    assert falls.last.splitlines() == [
        "Fatal Python error: Aborted",
        "  facilitator/desk/life.py:7 begin",
        "  (queue) get",
        "  (x) <module>",
        "  facilitator/app.py:3 main",
    ]


def test_where_nothing_can_be_written_it_starts_all_the_same(tmp_path):
    """A file in the way of the folder of logs."""
    (tmp_path / "logs").write_text("")
    falls = Falls(tmp_path / "logs" / "deeper")
    falls.watch()
    falls.rest()
    assert falls.last == ""


def test_a_thread_that_calls_itself_without_end_is_cut_short(tmp_path):
    """The innermost calls say enough."""
    (tmp_path / NAME).write_text('  File "a.py", line 1 in f\n' * 5000)
    assert len(fallen._told(tmp_path / NAME).splitlines()) == fallen.LINES


def test_the_next_start_says_it_and_offers_the_report(qapp, tmp_path):
    """It stays until it is answered; the report that is copied says where it fell."""
    logbook.end()
    logbook.note_report("Fatal Python error: Aborted\n  facilitator/desk/life.py:7 begin")
    with at_desk(tmp_path, "") as desk:
        notice = crash_notice(desk, fell=True)
        assert notice.tone is Tone.ASKED
        assert "已经记录的内容都在" in notice.text
        notice.way[1]()
    assert "facilitator/desk/life.py:7 begin" in QApplication.clipboard().text()
    logbook.end()
