"""The shape of the guide's own Python: which wing may import which, and where each library is at home.

ARCHITECTURE.md draws what stands here as a table. An import that the table does not
allow either belongs in another wing, or shows that something small stands too high.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[1] / "scripts" / "guide"

_BY_HEIGHT = ("tools", "words", "model", "addresses", "reading", "language", "search", "pages", "checks")
"""The wings that stand on one another, lowest first: each may import those before it."""
WINGS: Mapping[str, frozenset[str]] = {
    **{wing: frozenset(_BY_HEIGHT[:height]) for height, wing in enumerate(_BY_HEIGHT)},
    "client": frozenset({"tools"}),
    "addresses": frozenset({"tools", "words", "model", "client"}),
    "reading": frozenset({"tools", "words", "model", "addresses", "client"}),
    "external": frozenset({"tools", "model", "reading"}),
    "editing": frozenset(_BY_HEIGHT) - {"pages", "search", "checks"},
    "export": frozenset({*_BY_HEIGHT, "client"}) - {"checks"},
    "builder": frozenset({*_BY_HEIGHT, "client", "export"}),
    "commands": frozenset({*_BY_HEIGHT, "export", "builder", "external", "editing"}),
    "__main__": frozenset({"commands"}),
}
"""Every wing, and the wings that it may import beside itself."""

LIBRARIES: Mapping[str, tuple[str, ...]] = {
    "babel": ("guide.words.countries",),
    "click": ("guide.commands",),
    "docx": ("guide.export.handouts.document",),
    "hunspell": ("guide.language.spelling",),
    "jinja2": ("guide.builder", "guide.reading.assets"),
    "lxml": (
        "guide.tools.markup",
        "guide.tools.xmltext",
        "guide.export.embeds",
        "guide.export.print",
        "guide.export.slides",
    ),
    "markdown": ("guide.pages.markdown_extension", "guide.reading.rendered"),
    "markdown_it": ("guide.reading", "guide.export.twins.writing"),
    "mdit_py_plugins": ("guide.reading",),
    "mkdocs": ("guide.builder",),
    "pikepdf": ("guide.export.print", "guide.reading.assets"),
    "playwright": ("guide.tools.browser", "guide.export.print"),
    "PIL": ("guide.export.cards", "guide.export.icons", "guide.reading.assets"),
    "pptx": ("guide.export.slides.presentation",),
    "snowballstemmer": ("guide.search.analysis",),
    "tinycss2": ("guide.client.style_rules", "guide.reading.assets"),
    "pydantic": ("guide.model", "guide.reading"),
    "pydantic_core": ("guide.model.shapes",),
    "rjsmin": ("guide.client.bundling",),
    "segno": ("guide.addresses.list",),
    "yaml": ("guide.tools.yaml", "guide.search.measuring"),
    "watchdog": ("guide.builder",),
}
"""Every library that is not Python's own, and the modules (or wings) that may import it."""


def imports_of(root: Path) -> dict[str, dict[str, int]]:
    """Give, for each module under the package ``root``, what it imports and on which line."""
    found: dict[str, dict[str, int]] = {}
    for file in sorted(root.rglob("*.py")):
        parts = (root.name, *file.relative_to(root).with_suffix("").parts)
        module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[module] = dict(_imported(ast.parse(file.read_text(encoding="utf-8"))))
    modules = frozenset(found)
    return {
        module: {_module_of(name, modules): line for name, line in names.items()} for module, names in found.items()
    }


