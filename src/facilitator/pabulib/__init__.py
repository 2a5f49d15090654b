"""Pabulib `.pb` files: a vote on projects as researchers and other tools exchange it, in and out."""
