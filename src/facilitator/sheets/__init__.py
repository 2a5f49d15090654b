"""Rosters and other tables that people bring: read, never trusted."""
