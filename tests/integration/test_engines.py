"""A walk through the guide in Firefox and WebKit: it reads, searches, changes language, filters and asks questions.

Chromium runs all other browser tests. These show that nothing of it rests on that engine; they are skipped, with a
message, on a machine that lacks the browser.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from engines import Engine, EngineMissing, firefox, until, webkit

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    opened = firefox(tmp_path_factory.mktemp("firefox")) if request.param == "firefox" else webkit()
    try:
        with opened as browser:
            yield browser
    except EngineMissing as missing:
        pytest.skip(str(missing))


def test_a_page_reads_and_nothing_scrolls_sideways(engine: Engine, site_url: str) -> None:
    for path in ("/", "/steg/ledarskap/", "/exempel/", "/en/measure/indicators/"):
        engine.go(site_url + path)
        assert engine.run("return document.querySelectorAll('h1').length") == 1
        assert engine.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
        assert engine.run("return document.documentElement.classList.contains('js')"), path


def test_the_search_finds(engine: Engine, site_url: str) -> None:
    engine.go(f"{site_url}/en/faq/?q=what+is+trust-based+steering")
    until(engine, "document.querySelector('#guide-search[open] [role=option]')")
    engine.run("document.querySelector('#guide-search [role=option] a, #guide-search a[role=option]').click()")
    until(engine, "location.hash.length > 1 && !document.querySelector('#guide-search[open]')")


def test_the_language_is_changed(engine: Engine, site_url: str) -> None:
    engine.go(f"{site_url}/steg/ledarskap/")
    engine.run("document.querySelector('a[data-guide-language]').click()")
    until(engine, "location.pathname === '/en/steps/leadership/' && document.readyState === 'complete'")
    assert engine.run("return document.documentElement.lang") == "en"


def test_cases_are_filtered(engine: Engine, site_url: str) -> None:
    engine.go(f"{site_url}/exempel/")
    shown = "[...document.querySelectorAll('.guide-cases tbody tr')].filter(row => row.offsetHeight).length"
    until(engine, "document.querySelector('main select[name=country], main select')")
    before = engine.run(f"return {shown}")
    engine.run(
        "const option = document.querySelector('main option[value=NO]'); option.selected = true;"
        "option.closest('select').dispatchEvent(new Event('change', { bubbles: true }))"
    )
    until(engine, f"{shown} < {before} && {shown} > 0")


def test_a_quiz_answers(engine: Engine, site_url: str) -> None:
    engine.go(f"{site_url}/steg/ledarskap/")
    until(engine, "document.querySelector('.guide-quiz input[type=radio]')")
    before = engine.run("return document.querySelector('.guide-quiz').innerText.length")
    engine.run(
        "const quiz = document.querySelector('.guide-quiz'); quiz.querySelector('input[type=radio]').click();"
        "quiz.querySelector('button')?.click()"
    )
    until(engine, f"document.querySelector('.guide-quiz').innerText.length > {before}")


def test_a_words_explanation_opens_by_a_press(engine: Engine, site_url: str) -> None:
    engine.go(f"{site_url}/steg/ledarskap/")
    engine.run("document.querySelector('.guide-term').focus()")
    until(engine, "document.querySelector('.guide-definition')?.offsetHeight > 0")
