"""Merging archives: look first, then act. A history that only goes on is taken over; a forked one is shown."""

from facilitator.record.merging.act import merge
from facilitator.record.merging.plan import Plan
from facilitator.record.merging.survey import survey

__all__ = ["Plan", "merge", "survey"]
