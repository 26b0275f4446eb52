"""The database and the web server of the proof: started, waited for, ended.

What lives here: programs that run beside the proof, each in a process group of its own
so that it can be ended by its number, and nothing else with it. What does not: what
Moodle does with them (``lms.moodle``).
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

PATIENCE = 120
"""Seconds to wait for a program to answer: for one that never does, not for a slow machine."""
ROUTER = Path(__file__).parent / "php" / "router.php"


class MachineError(RuntimeError):
    """A program is missing or does not answer; the message says which, and what to do."""


def needed(*names: str, package: str) -> str:
    """Give the path of the first program there is. Raises MachineError, with the Debian package to install."""
    # Debian keeps its servers where only root's PATH looks.
    places = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))
    found = next((path for name in names if (path := shutil.which(name, path=places))), None)
    if found is None:
        raise MachineError(f"{names[0]} is missing. On Debian and Ubuntu: apt-get install {package}")
    return found


@contextmanager
def database(folder: Path) -> Iterator[Path]:
    """Run MariaDB on data of its own in ``folder``, without a network; give its socket."""
    install = needed("mariadb-install-db", "mysql_install_db", package="mariadb-server")
    server = needed("mariadbd", "mysqld", package="mariadb-server")
    client = needed("mariadb", "mysql", package="mariadb-client")
    data, link = folder / "data", folder / "db.sock"
    user = f"--user={pwd.getpwuid(os.geteuid()).pw_name}"
    made = subprocess.run(
        [install, "--no-defaults", f"--datadir={data}", user, "--auth-root-authentication-method=normal"],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode != 0:
        raise MachineError(f"MariaDB could not make its data folder:\n{made.stdout[-800:]}{made.stderr[-800:]}")
    # The last two: what is thrown away need not survive a power cut.
    options = (f"--datadir={data}", f"--socket={link}", user, "--skip-networking", f"--pid-file={folder / 'db.pid'}")
    careless = ("--innodb-flush-log-at-trx-commit=0", "--skip-innodb-doublewrite")
    with running([server, "--no-defaults", *options, *careless], folder / "database.log", {}) as program:
        asked = [client, "--no-defaults", f"--socket={link}", "--user=root", "--execute"]
        waited("MariaDB", program, lambda: _succeeds([*asked, "SELECT 1"]), folder / "database.log")
        created = "CREATE DATABASE moodle CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci"
        subprocess.run([*asked, created], check=True)
        yield link


@contextmanager
def web_server(php: Sequence[str], root: Path, port: int, log: Path) -> Iterator[str]:
    """Serve the PHP pages below ``root`` on localhost; give the address."""
    # Several at once: a page of Moodle's asks for a dozen files, and a package for more while it reports.
    workers = {"PHP_CLI_SERVER_WORKERS": "4"}
    command = [*php, "-S", f"127.0.0.1:{port}", "-t", str(root), str(ROUTER)]
    with running(command, log, workers) as program:
        waited("PHP", program, lambda: _listens(port), log)
        yield f"http://127.0.0.1:{port}"


@contextmanager
def running(command: Sequence[str], log: Path, more: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Run ``command`` until the block ends; then end it and its children, by the number of their group."""
    with log.open("wb") as said:
        program = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, env={**os.environ, **more},
            start_new_session=True,
        )  # fmt: skip
    try:
        yield program
    finally:
        _end(program)


def waited(name: str, program: subprocess.Popen[bytes], answers: Callable[[], bool], log: Path) -> None:
    """Wait until ``answers``. Raises MachineError with the end of the log where the program ends or never does."""
    end = time.monotonic() + PATIENCE
    while not answers():
        if program.poll() is not None or time.monotonic() > end:
            raise MachineError(f"{name} does not answer:\n{log.read_text(errors='replace')[-1500:]}")
        time.sleep(0.2)


def free_port() -> int:
    """Give a port of localhost that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _end(program: subprocess.Popen[bytes]) -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        # The children may outlive the one that started them, so the group is told also when that has ended.
        try:
            os.killpg(program.pid, number)
        except ProcessLookupError:
            break
        try:
            program.wait(timeout=30)
        except subprocess.TimeoutExpired:
            continue
    program.wait()


def _succeeds(command: Sequence[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _listens(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True
