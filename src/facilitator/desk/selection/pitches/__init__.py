"""The pitches at the desk: their order, the clock, who steps back."""
