"""A `.pb` file from the disk."""

from __future__ import annotations

import stat
from pathlib import Path

from facilitator.acts import RuleViolation, Trouble
from facilitator.pabulib.election import Election
from facilitator.pabulib.read import read
from facilitator.pabulib.sections import MOST_BYTES


def read_file(path: Path) -> Election:
    """What a file says. `Trouble` (`no-file`, `unreadable`) when it cannot be had; what is in it, as `read`."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise Trouble("unreadable", path=str(path), reason="not a file")
        if found.st_size > MOST_BYTES:
            raise RuleViolation("pb-too-large", size=found.st_size, most=MOST_BYTES)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise Trouble("no-file", path=str(path)) from error
    except OSError as error:
        raise Trouble("unreadable", path=str(path), reason=error.strerror or str(error)) from error
    return read(data)
