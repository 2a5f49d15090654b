"""Follow-up: what became of decisions, departments that were called, matters that came in."""
