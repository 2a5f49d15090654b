"""Focus: dots, their sum, the ranking, and what belongs together."""
