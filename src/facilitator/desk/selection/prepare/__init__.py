"""A selection before people gather: slate, terms, order of the pitches, what is still to be done."""
