"""Use cases: what an owner can do, without a window. Each write returns what it changed."""
