"""Safekeeping in the windows."""
