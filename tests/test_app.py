"""Starting the product: windows without a command, else the command line; a sentence without a screen."""

import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from facilitator.app import asks_for_windows, by_hand, safe_asked
from facilitator.desk.settings import Settings
from facilitator.opening import open_session

PATIENCE = 60


@pytest.mark.parametrize(
    ("words", "archive"),
    [
        ([], ""),
        (["--archive", "x"], "x"),
        (["--archive=x y"], "x y"),
        (["松柏岗.facilitator"], "松柏岗.facilitator"),
        (["E:\\MEETING.FACILITATOR"], "E:\\MEETING.FACILITATOR"),
        (["-x.facilitator"], None),
        (["list"], None),
        (["list", "--archive", "x"], None),
        (["--archive", "x", "list"], None),
        (["--help"], None),
        (["--version"], None),
        (["--lang", "en"], ""),
        (["--lang=zh"], ""),
        (["--lang", "zh", "--archive", "x"], "x"),
        (["--archive", "x", "--lang", "zh"], "x"),
        (["--lang", "zh", "list"], None),
        (["--lang", "fr"], None),
        (["no-such"], None),
    ],
)
def test_windows_are_asked_for_by_saying_no_command(words, archive, monkeypatch):
    """An archive may be named, also by a double click on it; every other word is the command line's."""
    monkeypatch.delenv("FACILITATOR_ARCHIVE", raising=False)
    assert asks_for_windows(words) == archive


def test_a_file_that_a_desktop_names_is_opened_whatever_its_ending(tmp_path):
    """Desktops know an archive by what is in it, too; a word that is no whole path stays a command."""
    named = tmp_path / "档案 副本.bak"
    named.touch()
    assert asks_for_windows([str(named)]) == str(named)
    assert asks_for_windows([str(tmp_path / "none.bak")]) is None


def test_a_safe_start_is_asked_for_beside_other_words():
    """Wherever it stands; it is no word of the command line, and takes no archive's place."""
    assert safe_asked(["--lang", "zh", "--safe", "a.facilitator"]) == (
        True,
        ["--lang", "zh", "a.facilitator"],
    )
    assert safe_asked(["--archive", "x"]) == (False, ["--archive", "x"])


def test_the_demo_through_the_windows_is_not_the_command_lines():
    """It opens windows, which the command line may not; its help and every other demo are told there."""
    assert by_hand(["--lang", "en", "demo", "--windows", "--out", "x"])
    assert not by_hand(["demo", "--out", "x"])
    assert not by_hand(["demo", "--windows", "--help"])
    assert not by_hand(["play", "--windows"])


def test_the_archive_may_be_named_by_the_environment(monkeypatch):
    """As on the command line."""
    monkeypatch.setenv("FACILITATOR_ARCHIVE", "there")
    assert asks_for_windows([]) == "there"


def test_a_language_that_is_named_is_spoken_this_time_only(tmp_path):
    """The one that was chosen before is kept, and another may be chosen at any time."""
    Settings(tmp_path).lang = "zh"
    now = Settings(tmp_path)
    now.speak("en")
    assert (now.lang, Settings(tmp_path).lang) == ("en", "zh")
    now.lang = "zh"
    assert now.lang == "zh"


@pytest.fixture
def home(tmp_path):
    """Give the surroundings of somebody who has never started the program, without a screen."""
    surroundings = {
        name: text for name, text in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "FACILITATOR_ARCHIVE")
    }  # fmt: skip
    for name in ("FACILITATOR_SETTINGS", "XDG_DATA_HOME", "HOME", "LOCALAPPDATA"):
        surroundings[name] = str(tmp_path / name.lower())
    return surroundings


def facilitator(*words):
    """Name the program as it is started."""
    return [sys.executable, "-m", "facilitator", *words]


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere there is always a screen"
)
@pytest.mark.parametrize(
    ("lang", "said"), [("zh", "没有可以打开窗口的屏幕"), ("en", "no screen here")]
)
def test_without_a_screen_one_sentence_says_so(home, lang, said):
    """No abort of Qt's, no traceback; the exit code of the environment."""
    home["FACILITATOR_LANG"] = lang
    told = subprocess.run(facilitator(), env=home, capture_output=True, text=True, check=False)
    assert told.returncode == 3
    assert said in told.stderr
    assert len(told.stderr.splitlines()) == 1
    home["FACILITATOR_LANG"] = "en" if lang == "zh" else "zh"
    asked = facilitator("--lang", lang)
    assert (
        subprocess.run(asked, env=home, capture_output=True, text=True, check=False).stderr
        == told.stderr
    )


