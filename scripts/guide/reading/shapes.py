"""Values held against their declared shapes, and what does not fit said in plain words.

What lives here: from pydantic's errors to faults, each with the path of its key and the name that
was meant. What does not: the shapes (``model/``), the places of keys (``tools/yaml.py``), and what
becomes of a fault: a finding (``checks/``) or an error (``reading/settings.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from pydantic import TypeAdapter, ValidationError

from guide.model.shapes import FORMS
from guide.tools.names import nearest
from guide.tools.slugs import as_slug
from guide.tools.yaml import KeyPath

_KINDS = {
    "string_type": "text",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "dataclass_type": "a mapping",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "float_type": "a number",
    "date_type": "a date",
    "enum": "text",
    "literal_error": "text",
}
_FORMS = {
    FORMS["slug"]: ("slug", "is not lower-case ASCII words joined by - and /", "use a–z, 0–9, - and /"),
    FORMS["kebab"]: ("kebab", "is not in kebab-case", "write lower-case words joined by -, a letter first"),
    FORMS["sentence"]: ("sentence", "is not one sentence on one line", ""),
    FORMS["rooted"]: ("rooted", "does not begin with /", "write it from the site's root: /steps/"),
    FORMS["parts"]: ("parts", "holds nothing between its bars", "write texts divided by |"),
    FORMS["path"]: ("path", "is not a path", "write a path"),
    FORMS["address"]: ("address", "is not an address on the site", "write it as it follows the site's name: /steps/"),
}
_EMPTY: tuple[Any, ...] = (None, "", [], {})


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not fit the shape."""

    kind: str
    """"missing", "unknown", "empty", "type", "value", "long", "short", or the form that a text has not."""
    path: KeyPath
    """The key or list item; of one that is missing, where it should stand."""
    says: str
    """What is wrong, to be read after the key's name."""
    hint: str = ""
    """What to do about it, where there is more to say than what a key of this kind needs."""
    suggestion: str = ""
    """The name that was meant, where the fault looks like a slip of the pen."""

    @property
    def name(self) -> str:
        """The key with those above it: "case.country"."""
        return ".".join(part for part in self.path if isinstance(part, str))


class Fitted(NamedTuple):
    """A value held against its shape."""

    value: Any
    """What was made of it; None where it does not fit."""
    faults: list[Fault]
    """Why it does not fit."""


@cache
def adapter(shape: Any) -> TypeAdapter[Any]:
    """Give what checks values of a shape and describes it to editors."""
    return TypeAdapter(shape)


def fit(shape: Any, value: Any) -> Fitted:
    """Hold ``value`` against ``shape``."""
    try:
        return Fitted(adapter(shape).validate_python(value), [])
    except ValidationError as error:
        found = [_fault(each, shape) for each in error.errors(include_url=False)]
    return Fitted(None, [fault for fault in found if fault is not None])


def _fault(error: Any, shape: Any) -> Fault | None:
    kind, path, given = error["type"], tuple(error["loc"]), error["input"]
    if kind == "missing":
        return Fault("missing", path, "is missing")
    if kind in {"extra_forbidden", "unexpected_keyword_argument", "invalid_key"}:
        spare = [key for key in _known(shape, path[:-1]).get("properties", {}) if key != path[-1]]
        return Fault("unknown", path, "is not known", suggestion=nearest(str(path[-1]), spare))
    if given in _EMPTY or (isinstance(given, str) and not given.strip()):
        return Fault("empty", path, "has no value")
    if kind in {"enum", "literal_error"} and isinstance(given, str):
        choices = [str(choice) for choice in _known(shape, path).get("enum", ())]
        hint = f"write one of {', '.join(choices)}"
        return Fault("value", path, f'"{given}" is not an allowed value', hint, nearest(str(given), choices))
    if kind == "string_pattern_mismatch":
        form, says, hint = _FORMS[error["ctx"]["pattern"]]
        return Fault(form, path, f'"{given}" {says}', hint, as_slug(str(given)) if form == "slug" else "")
    if kind == "country":
        return Fault("value", path, f'"{given}" is not a country code', "write an ISO 3166-1 code such as SE")
    if kind.endswith(("too_long", "too_short")):
        return _length(error, path)
    says = f"must be {_KINDS[kind]}, not {kind_name(given)}" if kind in _KINDS else "does not fit"
    return Fault("type", path, says)


def _length(error: Any, path: KeyPath) -> Fault | None:
    given, limits = error["input"], error["ctx"]
    length, unit = (len(given.strip()), "characters") if isinstance(given, str) else (len(given), "entries")
    if "max_length" in limits:
        return Fault("long", path, f"has {length} {unit}; at most {limits['max_length']} are shown")
    if length >= limits["min_length"]:
        return None  # An entry that does not fit is not counted by pydantic; it has its own fault.
    return Fault("short", path, f"has {length} {unit}; it needs at least {limits['min_length']}")


def _known(shape: Any, path: KeyPath) -> Mapping[str, Any]:
    """Give what the shape's JSON Schema says of the place that a path leads to."""
    whole = adapter(shape).json_schema()
    node = _resolved(whole, whole)
    for part in path:
        below = node.get("items", {}) if isinstance(part, int) else node.get("properties", {}).get(part)
        node = _resolved(below if below is not None else node.get("additionalProperties") or {}, whole)
    return node


def _resolved(node: Any, whole: Mapping[str, Any]) -> Mapping[str, Any]:
    if isinstance(node, dict) and "$ref" in node:
        return _resolved(whole["$defs"][node["$ref"].rpartition("/")[2]], whole)
    return node if isinstance(node, dict) else {}


def kind_name(value: Any) -> str:
    """Say what kind of value an editor has written."""
    names = {bool: "true or false", int: "a number", float: "a number", str: "text", list: "a list", dict: "a mapping"}
    return names.get(type(value), "a date" if isinstance(value, date) else type(value).__name__)
