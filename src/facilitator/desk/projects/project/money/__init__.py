"""Milestones and money of a project."""
