"""What MkDocs loads: the events of ``guide.builder.hook``, and where Python finds ``guide``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from guide.builder.hook import (  # noqa: F401
    on_config,
    on_env,
    on_files,
    on_page_context,
    on_page_markdown,
    on_post_build,
    on_pre_build,
    on_startup,
)
