"""Words on the screen: plain text always, whatever a person's name holds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy


def words(
    text: str = "", kind: str = "", tone: str = "", *, wrap: bool = False, name: str = ""
) -> QLabel:
    """A label. `kind`: title, item, motion, head, strong, value, name, clock, verdict, secondary, small.

    `tone`: soft, good, bad, warn, accent. `name` is how tests and the demo find it.
    """
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if wrap:
        label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if name:
        label.setObjectName(name)
    label.setProperty("kind", kind)
    label.setProperty("tone", tone)
    return label


def chip(text: str = "", look: str = "plain", *, name: str = "") -> QLabel:
    """A small rounded mark: plain, accent, good, bad, warn, sample."""
    label = words(text, name=name)
    label.setProperty("chip", look)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return label


def retone(label: QLabel, **properties: str) -> None:
    """Change what a label is (`kind`, `tone`, `chip`) after it was made."""
    for key, value in properties.items():
        label.setProperty(key, value)
    label.style().unpolish(label)
    label.style().polish(label)
