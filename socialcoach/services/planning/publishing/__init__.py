"""Posting by itself on the networks that allow it: Bluesky and Mastodon."""
