"""Building and serving: MkDocs run so that a broken guide never replaces a whole one.

What lives here: the temporary folder, what is said of a build, the server's options. What does
not: what is built (``site.py``), what is checked, and the swap (``swap.py``).
"""

from __future__ import annotations

import os
import shutil
import sys
from functools import partial
from pathlib import Path

from guide.addresses import embeds, short
from guide.builder.swap import one_at_a_time, put_in_place, reason_from_outside
from guide.export.downloads import FOLDER as DOWNLOADS
from guide.export.downloads import NO_ADDRESS, PDF_SUFFIX
from guide.reading.settings import load_settings

_STAGING = Path(".cache") / "site-next"
_LOCK = Path(".cache") / "build.lock"
_CACHES = Path(".cache") / "pages"
_WAITS = "Another build of this guide is going on: this one begins when that has ended."
_NOT_PAGES = (short.FOLDER, embeds.FOLDER)
"""Folders whose pages show, or lead to, what stands on others."""
# Material prints an announcement of its own at each build; its documented switch is a variable.
os.environ["NO_MKDOCS_2_WARNING"] = "1"


def build_site(config: Path, site_dir: Path) -> int:
    """Build the guide of ``config`` (a mkdocs.yml) into ``site_dir``; give the exit code.

    MkDocs writes into a staging folder; only a site that passes every check takes
    the place of the former one. On any failure ``site_dir`` is left as it was. A second build of
    the same guide waits for the first.
    """
    root = config.parent
    shown, staging = _shown(site_dir, root), root / _STAGING
    try:
        staging.parent.mkdir(parents=True, exist_ok=True)
        with one_at_a_time(root / _LOCK, partial(print, _WAITS, file=sys.stderr)):
            try:
                return _build_and_swap(config, staging, site_dir, shown)
            finally:
                shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        if not (reason := reason_from_outside(error)):
            raise
        print(f"Not built, {shown} is as it was: {reason}", file=sys.stderr)
        return 1


def _build_and_swap(config: Path, staging: Path, site_dir: Path, shown: str) -> int:
    # Imported here: other commands need not wait for MkDocs.
    from guide.builder.kept import Caches
    from guide.builder.site import build

    shutil.rmtree(staging, ignore_errors=True)
    if not build(config, staging, Caches(config.parent / _CACHES)):
        print(f"Not built: {shown} is as it was.", file=sys.stderr)
        return 1
    lost = printed_in(site_dir) - printed_in(staging)
    put_in_place(staging, site_dir)
    pages = sum(1 for page in site_dir.rglob("*.html") if page.relative_to(site_dir).parts[0] not in _NOT_PAGES)
    print(f"Built and checked: {pages} pages in {shown}")
    if not load_settings(config).site_url:
        print(NO_ADDRESS, file=sys.stderr)
    if lost:
        print(f"Without PDFs: the former site had {len(lost)}, of its own pages — make pdf prints them anew")
    return 0


def printed_in(site_dir: Path) -> frozenset[str]:
    """Give the names of the PDFs in a site, which are printed by a command of their own (``guide pdf``)."""
    return frozenset(file.name for file in (site_dir / DOWNLOADS).glob(f"*{PDF_SUFFIX}"))


def serve_site(config: Path, host: str, port: int) -> int:
    """Serve the guide with live reload until interrupted; give the exit code.

    Findings are printed and the pages are served all the same, so that a writer sees both.
    """
    from guide.builder.serving import serve

    return serve(config, config.parent / _CACHES, host, port)


def _shown(path: Path, root: Path) -> str:
    return f"{path.relative_to(root)}/" if path.is_relative_to(root) else f"{path}/"
