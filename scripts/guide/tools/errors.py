"""The error that ends a command with a message and exit code 2, wherever it arises."""

from __future__ import annotations


class CannotRunError(Exception):
    """The command cannot do its work: the message says what and the hint."""
