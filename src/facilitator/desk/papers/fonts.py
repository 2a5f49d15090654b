"""Which font stands in for 仿宋: it may not be given on, so a machine has it or it has not."""

from __future__ import annotations

from collections.abc import Iterable

from facilitator.words.tongue import Tongue

KNOWN = {"Noto Serif SC": "思源宋体（Noto Serif SC）"}


def font_words(faces: Iterable[tuple[str, str]], t: Tongue) -> str:
    """One sentence about running text in PDF; "" where no paper wants 仿宋."""
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
