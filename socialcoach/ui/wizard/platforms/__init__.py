"""Where to post: two or three platforms, each with a purpose."""
