"""The search index: a cache beside the archive, derived from its registers and never a truth.

`segments` cuts text into words, `docs` says what can be found and `sources` reads it from the registers,
`cache` holds the file, `writing` and `feed` keep it up to date, `asking`, `counting` and `similar` answer.
"""
