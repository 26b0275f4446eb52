"""The way from one folder to a file, as a link says it: "../../steps/leadership.md".

What lives here: finding it. What does not: where pages stand (``addresses/``), and links of Markdown (``pages/``).
"""

from __future__ import annotations

import posixpath
from functools import lru_cache


# A list of sources asks for the same few hundreds thousands of times.
@lru_cache(maxsize=16_384)
def way_to(target: str, folder: str) -> str:
    """Give the way to a file from a folder, both relative to the same place; "" is that place itself.

    >>> way_to("steps/leadership.md", "about"), way_to("about/index.md", "about"), way_to("", "en/about")
    ('../steps/leadership.md', 'index.md', '../..')
    """
    return posixpath.relpath(f"/{target}", f"/{folder}")
