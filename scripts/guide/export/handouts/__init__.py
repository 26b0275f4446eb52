"""Handouts: parts of pages as sheets of their own, to print and to edit."""
