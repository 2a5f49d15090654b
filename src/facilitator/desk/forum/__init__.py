"""The desk of an Open Space forum: wall, rounds, reports, focus and action groups."""
