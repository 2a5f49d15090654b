"""What the room sees: scenes on the second screen."""
