"""Starts the product; the only module that knows every room."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

ENVIRONMENT = 3
"""Exit code when the machine lacks something, as on the command line."""
ENDING = ".facilitator"
SAFE = "--safe"
BY_HAND = "--windows"


def main() -> None:
    """Open the windows when no command is named, else run the command line; ends the process.

    `facilitator`, `facilitator --archive FILE` and `facilitator FILE` open windows; with `--lang zh` or
    `--lang en` beside it they speak that language this time; with `--safe` they open no archive by themselves.
    """
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()  # a worker process of a frozen program comes by here
    safe, words = safe_asked(sys.argv[1:])
    if by_hand(words):
        from facilitator.demo.__main__ import demo

        demo(
            [word for word in lang_asked(words)[1][1:] if word != BY_HAND],
            prog_name="facilitator demo",
        )
    archive = asks_for_windows(words)
    if archive is not None:
        sys.exit(windows(archive, lang_asked(words)[0], safe=safe))
    from facilitator.cli import facilitator

    facilitator(prog_name="facilitator")


def asks_for_windows(words: Sequence[str]) -> str | None:
    """The archive to open windows on, "" for the last one; None when these are words of the command line."""
    match lang_asked(words)[1]:
        case []:
            return os.environ.get("FACILITATOR_ARCHIVE", "")
        case ["--archive", path]:
            return path
        case [word] if word.startswith("--archive="):
            return word.removeprefix("--archive=")
        case [word] if _names_an_archive(word):
            return word  # opened with a double click
    return None


def _names_an_archive(word: str) -> bool:
    """By its ending, however a stick or another system spells it, or by the whole path that desktops name."""
    if word.startswith("-"):
        return False
    return word.lower().endswith(ENDING) or (os.path.isabs(word) and os.path.isfile(word))


def safe_asked(words: Sequence[str]) -> tuple[bool, list[str]]:
    """Whether a safe start is asked for, and the other words."""
    return SAFE in words, [word for word in words if word != SAFE]


def by_hand(words: Sequence[str]) -> bool:
    """Whether the demo is to be played through the windows, which the command line itself cannot open."""
    return lang_asked(words)[1][:1] == ["demo"] and BY_HAND in words and "--help" not in words


def lang_asked(words: Sequence[str]) -> tuple[str, list[str]]:
    """The language that is named among the words, "" for none, and the other words."""
    for at, word in enumerate(words):
        for lang in ("zh", "en"):
            if word == f"--lang={lang}":
                return lang, [*words[:at], *words[at + 1 :]]
            if [*words[at : at + 2]] == ["--lang", lang]:
                return lang, [*words[:at], *words[at + 2 :]]
    return "", list(words)


def windows(archive: str, lang: str = "", *, safe: bool = False) -> int:
    """Open the windows; where the machine cannot show any, say in one sentence what is missing."""
    if missing := _missing(lang):
        print(missing, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return ENVIRONMENT
    gc.disable()  # until the first page is there: all that is made before it stays
    from facilitator.desk.start import run

    return run(archive, lang, safe=safe)


def _missing(lang: str) -> str:
    """What windows need and this machine has not, as a sentence in that language or the user's."""
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        return _sentence("library", str(error).partition(":")[0], lang)
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if os.environ.get("WAYLAND_DISPLAY"):
        return ""
    if not os.environ.get("DISPLAY"):
        return _sentence("screen", "", lang)
    from ctypes import CDLL

    try:
        CDLL("libxcb-cursor.so.0")  # without it Qt ends the process without a word of ours
    except OSError:
        return _sentence("library", "libxcb-cursor.so.0", lang)
    return ""


def _sentence(what: str, name: str, lang: str) -> str:
    from facilitator.cli.answers import default_lang
    from facilitator.words.tongue import tongue

    t = tongue(lang or default_lang())
    if what == "screen":
        return t(
            "There is no screen here to open a window on. `facilitator --help` says what works without one."
        )
    return t(
        "Windows cannot be opened here: {name} is missing. On Debian or Ubuntu: {command}",
        name=name,
        command="sudo apt install libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 "
        "libxcb-keysyms1 libxcb-shape0 libfontconfig1 libdbus-1-3",
    )


if __name__ == "__main__":
    main()
