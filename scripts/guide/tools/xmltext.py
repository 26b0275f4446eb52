"""XML as the packages need it: elements from names and texts, and the text of a file.

What lives here: writing. What does not: which elements a format wants
(``cartridge.py``, ``questions.py``, ``scorm.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

XSI = "http://www.w3.org/2001/XMLSchema-instance"


def root(namespace: str, tag: str, prefixes: Mapping[str, str], **attributes: str) -> Any:
    """Give a root element in the default namespace ``namespace``."""
    made = etree.Element(f"{{{namespace}}}{tag}", nsmap=_with_default(prefixes, namespace))
    for name, value in attributes.items():
        made.set(name, value)
    return made


def _with_default(prefixes: Mapping[str, str], namespace: str) -> dict[Any, str]:
    return {None: namespace, **prefixes}


def add(parent: Any, tag: str, text: str = "", **attributes: str) -> Any:
    """Add a child in the namespace of its parent, or in the one that ``tag`` names as ``{…}tag``."""
    name = tag if tag.startswith("{") else f"{{{etree.QName(parent).namespace}}}{tag}"
    child = etree.SubElement(parent, name)
    for key, value in attributes.items():
        child.set(key, value)
    if text:
        child.text = text
    return child


def tree(tag: str, children: Mapping[str, Any] | None = None, **attributes: object) -> Any:
    """Give an element in no namespace, with a child for each entry of ``children``: a text, or elements."""
    made = etree.Element(tag, {name: str(value) for name, value in attributes.items()})
    for name, value in (children or {}).items():
        child = etree.SubElement(made, name)
        if isinstance(value, list):
            child.extend(value)
        else:
            child.text = str(value)
    return made


def file_text(element: Any) -> str:
    """Give the text of an XML file with ``element`` as its root."""
    etree.indent(element)
    body = etree.tostring(element, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'
