"""What browser tests share: pages that listen for errors and for foreign hosts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from visits import DESKTOP, Open, Visit


@pytest.fixture
def visit(browser: Browser, site_url: str) -> Iterator[Open]:
    """Give a function that opens a profile; at the end no page may have erred or asked another host."""
    visits: list[Visit] = []

    def opened(viewport: dict[str, int] = DESKTOP, **options: Any) -> Visit:
        context = browser.new_context(viewport=viewport, locale="sv-SE", reduced_motion="reduce", **options)
        page = context.new_page()
        made = Visit(page, site_url)
        own = urlsplit(site_url).netloc

        def on_request(request: Any) -> None:
            address = urlsplit(request.url)
            if address.scheme in {"http", "https", "ws", "wss"} and address.netloc != own:
                made.foreign.append(request.url)

        page.on("request", on_request)
        page.on("pageerror", lambda error: made.errors.append(str(error)))
        page.on("console", lambda message: made.errors.append(message.text) if message.type == "error" else None)
        visits.append(made)
        return made

    yield opened
    for made in visits:
        made.page.context.close()
        assert made.foreign == [], "requests to other hosts"
        assert made.errors == [], "errors in the console"
