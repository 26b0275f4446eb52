"""Reading a printed page: what stands where, in which colour, and what follows what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf

HEIGHT = 842
"""Points of A4."""
_FOOT = 20 / 25.4 * 72


def parted_headings(pdf: Any) -> list[int]:
    """Give which pieces of content are headings with what follows them on another page (ISO 32000-1, 14.7)."""
    content = list(_content(pdf.Root.StructTreeRoot, "", None))
    headings = [number for number, (tag, _) in enumerate(content) if tag.startswith("/H")]
    assert headings, "the file has headings"
    return [number for number in headings if content[number][1] != content[number + 1][1]]


def lowest(page: Any) -> float:
    """Give how far down a page is written on: 0 at its upper edge, 1 at its lower, its foot not counted."""
    return 1 - min(height for height in _heights(page) if height > _FOOT) / HEIGHT


def is_grey(page: Any) -> bool:
    """Say whether a page has no colour: red, green and blue are alike wherever they are set."""
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in ("rg", "RG") and len({round(float(each), 2) for each in operands}) > 1:
            return False
        if str(operator) in ("k", "K", "sc", "SC", "scn", "SCN"):
            return False
    return True


def _content(element: Any, tag: str, page: Any) -> Iterator[tuple[str, Any]]:
    """Give the tag and the page of each piece of content below an element of the structure tree, in order."""
    own = str(element.get("/S", ""))
    tag, page = (tag if tag.startswith("/H") else own), element.get("/Pg", page)
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _content(kid, tag, page)
        elif isinstance(kid, pikepdf.Dictionary):
            yield tag, kid.get("/Pg", page).objgen
        elif kid != []:
            yield tag, page.objgen


def _heights(page: Any) -> list[float]:
    """Give how far above the lower edge of a page each text and each line is, in points."""
    found, matrix, stack = [], pikepdf.Matrix(), []
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                stack.append(matrix)
            case "Q":
                matrix = stack.pop()
            case "cm":
                matrix = pikepdf.Matrix(*(float(each) for each in operands)) @ matrix
            case "Tm":
                found.append((pikepdf.Matrix(*(float(each) for each in operands)) @ matrix).f)
            case "l" | "re":
                found.append(matrix.transform((float(operands[0]), float(operands[1])))[1])
    return found
