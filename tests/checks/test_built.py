"""What is kept of a built site."""

from __future__ import annotations

from pathlib import Path

import guides
from guide.reading.site import read_site


def test_addresses_that_plainly_lead_to_a_file_or_an_id_are_not_kept(tmp_path: Path) -> None:
    guide = guides.read(tmp_path / "guide", {"data/redirects.yml": None})
    links = '<a href="tillitskultur/#why">a</a> <a href="tillitskultur/#ordre">b</a> <a href="#%6frder">c</a>'
    guides.write(tmp_path / "site", guides.built(guide), {"steg/index.html": ("</body>", f"{links}</body>")})
    page = read_site(tmp_path / "site", "site").page_by_path["steg/index.html"]
    assert [each.address for each in page.references if each.tag == "a"] == ["tillitskultur/#ordre", "#%6frder"]
    assert {each.relation for each in page.references if each.tag == "link"} == {"canonical", "alternate"}
    whole = read_site(tmp_path / "site", "site", whole=True).page_by_path["steg/index.html"]
    assert {"tillitskultur/#why", "#order", "../assets/logo.svg"} <= {each.address for each in whole.references}
