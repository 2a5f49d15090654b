"""A selection meeting at the desk: its preparation, the pitches, the ballots, the result."""
