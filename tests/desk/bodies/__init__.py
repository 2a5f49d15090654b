"""Tests of the room of bodies."""
