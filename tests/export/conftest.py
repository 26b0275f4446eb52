"""What tests of packages share: a guide with a path, and its built site."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.model.guide import Guide
from path_guides import build, path_guide


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Guide, Path]:
    folder = tmp_path_factory.mktemp("paths")
    guide, site = path_guide(folder), folder / "site"
    build(guide, site)
    return guide, site
