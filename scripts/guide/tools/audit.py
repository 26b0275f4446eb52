"""Ask whether a pinned package has a known weakness: pip-audit for Python's, npm's own audit for the others.

What lives here: asking, and telling what was found apart from what could not be asked; both programs end with 1 for
either. What does not: the programs (``requirements-audit.txt``), and mending, which is a newer version in a lock file.

Run as ``python -m guide.tools.audit`` in the project's folder, with both programs on ``PATH``. Exits with 1 where a
weakness is known, else with 0: what could not be asked, or is not known where it was, is said.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LOCKS = ("requirements.txt", "requirements-external.txt", "requirements-audit.txt")
"""The lock files of Python's packages."""
_PIP = ("pip-audit", "--require-hashes", "--disable-pip", "--progress-spinner", "off", "--format", "json", "-r")
_NPM = ("npm", "audit", "--package-lock-only", "--json")


@dataclass
class Answer:
    """What became of asking about one lock file."""

    lock: str
    weaknesses: list[str] = field(default_factory=list)
    asked: int = 0
    """Packages that something is known of, if only that nothing is wrong."""
    problem: str = ""
    """Why nothing could be asked."""


def of_python(lock: str) -> Answer:
    """Ask about the packages of a lock file of Python's."""
    answer, (told, said) = Answer(lock), _run((*_PIP, lock))
    if not isinstance(told, dict):
        answer.problem = said
        return answer
    packages = [package for package in told.get("dependencies", []) if "skip_reason" not in package]
    answer.asked = len(packages)
    # A mirror of the index may know no package's page: then nothing has been asked.
    skipped = [package for package in told.get("dependencies", []) if "skip_reason" in package]
    if skipped and not packages:
        answer.problem = f"none of {len(skipped)} packages is known where it was asked"
    answer.weaknesses += [
        f"{package['name']} {package['version']}: {found['id']}, mended in {', '.join(found['fix_versions']) or 'none'}"
        for package in packages
        for found in package["vulns"]
    ]
    return answer


def of_npm() -> Answer:
    """Ask about the packages of package-lock.json."""
    answer, (told, said) = Answer("package-lock.json"), _run(_NPM)
    if not isinstance(told, dict) or "metadata" not in told:
        answer.problem = (told.get("message") if isinstance(told, dict) else "") or said
        return answer
    answer.asked = int(told["metadata"]["dependencies"]["total"])
    answer.weaknesses += [
        f"{name} {found['range']}: {found['severity']}" for name, found in told["vulnerabilities"].items()
    ]
    return answer


def _run(command: Sequence[str]) -> tuple[Any, str]:
    """Give what a program answers, as JSON, or None; and the last line that it says beside."""
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    except (OSError, subprocess.TimeoutExpired) as failed:
        return None, str(failed)
    try:
        told = json.loads(run.stdout)
    except ValueError:
        told = None
    lines = [line for line in run.stderr.splitlines() if line.strip()]
    return told, lines[-1] if lines else f"{command[0]} said nothing"


def _lines(answers: Sequence[Answer]) -> Iterator[str]:
    for answer in answers:
        if answer.problem:
            yield f"{answer.lock}: skipped, could not be asked about: {answer.problem}"
        else:
            yield f"{answer.lock}: {answer.asked} packages, {len(answer.weaknesses)} with a known weakness"
        yield from (f"  {weakness}" for weakness in answer.weaknesses)


def main() -> int:
    """Ask about every lock file, and print what was answered."""
    answers = [*(of_python(lock) for lock in LOCKS if Path(lock).is_file()), of_npm()]
    for line in _lines(answers):
        print(line)
    return 1 if any(answer.weaknesses for answer in answers) else 0


if __name__ == "__main__":
    sys.exit(main())
