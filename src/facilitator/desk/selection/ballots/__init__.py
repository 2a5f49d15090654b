"""Ballots: a vote opened, papers counted by chamber, read twice, compared, and the vote closed."""
