"""Charts drawn by matplotlib in the colours of the theme."""
