"""Before the meeting: calling it, its agenda and notice; and people coming in."""
