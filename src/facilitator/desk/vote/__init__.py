"""Putting a motion to the vote, taking the answers, showing what came of it."""
