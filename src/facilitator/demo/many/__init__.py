"""Honest archives of any size: councils of invented neighbours through ten years, the same in every run."""
