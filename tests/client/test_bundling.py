"""Putting the browser's scripts together: order, one scope, and every form of module that is refused."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from guide.client import bundling as scripts
from guide.client.bundling import ScriptError, bundle, bundling_errors, page_scripts, script
from guide.tools.node import find_node

CLEAN = {
    "entry.js": """\
/* What lives here.
   import { nothing } from "./comment.js"; */
import { Circle, double } from "./lib/shapes.js";
import { half } from "./lib/numbers.js";

// export default is only a word here
const text = "export nothing";
said(double(half(new Circle().size)), text);
""",
    "lib/shapes.js": """\
import { half } from "./numbers.js";
/** A circle. @import { X } from "../entry.js" */
export class Circle {
  size = half(84);
}

export async function later() {}
export const double = (number) => 2 * number;
const own = 1;
""",
    "lib/numbers.js": "/** @param {number} number */\nexport function half(number) {\n  return number / 2;\n}\n",
}


def client(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_modules_stand_in_one_scope_each_once_behind_what_it_needs(tmp_path: Path) -> None:
    text = bundle("entry.js", client(tmp_path, CLEAN))
    assert text.startswith('(()=>{"use strict";') and text.endswith("})();\n")
    assert "import{" not in text and "export function" not in text and "export class" not in text
    assert '"export nothing"' in text
    assert text.count("function half") == 1
    assert text.index("function half") < text.index("class Circle") < text.index("said(")
    assert "param" not in text and "only a word" not in text


def test_the_script_runs_as_one_that_is_no_module(tmp_path: Path) -> None:
    node = find_node() / "node"
    text = "globalThis.said = (...all) => console.log(...all);\n" + bundle("entry.js", client(tmp_path, CLEAN))
    run = subprocess.run([node, "--input-type=commonjs", "-e", text], capture_output=True, text=True, check=True)
    assert run.stdout == "42 export nothing\n"


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "says"),
    [
        ("entry.js", "import { half }", "import half", 4, "an import must have the form"),
        ("entry.js", "import { half }", "import * as half", 4, "an import must have the form"),
        ("entry.js", "import { half }", "import half, { double }", 4, "an import must have the form"),
        ("entry.js", '"./lib/numbers.js"', '"numbers"', 4, "an import must have the form"),
        ("entry.js", 'numbers.js";', "numbers.js';", 4, "an import must have the form"),
        ("entry.js", "said(", 'const more = await import("./x.js");\nsaid(', 8, "an import must have the form"),
        ("entry.js", "said(", "said(import.meta.url, ", 8, "an import must have the form"),
        ("entry.js", "{ half }", "{ half as part }", 4, "cannot be changed by as"),
        ("entry.js", "{ half }", "{ half, quarter }", 4, '"./lib/numbers.js" does not export quarter'),
        ("entry.js", "Circle, double", "Circle, own", 3, '"./lib/shapes.js" does not export own'),
        ("entry.js", "./lib/numbers.js", "./lib/letters.js", 4, 'there is no file "./lib/letters.js"'),
        ("lib/shapes.js", "export class", "export default class", 3, "export stands before"),
        ("lib/shapes.js", "const own = 1;", 'export * from "./numbers.js";', 9, "export stands before"),
        ("lib/shapes.js", "const own = 1;", "export { own };", 9, "export stands before"),
        ("lib/shapes.js", "const own = 1;", "export let own = 1;", 9, "export stands before"),
        ("lib/shapes.js", "const own = 1;", "const { own } = {};", 9, "makes one name"),
        ("lib/shapes.js", "const own = 1;", "const text = 1;", 7, 'text is a name of "lib/shapes.js" too'),
        ("lib/shapes.js", "const own", "function half() {}\nconst own", 9, "half is a name of"),
        ("lib/numbers.js", "/**", 'import { Circle } from "./shapes.js";\n/**', 1, "imports from here in turn"),
        ("lib/numbers.js", "/**", 'import { half } from "./numbers.js";\n/**', 1, "imports from here in turn"),
    ],
)
def test_what_is_refused_is_said_with_file_and_line(
    tmp_path: Path, file: str, old: str, new: str, line: int, says: str
) -> None:
    assert CLEAN[file].count(old) >= 1
    folder = client(tmp_path, CLEAN | {file: CLEAN[file].replace(old, new, 1)})
    with pytest.raises(ScriptError) as refused:
        bundle("entry.js", folder)
    assert says in str(refused.value)
    # Of two that have a name in common, the later one is told: that may be the other file.
    where = str(refused.value).split(": ")[0]
    assert where.endswith(f":{line}") and where.removeprefix(str(folder) + "/").partition(":")[0] in CLEAN


def test_every_script_is_asked_for_what_is_wrong_with_it_and_each_fault_is_told_once(tmp_path: Path) -> None:
    folder = tmp_path / "client"
    shutil.copytree(scripts.CLIENT, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    assert list(bundling_errors(folder)) == []
    shared = folder / "storing.js"
    shared.write_text('import { gone } from "./guide.js";\n' + shared.read_text(encoding="utf-8"), encoding="utf-8")
    assert [(path, line) for path, line, _ in bundling_errors(folder)] == [(shared, 1)]


def test_every_script_of_the_guide_is_put_together_and_written(tmp_path: Path) -> None:
    for each in page_scripts().values():
        each.write(tmp_path)
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert written == {each.path for each in page_scripts().values()}
    assert {"search-engine", "guide"} <= {path.split("/")[-1].split(".")[0] for path in written}
    for name in ("moved.js", "part.js", "short-address.js", "course.js", "serving/findings.js"):
        assert bundle(name).count('"use strict"') == 1


def test_the_name_of_a_script_changes_with_its_text() -> None:
    path = script("moved.js").path
    assert re.fullmatch(r"assets/js/moved\.[0-9a-f]{10}\.js", path)
    assert path == script("moved.js").path
    assert path != replace(script("moved.js"), text="").path


def test_no_module_is_forgotten(tmp_path: Path) -> None:
    """Each module of the folder stands in some script."""
    modules: dict[Path, object] = {}
    others = ("moved.js", "part.js", "short-address.js", "course.js", "serving/findings.js")
    for name in (*scripts.PAGE_SCRIPTS.values(), *others):
        found: dict[Path, scripts._Module] = {}
        scripts._collect((scripts.CLIENT / name).resolve(), found, ())
        modules |= found
    assert set(modules) == {path.resolve() for path in scripts.CLIENT.rglob("*.js")}


def test_the_button_that_reads_aloud_is_light(tmp_path: Path) -> None:
    """On every page stands only what makes it: what reads is a script of its own."""
    folder = tmp_path / "client"
    shutil.copytree(scripts.CLIENT, folder)
    entry = folder / "guide.js"
    text = entry.read_text(encoding="utf-8")
    without = [line for line in text.splitlines(keepends=True) if "offerListening" not in line]
    entry.write_text("".join(without), encoding="utf-8")
    assert len(without) == len(text.splitlines()) - 2
    more, less = (len(gzip.compress(made.encode(), 9)) for made in (bundle("guide.js"), bundle("guide.js", folder)))
    assert 0 < more - less < 600
