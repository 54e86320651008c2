"""About you: the business, its place, its customers."""
