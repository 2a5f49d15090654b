"""Everything people read, in their language: sentences for refusals and outcomes, names, dates, numbers."""
