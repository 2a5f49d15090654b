"""Settings: language, size, look, who keeps the record, where the archive lies."""
