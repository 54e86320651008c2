"""Use cases of the meter: reading drafts and keeping the feed's readings up to date."""
