"""The reports of the groups: the board of what is missing, the form, the news wall."""
