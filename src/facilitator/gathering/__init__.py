"""Gathers from a session what papers are written from: at once, or frozen for a worker process.

Call it in the thread that has the session; it is quick. `Frozen.material` is for the worker.
"""

from facilitator.gathering.bodies import FrozenBody, body_material, frozen_body
from facilitator.gathering.meetings import Frozen, frozen, material
from facilitator.gathering.projects import (
    FrozenProject,
    FrozenRound,
    frozen_project,
    frozen_round,
    project_material,
    round_material,
)

__all__ = [
    "Frozen",
    "FrozenBody",
    "FrozenProject",
    "FrozenRound",
    "body_material",
    "frozen",
    "frozen_body",
    "frozen_project",
    "frozen_round",
    "material",
    "project_material",
    "round_material",
]
