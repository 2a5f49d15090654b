"""The item in hand: its motions, who has the floor, what became of earlier decisions."""
