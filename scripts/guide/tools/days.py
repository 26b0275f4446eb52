"""Days, as whoever runs a command counts them.

What lives here: today. What does not: the day that is printed, which a build may be told (``export/print``).
"""

from __future__ import annotations

from datetime import date, datetime


def today() -> date:
    """Give the day where the command is run."""
    return datetime.now().astimezone().date()
