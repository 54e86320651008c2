"""Reading what platforms let owners download: pure rules from cells to posts and figures."""
