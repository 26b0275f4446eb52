"""The site as hosts send it: by real servers with the ready files, and from a folder, where nothing is sent."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import Message
from html import escape
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from group_codes import MANAGERS, STAFF
from guide.addresses import hosting as values
from hosts import STARTS, hosted
from serving import serve
from visits import DESKTOP, until

PLACES = ["server", "folder"]


def test_each_page_says_the_policy_before_it_loads_anything(site_dir: Path) -> None:
    pages = list(site_dir.rglob("*.html"))
    assert len(pages) > 1000
    for file in pages:
        (head,) = html.parse(file).xpath("/html/head")
        told = [child for child in head if child.get("http-equiv") == "Content-Security-Policy"]
        assert [each.get("content") for each in told] == [values.POLICY], file
        before = head[: head.index(told[0])]
        assert [child.tag for child in before if child.get("charset") is None] == [], file


# What is sent ---------------------------------------------------------------


@pytest.fixture(scope="module", params=STARTS)
def host(request: pytest.FixtureRequest, site_dir: Path) -> Iterator[str]:
    with hosted(request.param, site_dir) as address:
        yield address


def answer(address: str) -> tuple[int, Message]:
    try:
        with urlopen(address) as found:
            return found.status, found.headers
    except HTTPError as missing:
        return missing.code, missing.headers


def test_every_answer_carries_the_headers(host: str, site_dir: Path) -> None:
    script = next(site_dir.glob("assets/js/guide.*.js")).relative_to(site_dir).as_posix()
    sheet = next(site_dir.glob("assets/css/guide.*.css")).relative_to(site_dir).as_posix()
    index = next(site_dir.glob("assets/search/sv-index.*.js")).relative_to(site_dir).as_posix()
    card = next(site_dir.glob("assets/cards/*.png")).relative_to(site_dir).as_posix()
    own, shared = (values.UNFRAMED, values.OWN), (values.FRAMED, values.SHARED)
    for path, status, (policy, resource), cache in (
        ("", 200, own, values.ANEW),
        ("en/steps/leadership/", 200, own, values.ANEW),
        ("en/?q=embed", 200, own, values.ANEW),
        ("en/?embedded=1", 200, own, values.ANEW),
        ("not-there/", 404, own, values.ANEW),
        ("en/steps/leadership/?embed", 200, shared, values.ANEW),
        ("en/steps/leadership/?a=1&embed=", 200, shared, values.ANEW),
        ("b/sv/faq-what-is-it/", 200, shared, values.ANEW),
        ("l/steps-leadership/", 200, shared, values.ANEW),
        ("l/en/steps-leadership/", 200, shared, values.ANEW),
        (script, 200, own, values.KEPT),
        (sheet, 200, own, values.KEPT),
        (index, 200, own, values.KEPT),
        (card, 200, (values.UNFRAMED, values.SHARED), values.SHORTLY),
        ("assets/img/favicon.svg", 200, own, values.SHORTLY),
        ("addresses.json", 200, own, values.ANEW),
    ):
        found, headers = answer(f"{host}/{path}")
        assert found == status, path
        sent = {name: headers.get_all(name) for name in headers}
        expected = {
            **values.EVERYWHERE,
            "Content-Security-Policy": policy,
            "Cross-Origin-Resource-Policy": resource,
            "Cache-Control": cache,
        }
        assert {name: sent.get(name) for name in expected} == {name: [value] for name, value in expected.items()}, path


# A reader's walk ------------------------------------------------------------


@pytest.fixture(scope="module")
def nginx(site_dir: Path) -> Iterator[str]:
    with hosted("nginx", site_dir) as address:
        yield address


@pytest.fixture(params=PLACES)
def start(request: pytest.FixtureRequest, site_dir: Path) -> str:
    return str(request.getfixturevalue("nginx")) if request.param == "server" else site_dir.as_uri()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Give a page; at the end it may have said no error, which each breach of the policy is."""
    context = browser.new_context(viewport=DESKTOP, locale="sv-SE", reduced_motion="reduce")
    page = context.new_page()
    said: list[str] = []
    context.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    context.on("weberror", lambda error: said.append(str(error.error)))
    yield page
    context.close()
    assert said == []


def at(start: str, path: str) -> str:
    """Give an address as a reader comes to it: a folder opened from a disk has no page of its own."""
    bare, mark, rest = path.partition("?")
    return f"{start}/{bare}index.html{mark}{rest}" if start.startswith("file:") else f"{start}/{path}"


