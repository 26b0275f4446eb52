"""Kits: all that a path or a workshop needs on paper and on the wall, as one PDF and one zip file."""
