"""Codes and figures turned into sentences, for the screen, for reports and for commands."""
