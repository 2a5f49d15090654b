"""Try every promise at full size, print the table and write it to `docs/reliability.md`.

What a row found is kept, so that a run that was broken off goes on where it was, until the program, its
tests or these proofs change. With `--rest` what was found earlier stands, too; each line says of which
state of the program it is. The page is written when every row has held.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from soak.rows import NOT_BUILT, ROWS, Row

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "reliability.md"
KEPT = ROOT / ".soak.json"
HEAD = """# Reliability

What the record promises, and how each promise was tried. Every number is what the run really did:
`python3 dev.py soak` does it again and writes this page; `python3 dev.py soak "power cut"` does one row.
Small versions of the same proofs run with every `python3 dev.py test`.

| promise | what was done | what was found | how |
|---|---|---|---|
"""


def say(words: str) -> None:
    """Say it at once: whoever waits for an hour wants to see where it is."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def state() -> str:
    """Name the program, its tests and its proofs as they are now."""
    every = hashlib.sha256()
    for folder in ("src", "tests", "soak"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            every.update(path.read_bytes())
    return every.hexdigest()


def commit() -> str:
    """Name the commit that the program stands at, where it came with its history."""
    command = ["git", "rev-parse", "--short=7", "HEAD"]
    try:
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout.strip()
    except OSError:
        return ""


def kept() -> dict[str, Any]:
    """Return what earlier runs found, of whatever state."""
    try:
        return json.loads(KEPT.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def tried(row: Row) -> dict[str, Any] | None:
    """Run the tests of a row; return what they told, or nothing when one failed."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder, "told")
        told.touch()
        command = [sys.executable, "-m", "pytest", "-q", "-n", "auto", "--maxprocesses", "8"]
        answer = subprocess.run(
            [*command, "-p", "no:cacheprovider", *row.tests],
            cwd=ROOT,
            env={**os.environ, "FACILITATOR_SOAK": "1", "FACILITATOR_PROOFS": str(told)},
            check=False,
        )
        counts: Counter[str] = Counter()
        for line in told.read_text(encoding="utf-8").splitlines():
            counts.update(json.loads(line))
    if answer.returncode:
        return None
    minutes = (time.monotonic() - began) / 60
    day, took = time.strftime("%Y-%m-%d"), round(minutes, 1)
    return {"counts": counts, "date": day, "minutes": took, "commit": commit()}


def line(row: Row, result: dict[str, Any]) -> str:
    """Return one promise as a line of the table; a number that no test told is an error of ours."""
    counts = {name: f"{count:,}" for name, count in result["counts"].items()}
    how = ", ".join(f"`{test}`" for test in row.tests)
    when = f"{result['date']}, {result['minutes']} min"
    if result["commit"]:
        when += f", at {result['commit']}"
    done, found = row.done.format_map(counts), row.found.format_map(counts)
    return f"| {row.promise} | {done} | **{found}** | {how} ({when}) |"


def table(chosen: list[Row], now: str, *, again: bool, rest: bool) -> tuple[list[str], list[str]]:
    """Try these promises, again or for the first time; return the lines and what is wrong."""
    results, lines, wrong = kept(), [], []
    for row in chosen:
        say(f"— {row.promise}")
        result = results.get(row.promise)
        if result is None or again or not (rest or result["state"] == now):
            result = tried(row)
        if result is None:
            wrong.append(f"not held: {row.promise}")
            continue
        try:
            lines.append(line(row, result))
        except KeyError as missing:
            wrong.append(f"not tried here, nothing told {missing}: {row.promise}")
            continue
        results[row.promise] = {"state": now, **result}
        KEPT.write_text(json.dumps(results), encoding="utf-8")
    return lines, wrong


def main() -> None:
    """Try the promises that contain one of the words given, or all that this state has not kept yet."""
    words = [word for word in sys.argv[1:] if word != "--rest"]
    chosen = [row for row in ROWS if not words or any(word in row.promise for word in words)]
    now = state()
    lines, wrong = table(chosen, now, again=bool(words), rest="--rest" in sys.argv)
    if not words:
        lines += [f"| {what} | not built yet: {why} | – | – |" for what, why in NOT_BUILT]
    say(HEAD + "\n".join(lines))
    if not chosen:
        wrong.append("no promise contains these words")
    if state() != now:
        KEPT.unlink(missing_ok=True)
        wrong.append("the program or a test was changed meanwhile: the table is of no one state")
    if wrong:
        sys.exit("\n".join(wrong))
    if not words:
        where = (
            f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
            f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
        )
        PAGE.write_text(HEAD + "\n".join(lines) + f"\n\nTaken on {where}.\n", encoding="utf-8")


if __name__ == "__main__":
    main()
