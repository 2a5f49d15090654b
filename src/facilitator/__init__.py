"""Facilitator (议事): deliberation meetings on a laptop, and a record that stands up to an angry neighbour."""

__version__ = "1.0.0"
