"""Which font stands in for 仿宋: it may not be given on, so a machine has it or it has not."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.words.tongue import Tongue

OURS = {"宋体": "Noto Serif SC", "黑体": "Noto Sans SC", "楷体": "Facilitator Kai"}
"""The families that come with the program."""
KNOWN = {"Noto Serif SC": "思源宋体（Noto Serif SC）"}


def font_words(faces: Iterable[tuple[str, str]], t: Tongue) -> str:
    """One sentence about running text in PDF; "" where no paper wants 仿宋."""
    if lost := _stand_in(faces):
        return t(
            "Fonts of this program are missing or damaged: in PDF {font} stands in for them. Install the "
            "program again.",
            font=lost,
        )
    family = dict(faces).get("仿宋")
    if family is None:
        return ""
    if family in KNOWN:
        name = KNOWN[family] if t.lang == "zh" else family
        return t(
            "This computer has no FangSong: in PDF and on the screen {font} stands in for it. "
            "Word files ask for FangSong and look right where it is installed.",
            font=name,
        )
    return t("Running text is set in FangSong ({font}).", font=family)


def _stand_in(faces: Iterable[tuple[str, str]]) -> str:
    """The family that stands in for one that comes with the program; "" while all of them are there."""
    told = dict(faces)
    return next((told[face] for face, ours in OURS.items() if told.get(face, ours) != ours), "")
