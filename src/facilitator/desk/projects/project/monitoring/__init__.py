"""What was seen of a project, and how satisfied residents are."""
