"""Project rounds: what a subdistrict's places need, what they propose, what is granted, and what becomes of it.

Two kinds of history, each with a chain of its own: the round (`round/<id>`), and one thread for each project
from need to report (`project/<round>/<number>`).
"""

from facilitator.rounds.histories import COMMANDS, EVENTS, ROOMS, History, apply, decide, fresh
from facilitator.rounds.outside import ProjectOutside, RoundOutside
from facilitator.rounds.project import Project, ProjectCommand
from facilitator.rounds.round import Round, RoundCommand

__all__ = [
    "COMMANDS",
    "EVENTS",
    "ROOMS",
    "History",
    "Project",
    "ProjectCommand",
    "ProjectOutside",
    "Round",
    "RoundCommand",
    "RoundOutside",
    "apply",
    "decide",
    "fresh",
]
