"""Where and when groups can meet, as it is entered: small panels for places and time slots."""
