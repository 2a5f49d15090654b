"""The proposal of a project: read like the printed form, written and revised, compared."""
