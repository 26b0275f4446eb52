"""Find a browser for the browser tests, and say clearly where there is none.

Looked for in this order: the environment variable ``GUIDE_BROWSER``, Chromium or
Chrome on ``PATH``, Playwright's own download and, with ``--install`` and only as
root on Debian or Ubuntu, the distribution's package. Of Chromium the build without
windows comes first: each visit to it costs a quarter of the processor, since it
draws no bars and buttons of its own. Prints the path; exits 2 with a message where
nothing is found.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

VARIABLE = "GUIDE_BROWSER"
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


class BrowserNotFoundError(RuntimeError):
    """No browser was found; the message says what was tried and what to do."""


def find_browser() -> Path:
    """Give the path of a Chromium or Chrome.

    Raises BrowserNotFoundError, also where ``GUIDE_BROWSER`` names no program:
    a reader who set it should hear of it, not get another browser.
    """
    named = os.environ.get(VARIABLE)
    if named:
        found = shutil.which(named)
        if not found:
            raise BrowserNotFoundError(f"{VARIABLE} is set to {named!r}, which is not a program that can be run.")
        return Path(found)
    on_path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if on_path:
        return Path(on_path)
    downloaded = _playwright_browser()
    if downloaded:
        return downloaded
    raise BrowserNotFoundError(
        f"The browser tests need Chromium or Chrome, and none was found (tried {VARIABLE}, PATH and Playwright).\n"
        "Install one (Debian and Ubuntu: apt-get install chromium; elsewhere: .venv/bin/playwright install chromium)\n"
        f"or set {VARIABLE} to the program's path."
    )


def _playwright_browser() -> Path | None:
    """Give Playwright's own Chromium where it has been downloaded."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def install_from_debian() -> bool:
    """Install Debian's Chromium, without windows where it has that; give False where nothing can be done here."""
    apt = shutil.which("apt-get")
    if not apt or os.geteuid() != 0:
        return False
    print("No browser found; installing Debian's chromium (once) …", file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ("install", "--yes", "--no-install-recommends")
    said = ""
    for arguments in (("update",), (*install, "chromium-headless-shell"), (*install, "chromium")):
        run = subprocess.run([apt, *arguments], env=environment, capture_output=True, text=True, check=False)
        if run.returncode == 0 and arguments[0] == "install":
            return True
        said += run.stderr
    print(said, file=sys.stderr)
    return False


def main(arguments: list[str]) -> int:
    """Print the browser's path; with ``--install`` get one from Debian where none is found."""
    try:
        print(f"Browser: {find_browser()}")
    except BrowserNotFoundError as missing:
        if "--install" in arguments and VARIABLE not in os.environ and install_from_debian():
            return main([])
        print(missing, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
