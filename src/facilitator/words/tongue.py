"""One language to speak: English sentences are the keys, a compiled catalogue holds the others.

Several languages are open at once, because a meeting's papers and the window may differ: nothing here
is global. The facts put into a sentence are plain text and are never read as a pattern themselves.

The catalogue is filled by reading the source (`dev.py words`), so the English text must stand as a literal
in a call of `t(…)`, `t.many(…)`, `t.within(…)` — the variable is always called `t` — or of a `mark…` below.
"""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path
from typing import Any

from facilitator.places import resources
from facilitator.words.compiled import Compiled

DOMAIN = "facilitator"
LANGUAGES = ("zh", "en")
NBSP = "\u00a0"
"""No-break space: between a number and its unit, where a line must not end."""


class CatalogueMissing(RuntimeError):
    """The compiled words of a language are not where they should be: the set-up was not run."""


class Tongue:
    """Speaks one language. `t("{count} seats", count=3)` returns the sentence with its facts."""

    def __init__(self, lang: str, words: gettext.NullTranslations) -> None:
        self.lang = lang
        self._words = words

    def __call__(self, msgid: str, /, **facts: Any) -> str:
        """The sentence in this language; `KeyError` if a fact of it is not given (our own bug)."""
        return self._words.gettext(msgid).format(**facts)

    def many(self, one: str, more: str, n: int, /, **facts: Any) -> str:
        """The sentence for the number `n`, which it may show as `{n}`."""
        return self._words.ngettext(one, more, n).format(**{"n": n, **facts})

    def within(self, context: str, msgid: str, /, **facts: Any) -> str:
        """The sentence where the English words alone have several meanings."""
        return self._words.pgettext(context, msgid).format(**facts)


def mark(msgid: str) -> str:
    """Note a text for the catalogue that is put in a table now and spoken later by `t`."""
    return msgid


def mark_in(context: str, msgid: str) -> tuple[str, str]:
    """Note a text with its context, to be spoken later by `t.within(*marked)`."""
    return context, msgid


def mark_many(one: str, more: str) -> tuple[str, str]:
    """Note a text that depends on a number, to be spoken later by `t.many(*marked, n)`."""
    return one, more


@cache
def tongue(lang: str) -> Tongue:
    """The tongue for `lang` (zh or en); `ValueError` for any other, `CatalogueMissing` before the set-up."""
    if lang not in LANGUAGES:
        raise ValueError(f"no such language: {lang!r} (there are {', '.join(LANGUAGES)})")
    if lang == "en":  # the language of the keys
        return Tongue(lang, gettext.NullTranslations())
    return Tongue(lang, _catalogue(resources() / "locale" / lang / "LC_MESSAGES"))


def _catalogue(folder: Path) -> gettext.NullTranslations:
    compiled = folder / f"{DOMAIN}.mo"
    if not compiled.is_file():
        raise CatalogueMissing(
            f"{compiled} is missing: `python3 dev.py check` compiles the words (a wheel brings them)."
        )
    return Compiled(compiled)
