"""Preparing a forum: its theme, its places and rounds, what is still to be done."""
