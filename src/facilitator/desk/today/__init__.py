"""Today: what is running or next, and what waits."""
