"""The owner's strategy on disk."""
