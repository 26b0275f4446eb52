"""Where a page is published."""

from __future__ import annotations

import pytest

from guide.addresses.page_address import built_file


@pytest.mark.parametrize(
    ("slug", "language", "folders", "file"),
    [
        ("", "sv", True, "index.html"),
        ("", "en", True, "en/index.html"),
        ("steg/ledarskap", "sv", True, "steg/ledarskap/index.html"),
        ("steps/leadership", "en", False, "en/steps/leadership.html"),
        ("", "sv", False, "index.html"),
    ],
)
def test_a_slug_decides_the_file(slug: str, language: str, folders: bool, file: str) -> None:
    assert built_file(slug, language, "sv", folders) == file