def test_a_walk_breaks_no_rule(start: str, page: Page) -> None:
    """Search, language, scheme, explanations, a filter and a self-test."""
    page.goto(at(start, "steg/ledarskap/"))
    page.locator("[data-guide-scheme]").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator(".guide-term").first.hover()
    expect(page.locator(".guide-definition:popover-open")).to_be_visible()
    page.locator("[data-guide-search-open]").click()
    page.locator("#guide-search-query").fill("sjukfrånvaro")
    expect(page.get_by_role("option").first).to_be_visible()
    page.get_by_role("button", name="Sök på engelska").or_(page.locator(".guide-search__other")).first.click()
    until(page, "document.querySelector('#guide-search').dataset.whole?.includes('en')")
    page.keyboard.press("Escape")
    question = page.locator(".guide-quiz__question").first
    question.locator("input").first.check()
    question.get_by_role("button").click()
    expect(question.locator(".guide-quiz__feedback p")).to_be_visible()
    if start.startswith("file:"):
        return  # A site that is made to be opened from a folder names each page's file in its links.
    page.locator("[data-guide-language]").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_a_filter_and_a_search_in_the_address_break_no_rule(start: str, page: Page) -> None:
    page.goto(at(start, "exempel/?country=NL"))
    expect(page.locator(".guide-cases tbody tr:visible")).to_have_count(1)
    page.goto(at(start, "?q=delegation"))
    expect(page.get_by_role("option").first).to_be_visible()


def test_tools_break_no_rule(start: str, page: Page) -> None:
    """A form filled in, shown, saved as a file and opened again; codes put together; an agenda chosen."""
    page.goto(at(start, "verktyg/handlingsplan/"))
    page.locator("[name=q-goal]").fill("Kortare väntan")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Spara som fil").click()
    page.get_by_role("button", name="Visa planen").click()
    with page.expect_download() as taken:
        page.get_by_role("button", name="Word").click()
    assert Path(taken.value.path()).stat().st_size > 1000
    page.reload()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Öppna en sparad plan").click()
    chooser.value.set_files(saved.value.path())
    expect(page.locator("[name=q-goal]")).to_have_value("Kortare väntan")
    page.goto(at(start, "verktyg/gruppens-bild/"))
    page.locator(".guide-tool textarea").first.fill("\n".join([*STAFF, *MANAGERS]))
    page.locator(".guide-tool__button[type=submit]").click()
    expect(page.locator(".guide-tool__result").get_by_role("img")).to_be_visible()
    page.goto(at(start, "verktyg/nulagesanalys/"))
    for group in page.get_by_role("radiogroup").all():
        group.get_by_role("radio").nth(2).check()
    page.get_by_role("button", name="Visa profilen").click()
    expect(page.locator(".guide-tool__result").get_by_role("img").first).to_be_visible()
    page.goto(at(start, "verktyg/samtalsguide/"))
    page.locator(".guide-tool select").last.select_option(index=0)
    expect(page.locator(".guide-tool")).to_contain_text(", 30 minuter")


def test_a_short_address_leads_on(nginx: str, page: Page) -> None:
    page.goto(f"{nginx}/l/en/steps-leadership/")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("l/Steps-Leadership", "/en/steps/leadership/"),
        ("L/SV/STEPS%20LEADERSHIP.?q=x", "/steg/ledarskap/"),
        ("l/", "/en/training/link-to-the-guide/"),
        ("l/Nothing", "/l/nothing/"),
    ],
)
def test_a_short_address_is_found_as_people_type_it(nginx: str, browser: Browser, typed: str, path: str) -> None:
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.goto(f"{nginx}/{typed}")
    until(page, f"location.pathname === '{path}' && document.readyState === 'complete'")
    context.close()


# In other sites' frames -----------------------------------------------------


HOST = """\
<!doctype html>
<html lang="sv"><title>A host</title><link rel="icon" href="data:,"><iframe src="{}" title="The guide"></iframe></html>
"""


def framed(page: Page, tmp_path: Path, address: str) -> None:
    (tmp_path / "index.html").write_text(HOST.format(escape(address)), encoding="utf-8")
    server, other = serve(tmp_path)
    # Another port of this machine is another origin, and another site where its name differs.
    page.goto(other.replace("127.0.0.1", "localhost"), wait_until="load")
    server.shutdown()


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("b/sv/faq-what-is-it/", "main.guide-part h1"),
        ("b/sv/quiz-steps-leadership/", ".guide-quiz__form"),
        ("l/sv/steps-leadership/#checklist", "html.guide-embed #checklist"),
        ("l/steps-leadership/", "html.guide-embed h1"),
        ("steg/ledarskap/?embed", "html.guide-embed h1"),
    ],
)
def test_what_is_published_to_be_framed_is_shown(nginx: str, page: Page, tmp_path: Path, path: str, shown: str) -> None:
    framed(page, tmp_path, f"{nginx}/{path}")
    expect(page.frame_locator("iframe").locator(shown).first).to_be_visible()


def test_in_a_frame_a_link_leads_on(nginx: str, page: Page, tmp_path: Path) -> None:
    framed(page, tmp_path, f"{nginx}/l/sv/steps-leadership/")
    inside = page.frame_locator("iframe")
    inside.locator(".md-content a[href*='../']").first.click()
    until(page, "document.querySelector('iframe')")
    expect(inside.locator("html.guide-embed h1")).not_to_have_text("Utveckla ett tillitsfullt ledarskap")


@pytest.mark.parametrize("path", ["", "steg/ledarskap/", "en/?q=embed", "404.html"])
def test_nothing_else_is(nginx: str, browser: Browser, tmp_path: Path, path: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    framed(page, tmp_path, f"{nginx}/{path}")
    assert any("frame-ancestors" in each for each in said), said
    context.close()
