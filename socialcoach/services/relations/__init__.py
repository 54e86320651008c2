"""Use cases with people: conversations and promoters."""