def _imported(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = "." * node.level + (node.module or "")
            yield from ((f"{start}.{alias.name}", node.lineno) for alias in node.names)


def _module_of(name: str, modules: frozenset[str]) -> str:
    """Give the module that a name stands in: ``guide.model.page`` of ``guide.model.page.Page``."""
    return name if name in modules or "." not in name else name.rpartition(".")[0]


def breaches(root: Path) -> list[str]:
    """Give every import under ``root`` that breaks the order of wings or takes a library from its home."""
    return [
        f"{module}:{line} imports {name}: {why}"
        for module, names in imports_of(root).items()
        for name, line in names.items()
        if (why := _breach(module, name))
    ]


def _breach(module: str, name: str) -> str:
    first = name.split(".")[0]
    if not first:
        return "write where it stands from the top: from guide.…"
    if first == "guide":
        wing, other = _wing(module), _wing(name)
        if wing not in WINGS:
            return f"the wing {wing} is not in the table of this test"
        if other not in ("", wing) and other not in WINGS[wing]:
            return f"{wing} may import {', '.join(sorted(WINGS[wing])) or 'no other wing'}"
        return ""
    if first in sys.stdlib_module_names:
        return ""
    homes = LIBRARIES.get(first)
    if homes is None:
        return "the library has no home in the table of this test"
    if any(module == home or module.startswith(f"{home}.") for home in homes):
        return ""
    return f"{first} is at home in {', '.join(homes)}"


def _wing(module: str) -> str:
    """Give the wing of a module, "" for the package itself."""
    return module.split(".")[1] if "." in module else ""


def circle(root: Path) -> list[str]:
    """Give a circle of modules that import one another, or nothing."""
    imports = imports_of(root)
    graph = {module: {name for name in names if name in imports} for module, names in imports.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_every_import_keeps_to_the_table() -> None:
    assert breaches(SOURCES) == []


def test_no_circle_of_modules() -> None:
    assert circle(SOURCES) == []


def test_every_wing_says_what_it_is() -> None:
    wings = {folder.parent.name for folder in SOURCES.glob("*/__init__.py")}
    assert wings <= set(WINGS)
    silent = [
        file.relative_to(SOURCES).as_posix()
        for file in SOURCES.rglob("__init__.py")
        if not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_the_hook_is_thin() -> None:
    """Another builder than MkDocs would need another hook, and nothing else in scripts/ knows MkDocs."""
    hook = SOURCES.parent / "mkdocs_hook.py"
    names = {name.rpartition(".")[0] for name, _ in _imported(ast.parse(hook.read_text(encoding="utf-8")))}
    assert names <= {"__future__", "guide.builder.hook"}


def test_every_home_is_used() -> None:
    """A library or a permission that nothing needs any more would hide the next wrong import."""
    imports = imports_of(SOURCES)
    needless = [
        f"{library} in {home}"
        for library, homes in LIBRARIES.items()
        for home in homes
        if not any(
            name.split(".")[0] == library
            for module, names in imports.items()
            if module == home or module.startswith(f"{home}.")
            for name in names
        )
    ]
    assert needless == []


@pytest.mark.parametrize(
    ("path", "line", "said"),
    [
        ("model/page.py", "from guide.reading.page import read_page", "model may import tools, words"),
        ("model/page.py", "def f():\n    from guide.checks import report", "model may import tools, words"),
        ("tools/yaml.py", "import guide.words.files", "tools may import no other wing"),
        ("export/course.py", "from guide.checks.findings import Finding", "export may import"),
        ("builder/hook.py", "from guide.commands.main import main", "builder may import"),
        ("pages/page.py", "from mkdocs.structure.pages import Page", "mkdocs is at home in guide.builder"),
        ("checks/rules/links.py", "from lxml import etree", "lxml is at home in"),
        ("search/index.py", "import numpy", "the library has no home"),
        ("cellar/wine.py", "from guide.model import page", "the wing cellar is not in the table"),
        ("model/page.py", "from . import place", "write where it stands from the top"),
    ],
)
def test_a_wrong_import_is_found(tmp_path: Path, path: str, line: str, said: str) -> None:
    _plant(tmp_path, {path: line})
    (found,) = breaches(tmp_path / "guide")
    assert said in found


def test_a_right_import_is_not_found(tmp_path: Path) -> None:
    _plant(
        tmp_path, {"checks/rules/links.py": "import re\nfrom guide.model.page import Page\nfrom guide import checks"}
    )
    assert breaches(tmp_path / "guide") == []


def test_a_circle_is_found(tmp_path: Path) -> None:
    _plant(
        tmp_path,
        {
            "model/page.py": "from guide.model.site import Site",
            "model/site.py": "from guide.model import place",
            "model/place.py": "import guide.model.page",
        },
    )
    assert set(circle(tmp_path / "guide")) == {"guide.model.page", "guide.model.site", "guide.model.place"}


def test_no_browser_test_waits_by_eval() -> None:
    # It passes while the machine is quick and fails when it is not: see until() in tests/support/visits.py.
    waiting = [
        file.name
        for file in (Path(__file__).parent / "integration").glob("*.py")
        if ".wait_for_function(" in file.read_text(encoding="utf-8")
    ]
    assert waiting == []


def _plant(folder: Path, modules: Mapping[str, str]) -> None:
    for path, text in modules.items():
        file = folder / "guide" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
