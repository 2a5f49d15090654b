"""What may be typed where a number is counted: plain digits, or nothing yet."""

from __future__ import annotations

from PySide6.QtGui import QIntValidator


class Digits(QIntValidator):
    """See the module. Qt would also take +5 and 1,000; and Enter goes on from an empty field, too."""

    def validate(self, text: str, place: int) -> object:
        if not text:
            return self.State.Acceptable, text, place
        if not (text.isascii() and text.isdigit()):
            return self.State.Invalid, text, place
        return super().validate(text, place)
