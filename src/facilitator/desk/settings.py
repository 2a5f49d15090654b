"""What the program remembers from one start to the next; never anything about a meeting."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import platformdirs
from PySide6.QtCore import QByteArray, QLocale, QSettings

from facilitator.desk.theme import SIZES
from facilitator.words.tongue import LANGUAGES

HOME = "FACILITATOR_SETTINGS"
"""Names another folder for the settings: tests and the demo leave a person's own alone."""


def settings_folder() -> Path:
    """The folder for settings and drafts."""
    named = os.environ.get(HOME)
    return (
        Path(named) if named else Path(platformdirs.user_config_dir("facilitator", appauthor=False))
    )


class Settings:
    """Typed access to an ini file; a value that does not fit is as good as none."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or settings_folder()
        self._kept = QSettings(str(self.folder / "facilitator.ini"), QSettings.Format.IniFormat)
        self._lang = ""
        """The language once it was asked for: every word on a screen asks for it."""

    @property
    def lang(self) -> str:
        """Language of the windows, zh or en."""
        self._lang = self._lang or self._spoken_lang()
        return self._lang

    def _spoken_lang(self) -> str:
        english = QLocale.system().language() == QLocale.Language.English
        named = os.environ.get("FACILITATOR_LANG", "")
        default = named if named in LANGUAGES else "en" if english and _spoken() else "zh"
        return self._one_of("lang", LANGUAGES, default)

    @lang.setter
    def lang(self, lang: str) -> None:
        self._keep("lang", lang)
        self._lang = ""

    def speak(self, lang: str) -> None:
        """Speak a language until another is chosen; nothing of it is kept."""
        self._lang = lang

    @property
    def size(self) -> int:
        """Size of everything, in per cent."""
        sizes = tuple(str(size) for size in SIZES)
        return int(self._one_of("size", sizes, "100"))

    @size.setter
    def size(self, size: int) -> None:
        self._keep("size", str(size))

    @property
    def dark(self) -> bool:
        """Whether the dark palette is worn."""
        return self._one_of("look", ("light", "dark"), "light") == "dark"

    @dark.setter
    def dark(self, dark: bool) -> None:
        self._keep("look", "dark" if dark else "light")

    @property
    def archive(self) -> str:
        """Where the last archive lies; "" before there was one."""
        return self._text("archive")

    @archive.setter
    def archive(self, path: str) -> None:
        self._keep("archive", path)

    @property
    def page(self) -> str:
        """The page that was open last, as `Place.text`."""
        return self._text("page")

    @page.setter
    def page(self, place: str) -> None:
        self._keep("page", place)

    @property
    def actor(self) -> str:
        """Who keeps the record at this laptop; "" takes the name of the computer's user."""
        return self._text("actor")

    @actor.setter
    def actor(self, name: str) -> None:
        self._keep("actor", name)

    @property
    def names_shown(self) -> bool:
        """Whether the projector shows people's names."""
        return self._one_of("projector-names", ("yes", "no"), "yes") == "yes"

    @names_shown.setter
    def names_shown(self, shown: bool) -> None:
        self._keep("projector-names", "yes" if shown else "no")

    def save(self) -> None:
        """Write now what would be written soon."""
        self._kept.sync()

    @property
    def kept(self) -> bool:
        """Whether the last `save` has worked: a folder may be one that nobody writes to."""
        return self._kept.status() is QSettings.Status.NoError

    def geometry(self, window: str) -> QByteArray:
        """Where a window stood; empty when that is not known."""
        value = self._kept.value(f"window/{window}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_geometry(self, window: str, geometry: QByteArray) -> None:
        """Remember where a window stands."""
        self._keep(f"window/{window}", geometry)

    def forget_looks(self) -> None:
        """Be as new in place, size and look of the windows, and in the page; all else is kept."""
        for key in ("window", "size", "look", "page"):
            self._kept.remove(key)
        self.save()

    def text(self, key: str) -> str:
        """Any other remembered text, under a key of the form room/what."""
        return self._text(key)

    def keep_text(self, key: str, text: str) -> None:
        """Remember a text."""
        self._keep(key, text)

    def _text(self, key: str) -> str:
        value = self._kept.value(key)
        return value if isinstance(value, str) else ""

    def _one_of(self, key: str, known: tuple[str, ...], default: str) -> str:
        value = self._text(key)
        return value if value in known else default

    def _keep(self, key: str, value: Any) -> None:
        self._kept.setValue(key, value)


def _spoken() -> bool:
    """Whether the system says a language at all: a bare C locale counts as English and says nothing."""
    spoken = (
        os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    )
    return os.name == "nt" or spoken.lower().startswith("en")
