"""Browser scripts: whether they can be parsed, told by node, which knows the language of today.

What lives here: one question to node, for all scripts at once. What does not: what scripts reach for
(``assets.py``), and how they are put together (``client/bundling.py``).
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

from guide.model.place import Position, Problem

# A script is right when it can be parsed as a module or as a plain script; node's own message says what is wrong.
_PARSE = """
const { Script, SourceTextModule } = require("node:vm");
const found = [];
// Node tells the line of plain scripts only.
const lineOf = (text, filename) => {
  const plain = text.replace(/^import [^;]*;/gm, (lines) => lines.replace(/[^\\n]/g, "")).replace(/^export /gm, "");
  try {
    new Script(plain, { filename });
    return 1;
  } catch (error) {
    return Number(/:(\\d+)\\n/.exec(error.stack)?.[1] ?? 1);
  }
};
for (const [filename, text] of JSON.parse(require("node:fs").readFileSync(0, "utf8"))) {
  try {
    new SourceTextModule(text);
  } catch (asModule) {
    try {
      new Script(text, { filename });
    } catch {
      found.push([filename, lineOf(text, filename), asModule.message]);
    }
  }
}
console.log(JSON.stringify(found));
"""


@lru_cache(maxsize=4)
def unparsed_scripts(scripts: tuple[tuple[str, str], ...]) -> tuple[Problem, ...]:
    """Give what cannot be parsed of scripts, each a path and its text; nothing where there is no node."""
    beside = Path(sys.executable).with_name("node")
    node = shutil.which("node") or (str(beside) if beside.exists() else None)
    if node is None or not scripts:
        return ()
    command = [node, "--experimental-vm-modules", "--no-warnings", "--eval", _PARSE]
    try:
        answer = subprocess.run(
            command, input=json.dumps(scripts).encode(), capture_output=True, check=True, timeout=60
        )
        found = json.loads(answer.stdout)
    except (OSError, ValueError, subprocess.SubprocessError):
        return ()
    return tuple(
        Problem("script-wrong", Position(path, line), f"it cannot be parsed: {message}")
        for path, line, message in found
    )
