"""What the room sees of a selection: the order of pitches, the clock, how to vote, the count, the result."""
