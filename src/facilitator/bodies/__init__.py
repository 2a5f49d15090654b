"""Bodies: who has founded what, under which charter, and who holds which seat. Commands in, events out."""

from facilitator.bodies.body import COMMANDS, EVENTS, Body, apply, decide
from facilitator.bodies.people import Person

__all__ = ["COMMANDS", "EVENTS", "Body", "Person", "apply", "decide"]
