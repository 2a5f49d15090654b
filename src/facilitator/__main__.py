"""`python -m facilitator` is the same as `facilitator`."""

from facilitator.app import main

main()
