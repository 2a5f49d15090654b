"""How a project ends, and the look after twelve months."""
