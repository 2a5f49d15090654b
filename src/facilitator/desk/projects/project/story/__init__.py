"""The whole story of a project."""
