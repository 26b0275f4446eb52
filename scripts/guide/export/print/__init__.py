"""Print: the guide and the paths as PDF."""
