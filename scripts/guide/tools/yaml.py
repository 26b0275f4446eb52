"""YAML with the place of every key, and without trust in its tags.

What lives here: the one reader of YAML text. It knows mkdocs.yml's special tags
(``!ENV``, ``!!python/name:``), runs none of them, and raises one kind of error
with line and column. What does not: what the values mean.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.constructor import SafeConstructor

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 60
KeyPath = tuple[str | int, ...]


class YamlError(ValueError):
    """YAML that cannot be read: says where and what."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        """Keep the place (from 1) beside the message."""
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


@dataclass
class YamlDocument:
    """A parsed document."""

    value: Any = None
    """Plain Python values: dict, list, str, int, float, bool, None, date."""
    positions: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)
    """Line and column (from 1) of each key and list item, by path."""
    value_positions: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)
    """Line and column of each value."""
    repeated: list[tuple[str, int, int]] = field(default_factory=list)
    """Keys that a mapping holds twice: name, line, column."""


def read_yaml(text: str, first_line: int = 1) -> YamlDocument:
    """Parse ``text``; ``first_line`` is where it stands in its file. Raises YamlError."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
        raise YamlError(str(error.problem or error.context or "not valid YAML"), line, column) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise YamlError(f"not valid YAML ({type(error).__name__})", first_line) from None
    document = YamlDocument()
    if node is not None:
        document.value = _Builder(document, first_line).build(node, (), 0)
    return document


class _Builder:
    """Turns nodes into values and notes their places; an alias is built once."""

    def __init__(self, document: YamlDocument, first_line: int) -> None:
        self.document = document
        self.first_line = first_line
        self.built: dict[int, Any] = {}
        self.open: set[int] = set()
        self.constructor = SafeConstructor()

    def build(self, node: Any, path: KeyPath, depth: int) -> Any:
        """Give the node's value; raises YamlError for a knot or too deep a nest."""
        line, column = node.start_mark.line + self.first_line, node.start_mark.column + 1
        self.document.value_positions.setdefault(path, (line, column))
        if id(node) in self.built:
            return self.built[id(node)]
        if id(node) in self.open or depth > _DEEPEST:
            raise YamlError("nested too deep, or refers to itself", line, column)
        self.open.add(id(node))
        value = self._value(node, path, depth)
        self.open.discard(id(node))
        self.built[id(node)] = value
        return value

    def _value(self, node: Any, path: KeyPath, depth: int) -> Any:
        if node.tag == "!ENV":
            return self._from_environment(node, path, depth)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self._item(child, (*path, index), depth) for index, child in enumerate(node.value)]
        return self._scalar(node)

    def _item(self, node: Any, path: KeyPath, depth: int) -> Any:
        self.document.positions[path] = (node.start_mark.line + self.first_line, node.start_mark.column + 1)
        return self.build(node, path, depth + 1)

    def _mapping(self, node: Any, path: KeyPath, depth: int) -> dict[Any, Any]:
        value: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            line, column = key_node.start_mark.line + self.first_line, key_node.start_mark.column + 1
            if not isinstance(key_node, yaml.ScalarNode):
                raise YamlError("a key must be a single word or text", line, column)
            key = self._scalar(key_node)
            name = key if isinstance(key, str) else str(key_node.value)
            if name in value:
                self.document.repeated.append((name, line, column))
            self.document.positions[(*path, name)] = (line, column)
            built = self.build(value_node, (*path, name), depth + 1)
            if key_node.tag == "tag:yaml.org,2002:merge" and isinstance(built, dict):
                value = {**built, **value}
            else:
                value[name] = built
        return value

    def _scalar(self, node: Any) -> Any:
        if not node.tag.startswith("tag:yaml.org,2002:") or node.tag.startswith("tag:yaml.org,2002:python/"):
            return node.value
        if node.tag == "tag:yaml.org,2002:merge":
            return "<<"
        try:
            return self.constructor.construct_object(node)
        except (yaml.YAMLError, ValueError, OverflowError):
            line, column = node.start_mark.line + self.first_line, node.start_mark.column + 1
            raise YamlError(f'cannot read the value "{node.value[:40]}"', line, column) from None

    def _from_environment(self, node: Any, path: KeyPath, depth: int) -> Any:
        """``!ENV NAME`` or ``!ENV [NAME, …, default]``, as pyyaml-env-tag reads it."""
        if not isinstance(node, yaml.SequenceNode):
            return os.environ.get(str(node.value))
        children = list(node.value)
        names, default = (children[:-1], children[-1]) if len(children) > 1 else (children, None)
        for child in names:
            found = os.environ.get(str(child.value))
            if found is not None:
                return read_yaml(found).value
        return self.build(default, path, depth + 1) if default is not None else None
