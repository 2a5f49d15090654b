"""Rounds of discussion at the desk: what is on right now, who was counted where, how people spread."""
