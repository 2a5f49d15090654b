"""The worker and the desks of these tests."""

from tests.desk.papers.workbench import bench, works

__all__ = ["bench", "works"]
