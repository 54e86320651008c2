"""Use cases of writing: drafts, ideas and handing a post over."""
