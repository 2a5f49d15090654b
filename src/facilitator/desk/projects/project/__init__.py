"""One project: its head, and the segments that are written each in a room of its own."""
