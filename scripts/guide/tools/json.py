"""JSON with the place of what stands outermost: the entries of an array or an object.

What lives here: the one reader of JSON text that people edit. What does not: what the values mean.
"""

from __future__ import annotations

import json
from typing import Any

from guide.tools.yaml import YamlDocument, YamlError

_SPACE = " \t\r\n"


def read_json(text: str) -> YamlDocument:
    """Parse ``text``, giving each item of its array or key of its object its place, and noting keys that stand twice.

    Raises YamlError.
    """
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise YamlError(f"not valid JSON: {error.msg}", error.lineno, error.colno) from None
    except (RecursionError, ValueError):
        raise YamlError("not valid JSON: nested too deep or a number too long") from None
    document = YamlDocument(value)
    if isinstance(value, list | dict):
        _note_places(text, document)
    return document


def _note_places(text: str, document: YamlDocument) -> None:
    """Go through the outermost entries once more, noting where each starts."""
    twice: list[str] = []

    def noting(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            keys = [key for key, _ in pairs]
            twice.extend(key for key in found if keys.count(key) > 1)
        return found

    decoder, is_object = json.JSONDecoder(object_pairs_hook=noting), isinstance(document.value, dict)
    at = _after(text, len(text) - len(text.lstrip(_SPACE)) + 1)
    line, counted, index = 1, 0, 0
    while text[at] not in "]}":
        line, counted = line + text.count("\n", counted, at), at
        start = at
        key: Any
        key, at = decoder.raw_decode(text, at)
        if is_object:
            _, at = decoder.raw_decode(text, _after(text, at))
            twice += [key] if (key,) in document.positions else []
        place = line, start - text.rfind("\n", 0, start)
        document.positions[(key if is_object else index,)] = place
        document.repeated += [(name, *place) for name in twice]
        twice.clear()
        at, index = _after(text, at), index + 1


def _after(text: str, at: int) -> int:
    """Give the next place that is neither space nor what stands between entries."""
    while text[at] in _SPACE + ",:":
        at += 1
    return at
