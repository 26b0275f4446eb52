"""Moodle, installed for once: its code laid out, its tables made, our scripts run inside it.

What lives here: from a folder of Moodle's source to a site that answers, and asking it.
What does not: what is asked (``php/``), and the programs that it needs (``lms.machines``).
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lms.machines import MachineError, database, free_port, needed, web_server

SCRIPTS = Path(__file__).parent / "php"
PASSWORD = "Tillit-2026"  # noqa: S105  (of learners who exist while the proof runs)
LEARNERS = ("desktop", "phone")
TRAINER = "trainer"
HOW_TO_GET = """Moodle's source is not at {place}.
`make lms` runs a real Moodle, which the guide does not ship. Get one that your PHP can run, for example 4.5 (LTS,
PHP 8.1 to 8.3), and say where it is:
  git clone --depth 1 --branch MOODLE_405_STABLE https://github.com/moodle/moodle.git ~/moodle
  make lms MOODLE=~/moodle
It also needs PHP and MariaDB. On Debian and Ubuntu: apt-get install mariadb-server php-cli php-curl php-gd php-intl
php-mbstring php-mysql php-soap php-xml php-zip"""
_RELEASE = re.compile(r"^\$release\s*=\s*'([^']+)'", re.MULTILINE)
_CONFIG = """<?php
unset($CFG);
global $CFG;
$CFG = new stdClass();
$CFG->dbtype = 'mariadb';
$CFG->dblibrary = 'native';
$CFG->dbhost = 'localhost';
$CFG->dbname = 'moodle';
$CFG->dbuser = 'root';
$CFG->dbpass = '';
$CFG->prefix = 'mdl_';
$CFG->dboptions = ['dbpersist' => false, 'dbsocket' => {socket!r}, 'dbcollation' => 'utf8mb4_unicode_ci'];
$CFG->wwwroot = {address!r};
$CFG->dataroot = {data!r};
$CFG->admin = 'admin';
$CFG->directorypermissions = 0700;
// Nothing leaves this machine.
$CFG->noemailever = true;
$CFG->disableupdatenotifications = true;
$CFG->disableupdateautodeploy = true;
require_once({setup!r});
"""


class ScriptError(RuntimeError):
    """A script inside Moodle ended without an answer; the message is what it said."""


@dataclass(frozen=True, slots=True)
class Moodle:
    """A Moodle that answers."""

    php: tuple[str, ...]
    """The command that runs PHP, with its settings."""
    config: Path
    """Its config.php."""
    address: str
    """Where it answers."""
    release: str
    """Its version, as it says itself."""
    cli: Path
    """Its folder of commands."""

    def ask(self, script: str, *arguments: str | int) -> dict[str, Any]:
        """Run one of our scripts inside Moodle and give its answer. Raises ScriptError where there is none."""
        command = [*self.php, str(SCRIPTS / f"{script}.php"), *map(str, arguments)]
        run = subprocess.run(
            command, capture_output=True, text=True, check=False, env={**os.environ, "LMS_CONFIG": str(self.config)}
        )
        return answer_of(run.stdout, run.stdout[-600:] + run.stderr[-600:])

    def run(self, script: str, *arguments: str) -> str:
        """Run a command of Moodle's own. Raises ScriptError with what it said where it fails."""
        command = [*self.php, str(self.cli / script), *arguments]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        if run.returncode != 0:
            raise ScriptError(f"{script}: {(run.stdout + run.stderr).strip()[-900:]}")
        return run.stdout


def answer_of(printed: str, instead: str) -> dict[str, Any]:
    """Give the answer in the last line that a script printed. Raises ScriptError with ``instead`` where it is none."""
    try:
        found = json.loads(printed.strip().rsplit("\n", 1)[-1])
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise ScriptError(instead.strip() or "the script said nothing")
    return found


def release_of(source: Path) -> str:
    """Give the version of the Moodle in ``source``. Raises MachineError with how to get one where there is none."""
    # From 5.1 on the pages are in a folder of their own.
    for place in (source / "public" / "version.php", source / "version.php"):
        found = _RELEASE.search(place.read_text(encoding="utf-8", errors="replace")) if place.is_file() else None
        if found:
            return found[1]
    raise MachineError(HOW_TO_GET.format(place=source))


@contextmanager
def installed(source: Path, folder: Path) -> Iterator[Moodle]:
    """Install the Moodle of ``source`` below ``folder`` and run it until the block ends.

    The source is only read. Raises MachineError where something that it needs is missing.
    """
    release = release_of(source)
    # What Moodle demands of PHP's settings.
    php = (needed("php", package="php-cli"), "-d", "max_input_vars=5000", "-d", "memory_limit=512M")
    code = folder / "code"
    _lay_out(source, code)
    public = code / "public" if (code / "public" / "version.php").is_file() else code
    cli = next(place for place in (code / "admin" / "cli", public / "admin" / "cli") if place.is_dir())
    data = folder / "files"
    data.mkdir(mode=0o700)
    port = free_port()
    with database(folder) as link:
        config = code / "config.php"
        address = f"http://127.0.0.1:{port}"
        config.write_text(
            _CONFIG.format(socket=str(link), address=address, data=str(data), setup=str(public / "lib" / "setup.php")),
            encoding="utf-8",
        )
        moodle = Moodle(php, config, address, release, cli)
        moodle.run(
            "install_database.php", "--agree-license", "--lang=en", f"--adminpass={PASSWORD}",
            "--adminemail=admin@example.org", "--fullname=Moodle", "--shortname=moodle",
        )  # fmt: skip
        moodle.ask("people", PASSWORD, TRAINER, *LEARNERS)
        with web_server(php, public, port, folder / "web.log"):
            yield moodle


def versions(php: Sequence[str]) -> str:
    """Give the versions of PHP and MariaDB, for the report."""
    said = subprocess.run([*php, "-r", "echo PHP_VERSION;"], capture_output=True, text=True, check=True).stdout
    server = needed("mariadbd", "mysqld", package="mariadb-server")
    told = subprocess.run([server, "--no-defaults", "--version"], capture_output=True, text=True, check=True).stdout
    number = re.search(r"Ver (\d+[\d.]*)", told)
    return f"PHP {said}, MariaDB {number[1] if number else '?'}"


def _lay_out(source: Path, target: Path) -> None:
    """Lay the code out in ``target``: a settings file must stand in it, and the source is not ours to write in."""
    shutil.copytree(source, target, copy_function=_linked, symlinks=True, ignore=shutil.ignore_patterns(".git"))
    (target / "config.php").unlink(missing_ok=True)


def _linked(source: str, target: str) -> None:
    """A second name for the same file, which takes no time; a copy where the disk is another one."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
