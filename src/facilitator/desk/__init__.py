"""The windows: what people see and touch. It shows and asks; every act goes through the session."""

from __future__ import annotations

import sys
from contextlib import suppress

import PySide6.QtCore  # noqa: F401


def _look_into_no_source() -> None:
    """Keep PySide from reading the source of every module that is imported after it.

    It looks there for a switch (`from __feature__ import …`) that nobody uses here; that is a tenth of the time
    until the day's page is seen. Where a later PySide does otherwise, nothing is lost.
    """
    feature = sys.modules.get("shibokensupport.feature")
    with suppress(AttributeError):
        setattr(feature, "_mod_uses_pyside", lambda _module: False)  # noqa: B010


_look_into_no_source()