def test_without_a_library_of_the_system_it_is_named(home, tmp_path):
    """What Qt cannot load is said in a sentence with the line to type."""
    broken = tmp_path / "path" / "PySide6"
    broken.mkdir(parents=True)
    line = "raise ImportError('libEGL.so.1: cannot open shared object file: No such file')"
    (broken / "__init__.py").write_text(line)
    home |= {"PYTHONPATH": str(broken.parent), "FACILITATOR_LANG": "en"}
    told = subprocess.run(facilitator(), env=home, capture_output=True, text=True, check=False)
    assert told.returncode == 3
    assert "libEGL.so.1 is missing" in told.stderr
    assert "sudo apt install" in told.stderr
    assert "Traceback" not in told.stderr


def test_the_command_line_needs_no_windows(home, tmp_path):
    """Qt is not even looked for."""
    broken = tmp_path / "path" / "PySide6"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("raise ImportError('nothing')")
    home["PYTHONPATH"] = str(broken.parent)
    told = subprocess.run(
        facilitator("--version"), env=home, capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stdout[:11]) == (0, "facilitator")


@pytest.fixture
def started(home):
    """Start the windows offscreen; return how, and end what was not ended."""
    home["QT_QPA_PLATFORM"] = "offscreen"
    running = []

    def start(*words):
        program = subprocess.Popen(facilitator(*words), env=home, stderr=subprocess.PIPE, text=True)
        running.append(program)
        return program

    yield start
    for program in running:
        program.kill()
        program.wait()
        program.stderr.close()


def wait_for(true):
    """Look until something is so; fail when it takes too long."""
    last = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < last, "waited in vain"
        time.sleep(0.02)


def own_archive(home):
    return Path(home["XDG_DATA_HOME"]) / "facilitator" / "archive.facilitator"


def settings_text(home):
    file = Path(home["FACILITATOR_SETTINGS"]) / "facilitator.ini"
    return file.read_text() if file.exists() else ""


def is_open(home):
    """Tell whether the program says that an archive is open."""
    return any(
        line.startswith("open=") and line != "open=" for line in settings_text(home).splitlines()
    )


@pytest.mark.skipif(os.name != "posix", reason="signals as on Unix")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_it_starts_and_ends_in_order_when_the_system_asks(home, started, number):
    """An archive of one's own, no noise, exit code 0, and the archive is one file again."""
    program = started()
    wait_for(lambda: is_open(home))
    second = started()  # answered only by a first whose loop runs
    assert second.wait(PATIENCE) == 0
    program.send_signal(number)
    assert program.wait(PATIENCE) == 0
    assert not is_open(home)
    assert [one.name for one in own_archive(home).parent.iterdir()] == ["archive.facilitator"]
    noise = [
        line
        for line in program.stderr.read().splitlines()
        if "This plugin does not support" not in line
    ]
    assert noise == []


@pytest.mark.skipif(os.name != "posix", reason="kills as on Unix")
def test_after_a_kill_it_starts_again(home, started):
    """Lock, socket and archive of the one that was killed are in nobody's way."""
    first = started()
    wait_for(lambda: is_open(home))
    first.kill()
    first.wait()
    two = [started(), started()]  # one of them is the first now, and hears of the other
    wait_for(lambda: [one.poll() for one in two].count(0) == 1)
    (heir,) = [one for one in two if one.poll() is None]
    heir.terminate()
    assert heir.wait(PATIENCE) == 0
    open_session(str(own_archive(home))).close()


@pytest.mark.skipif(os.name != "posix", reason="signals as on Unix")
def test_it_opens_the_archive_that_is_named(home, started, tmp_path):
    """And remembers it."""
    path = tmp_path / "named.facilitator"
    with closing(open_session(str(path), create=True)):
        pass
    program = started("--archive", str(path))
    wait_for(lambda: is_open(home))
    assert str(path) in settings_text(home)
    program.terminate()
    assert program.wait(PATIENCE) == 0
    assert not own_archive(home).exists()
