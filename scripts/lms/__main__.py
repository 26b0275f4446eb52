"""The command of the proof: what is asked for, and in which order it is done.

What lives here: arguments, the order of things, what is printed while it works, and the
code that it ends with. What does not: everything that is done.
"""

from __future__ import annotations

import argparse
import itertools
import re
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import NoReturn

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as BrowserError

from guide.tools.browser import BrowserNotFoundError, find_browser
from lms.learner import Camera, LearnerError, Seen, learn, show, signed_in
from lms.machines import MachineError
from lms.moodle import LEARNERS, TRAINER, Moodle, ScriptError, installed, release_of, versions
from lms.packages import Kind, Package, packages_in
from lms.table import Row, Walk, report

_WALKED = "new-manager"
"""The path that learners take of each kind, where there is one."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the proof; give 0 where all is as it should be, 1 where something is not, 2 where it could not be run."""
    options = _options(arguments)
    signal.signal(signal.SIGTERM, _leave)
    try:
        release_of(options.moodle)
        browser = find_browser()
        packages = _packages(options.packages or [options.site / "downloads"], options.only)
        started = time.monotonic()
        # "lms": the socket's path below it may not be long.
        with tempfile.TemporaryDirectory(prefix="lms-") as folder, installed(options.moodle, Path(folder)) as moodle:
            _tell(f"Moodle {moodle.release}, {versions(moodle.php)}: installed", started)
            rows = list(_proved(moodle, packages, browser, options.pictures, started))
            print(f"Moodle {moodle.release}, {versions(moodle.php)}, {time.monotonic() - started:.0f} s\n")
    except (BrowserNotFoundError, MachineError, ScriptError) as missing:
        print(missing, file=sys.stderr)
        return 2
    print(report(rows, options.only or tuple(Kind)))
    return 1 if any(True for row in rows for _ in row.troubles()) else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make lms", description="Try the packages in a real Moodle.")
    parser.add_argument("--moodle", type=lambda text: Path(text).expanduser(), required=True, metavar="FOLDER")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the built site (site)")
    parser.add_argument("--packages", type=Path, action="append", help="a folder of packages, instead of the site's")
    parser.add_argument("--pictures", type=Path, help="a folder for pictures of what was seen")
    parser.add_argument("--only", type=_kind, action="append", metavar="KIND", help='one kind only: "Moodle backup"')
    return parser.parse_args(arguments)


def _kind(label: str) -> Kind:
    found = next((kind for kind in Kind if kind.label.lower() == label.lower()), None)
    if found is None:
        raise argparse.ArgumentTypeError(f"one of {', '.join(kind.label for kind in Kind)}")
    return found


def _packages(folders: Sequence[Path], only: Sequence[Kind] | None) -> list[Package]:
    found = [each for each in packages_in(folders) if not only or each.kind in only]
    if not found:
        places = ", ".join(map(str, folders))
        raise MachineError(f"No packages in {places}. Build the guide first: SITE_URL=https://… make build")
    return found


def _proved(
    moodle: Moodle, packages: Sequence[Package], browser: Path, pictures: Path | None, started: float
) -> Iterator[Row]:
    with sync_playwright() as playwright:
        # As root, as in most containers, Chromium starts only without its sandbox; all that it opens is local.
        opened = playwright.chromium.launch(executable_path=str(browser), args=["--no-sandbox"])
        for (kind, language), each in itertools.groupby(packages, lambda one: (one.kind, one.language)):
            row = Row(kind, language)
            courses = _import(moodle, list(each), row)
            if courses:
                row.taken = next((name for name in courses if name.startswith(_WALKED)), next(iter(courses)))
                _walk(moodle, opened, courses[row.taken], row, pictures)
            _tell(f"{kind.label}, {language}: {row.imported}", started)
            yield row
        opened.close()


def _import(moodle: Moodle, packages: Sequence[Package], row: Row) -> dict[str, int]:
    """Import packages of one kind and language; give the course of each that went in."""
    courses: dict[str, int] = {}
    for package in packages:
        row.files += 1
        try:
            courses[package.name] = _course_of(moodle, package)
        except ScriptError as refused:
            row.refused[package.name] = re.sub(r"\s+", " ", str(refused))[:400]
    return courses


def _course_of(moodle: Moodle, package: Package) -> int:
    """Import one package and give its course. Raises ScriptError with what Moodle said where it is refused."""
    if not package.kind.way:
        raise ScriptError("Moodle has no activity that takes it; a plug-in is needed")
    file = package.path.resolve()
    if package.kind is Kind.MBZ:
        said = moodle.run("restore_backup.php", f"--file={file}", "--categoryid=1")
        number = re.search(r"course ID: (\d+)", said)
        if number is None:
            raise ScriptError(said.strip()[-400:])
        return int(number[1])
    answer = moodle.ask("import", package.kind.way, str(file), package.path.stem)
    if "error" in answer:
        raise ScriptError(str(answer["error"]))
    return int(answer["course"])


def _walk(moodle: Moodle, browser: Browser, course: int, row: Row, pictures: Path | None) -> None:
    moodle.ask("enrol", course, TRAINER, *LEARNERS)
    row.plan = moodle.ask("course", course)
    name = re.sub(r"\W+", "-", f"{row.kind.label}-{row.language}".lower())
    for who in LEARNERS:
        seen, camera = Seen(), Camera(pictures, f"{name}-{who}")
        try:
            with signed_in(browser, moodle, who) as page:
                learn(page, moodle, course, row.plan, camera, seen)
        except (BrowserError, LearnerError) as stopped:
            seen.trouble.append(re.sub(r"\s+", " ", str(stopped))[:300])
        row.walks[who] = Walk(seen, moodle.ask("result", course, who))
    if pictures is not None:
        with signed_in(browser, moodle, TRAINER) as page:
            show(page, moodle, course, Camera(pictures, f"{name}-{TRAINER}"))


def _tell(what: str, started: float) -> None:
    print(f"{time.monotonic() - started:5.0f} s  {what}", file=sys.stderr, flush=True)


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    """End by way of every block that is open, so that what was started is ended."""
    raise SystemExit(128 + number)


if __name__ == "__main__":
    sys.exit(main())
