"""Reading back, closing, what was decided and who carries it out; reopening."""
