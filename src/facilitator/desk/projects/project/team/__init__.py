"""The team of a project: who is in it as what."""
