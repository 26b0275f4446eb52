"""The package as others get it: a wheel, installed away from the checkout, checks, builds and spells a guide."""

from __future__ import annotations

import fnmatch
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PACKAGED = ("pyproject.toml", "README.md", "LICENSE", "LICENSE-content", "scripts")

CONFIG = """\
site_name: Lilla guiden
site_url: https://guide.example/
strict: true
theme: {name: material, language: sv, font: false}
hooks: [hook.py]
extra:
  guide: {data: data}
plugins:
  - i18n:
      docs_structure: folder
      languages:
        - {locale: sv, name: Svenska, default: true, nav: [index.md, concepts/trust.md]}
        - {locale: en, name: English, nav: [index.md, concepts/trust.md]}
markdown_extensions: [attr_list, footnotes]
"""
PAGE = """---
title: {title}
description: {about}
{more}
---

# {heading}

{link}

## {part} {{#part}}

{text}
"""
PAGES = {
    "sv/index.md": PAGE.format(
        title="Start",
        about="En liten guide som finns till för att paketet ska ha något att bygga.",
        more="type: start",
        heading="Välkommen till guiden",
        link="Läs om [vad tillit är](concepts/trust.md#part).",
        part="En del",
        text="Här börjar du.",
    ),
    "en/index.md": PAGE.format(
        title="Start",
        about="A small guide which is there so that the package has something to build.",
        more="type: start",
        heading="Welcome to the guide",
        link="Read about [what trust is](concepts/trust.md#part).",
        part="A part",
        text="This is where you start.",
    ),
    "sv/concepts/trust.md": PAGE.format(
        title="Tillit",
        about="Vad ordet tillit betyder här, i en enda mening som är lagom lång.",
        more="slug: begrepp/tillit\ntype: topic",
        heading="Vad tillit är",
        link="Gå till [början](../index.md).",
        part="Ordet",
        text="Tillit växer när chefer visar den först.",
    ),
    "en/concepts/trust.md": PAGE.format(
        title="Trust",
        about="What the word trust means here, in one sentence that is just long enough.",
        more="slug: concepts/trust\ntype: topic",
        heading="What trust is",
        link="Go to [the beginning](../index.md).",
        part="The word",
        text="Trust grows when managers show it first.",
    ),
}


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command away from this process' Python path; give what it printed, or fail with it."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    ended = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout + ended.stderr


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment with the wheel, and this run's packages behind it."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    # setuptools works in the folder that it packs: a copy keeps ours as it is.
    for name in PACKAGED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy(ROOT / name, source)
    pip = (sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check")
    run(*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, source, cwd=folder)
    venv.create(folder / "venv", with_pip=False)
    bin_folder = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    packages = run(bin_folder / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder)
    behind = [place for place in sys.path if Path(place).name in {"site-packages", "dist-packages"}]
    Path(packages.strip(), "dependencies.pth").write_text("\n".join(behind), encoding="utf-8")
    (wheel,) = folder.glob("*.whl")
    run(*pip, "--python", bin_folder / "python", "install", "--no-deps", "--ignore-installed", wheel, cwd=folder)
    return bin_folder


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A small guide of its own, far from the checkout."""
    files = {f"docs/{path}": text for path, text in PAGES.items()}
    files["mkdocs.yml"] = CONFIG
    files["hook.py"] = "from guide.builder.hook import *\n"
    files["data/redirects.yml"] = "- {from: /begrepp/gammalt/, to: /begrepp/tillit/}\n"
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_wheel_has_the_command_and_its_own_code(programs: Path, tmp_path: Path) -> None:
    assert "check-external" in run(programs / "guide", "--help", cwd=tmp_path)
    found = run(programs / "python", "-c", "import guide; print(guide.__file__)", cwd=tmp_path)
    assert found.startswith(str(programs.parent))


def test_the_wheel_checks_and_spells_a_guide_elsewhere(programs: Path, elsewhere: Path) -> None:
    run(programs / "guide", "check", cwd=elsewhere)
    assert "all known" in run(programs / "guide", "spell", cwd=elsewhere)


def test_the_wheel_builds_a_guide_elsewhere(programs: Path, elsewhere: Path) -> None:
    """With what needs the files beside the code: the list's schema, the scripts of moved and short addresses."""
    run(programs / "guide", "build", cwd=elsewhere)
    built = {path.relative_to(elsewhere / "site").as_posix() for path in (elsewhere / "site").rglob("*")}
    assert {"begrepp/tillit/index.html", "begrepp/gammalt/index.html", "en/concepts/trust/index.html"} <= built
    for name in ("addresses.schema.json", "assets/js/moved.*.js", "assets/js/short-address.*.js"):
        assert fnmatch.filter(built, name), (name, sorted(built))


def test_the_wheel_carries_every_file_that_is_not_python(programs: Path) -> None:
    """A kind of file that pyproject.toml does not name would be missing from the wheel."""
    kept = {
        path.relative_to(ROOT / "scripts").as_posix()
        for path in (ROOT / "scripts" / "guide").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    packages = next(programs.parent.rglob("guide/__init__.py")).parents[1]
    installed = {path.relative_to(packages).as_posix() for path in packages.rglob("*") if path.is_file()}
    assert sorted(kept - installed) == []
