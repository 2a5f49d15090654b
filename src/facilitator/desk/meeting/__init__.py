"""The desk of a meeting: its frame, the agenda, the seats, and what stands where in which phase."""
