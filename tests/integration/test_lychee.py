"""check-external with lychee itself, where it is installed, against a server on localhost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from answering_server import answering
from guide.external import lychee
from guide.external.lychee import INSTALLED, look_at

ROOT = Path(__file__).parents[2]
PROGRAM = shutil.which("lychee") or shutil.which("lychee", path=ROOT / INSTALLED)


@pytest.mark.skipif(PROGRAM is None, reason="lychee is installed by make check-external only")
def test_lychee_takes_the_options_and_its_report_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(Path(PROGRAM or "").parent))
    monkeypatch.setattr(lychee, "POLITE", tuple(each for each in lychee.POLITE if "private" not in each))
    with answering() as server:
        urls = [f"{server.url}/{path}" for path in ("page", "status/404", "to/301/page", "status/403", "å?a=1&b")]
        found = look_at(urls, tmp_path, "https://example.org/")
        assert [each.verdict for each in found] == ["alive", "dead", "moved", "blocked", "alive"]
        assert found[2].new_url == urls[0]
        assert server.agents == {"GuideLinkCheck/2.0 (+https://example.org/)"}
        # One request at a time, with a pause between; what a redirect leads to is asked for at once.
        pauses = [later - sooner for sooner, later in zip(server.times, server.times[1:], strict=False)]
        assert [round(pause) >= 1 for pause in pauses].count(False) == 1
        asked = len(server.asked)
        assert [each.verdict for each in look_at(urls, tmp_path, "")] == [each.verdict for each in found]
        assert server.asked[asked:].count("/status/404") == 1 and "/%C3%A5?a=1&b" not in server.asked[asked:]
