"""Bring the catalogues of words up to date with the source, and compile them. `dev.py words` runs this.

The English sentences in `src` are the keys. New ones appear with an empty translation, those gone from
the source are dropped, nothing is ever guessed (no fuzzy entries). A test holds that the result has no
gap. Catalogues carry no dates and no line numbers, so that they change only when words do.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "resources" / "locale"
KEYWORDS = {
    "t": None,
    "many": (1, 2),
    "within": ((1, "c"), 2),
    "mark": None,
    "mark_in": ((1, "c"), 2),
    "mark_many": (1, 2),
}
"""The calls that hold words, as `facilitator.words.tongue` defines them."""
NOISE = tuple(
    f'"{field}'.encode()
    for field in (
        "Report-",
        "POT-Creation-",
        "PO-Revision-",
        "Last-",
        "Language-Team",
        "Generated-",
    )
)
"""Header lines that say nothing about words, and change with the clock or with Babel."""


def extract() -> Catalog:
    """Collect every text that the source marks, sorted by the file it stands in."""
    found = Catalog(project="Facilitator", charset="utf-8")
    source = ROOT / "src"
    texts = extract_from_dir(source, [("**.py", "python")], keywords=KEYWORDS)
    for name, _line, text, comments, context in sorted(texts, key=lambda one: (one[0], one[1])):
        place = Path(name).as_posix()
        found.add(text, locations=[(place, 0)], auto_comments=comments, context=context)
    return found


def compiled_catalogues() -> list[Path]:
    """Write the compiled form beside each catalogue and return where they are."""
    made: list[Path] = []
    for text in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        with text.open("rb") as file:
            catalogue = read_po(file, locale=text.parent.parent.name)
        buffer = io.BytesIO()
        write_mo(buffer, catalogue)
        made.append(text.with_suffix(".mo"))
        made[-1].write_bytes(buffer.getvalue())
    return made


def update(text: Path) -> list[str]:
    """Bring one catalogue up to date; return the texts that still have no translation."""
    with text.open("rb") as file:
        catalogue = read_po(file, locale=text.parent.parent.name)
    catalogue.update(extract(), no_fuzzy_matching=True, update_creation_date=False)
    buffer = io.BytesIO()
    write_po(
        buffer, catalogue, width=100, ignore_obsolete=True, sort_by_file=True, include_lineno=False
    )
    lines = buffer.getvalue().splitlines(keepends=True)
    text.write_bytes(b"".join(line for line in lines if not line.startswith(NOISE)).lstrip(b"\n"))
    return [str(one.id) for one in catalogue if one.id and not all(_texts(one.string))]


def _texts(string: object) -> tuple[object, ...]:
    return string if isinstance(string, tuple) else (string,)


def main() -> None:
    """Update and compile every catalogue; say what is still to be translated."""
    for text in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        missing = update(text)
        for one in missing:
            sys.stdout.write(f"{text.relative_to(ROOT)}: to translate: {one}\n")
    compiled_catalogues()


if __name__ == "__main__":
    main()
