"""Steps whose files are put back: the same files, done once, and again whenever it matters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guide.builder.kept import Cache
from guide.builder.steps import Step, apart, upon

Way = Callable[[Cache, str, Path, Step], list[str]]


@pytest.fixture(params=[apart, upon])
def way(request: pytest.FixtureRequest) -> Way:
    chosen: Way = request.param
    return chosen


def folder(at: Path) -> Path:
    at.mkdir()
    (at / "page.html").write_bytes(b"before")
    return at


def files(at: Path) -> dict[str, bytes]:
    return {path.relative_to(at).as_posix(): path.read_bytes() for path in at.rglob("*") if path.is_file()}


def test_what_a_step_wrote_is_put_back_without_doing_it(tmp_path: Path, way: Way) -> None:
    done: list[str] = []

    def step(target: Path) -> list[str]:
        done.append("")
        (target / "downloads").mkdir()
        (target / "downloads/a.zip").write_bytes(b"\x00\xff")
        (target / "page.html").write_bytes(b"after")
        return []

    cache, sites = Cache(tmp_path / "cache"), [folder(tmp_path / name) for name in ("one", "two", "three")]
    assert [way(cache, key, site, step) for key, site in zip(("a", "a", "b"), sites, strict=True)] == [[], [], []]
    assert files(sites[0]) == {"downloads/a.zip": b"\x00\xff", "page.html": b"after"}
    assert files(sites[1]) == files(sites[2]) == files(sites[0])
    assert len(done) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "one", "three", "two"]


def test_what_went_wrong_is_said_again(tmp_path: Path, way: Way) -> None:
    cache = Cache(tmp_path / "cache")

    def step(target: Path) -> list[str]:
        (target / "new.html").write_bytes(b"half")
        return ["no words file has it"]

    assert [way(cache, "a", folder(tmp_path / name), step) for name in ("one", "two")] == 2 * [["no words file has it"]]


def test_only_what_a_step_changed_is_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")

    def step(site: Path) -> list[str]:
        (site / "list.json").write_bytes(b"[]")
        return []

    upon(cache, "a", folder(tmp_path / "one"), step)
    (kept,) = cache.folder.iterdir()
    assert cache.get(kept.name) == {"list.json": b"[]"}


def test_a_step_is_done_again_upon_other_files(tmp_path: Path) -> None:
    """What is made of the files of a site tells nothing of what is made of others."""
    cache, done = Cache(tmp_path / "cache"), []

    def step(site: Path) -> list[str]:
        done.append((site / "page.html").read_bytes())
        return []

    for name, page in (("one", b"a"), ("two", b"b"), ("three", b"a")):
        site = folder(tmp_path / name)
        (site / "page.html").write_bytes(page)
        upon(cache, "a", site, step)
    assert done == [b"a", b"b"]


def test_a_step_that_takes_files_away_is_done_each_time(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")

    def step(site: Path) -> list[str]:
        (site / "page.html").unlink()
        return []

    for name in ("one", "two"):
        site = folder(tmp_path / name)
        upon(cache, "a", site, step)
        assert files(site) == {}
