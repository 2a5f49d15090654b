"""The modules of packaging/, which is no package of Python's and no part of the program."""

import importlib
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"


def tool(name: str) -> ModuleType:
    """One module of packaging/, found as `dev.py` finds it."""
    if str(PACKAGING) not in sys.path:
        sys.path.append(str(PACKAGING))
    return importlib.import_module(name)
