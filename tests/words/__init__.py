"""What the words promise."""
