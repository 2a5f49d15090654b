"""Make `resources/fonts/` from the fonts as their makers publish them.

    python packaging/cut_fonts.py FOLDER

FOLDER holds, anywhere below it, the unpacked npm packages `@expo-google-fonts/noto-sans-sc` and
`@expo-google-fonts/noto-serif-sc` and the unpacked Debian package `fonts-lxgw-wenkai`. Needs
fontTools, which the program itself does not, so it is in no lock file: this ran once and the
result is committed.

Why cut at all: these fonts draw 二 (U+4E8C) and the radical ⼆ (U+2F06) with one glyph. A PDF
writer that asks the font which character a glyph stands for may be told the radical, and then a
name copied or searched in the paper is not that name any more. Nobody's name is spelled in
radicals, so the whole range U+2E80-2FDF leaves the character map; no drawing is touched.

LXGW WenKai reserves its name: a changed copy must be called something else, so ours is
"Facilitator Kai". Noto reserves no name that we would carry.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.ttLib import TTFont

RADICALS = range(0x2E80, 0x2FE0)
FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"

# What it is called where it comes from, what it is called here, and its new family name if any.
SOURCES = (
    ("NotoSansSC_400Regular.ttf", "NotoSansSC-Regular.ttf", None),
    ("NotoSansSC_700Bold.ttf", "NotoSansSC-Bold.ttf", None),
    ("NotoSerifSC_400Regular.ttf", "NotoSerifSC-Regular.ttf", None),
    ("NotoSerifSC_700Bold.ttf", "NotoSerifSC-Bold.ttf", None),
    ("LXGWWenKai-Regular.ttf", "FacilitatorKai-Regular.ttf", "Facilitator Kai"),
)

FAMILY, UNIQUE, FULL, POSTSCRIPT = 1, 3, 4, 6
ENGLISH = (0x409, 0)  # the language's number on Windows and on old Macs


def cut_radicals(font: TTFont) -> int:
    """Take the radicals out of every character map; say how many entries went."""
    gone = 0
    for table in font["cmap"].tables:
        if not table.isUnicode():
            continue
        for code in RADICALS:
            gone += table.cmap.pop(code, None) is not None
    return gone


def rename(font: TTFont, family: str) -> None:
    """Give a regular font another family name; its copyright lines stay as they are."""
    table = font["name"]
    names = {
        FAMILY: family,
        UNIQUE: f"{family}:{font['head'].fontRevision:.3f}",
        FULL: f"{family} Regular",
        POSTSCRIPT: f"{family.replace(' ', '')}-Regular",
    }
    table.names = [record for record in table.names if record.langID in ENGLISH]
    for record in table.names:
        if record.nameID in names:
            record.string = names[record.nameID]


def cut(source: Path, target: Path, family: str | None) -> str:
    """Write the cut copy of one font and say what was done."""
    font = TTFont(source, recalcTimestamp=False, recalcBBoxes=False)
    gone = cut_radicals(font)
    if family:
        rename(font, family)
    font.save(target)
    return f"{target.name}: {gone} radical entries cut, {target.stat().st_size / 1e6:.1f} MB"


def main(folder: Path) -> None:
    """Find every source below the folder and write its cut copy into the project."""
    FONTS.mkdir(parents=True, exist_ok=True)
    for name, ours, family in SOURCES:
        found = sorted(folder.rglob(name))
        if not found:
            sys.exit(f"{name} is nowhere below {folder}")
        sys.stdout.write(cut(found[0], FONTS / ours, family) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python packaging/cut_fonts.py FOLDER")
    main(Path(sys.argv[1]))
