"""The agenda wall on the screen: places down, time slots across, a card for every topic."""
