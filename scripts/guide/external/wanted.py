"""Which external addresses the guide names, and where.

What lives here: collecting them from pages and bibliography, each once. What does
not: fetching them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from guide.model.guide import Guide
from guide.model.place import Position
from guide.model.targets import Kind, Target, read_target


@dataclass(frozen=True, slots=True)
class Wanted:
    """One address to look at."""

    url: str
    """The address, without fragment."""
    places: tuple[Position, ...]
    """Where the guide names it."""


def wanted_links(guide: Guide) -> tuple[Wanted, ...]:
    """Give every external address of the guide, ordered by address."""
    places: dict[str, list[Position]] = defaultdict(list)
    for url, position in _named(guide):
        places[url.partition("#")[0]].append(position)
    return tuple(Wanted(url, tuple(sorted(set(found)))) for url, found in sorted(places.items()))


def _named(guide: Guide) -> Iterator[tuple[str, Position]]:
    for page in guide.pages:
        for link in page.links:
            yield from _external(link.href, link.target, link.position)
        for image in page.images:
            yield from _external(image.src, image.target, image.position)
    for source in guide.sources:
        if source.url:
            yield from _external(source.url, read_target(source.url, ""), source.position)
        doi = source.entry.get("DOI")
        if isinstance(doi, str) and doi.strip():
            yield f"https://doi.org/{quote(doi.strip(), safe='/:;()')}", source.position


def _external(href: str, target: Target, position: Position) -> Iterator[tuple[str, Position]]:
    if target.kind is Kind.EXTERNAL:
        whole = href.strip()
        yield (f"https:{whole}" if whole.startswith("//") else whole), position
