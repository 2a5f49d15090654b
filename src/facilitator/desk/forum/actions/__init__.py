"""Action groups: who goes on after today, with what first step."""
