"""What is kept of a built site."""

from __future__ import annotations

from pathlib import Path

import guides
from guide.reading.site import read_site


def test_every_address_of_a_page_is_kept_for_the_checks(tmp_path: Path) -> None:
    guide = guides.read(tmp_path / "guide", {"data/redirects.yml": None})
    links = '<a href="tillitskultur/#why">a</a> <a href="tillitskultur/#ordre">b</a> <a href="#%6frder">c</a>'
    guides.write(tmp_path / "site", guides.built(guide), {"steg/index.html": ("</body>", f"{links}</body>")})
    page = read_site(tmp_path / "site", "site").page_by_path["steg/index.html"]
    kept = {each.address for each in page.references}
    assert kept >= {"tillitskultur/#why", "tillitskultur/#ordre", "#%6frder", "#order", "../assets/logo.svg"}
