"""Every event of a meeting as one plain line, for whoever sits at the desk: what happened, in a sentence.

The sentences are those of the record (`papers/kinds/lines_of_…`) wherever it has one; a paper prints fewer
lines than the desk shows, because it gathers a vote or a speech in one block.
"""

from facilitator.words.lines.lines import TELLERS, Lines, folds

__all__ = ["TELLERS", "Lines", "folds"]
