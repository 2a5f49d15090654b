"""What an installed program brings with it."""

from __future__ import annotations

import subprocess
import sys
import zipfile

import pytest

from tests.words.catalogues import ROOT


@pytest.mark.soak
def test_a_wheel_holds_words_fonts_and_all_other_resources(tmp_path):
    """A program installed from a wheel speaks Chinese and finds every file that a checkout finds."""
    make = [sys.executable, "-m", "pip", "wheel", str(ROOT), "--no-deps", "--no-build-isolation"]
    subprocess.run([*make, "--no-index", "-q", "-w", str(tmp_path)], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    inside = set(zipfile.ZipFile(wheel).namelist())
    here = {p.relative_to(ROOT).as_posix() for p in (ROOT / "resources").rglob("*") if p.is_file()}
    assert {f"facilitator/{path}" for path in here} <= inside
    assert "facilitator/resources/locale/zh/LC_MESSAGES/facilitator.mo" in inside
