"""The ``schemas`` command: what editors complete by, and the lists in REFERENCE.md, from the declared shapes.

What lives here: JSON Schemas of front matter, settings and data files, VS Code's table of them, and
the vocabularies between markers in REFERENCE.md. What does not: the shapes (``model/``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

import click

from guide.commands.command import CLEAN, FINDINGS, command
from guide.model.data import DATA_FILES
from guide.model.schema import Schema
from guide.model.settings import GuideSettings, Settings
from guide.model.shapes import TEXTS
from guide.model.vocabularies import (
    CalloutKind,
    ClaimKind,
    Directive,
    Extent,
    Frequency,
    Level,
    Outcome,
    PageType,
    Role,
    Sector,
    Size,
    SourceKind,
    Speaker,
    Theme,
)
from guide.reading.settings import load_settings
from guide.reading.shapes import adapter

_FOLDER = "data/schemas"
_REFERENCE = "REFERENCE.md"
_DRAFT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
_LISTS: Mapping[str, type[StrEnum]] = {
    "page types": PageType,
    "sectors": Sector,
    "sizes": Size,
    "themes": Theme,
    "outcomes": Outcome,
    "roles": Role,
    "boxes": CalloutKind,
    "frequencies": Frequency,
    "kinds of source": SourceKind,
    "kinds of claim": ClaimKind,
    "levels": Level,
    "speakers": Speaker,
    "extents": Extent,
}


@command("schemas")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 when a file is not up to date.")
def schemas(config: Path, check: bool) -> int:
    """Write the JSON Schemas and lists for editors."""
    settings = load_settings(config)
    stale = {path: text for path, text in files(settings).items() if _text_at(settings.root / path) != text}
    for path, text in stale.items():
        if check:
            print(f"{path}:1:1: not up to date — run: guide schemas")
        else:
            (settings.root / path).parent.mkdir(parents=True, exist_ok=True)
            (settings.root / path).write_text(text, encoding="utf-8")
    return FINDINGS if stale and check else CLEAN


def files(settings: Settings) -> dict[str, str]:
    """Give the text of every file that is made of the shapes, by its path from the guide's folder."""
    described = {
        f"{_FOLDER}/front-matter.json": front_matter(settings.schema),
        f"{_FOLDER}/mkdocs.json": mkdocs_yml(),
        **{_schema_of(role): data_file(role, settings) for role in DATA_FILES},
    }
    found = {path: _as_text({**_DRAFT, **schema}) for path, schema in described.items()}
    found[".vscode/settings.json"] = _as_text(vs_code(settings))
    found[".vscode/extensions.json"] = _as_text({"recommendations": ["redhat.vscode-yaml"]})
    reference = _text_at(settings.root / _REFERENCE)
    if reference is not None:
        found[_REFERENCE] = with_lists(reference)
    return found


def _schema_of(role: str) -> str:
    return f"{_FOLDER}/{role.replace('_', '-')}.json"


def _text_at(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _as_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


# JSON Schemas ---------------------------------------------------------------


def front_matter(schema: Schema) -> dict[str, Any]:
    """Describe the front matter: that of each page type, chosen by ``type``."""
    definitions: dict[str, Any] = {}
    chosen = []
    for name, front in schema.fronts.items():
        made = front.model_json_schema()
        definitions.update(made.pop("$defs", {}))
        definitions[f"page of type {name}"] = made
        of_type = {"properties": {"type": {"const": name}}, "required": ["type"]}
        chosen.append({"if": of_type, "then": {"$ref": f"#/$defs/page of type {name}"}})
    page_type = {"enum": list(schema.fronts), "description": "Page type; it decides which keys and sections are due."}
    return {
        "title": "Front matter of a page",
        "type": "object",
        "properties": {"type": page_type},
        "required": ["type"],
        "allOf": chosen,
        "$defs": definitions,
    }


def mkdocs_yml() -> dict[str, Any]:
    """Describe ``extra.guide`` in mkdocs.yml, and nothing else of it."""
    block = GuideSettings.model_json_schema()
    definitions = block.pop("$defs", {})
    extra = {"type": "object", "properties": {"guide": block}}
    return {"title": "mkdocs.yml", "type": "object", "properties": {"extra": extra}, "$defs": definitions}


def data_file(role: str, settings: Settings) -> dict[str, Any]:
    """Describe a data file, with the guide's languages as keys of what has a text in each."""
    made = adapter(DATA_FILES[role].whole).json_schema()
    if "patternProperties" in made:
        made["additionalProperties"] = False
    for entry in (made, *made.get("$defs", {}).values()):
        texts = entry.get("properties", {}).pop(TEXTS, None)
        if texts is not None:
            codes = [language.code for language in settings.languages]
            entry["properties"].update(dict.fromkeys(codes, texts["additionalProperties"]))
            entry["required"] = [*(key for key in entry["required"] if key != TEXTS), *codes]
    return {"title": f"The guide's {role.replace('_', ' ')}", **made}


def vs_code(settings: Settings) -> dict[str, Any]:
    """Give VS Code's settings: which file is described by which schema."""
    paths = {role: settings.data_files.get(role, f"data/{DATA_FILES[role].name}") for role in DATA_FILES}
    for folder in ("claims", "figures"):
        paths[folder] += "/*.yml"
    in_yaml = {_schema_of(role): path for role, path in paths.items() if not path.endswith(".json")}
    in_json = {_schema_of(role): path for role, path in paths.items() if path.endswith(".json")}
    return {
        "yaml.schemas": {f"{_FOLDER}/mkdocs.json": settings.config_file, **in_yaml},
        "yaml.customTags": ["!ENV scalar", "!ENV sequence"],
        "json.schemas": [{"fileMatch": [f"/{path}"], "url": f"./{schema}"} for schema, path in in_json.items()],
    }


# The lists in REFERENCE.md --------------------------------------------------


def with_lists(text: str) -> str:
    """Give REFERENCE.md with what stands between ``<!-- list: … -->`` and ``<!-- end -->`` made anew."""
    schema = Schema()
    lists = {name: _quoted(values) for name, values in _LISTS.items()}
    lists["instructions"] = _quoted(f"<!-- guide:{name} -->" for name in Directive)
    rows = [f"| {name} | {_quoted(ids)} |" for name, ids in schema.sections.items() if ids]
    lists["sections"] = "\n".join(["", "| type | ids |", "| --- | --- |", *rows, ""])
    for name, made in lists.items():
        start, end = f"<!-- list: {name} -->", "<!-- end -->"
        before, marker, after = text.partition(start)
        if marker:
            text = f"{before}{start}{made}{end}{after.partition(end)[2]}"
    return text


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
