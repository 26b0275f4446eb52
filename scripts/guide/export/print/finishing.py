"""What Chromium leaves undone in a PDF: bookmarks as the headings read, metadata, size.

What lives here: rewriting a printed file in place with pikepdf. What does not: making
it (``printing.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from lxml import etree
from pikepdf import Dictionary, ObjectStreamMode, OutlineItem, Pdf

from guide.export.article import HEADINGS

_AUTHOR = "Tillitsguiden"
_RIGHTS = "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"


def finish(file: Path, html: str, language: str, title: str) -> None:
    """Mend the bookmarks of ``file``, which was printed from ``html``; say what it is; make it smaller."""
    with Pdf.open(file, allow_overwriting_input=True) as pdf:
        with pdf.open_outline() as outline:
            restore_titles(list(_flat(outline.root)), headings_of(html))
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:title"] = title
            metadata["dc:language"] = {language}
            metadata["dc:creator"] = [_AUTHOR]
            metadata["dc:rights"] = _RIGHTS
        # The structure tree is thousands of small objects; in streams they take a third of the room.
        pdf.save(file, object_stream_mode=ObjectStreamMode.generate, compress_streams=True, recompress_flate=True)


def pages_of_ids(file: Path) -> dict[str, int]:
    """Give the number of the page, from 1, of each id that the file links to (named destinations, ISO 32000-1 12.3)."""
    with Pdf.open(file) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, 1)}
        named: Any = pdf.Root.get("/Dests", Dictionary())
        return {unquote(str(name).removeprefix("/")): numbers[goal[0].objgen] for name, goal in named.items()}


def page_count(file: Path) -> int:
    """Give how many pages a file has."""
    with Pdf.open(file) as pdf:
        return len(pdf.pages)


def headings_of(html: str) -> list[str]:
    """Give the texts of all headings in order."""
    tree = etree.HTML(html)
    return [" ".join(str(etree.XPath("string()")(heading)).split()) for heading in tree.iter(*HEADINGS)]


def restore_titles(items: Sequence[OutlineItem], headings: Sequence[str]) -> None:
    """Give each bookmark the text of its heading.

    Chromium 156 joins the lines of a heading without a space, and writes a heading
    that it moved to the next page twice or more. A bookmark that fits none of the
    headings from there on is kept as it is.
    """
    bare = [_squeezed(heading) for heading in headings]
    place = 0
    for item in items:
        found = next((at for at in range(place, len(bare)) if _is_repeated(_squeezed(item.title), bare[at])), None)
        if found is not None:
            item.title = headings[found]
            place = found + 1


def _is_repeated(text: str, heading: str) -> bool:
    times, rest = divmod(len(text), len(heading)) if heading else (0, 0)
    return times > 0 and rest == 0 and text == heading * times


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _flat(items: Sequence[OutlineItem]) -> Iterator[OutlineItem]:
    for item in items:
        yield item
        yield from _flat(item.children)
