"""Selecting projects: what a ballot is worth, who is funded under which rule, and why. Exact arithmetic."""
