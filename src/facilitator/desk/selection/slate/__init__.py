"""The slate at the desk: the list of projects, what can be done with them, the money."""
