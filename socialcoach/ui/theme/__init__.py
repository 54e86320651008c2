"""Colours, sizes and icons by role."""
