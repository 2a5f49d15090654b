"""Past decisions: looking for them, reading one, and being told while one types that it came up before."""
