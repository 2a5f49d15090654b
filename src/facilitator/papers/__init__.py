"""Documents that people print, sign and post."""
