"""What a proof really did and found, told to `dev.py soak`: its table holds no number that was typed in."""

import json
import os


def tally(**counts: int) -> None:
    """Say what was done and found here; nobody listens but the soak, which adds up what a row's tests say."""
    if place := os.environ.get("FACILITATOR_PROOFS"):
        with open(place, "a", encoding="utf-8") as file:
            file.write(json.dumps(counts) + "\n")
