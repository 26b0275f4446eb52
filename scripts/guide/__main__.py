"""``python -m guide``, the same as the command ``guide``."""

from __future__ import annotations

import sys

from guide.commands.main import main

if __name__ == "__main__":
    sys.exit(main())
