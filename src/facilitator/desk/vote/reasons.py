"""The field for a reason that every correction of a vote asks for."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from facilitator.desk.desk import Desk
from facilitator.desk.widgets import words


def reason_field(desk: Desk, body: QVBoxLayout, name: str) -> QLineEdit:
    """Put a label and a field for the reason at the end of a panel."""
    t = desk.t
    made = QLineEdit()
    made.setObjectName(name)
    label = words(t("Reason (it stands in the record, beside what was there before)"), wrap=True)
    label.setBuddy(made)
    made.setAccessibleName(t("Reason"))
    body.addWidget(label)
    body.addWidget(made)
    return made
