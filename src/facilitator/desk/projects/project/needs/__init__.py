"""What residents of a project's place need: whom it is for, how they were asked, what they named."""
