"""Makes an archive of so many meetings: `python -m facilitator.demo.many N OUT`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from facilitator.demo.many.years import make


def main() -> None:
    """Refuse to write over anything; say how far it is."""
    if len(sys.argv) != 3 or not sys.argv[1].isdigit() or not int(sys.argv[1]):
        sys.exit("python -m facilitator.demo.many N OUT: N meetings into the new archive OUT")
    count, path = int(sys.argv[1]), Path(sys.argv[2])
    if path.exists():
        sys.exit(f"{path} is there already")
    begun = time.monotonic()

    def said(held: int) -> None:
        sys.stderr.write(f"{held} of {count} meetings, {time.monotonic() - begun:.0f} s\n")

    make(path, count, said)


if __name__ == "__main__":
    main()
