"""What hosts are told to send: each file says the values of the one home, and no address is told twice or forgotten."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from guide.addresses import hosting as values
from guide.export import hosting

ROOT = Path(__file__).parents[2]
PLACES = ["/404.html", "/", "/b/*", "/en/*", "/l/*", "/steg/*"]
FILES = {
    "nginx": hosting.nginx(),
    "caddy": hosting.caddy(),
    "apache": hosting.htaccess(""),
    "_headers": hosting.underscored("", PLACES),
    "azure": hosting.azure(""),
}


@pytest.mark.parametrize("name", FILES)
def test_every_header_is_told_to_every_host(name: str) -> None:
    for header, value in values.EVERYWHERE.items():
        assert header in FILES[name] and value in FILES[name]
    for value in (values.UNFRAMED, values.FRAMED, values.OWN, values.SHARED, values.KEPT, values.SHORTLY):
        assert value in FILES[name], value


def test_what_the_project_keeps_is_up_to_date() -> None:
    for name, text in hosting.files_of_servers().items():
        assert (ROOT / hosting.FOLDER / name).read_text(encoding="utf-8") == text, "run: guide hosting"


def test_readme_tells_the_same() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"Content-Security-Policy: {values.POLICY}\n" in text
    table = dict(re.findall(r"^\| `([A-Z][\w-]+)` \| `([^`|]+)`", text, re.MULTILINE))
    assert table == {
        "Content-Security-Policy": f"…; {values.TRUSTED}; frame-ancestors 'none'",
        "Cross-Origin-Resource-Policy": values.OWN,
        "Cache-Control": values.ANEW,
        **values.EVERYWHERE,
    }


def rules() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for line in FILES["_headers"].splitlines():
        if line.startswith("/"):
            assert line not in found
            here = found[line] = {}
        elif line.startswith("  "):
            name, value = line.strip().split(": ", 1)
            assert name not in here
            here[name] = value
    return found


@pytest.mark.parametrize(
    "path", ["/", "/404.html", "/b/sv/x/", "/l/x/", "/en/steps/x/", "/assets/js/x.js", "/assets/cards/x.png", "/x.json"]
)
def test_no_address_gets_a_header_of_two_rules(path: str) -> None:
    fitting = [
        headers for pattern, headers in rules().items() if re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), path)
    ]
    names = [name for headers in fitting for name in headers]
    assert len(names) == len(set(names)) and set(values.EVERYWHERE) <= set(names)
    policy = {name: value for headers in fitting for name, value in headers.items()}.get("Content-Security-Policy")
    expected = None if "." in path and "404" not in path else values.UNFRAMED
    assert policy == (values.FRAMED if path.startswith(("/b/", "/l/")) else expected)


def test_azure_lets_only_parts_and_short_addresses_be_framed() -> None:
    told = json.loads(FILES["azure"])
    assert told["globalHeaders"]["Content-Security-Policy"] == values.UNFRAMED
    policies = {
        route["route"]: route["headers"]["Content-Security-Policy"]
        for route in told["routes"]
        if "Content-Security-Policy" in route["headers"]
    }
    assert policies == {"/b/*": values.FRAMED, "/l/*": values.FRAMED}


def test_below_a_path_the_patterns_begin_with_it() -> None:
    assert "\n/tillit/b/*\n" in hosting.underscored("/tillit", PLACES)
    assert {route["route"][:8] for route in json.loads(hosting.azure("/tillit"))["routes"]} == {"/tillit/"}
    assert "ErrorDocument 404 /tillit/404.html" in hosting.htaccess("/tillit")


@pytest.mark.parametrize("directive", ["frame-ancestors", "report-uri", "sandbox"])
def test_the_policy_in_a_page_holds_nothing_that_only_a_header_can_say(directive: str) -> None:
    assert directive not in values.IN_HEAD
    assert "unsafe" not in values.UNFRAMED
