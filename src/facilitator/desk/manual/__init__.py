"""The manual in a window of its own, beside whatever one is at."""
