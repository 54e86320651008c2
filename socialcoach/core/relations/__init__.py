"""People: those who write to the business and those who can recommend it."""
