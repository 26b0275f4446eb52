"""Markdown twins: every page as plain Markdown, for tools that read text."""
