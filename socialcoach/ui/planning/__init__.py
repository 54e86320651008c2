"""Writing on the screen: drafts, the paper, ideas and handing over."""
