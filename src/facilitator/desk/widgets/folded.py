"""Buttons side by side, or one above the other where there is no room for their words."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QHBoxLayout


def fold(foot: QHBoxLayout, room: int, *buttons: QAbstractButton) -> None:
    """Lay a foot out for so many pixels; the last of the buttons is what comes next, and then lies on top."""
    shown = [one.sizeHint().width() for one in buttons if not one.isHidden()]
    edges = foot.contentsMargins()
    wants = sum(shown) + len(shown) * foot.spacing() + edges.left() + edges.right() + 2
    way = QHBoxLayout.Direction
    foot.setDirection(way.BottomToTop if wants > room else way.LeftToRight)
