"""A selection meeting: which projects are funded, chosen in public, counted exactly and explained."""
