"""The result: the cut line, every reason, ties, part-funding, the announcement."""
