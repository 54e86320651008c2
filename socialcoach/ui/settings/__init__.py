"""Parts of Settings: taking everything away, deleting everything."""
