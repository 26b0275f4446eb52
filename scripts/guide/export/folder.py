"""The whole site as a zip file that opens without a server: unpack it, and double-click on index.html.

What lives here: packing, and what must be otherwise in a page without a server: a link to a folder names the page in
it, which a server would find by itself. What does not: links that scripts make (``client/folder.js``), and that
search and tools load scripts and fetch nothing, which a browser forbids there (``search/files.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from guide.export.archive import write_archive
from guide.model.guide import Guide
from guide.tools.slugs import as_slug
from guide.tools.start_tags import with_attributes

SUFFIX = ".zip"
_ADDRESSES = frozenset({"href", "action"})
_INDEX = "index.html"


def write_folder(guide: Guide, site_dir: Path) -> Path:
    """Pack a built site into a zip file beside it, within one folder that is called as the guide is; give the file."""
    target = site_dir.with_name(f"{site_dir.name}{SUFFIX}")
    name = as_slug(guide.settings.site_name) or site_dir.name
    # The page for a missing address is a server's: its links begin at the root of a host.
    files = sorted(file for file in site_dir.rglob("*") if file.is_file() and file.name != "404.html")
    packed = {f"{name}/{file.relative_to(site_dir).as_posix()}": _content(file) for file in files}
    write_archive(target, packed)
    return target


def _content(file: Path) -> bytes:
    content = file.read_bytes()
    return for_folder(content.decode("utf-8")).encode("utf-8") if file.suffix == ".html" else content


def for_folder(page: str) -> str:
    """Give a built page as it is read from a folder."""
    return with_attributes(page, _without_server)


def _without_server(tag: str, attributes: Mapping[str, str]) -> Mapping[str, str] | None:
    # From a folder a browser may not fetch it, and says so in its console.
    if tag == "link" and attributes.get("rel") == "manifest":
        return None
    return {name: _with_file(value) for name, value in attributes.items() if name in _ADDRESSES}


def _with_file(address: str) -> str:
    """Name the page where an address within the site names a folder.

    >>> _with_file("../steg/#why"), _with_file(".."), _with_file("#why"), _with_file("https://example.org/")
    ('../steg/index.html#why', '../index.html', '#why', 'https://example.org/')
    """
    parts = urlsplit(address)
    is_folder = parts.path.endswith("/") or parts.path.rpartition("/")[2] in (".", "..")
    if parts.scheme or parts.netloc or not is_folder:
        return address
    return urlunsplit(parts._replace(path=f"{parts.path.rstrip('/')}/{_INDEX}"))
