"""A site below a path of its host: which links of it lead out from under that path, or to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from lxml import html

_LINKS = "//a/@href | //link/@href | //script/@src | //img/@src | //form/@action"


def astray(site: Path, base: str) -> Iterator[str]:
    """Give every link within the host of ``base`` that leaves its path or leads to no file of ``site``, with its page.

    The parts by themselves (b/) and the pages that only lead on (l/) are looked at too.
    """
    host = urlsplit(base).netloc
    for page in sorted(site.rglob("*.html")):
        name = page.relative_to(site).as_posix()
        for link in html.fromstring(page.read_bytes()).xpath(_LINKS):
            target = urljoin(urljoin(base, name), link).split("#")[0].split("?")[0]
            if urlsplit(target).netloc != host:
                continue
            file = site / target.removeprefix(base)
            if not (target.startswith(base) and (file.is_file() or (file / "index.html").is_file())):
                yield f"{name}: {link}"
