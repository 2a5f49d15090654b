"""The secretary's line: what is typed stands in the record, or is still in the line."""
