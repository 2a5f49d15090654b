"""Papers: chosen, looked at as real pages, exported, printed."""
