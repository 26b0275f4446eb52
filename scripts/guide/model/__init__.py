"""Shapes only: what a guide, its settings and its built site consist of. Nothing here opens a file."""
