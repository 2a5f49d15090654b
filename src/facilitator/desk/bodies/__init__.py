"""Bodies: founded, chartered, their seats filled."""
