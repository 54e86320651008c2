"""Small parts that pages and steps are built from."""
