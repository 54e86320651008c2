"""Everything the owner sees: the window, its pages, the wizard, widgets, charts and themes."""
