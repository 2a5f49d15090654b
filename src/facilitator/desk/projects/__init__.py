"""The page of projects: rounds, their boards, and one project from need to report."""
