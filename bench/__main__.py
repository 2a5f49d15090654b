"""Measure everything, print the table and write it to `docs/speed.md`."""

from __future__ import annotations

import os
import platform
import re
import sqlite3
import sys
import time
from pathlib import Path

from bench import desk, many, papers, record, search, selection, session, wall
from bench.measure import Figure, Row, measure

ROWS: tuple[Row, ...] = (
    *record.ROWS,
    *session.ROWS,
    *papers.ROWS,
    *desk.ROWS,
    *wall.ROWS,
    *selection.ROWS,
    *search.ROWS,
    *many.ROWS,
    *search.LONG_ROWS,
)
ASKED_FOR = many.LONG_ROWS
"""Measured when their words are said: the archive takes half an hour to be made."""
LEFT_OUT = (
    *((row.work, "only when asked for: see `bench/`", row.goal) for row in ASKED_FOR),
    ("start to a Today page, archive of 500,000 meetings", "never tried", "≤ 1.1×"),
    ("phones: open votes, each on the disk before it is acknowledged", "not built yet", "≥0.4×"),
    ("telling 500 phones", "not built yet", "≤1.2×"),
)

PAGE = Path(__file__).parent.parent / "docs" / "speed.md"

HEAD = """# Speed

Absolute times mean little on shared machines. Every figure is a ratio against a bare version of the
same work, both timed in turn in one run: the median of the rounds, and in brackets the ratios between
which the middle half of them lies. `python3 dev.py bench` measures again and writes this page. No test
asserts a time. A ratio in italics misses its goal.

| work | base = 1.0 | bare | ratio | goal |
|---|---|---|---|---|
"""


def line(figure: Figure) -> str:
    """Return one figure as a line of the table."""
    row, (low, high) = figure.row, figure.spread
    goal = re.match(r"≤ ?([0-9.]+)×", row.goal)
    mark = "*" if goal and figure.median > float(goal[1]) else "**"
    ratio = f"{mark}{figure.median:.2f}×{mark} ({low:.2f}–{high:.2f})"
    return f"| {row.work} | {row.base} | {figure.bare:.3g} {row.measured} | {ratio} | {row.goal} |"


def main() -> None:
    """Measure the rows whose work contains one of the words given; without words, all, and write the page."""
    words = sys.argv[1:]
    every = (*ROWS, *ASKED_FOR) if words else ROWS
    chosen = [row for row in every if not words or any(word in row.work for word in words)]
    lines: list[str] = []
    print(HEAD, end="")
    for row in chosen:
        lines.append(line(measure(row)))
        print(lines[-1], flush=True)
    lines += [f"| {work} | – | – | {why} | {goal} |" for work, why, goal in LEFT_OUT]
    where = (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )
    taken = f"Taken on {time.strftime('%Y-%m-%d')} on {where}."
    print("\n" + taken)
    if not words:
        PAGE.write_text(HEAD + "\n".join(lines) + f"\n\n{taken}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
