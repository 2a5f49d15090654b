"""Plays evenings through the windows: the demo of a machine without a screen, the pictures, the long tests."""
