"""The parts of an Open Space: theme, places and slots, the wall, rounds, reports, focus, action groups."""
