"""Whether a proposal goes to the selection, and what was seen and said at visits before it."""
