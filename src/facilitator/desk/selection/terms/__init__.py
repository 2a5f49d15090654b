"""How people vote and how it is counted: the card that says it, the form that sets it."""
