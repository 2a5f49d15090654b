"""The colours, light and dark, by what they are for. Words on their ground have 4.5:1 and more."""

from __future__ import annotations

from facilitator.data import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """One palette, as #RRGGBB. `…_ink` is for words, `…_soft` a ground that such words stand on."""

    dark: bool
    paper: str
    surface: str
    sunken: str
    line: str
    edge: str
    """The border of what can be pressed."""
    field: str
    """The border of what can be written in or ticked: seen on every ground."""
    ink: str
    soft: str
    """Secondary words."""
    faint: str
    """Shapes only, never words."""
    accent: str
    accent_on: str
    """Words on the accent."""
    accent_ink: str
    accent_soft: str
    accent_edge: str
    ring: str
    """Round what has the keys: seen on every ground."""
    rail: str
    rail_on: str
    rail_ink: str
    rail_bright: str
    good: str
    good_ink: str
    good_soft: str
    bad: str
    bad_ink: str
    bad_soft: str
    warn: str
    warn_ink: str
    warn_soft: str
    abstain: str
    abstain_soft: str
    empty: str
    """Cells of those who are not there."""
    mark: str
    """Behind words that were looked for."""
    mark_ink: str
    groups: tuple[str, ...]
    """One for each seat group in the charter's order; always with a shape beside it."""
    on_strong: str = "#FFFFFF"
    """Signs and words on `good`, `bad` and the group colours."""


LIGHT = Tokens(
    dark=False,
    paper="#FAF8F4",
    surface="#FFFFFF",
    sunken="#F2EFE8",
    line="#DED8CC",
    edge="#C9C2B4",
    field="#8A8478",
    ink="#22262B",
    soft="#555B62",
    faint="#8A9096",
    accent="#1F6F6B",
    accent_on="#FFFFFF",
    accent_ink="#15504D",
    accent_soft="#E1EFED",
    accent_edge="#9CC7C2",
    ring="#1F6F6B",
    rail="#21403F",
    rail_on="#3A5856",
    rail_ink="#D3E0DE",
    rail_bright="#FFFFFF",
    good="#2E7D4F",
    good_ink="#1F6038",
    good_soft="#E0F0E6",
    bad="#B23A48",
    bad_ink="#962B39",
    bad_soft="#F8E4E6",
    warn="#B7791F",
    warn_ink="#76480A",
    warn_soft="#FBF0DA",
    abstain="#6B7280",
    abstain_soft="#ECEDEF",
    empty="#E7E2D8",
    mark="#FFE9A8",
    mark_ink="#22262B",
    groups=("#3B6EA8", "#B9770E", "#7A4E8A", "#3F7F73", "#A0522D", "#5B6472"),
)

DARK = Tokens(
    dark=True,
    paper="#16191C",
    surface="#1F2428",
    sunken="#2A3035",
    line="#394147",
    edge="#566069",
    field="#7C858D",
    ink="#ECEEF0",
    soft="#B3BAC1",
    faint="#7C858D",
    accent="#237A74",
    accent_on="#FFFFFF",
    accent_ink="#9ADBD4",
    accent_soft="#1F3F3D",
    accent_edge="#3E7D78",
    ring="#9ADBD4",
    rail="#122726",
    rail_on="#2B4947",
    rail_ink="#BFD2CF",
    rail_bright="#FFFFFF",
    good="#2B7D4E",
    good_ink="#86D9A5",
    good_soft="#1D3A2A",
    bad="#C04B59",
    bad_ink="#F3A5AE",
    bad_soft="#452329",
    warn="#C98A2B",
    warn_ink="#F0C274",
    warn_soft="#41321A",
    abstain="#9AA2AC",
    abstain_soft="#333A42",
    empty="#30363B",
    mark="#5C4A14",
    mark_ink="#FFF1C9",
    groups=("#6FA3DC", "#D9982F", "#B287C4", "#5FB3A3", "#D0845C", "#98A3B3"),
)
