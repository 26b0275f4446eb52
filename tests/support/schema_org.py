"""JSON-LD beside schema.org's own definitions, which the npm package schema-dts gives as types (Apache-2.0).

TypeScript knows from them which types there are, which properties each has and what kind of value each takes; what
search engines ask for beyond that stands in ``WANTED``.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from guide.tools.node import find_node

ROOT = Path(__file__).parents[2]
WANTED: Mapping[str, frozenset[str]] = {
    "Article": frozenset({"headline", "author", "publisher", "image", "inLanguage", "description", "url"}),
    "FAQPage": frozenset({"mainEntity", "name", "inLanguage", "url"}),
    "Question": frozenset({"name", "acceptedAnswer"}),
    "Answer": frozenset({"text"}),
    "BreadcrumbList": frozenset({"itemListElement"}),
    "ListItem": frozenset({"position", "name", "item"}),
    "DefinedTermSet": frozenset({"name", "hasDefinedTerm", "inLanguage"}),
    "DefinedTerm": frozenset({"name", "description", "url", "inDefinedTermSet"}),
    "Course": frozenset({"name", "description", "provider", "inLanguage"}),
    "LearningResource": frozenset({"name", "description", "learningResourceType", "inLanguage"}),
    "Dataset": frozenset({"name", "description", "license", "creator", "distribution"}),
    "DataDownload": frozenset({"contentUrl", "encodingFormat"}),
    "WebSite": frozenset({"name", "url", "potentialAction"}),
    "SearchAction": frozenset({"target", "query-input"}),
    "EntryPoint": frozenset({"urlTemplate"}),
    "Organization": frozenset({"name"}),
    **dict.fromkeys(("WebPage", "AboutPage", "CollectionPage"), frozenset({"name", "url", "inLanguage"})),
}
"""What a thing of each type must say of itself, by what search engines recommend; other types are not in use."""


def things_in(value: Any) -> Iterator[dict[str, Any]]:
    """Give every thing that has a type in JSON-LD, those within others too."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from things_in(each)


def lacking(things: Iterable[dict[str, Any]]) -> list[str]:
    """Give what things lack that they should say."""
    return [
        f"{thing['@type']} {thing.get('url', '')}: {name}"
        for thing in things
        for name in sorted(WANTED.get(thing["@type"], frozenset({"a type that WANTED knows"})))
        if not thing.get(name)
    ]


def _without_inputs(value: Any) -> Any:
    """Leave out what an action asks for (https://schema.org/docs/actions.html), which the types know in actions only.

    An action within another thing is held against them by itself.
    """
    if isinstance(value, dict):
        return {key: _without_inputs(each) for key, each in value.items() if not key.endswith(("-input", "-output"))}
    return [_without_inputs(each) for each in value] if isinstance(value, list) else value


def faults(things: Iterable[dict[str, Any]], folder: Path) -> list[str]:
    """Give what TypeScript says against things, each held against its own type; ``folder`` is for its files."""
    told = list(things)
    kinds = sorted({str(thing["@type"]) for thing in told})
    lines = [f'import type {{ WithActionConstraints, {", ".join(kinds)} }} from "schema-dts";']
    for number, thing in enumerate(told):
        kind = str(thing["@type"])
        is_action = kind.endswith("Action")
        text = json.dumps(thing if is_action else _without_inputs(thing), ensure_ascii=False)
        lines.append(f"export const t{number}: {f'WithActionConstraints<{kind}>' if is_action else kind} = {text};")
    (folder / "told.ts").write_text("\n".join(lines), encoding="utf-8")
    options = {
        "strict": True,
        "noEmit": True,
        "module": "esnext",
        "moduleResolution": "bundler",
        "types": [],
        "paths": {"*": [str(ROOT / "node_modules" / "*")]},
    }
    config = {"compilerOptions": options, "files": ["told.ts"]}
    (folder / "tsconfig.json").write_text(json.dumps(config), encoding="utf-8")
    path = os.pathsep.join([str(find_node()), os.environ.get("PATH", "")])
    command = [str(ROOT / "node_modules/.bin/tsc"), "-p", str(folder), "--pretty", "false"]
    run = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PATH": path})
    return [line for line in run.stdout.splitlines() if "error TS" in line]
