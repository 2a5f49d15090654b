"""Tells whether a window that was closed is really gone: from Qt and from Python."""

import gc
import weakref
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from shiboken6 import isValid


class Watch:
    """Watches one object without holding it; make it while the object lives."""

    def __init__(self, watched: QObject) -> None:
        self.name = f"{type(watched).__name__} {watched.objectName()!r}"
        self._python = weakref.ref(watched)
        self._destroyed: list[bool] = []
        destroyed = self._destroyed  # not self: the connection must not hold the watch
        watched.destroyed.connect(lambda: destroyed.append(True))

    def assert_freed(self) -> None:
        """Fail unless Qt has destroyed the object and Python holds it no more.

        What was put off (`deleteLater`) is done first. The caller must have let go of it.
        """
        do_what_was_put_off()
        held = self._python()
        assert self._destroyed or (held is not None and not isValid(held)), (
            f"Qt never destroyed {self.name}: nobody called deleteLater, or its parent lives"
        )
        if held is not None:
            holders = [_told(one) for one in gc.get_referrers(held) if type(one) is not _FRAME]
            del held
            raise AssertionError(f"Python still holds {self.name}: {'; '.join(holders)}")


def assert_freed(make: Callable[[], QObject], use: Callable[[QObject], object] = id) -> None:
    """Make an object, use it, delete it as Qt does, and fail if anything still holds it.

    `make` and `use` must keep nothing themselves; with a window: `use=lambda it: it.show()`.
    """
    made = make()
    watch = Watch(made)
    use(made)
    made.deleteLater()
    del made
    watch.assert_freed()


def do_what_was_put_off() -> None:
    """Carry out every `deleteLater` and let Python collect what goes round in circles."""
    for _ in range(3):  # what dies may put off another death
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
        if not gc.collect():
            break
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


_FRAME = type((lambda: (yield))().gi_frame)


def _told(holder: object) -> str:
    if isinstance(holder, dict):
        return f"a dict with {sorted(map(str, holder))[:6]}"
    return type(holder).__name__
