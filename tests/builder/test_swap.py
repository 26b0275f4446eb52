"""A new site takes the place of the former one, on any disk; and when that goes wrong, the former one stands."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from guide.builder import building, site
from guide.builder.swap import one_at_a_time, put_in_place
from guides import WHOLE, write

NEW = {"index.html": b"new", "steg/index.html": b"new step"}
FORMER = {"index.html": b"former", "old/index.html": b"old"}


def folder(at: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (at / name).parent.mkdir(parents=True, exist_ok=True)
        (at / name).write_bytes(content)
    return at


def files(at: Path) -> dict[str, bytes]:
    return {path.relative_to(at).as_posix(): path.read_bytes() for path in at.rglob("*") if path.is_file()}


def refuse(monkeypatch: pytest.MonkeyPatch, number: int, path: Path) -> None:
    """Let the system refuse to rename this path, whether from or to there."""
    rename = Path.rename

    def refusing(self: Path, target: Path) -> Path:
        if path in (self, Path(target)):
            raise OSError(number, "refused", str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refusing)


@pytest.mark.parametrize("number", [0, errno.EXDEV, errno.EBUSY])
@pytest.mark.parametrize("former", [FORMER, {}, None])
def test_the_new_site_is_there_and_nothing_of_the_former(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, former: dict[str, bytes] | None
) -> None:
    new, target = folder(tmp_path / "cache/new", NEW), tmp_path / "disk/site"
    if former is not None:
        target.mkdir(parents=True)
        folder(target, former)
    if number:
        refuse(monkeypatch, number, target)
    put_in_place(new, target)
    assert files(target) == NEW
    assert list((tmp_path / "cache").iterdir()) == []
    assert sorted(path.name for path in target.iterdir()) == ["index.html", "steg"]


@pytest.mark.parametrize("at", ["copytree", "index.html", "steg"])
def test_when_copying_fails_the_former_site_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    new, target = folder(tmp_path / "new", NEW), folder(tmp_path / "site", FORMER)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    refuse(monkeypatch, errno.EBUSY, target)
    if at == "copytree":
        monkeypatch.setattr("guide.builder.swap.shutil.copytree", full)
    else:
        refuse(monkeypatch, errno.EACCES, target / ".site-next" / at)
    with pytest.raises(OSError, match=r"No space|refused"):
        put_in_place(new, target)
    assert files(target) == FORMER
    assert sorted(path.name for path in target.iterdir()) == ["index.html", "old"]


def test_a_second_build_says_that_it_waits_and_waits(tmp_path: Path) -> None:
    lock, said = tmp_path / "lock", []
    holding = "import sys, time; from guide.builder.swap import one_at_a_time; from pathlib import Path\n"
    holding += f"with one_at_a_time(Path({str(lock)!r}), lambda: None):\n  print('held', flush=True); sys.stdin.read()"
    other = subprocess.Popen([sys.executable, "-c", holding], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert other.stdin is not None and other.stdout is not None
    assert other.stdout.readline() == b"held\n"

    def wait() -> None:
        said.append("waits")
        other.communicate()

    with one_at_a_time(lock, wait):
        assert said == ["waits"] and other.returncode == 0
    with one_at_a_time(lock, wait):
        assert said == ["waits"]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES])
def test_a_full_disk_or_a_file_without_rights_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], number: int
) -> None:
    root = write(tmp_path / "guide", WHOLE, {})
    target = folder(root / "site", FORMER)

    def fail(_config: Path, staging: Path, _caches: object) -> bool:
        folder(staging, NEW)
        raise OSError(number, "The system says why", "docs/sv/index.md")

    monkeypatch.setattr(site, "build", fail)
    assert building.build_site(root / "mkdocs.yml", target) == 1
    assert capfd.readouterr().err == "Not built, site/ is as it was: The system says why: docs/sv/index.md\n"
    assert files(target) == FORMER
    assert not (root / ".cache/site-next").exists()
