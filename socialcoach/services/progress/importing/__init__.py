"""Importing what platforms let owners download: looking, previewing, writing, undoing."""
