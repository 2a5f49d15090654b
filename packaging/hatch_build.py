"""Compile the catalogues of words when the project is built, so that an installed program can speak.

The compiled form lies beside its text, and goes into a wheel with the rest of `resources`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))

from catalogue import compiled_catalogues


class CompileWords(BuildHookInterface):
    """The one step of a build that hatchling does not know."""

    PLUGIN_NAME = "custom"

    def initialize(self, _version: str, _build_data: dict[str, Any]) -> None:
        """Called before anything is collected."""
        compiled_catalogues()
