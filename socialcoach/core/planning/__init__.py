"""Posts from idea to published, the ideas that feed them and the platforms' own rules."""
