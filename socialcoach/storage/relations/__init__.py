"""Conversations and promoters on disk."""
