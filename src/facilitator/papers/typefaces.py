"""Which font stands for which hand."""

from __future__ import annotations

import os
from functools import cache

import typst

from facilitator.data import dataclass
from facilitator.places import resources

OWN_FONTS_ONLY = "FACILITATOR_OWN_FONTS"
"""Set to 1, it keeps the machine's fonts out, so that a page is the same everywhere (tests, CI)."""

_SONG = "Noto Serif SC"
_FANGSONG = ("FangSong", "FangSong_GB2312", "仿宋_GB2312", "仿宋", "STFangsong", "华文仿宋")
"""Names of 仿宋 on Windows, in Office and on macOS. It may not be given on, so none is ours."""
_OTHERS = (
    *("Noto Serif SC", "Noto Sans SC", "Facilitator Kai"),
    *(
        "SimSun",
        "宋体",
        "NSimSun",
        "Songti SC",
        "STSong",
        "Source Han Serif SC",
        "Noto Serif CJK SC",
    ),
    *(
        "Microsoft YaHei",
        "微软雅黑",
        "SimHei",
        "黑体",
        "PingFang SC",
        "Heiti SC",
        "Source Han Sans SC",
    ),
    *("Noto Sans CJK SC", "KaiTi", "Kaiti SC", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei"),
    *("AR PL UMing CN", "AR PL UKai CN", "Droid Sans Fallback"),
)
"""What stands in for a font of ours that is gone, in this order; the first are ours."""


@dataclass(frozen=True, slots=True)
class Typefaces:
    """The families of one machine. All but `body` are our own, whatever else is installed."""

    body: str = _SONG
    from_machine: bool = False
    song: str = _SONG
    hei: str = "Noto Sans SC"
    kai: str = "Facilitator Kai"
    latin: str = "Libertinus Serif"
    """For English; Chinese takes its figures from the Song."""
    mono: str = "DejaVu Sans Mono"
    blind: bool = False
    """Whether there is nothing to write Chinese with: a page would be full of empty boxes."""


def own_fonts_only() -> bool:
    """Tell whether the machine's fonts are to be left out of account."""
    return os.environ.get(OWN_FONTS_ONLY, "") == "1"


@cache
def fonts(*, machine: bool) -> typst.Fonts:
    """Return our fonts, with the machine's beside them if asked for; looked up once a run."""
    return typst.Fonts(
        include_system_fonts=machine,
        include_embedded_fonts=True,
        font_paths=[str(resources() / "fonts")],
    )


@cache
def typefaces(*, own_only: bool) -> Typefaces:
    """Choose the families: 仿宋 for running text where the machine has it, our Song where not.

    The machine's fonts are used for nothing else, so two machines without 仿宋 make the same page; but where
    files of ours are gone or damaged, whatever Chinese there is stands in for them.
    """
    ours = Typefaces()
    if {ours.song, ours.hei, ours.kai} - set(fonts(machine=False).families()):
        return _stand_ins(machine=not own_only)
    if own_only:
        return ours
    installed = set(fonts(machine=True).families())
    found = next((family for family in _FANGSONG if family in installed), None)
    return Typefaces(body=found, from_machine=True) if found else ours


def _stand_ins(*, machine: bool) -> Typefaces:
    """The families of a program that has lost some of its own."""
    ours, there = Typefaces(), set(fonts(machine=machine).families())
    other = next((family for family in _OTHERS if family in there), None)
    if other is None:
        return Typefaces(from_machine=machine, blind=True)

    def kept(family: str) -> str:
        return family if family in there else other

    fangsong = next((family for family in _FANGSONG if family in there), kept(ours.song))
    return Typefaces(fangsong, machine, kept(ours.song), kept(ours.hei), kept(ours.kai))
