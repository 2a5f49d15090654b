"""Tests of what a group has agreed: charters, seats, and how votes are counted."""
