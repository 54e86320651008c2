"""Figures on disk: what platforms reported, minutes spent, new customers who found us."""
