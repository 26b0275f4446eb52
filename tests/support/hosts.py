"""Real web servers on localhost, told what to send by the guide's own files: nginx, Apache and Caddy, where installed.

Each runs in a folder of its own, with a copy of the site; and as nobody, where the tests run as root.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
SAID = {
    "nginx": "apt-get install nginx-light",
    "apache2": "apt-get install apache2",
    "caddy": "apt-get install caddy",
}
MODULES = Path("/usr/lib/apache2/modules")
NGINX = """\
daemon off;
master_process off;
pid nginx.pid;
error_log error.log;
events {{}}
http {{
    access_log off;
    {temporary}
    include site.conf;
}}
"""
APACHE = """\
ServerRoot {folder}
ServerName guide.example
{modules}
Listen 127.0.0.1:{port}
PidFile {folder}/apache.pid
Mutex file:{folder}
ErrorLog {folder}/error.log
TypesConfig /etc/mime.types
DocumentRoot {folder}/site
<Directory {folder}/site>
    AllowOverride All
    Require all granted
</Directory>
"""
Start = Callable[[Path, int], tuple[list[str], Mapping[str, str]]]


def nginx(folder: Path, port: int) -> tuple[list[str], Mapping[str, str]]:
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    (folder / "nginx.conf").write_text(NGINX.format(temporary=temporary), encoding="utf-8")
    told = (ROOT / "hosting" / "nginx.conf").read_text(encoding="utf-8")
    for meant, here in (("listen 8080;", f"listen 127.0.0.1:{port};"), ("/srv/guide;", f"{folder}/site;")):
        assert meant in told
        told = told.replace(meant, here)
    (folder / "site.conf").write_text(told, encoding="utf-8")
    shutil.copy("/etc/nginx/mime.types", folder)
    return ["-p", str(folder), "-c", "nginx.conf", "-e", "error.log"], {}


def apache2(folder: Path, port: int) -> tuple[list[str], Mapping[str, str]]:
    names = ("mpm_event", "authz_core", "dir", "mime", "headers", "filter", "deflate")
    modules = "\n".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in names)
    text = APACHE.format(folder=folder, port=port, modules=modules)
    (folder / "apache.conf").write_text(text, encoding="utf-8")
    return ["-f", str(folder / "apache.conf"), "-DFOREGROUND"], {}


def caddy(folder: Path, port: int) -> tuple[list[str], Mapping[str, str]]:
    settings = {"GUIDE_ADDRESS": f"http://127.0.0.1:{port}", "GUIDE_SITE": f"{folder}/site", "CADDY_ADMIN": "off"}
    shutil.copy(ROOT / "hosting" / "Caddyfile", folder)
    return ["run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"], {**settings, "HOME": str(folder)}


STARTS: Mapping[str, Start] = {"nginx": nginx, "apache2": apache2, "caddy": caddy}


def program_of(name: str) -> str:
    """Give the server's program; skip the test, saying how to install it, where there is none."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
    if found is None:
        pytest.skip(f"{name} is not installed (Debian and Ubuntu, as root: {SAID[name]})")
    return found


@contextmanager
def hosted(name: str, site_dir: Path) -> Iterator[str]:
    """Serve a site by one of the servers; give its address, without a slash at the end."""
    program = program_of(name)
    with tempfile.TemporaryDirectory(prefix=f"guide-{name}-") as made, socket.socket() as free:
        folder = Path(made)
        shutil.copytree(site_dir, folder / "site")
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        arguments, settings = STARTS[name](folder, port)
        is_root = os.geteuid() == 0
        if is_root:
            for each in (folder, *folder.rglob("*")):
                shutil.chown(each, "nobody")
        with (folder / "said").open("wb") as said:
            process = subprocess.Popen(
                [program, *arguments],
                cwd=folder,
                env={**os.environ, **settings},
                stdout=said,
                stderr=said,
                user="nobody" if is_root else None,
            )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(process, address, folder)
            yield address
        finally:
            process.terminate()
            process.wait()


def _wait(process: subprocess.Popen[bytes], address: str, folder: Path) -> None:
    """Wait until the server answers; fail with what it said where it ends, or never does."""
    end = time.monotonic() + 60
    while True:
        try:
            with urlopen(address, timeout=10):
                return
        except OSError:
            if process.poll() is not None or time.monotonic() > end:
                logs = (log.read_text(encoding="utf-8") for name in ("said", "error.log") for log in folder.glob(name))
                pytest.fail(f"the server does not answer: {' '.join(logs)}")
            time.sleep(0.05)
