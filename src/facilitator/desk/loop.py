"""The one loop that the desk's coroutines run in: made here, and never by asyncio itself.

`asyncio.get_event_loop()` makes a loop before Python 3.12 where there is none, and nothing would ever turn it:
what was begun in it would never go on, and closing would wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from qasync import QEventLoop

_made: list[QEventLoop] = []


def make_loop(app: QApplication) -> QEventLoop:
    """Qt's loop as asyncio's, from now on the desk's; whoever makes it runs and closes it."""
    import asyncio

    from qasync import QEventLoop

    loop = QEventLoop(app)
    asyncio.set_event_loop(loop)
    _made[:] = [loop]
    return loop


def desk_loop() -> QEventLoop | None:
    """The desk's loop, whether it turns already or not; None before it is made and after it is closed."""
    _made[:] = [loop for loop in _made if not loop.is_closed()]
    return _made[0] if _made else None
