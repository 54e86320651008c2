"""Posts and publications on disk."""
