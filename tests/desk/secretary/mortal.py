"""A program that types a line, tells when its draft is on the disk, and waits to be killed."""

import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from facilitator.demo.stage import EVENING, staged, up_to
from facilitator.desk.secretary.drafts import drafts_of, key_of
from facilitator.desk.secretary.foot import Foot
from tests.desk.evening import write

WORDS = "晚上十点以后回来的，怕是没有位子停。"


def main():
    """Type, and let the loop run until the draft is there: nothing is flushed by hand."""
    app = QApplication([])
    desk = staged(Path(sys.argv[1]), up_to("i3"))
    foot = Foot(desk, EVENING)
    foot.show()
    write(foot.line.editor, WORDS)
    path = drafts_of(desk).path(key_of(desk.session.meeting(EVENING)))
    until = time.monotonic() + 20
    while not path.exists() and time.monotonic() < until:
        app.processEvents()
    print(f"kept {path}", flush=True)  # noqa: T201 - this is how it speaks
    time.sleep(60)


if __name__ == "__main__":
    main()
