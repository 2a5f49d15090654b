"""What a group has agreed: charters, seats, and how votes are counted. Pure functions over plain data."""
