"""A process of its own that is fed changed files, and says of each what came of it and how long it took.

Called by test_mutants.py with the kind of files, how many, and a folder to work in.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import facilitator.searching  # noqa: F401 what is loaded once is no memory of an import
from facilitator.acts import RuleViolation
from facilitator.cli.play import answers, lines
from facilitator.opening import open_session
from facilitator.pabulib.read import read
from facilitator.record.registers.product import KINDS, REGISTERS
from facilitator.record.verify import verify
from tests.pabulib.test_pabulib import SOUND
from tests.record.merging.laptops import COMMON, OURS, twin, written
from tests.record.merging.test_hostile import outcome
from tests.record.toys import Joined, Noted, Person

ROOT = Path(__file__).parents[1]
SCRIPTS = ("evening", "forum", "round")
chance = random.Random(20261129)


def mutated(data: bytes) -> bytes:
    """Change some bytes, cut some out, double some, put others in, or a value to its extreme."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(changed) or 1)
        end = at + chance.randint(1, 40)
        new = chance.choice(
            [
                bytes([chance.randrange(256)]),
                chance.choice(
                    [b"99999999999999999999", b"-1", b"null", b'""', b"[]", b"{}", b"[" * 200]
                ),
                changed[at:end] * 2,
                b"",
                chance.choice(["\u202e", "\ud800", "\x00", "王"]).encode("utf-8", "surrogatepass"),
            ]
        )
        changed[at : end if chance.random() < 0.5 else at + 1] = new
    return bytes(changed)


def scripts(count: int, folder: Path) -> Iterator[str]:
    """Before each line of a sample, a changed one; a line that is refused leaves nothing behind."""
    done = 0
    while done < count:
        name = SCRIPTS[done % len(SCRIPTS)]
        archive = folder / f"{done}.facilitator"
        session = open_session(str(archive), create=True)
        with session.record, (ROOT / "resources" / "demo" / f"{name}.jsonl").open("rb") as script:
            for number, line in list(lines(script))[: count - done]:
                before = session.record.ask("SELECT max(seq) FROM journal")
                answer = next(iter(answers(session, [(number, mutated(line))], "zh", folder)))
                after = session.record.ask("SELECT max(seq) FROM journal")
                assert answer["accepted"] or before == after
                yield "read" if answer["accepted"] else answer["code"]
                done += 1
                list(answers(session, [(number, line)], "zh", ROOT / "resources" / "demo"))
        assert verify(archive, KINDS, registers=REGISTERS).sound


def votings(count: int, _: Path) -> Iterator[str]:
    """A voting in the .pb form is read, or refused by its line."""
    for _ in range(count):
        said = "read"
        try:
            read(mutated(SOUND.encode()))
        except RuleViolation as refusal:
            said = refusal.code
        yield said


def archives(count: int, folder: Path) -> Iterator[str]:
    """An archive of another laptop is taken over in whole histories, or not at all."""
    ours = written(folder / "ours", *COMMON)
    theirs = written(twin(ours, "theirs"), (OURS, Noted("续")), *[
        (f"meeting/{n}", Joined("m-1", Person("陈志强" * 20))) for n in range(20)
    ])  # fmt: skip
    sound, whole = ours.read_bytes(), theirs.read_bytes()
    for _ in range(count):
        ours.write_bytes(sound)
        theirs.write_bytes(mutated(whole))
        yield outcome(ours, theirs)


def peak() -> int:
    """Return the most memory that this process has had, in KB."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0])


def main() -> None:
    """Say of each file what came of it and its seconds; at the end, how many MB all that took."""
    kind, count, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    tempfile.tempdir = str(folder / "temporary")
    Path(tempfile.tempdir).mkdir()
    work = {"scripts": scripts, "votings": votings, "archives": archives}[kind](count, folder)
    before, start = peak(), time.process_time()
    with suppress(StopIteration):
        while True:
            said = next(work)
            now = time.process_time()
            print("input", said, round(now - start, 2), flush=True)  # noqa: T201
            start = now
    print("used", (peak() - before) // 1024, 0)  # noqa: T201


if __name__ == "__main__":
    main()
