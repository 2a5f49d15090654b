"""A process that lives by appending and is meant to be killed: the other half of test_kill.py and test_cuts.py.

For each path on its standard input it forks a child (what takes long to import is imported once), which
opens the archive and appends until it is killed. After each commit it says on standard output what is now
on the disk.
"""

import os
import random
import sys
from itertools import count
from pathlib import Path

from tests.record.toys import AT, Forgotten, Joined, Noted, Person, opened


def say(*words):
    """Write one line, in one piece, past every buffer."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def batch():
    """Return some events: short and long ones, personal data, now and then an erasure."""
    if random.random() < 0.04:
        return [Forgotten(f"m-{random.randrange(20)}")]
    events = []
    for _ in range(random.randint(1, 4)):
        if random.random() < 0.3:
            events.append(
                Joined(f"m-{random.randrange(20)}", Person("王秀英" * random.randint(1, 9)))
            )
        else:
            events.append(Noted("发言" * random.choice([3, 30, 300, 2000])))
    return events


def live(path, batches=None, synchronous="FULL", close=True):
    """Append for ever, or so often.

    The actor of a batch says how many events it has, so that half a batch can be told.
    """
    random.seed(os.urandom(8))
    with opened(Path(path), create=True) as record:
        record._db.execute("PRAGMA wal_autocheckpoint = 30").fetchall()  # be killed there too
        record._db.execute(f"PRAGMA synchronous = {synchronous}").fetchall()
        say("open")
        for _ in count() if batches is None else range(batches):
            stream = f"meeting/{random.randrange(3)}"
            events = batch()
            after = record.head(stream).version
            recorded = record.append(
                stream, events, after=after, at=AT, actor=f"{after}+{len(events)}"
            )
            say("ack", recorded[-1].seq, stream, after + len(events), record.head(stream).hash)
        if not close:
            os._exit(0)


def main():
    """Bear one child after another; or, with words, append so many batches, and close or end without it."""
    if len(sys.argv) > 1:
        path, batches, synchronous, end = sys.argv[1:]
        live(path, int(batches), synchronous, end == "close")
        return
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            live(line.strip())
        say("born", child)
        _, status = os.waitpid(child, 0)
        say("dead", os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
