"""Ask the Nu HTML checker, which HTML's own editors keep, about every page and style sheet of a folder.

What lives here: finding Java and the checker, asking about a whole folder at once (starting Java for each page would
take an hour), and reading the answer. What does not: which faults are allowed. None is.

The checker is the npm package ``vnu-jar`` (package.json): a Java program, so Java 17 or later is needed too, which
nothing else here needs. Run as ``python -m guide.tools.validator FOLDER…`` it prints each fault; it exits with 0 for
none, 1 for some, and 2 where it could not be asked.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

LEAST = 17
"""The oldest Java that runs the checker."""
CHECKER = Path("node_modules") / "vnu-jar" / "build" / "dist" / "vnu.jar"
"""Where npm puts the checker in a folder with a package.json."""


_UNKNOWN = "::highlight("
"""Of CSS Pseudo-Elements Level 4 (highlight pseudo-elements), which browsers have and the checker does not know yet."""
_YOUNG = ("field-sizing",)
"""Properties of CSS Basic User Interface Level 4, likewise."""
_BEFORE = 40
"""How far before the place that it names the checker may have stumbled."""


class ValidatorNotFoundError(RuntimeError):
    """Java or the checker is missing; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What the checker calls an error."""

    file: Path
    line: int
    what: str
    near: str
    """The text that it stands in."""

    def __str__(self) -> str:
        """Give it as one line: where, what, and the text there."""
        return f"{self.file}:{self.line}: {self.what} — {' '.join(self.near.split())}"


def find_validator(project: Path) -> tuple[str, Path]:
    """Give the programs: Java, and the checker of the project in this folder. Raises ValidatorNotFoundError."""
    java = shutil.which("java")
    if java is None or _version(java) < LEAST:
        raise ValidatorNotFoundError(
            f"The Nu HTML checker runs on Java {LEAST} or later, and none was found on PATH. Install one "
            "(Debian and Ubuntu, as root: apt-get install default-jre-headless; elsewhere: https://adoptium.net/)."
        )
    if not (project / CHECKER).is_file():
        raise ValidatorNotFoundError(f"{project / CHECKER} is missing: npm ci (or make lint) installs it.")
    return java, project / CHECKER


def _version(java: str) -> int:
    """Give the first number of a Java's version, 0 where it does not run."""
    try:
        run = subprocess.run([java, "-version"], capture_output=True, text=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return 0
    found = re.search(r'version "(\d+)', run.stderr)
    return int(found[1]) if found else 0


def faults_in(places: Sequence[Path], project: Path) -> list[Fault]:
    """Give every fault of the HTML and CSS files among ``places`` and below them.

    Raises ValidatorNotFoundError, also where the checker answers with anything but its list.
    """
    java, checker = find_validator(project)
    arguments = [
        "--skip-non-html",
        "--also-check-css",
        "--errors-only",
        "--exit-zero-always",
        "--stdout",
        "--format",
        "json",
    ]
    command = [java, "-jar", str(checker), *arguments, *(str(place.resolve()) for place in places)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    try:
        messages = json.loads(run.stdout)["messages"]
    except (ValueError, KeyError):
        raise ValidatorNotFoundError(f"{checker} gave no list: {run.stderr.strip() or run.stdout[:500]}") from None
    return [_fault(message) for message in messages if not _is_unknown(message)]


def _is_unknown(message: dict[str, object]) -> bool:
    """Whether the checker stumbles over a rule that is younger than its grammar of CSS."""
    says = str(message.get("message"))
    if any(says.startswith(f"CSS: “{name}”: Property") for name in _YOUNG):
        return True
    if says != "CSS: Parse Error.":
        return False
    fault = _fault(message)
    lines = fault.file.read_text(encoding="utf-8").splitlines()
    until = int(str(message.get("lastColumn", 0)))
    return _UNKNOWN in lines[fault.line - 1][max(0, until - _BEFORE) : until + 1]


def _fault(message: dict[str, object]) -> Fault:
    file = Path(unquote(urlsplit(str(message.get("url", ""))).path))
    line = message.get("lastLine", 0)
    return Fault(file, int(str(line)), str(message.get("message", "")), str(message.get("extract", "")))


def main(arguments: Sequence[str]) -> int:
    """Print every fault in the folders named, and how many there are."""
    places = [Path(argument) for argument in arguments]
    missing = [str(place) for place in places if not place.exists()]
    if missing or not places:
        print(f"{', '.join(missing) or 'no folder'}: not there — build the site first: make build", file=sys.stderr)
        return 2
    try:
        faults = faults_in(places, Path.cwd())
    except ValidatorNotFoundError as cannot:
        print(cannot, file=sys.stderr)
        return 2
    for fault in faults:
        print(fault)
    files = sum(1 for place in places for kind in ("html", "css") for _ in place.rglob(f"*.{kind}"))
    print(f"{len(faults)} faults in {files} pages and style sheets.", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
