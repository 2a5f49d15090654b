"""The scenes of an Open Space forum, from the theme to the action groups."""
