"""Runs programs for dev.py, one step after another, each under a heading and with its time."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def call(command: list[str | Path], *, quiet: bool = False) -> int:
    """Run a program from the project's folder; return the exit code a shell would give."""
    environment = {**os.environ, "PYTHONUTF8": "1", "DEBIAN_FRONTEND": "noninteractive"}
    # Where Python is told to keep nothing compiled, each of the hundreds of programs that tests start, and
    # each worker, compiles all of its modules again.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    words, out = [str(word) for word in command], subprocess.DEVNULL if quiet else None
    code = subprocess.run(words, cwd=ROOT, env=environment, stdout=out).returncode
    return code if code >= 0 else 128 - code


def step(title: str, *commands: list[str | Path], must: bool = True, quiet: bool = False) -> bool:
    """Run one step under a heading and say how long it took; a failure ends all, if it must."""
    print(f"== {title}", flush=True)
    start = time.monotonic()
    code = next((code for command in commands if (code := call(command, quiet=quiet))), 0)
    took = f"{time.monotonic() - start:.1f} s"
    print(f"-- {title}: {took}" if code == 0 else f"-- {title} FAILED after {took}", flush=True)
    if code and must:
        sys.exit(code)
    return code == 0
