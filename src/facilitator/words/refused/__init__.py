"""The sentence for each code with which an act is refused or fails, one file for each part of the work.

A code has one sentence, or several of which the first is used that has all its facts; so the last needs none
that may be missing. A sentence names the place and, where there is one, the way on.
"""
