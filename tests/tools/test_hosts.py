"""Which address is the writer's own machine."""

from __future__ import annotations

import pytest

from guide.tools.hosts import reachable


@pytest.mark.parametrize(
    "address",
    [
        *("", "http://localhost:8000/", "http://LOCALHOST/x", "http://guide.localhost/", "http://127.0.0.1:8000/"),
        *("http://[::1]:8000/", "http://0.0.0.0/", "/tillit/", "http://[::1/"),
    ],
)
def test_no_address_that_others_can_reach(address: str) -> None:
    assert reachable(address) == ""


@pytest.mark.parametrize("address", ["https://guide.example/", "http://localhost.example/", "https://x.se/tillit/"])
def test_an_address_is_kept_as_it_is(address: str) -> None:
    assert reachable(address) == address
