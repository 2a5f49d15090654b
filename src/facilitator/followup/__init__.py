"""What becomes of things after the meeting: decisions carried out, departments called, matters received.

Three histories, each with a chain of its own: the follow-up of one decision or action group
(`followup/…`), a call to a department (`call/…`), a matter that came from outside (`intake/…`).
"""

from facilitator.followup.histories import (
    COMMANDS,
    EVENTS,
    FollowupCommand,
    History,
    Outside,
    apply,
    decide,
    fresh,
)
from facilitator.followup.matter import Matter, Told

__all__ = [
    "COMMANDS",
    "EVENTS",
    "FollowupCommand",
    "History",
    "Matter",
    "Outside",
    "Told",
    "apply",
    "decide",
    "fresh",
]
