"""The guide's browser scripts, each put together of the modules in ``scripts/guide/client``.

What lives here: following imports, ordering the modules, naming the scripts by what they
hold, writing them. What does
not: what they do, and how they are written (``eslint.config.js`` holds them to the forms
that are known here).

A script stands in one scope and not in modules: a page that is opened from a folder
(file://) may not load modules. So all names at the top of a script's modules must differ.
Known are, at the start of a line, ``import { a, b } from "./file.js";``, and ``export``
before a function, class or const that is declared there. Everything else is refused.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from hashlib import sha256
from pathlib import Path

from rjsmin import jsmin  # type: ignore[import-untyped]

CLIENT = Path(__file__).parent
"""Where the modules stand."""
FOLDER = "assets/js"
"""Where the scripts stand in the site."""
PAGE_SCRIPTS: Mapping[str, str] = {
    **{
        f"{name}.js": f"{name}.js"
        for name in (
            "action-plan",
            "assessment",
            "discussion",
            "embed",
            "explanations",
            "filter",
            "folder",
            "group",
            "guide",
            "indicator-picker",
            "listen",
            "missing",
            "qr",
            "qr-reader",
            "quiz",
            "scheme",
            "scrolled",
            "search",
            "sheet",
        )
    },
    "search-engine.js": "search/engine.js",
}
"""The scripts of every site, with the module that each starts from; other scripts start from one of their own name."""

_COMMENT = re.compile(r"^[ \t]*(?:/\*(?:[^*]|\*(?!/))*\*/[ \t]*|//.*)\n", re.MULTILINE)
_IMPORT = re.compile(r"^import \{([^}]*)\} from \"(\.\.?/[\w./-]+\.js)\";\n", re.MULTILINE)
_DECLARED = re.compile(r"^(export )?(?:async )?(?:function|class|const|let) (\w+)", re.MULTILINE)
_REFUSED: Mapping[str, re.Pattern[str]] = {
    'an import must have the form import { a, b } from "./file.js";': re.compile(
        r"^import\b(?! \{[^}*]*\} from \"\.\.?/[\w./-]+\.js\";\n)|(?<![.\w])import *[(.]", re.MULTILINE
    ),
    "an imported name cannot be changed by as": re.compile(r"^import \{[^}]*\bas\b", re.MULTILINE),
    "export stands before a function, class or const that is declared there": re.compile(
        r"^export\b(?! (?:async function|function|class|const) \w)", re.MULTILINE
    ),
    "a declaration at the top makes one name": re.compile(r"^(?:export )?(?:const|let) [\[{]", re.MULTILINE),
}


class ScriptError(Exception):
    """A script cannot be put together: the message says where, why and the hint."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        """Keep the place beside the message."""
        super().__init__(f"{path}:{line}: {message}")
        self.path, self.line, self.message = path, line, message


@dataclass(frozen=True)
class _Module:
    path: Path
    text: str
    """With empty lines in place of comments, so that lines keep their numbers."""

    @cached_property
    def declared(self) -> tuple[re.Match[str], ...]:
        return tuple(_DECLARED.finditer(self.text))

    @cached_property
    def imports(self) -> tuple[re.Match[str], ...]:
        return tuple(_IMPORT.finditer(self.text))

    def error(self, at: int, message: str) -> ScriptError:
        line = self.text.count("\n", 0, at) + 1
        return ScriptError(self.path, line, message)


@dataclass(frozen=True, slots=True)
class Script:
    """A script, put together."""

    name: str
    """What the templates call it: "guide.js"."""
    text: str

    @property
    def path(self) -> str:
        """Where it stands in the site; the name changes with the text, so that a browser may keep the file for good."""
        stem = self.name.removesuffix(".js")
        return f"{FOLDER}/{stem}.{sha256(self.text.encode()).hexdigest()[:10]}.js"

    def write(self, site_dir: Path) -> None:
        """Write it into a built site."""
        target = site_dir / self.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(self.text, encoding="utf-8", newline="\n")


# What it is made of stays as it is while a process runs: a server starts anew when the guide's own code changes.
@cache
def script(name: str) -> Script:
    """Put a script together. Raises ScriptError."""
    return Script(name, bundle(name))


def page_scripts() -> dict[str, Script]:
    """Put the scripts of pages together, by name. Raises ScriptError."""
    return {name: script(name) for name in PAGE_SCRIPTS}


def bundling_errors(client: Path = CLIENT) -> Iterator[tuple[Path, int, str]]:
    """Give why scripts cannot be put together: file, line and what is wrong, each once."""
    told: set[str] = set()
    for name in PAGE_SCRIPTS:
        try:
            _modules(name, client)
        except ScriptError as error:
            if str(error) not in told:
                yield error.path, error.line, error.message
            told.add(str(error))


def bundle(entry: str, client: Path = CLIENT) -> str:
    """Give a script, by the name that it is published under. Raises ScriptError."""
    modules = _modules(entry, client)
    bodies = (re.sub(r"^export ", "", _IMPORT.sub("", module.text), flags=re.MULTILINE) for module in modules.values())
    code = "\n".join(bodies)
    return str(jsmin(f'(() => {{\n"use strict";\n{code}\n}})();\n')) + "\n"


def _modules(entry: str, client: Path) -> Mapping[Path, _Module]:
    """Give the modules of a script in their order. Raises ScriptError."""
    modules: dict[Path, _Module] = {}
    _collect((client / PAGE_SCRIPTS.get(entry, entry)).resolve(), modules, ())
    names: dict[str, _Module] = {}
    for module in modules.values():
        for found in module.declared:
            other = names.setdefault(found[2], module)
            if other is not module:
                there = Path(os.path.relpath(other.path, module.path.parent)).as_posix()
                raise module.error(found.start(), f'{found[2]} is a name of "{there}" too — rename one of them')
    return modules


def _collect(path: Path, modules: dict[Path, _Module], above: tuple[Path, ...]) -> frozenset[str]:
    """Put a module behind those that it imports from; give the names that it exports."""
    if path not in modules:
        module = _read(path)
        for found in module.imports:
            source = (path.parent / found[2]).resolve()
            if source in (*above, path):
                raise module.error(found.start(), f"{source.name} imports from here in turn — part what both need")
            if not source.is_file():
                raise module.error(found.start(), f'there is no file "{found[2]}"')
            exported = _collect(source, modules, (*above, path))
            for name in filter(None, (name.strip() for name in found[1].split(","))):
                if name not in exported:
                    raise module.error(found.start(), f'"{found[2]}" does not export {name}')
        modules[path] = module
    return frozenset(found[2] for found in modules[path].declared if found[1])


def _read(path: Path) -> _Module:
    return _module(path, path.read_text(encoding="utf-8"))


# Twenty scripts share their modules, and a server puts them together after every edit.
@lru_cache(maxsize=1024)
def _module(path: Path, text: str) -> _Module:
    module = _Module(path, _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text))
    for message, pattern in _REFUSED.items():
        if found := pattern.search(module.text):
            raise module.error(found.start(), message)
    return module
