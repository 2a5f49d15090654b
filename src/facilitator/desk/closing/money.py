"""Money as people type it: exactly, in fen, never through a fraction that a machine rounds."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

_AMOUNT = re.compile(r"(?P<yuan>\d{1,3}(?:,\d{3})+|\d+)?(?P<rest>\.\d*)?(?P<wan>万)?")
_AROUND = re.compile(r"^(?:人民币|cny|rmb|¥|￥)|(?:元整?|块|yuan|cny|rmb)$", re.IGNORECASE)
LONGEST = 24
"""Characters: more are no amount of money."""


class NoMoney(ValueError):
    """What was typed is no amount of money."""


def read_fen(text: str) -> int:
    """Read 3500, 3,500.50元, ¥3500, ３５００, 1.5万; 0 for no text. Raises `NoMoney`, also for half a fen."""
    plain = unicodedata.normalize("NFKC", text).replace(" ", "").replace("，", ",")
    while (bare := _AROUND.sub("", plain)) != plain:
        plain = bare
    if not text.strip():
        return 0
    found = _AMOUNT.fullmatch(plain)
    if found is None or len(plain) > LONGEST or not any(char.isdigit() for char in plain):
        raise NoMoney(text)
    digits = (found["yuan"] or "0").replace(",", "") + (found["rest"] or "")
    fen = Decimal(digits) * (1_000_000 if found["wan"] else 100)
    if fen != fen.to_integral_value():
        raise NoMoney(text)
    return int(fen)


def show_yuan(fen: int) -> str:
    """An amount as it stands in a field: 3500 or 3500.50; "" for nothing."""
    yuan, rest = divmod(fen, 100)
    return "" if not fen else f"{yuan}.{rest:02}" if rest else str(yuan)
