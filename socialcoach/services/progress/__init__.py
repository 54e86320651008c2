"""Use cases of progress: bringing figures in and looking at a month."""
