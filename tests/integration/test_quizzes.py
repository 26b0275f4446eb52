"""Quizzes: answered by mouse, keyboard and touch, explained in a live region, nothing stored or sent."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from visits import DESKTOP, PHONE, RULES, Open, carried

pytestmark = pytest.mark.browser

STEP = "/steg/ledarskap/"


def first_question(page: Page) -> tuple[Locator, int]:
    """The first question and the index of its right option."""
    question = page.locator(".guide-quiz__question").first
    return question, int(question.get_attribute("data-correct") or -1)


def test_a_right_and_a_wrong_answer_are_explained(visit: Open) -> None:
    page = visit(PHONE).go(STEP)
    question, right = first_question(page)
    radios = question.get_by_role("radio")
    status = question.get_by_role("status")
    expect(status).to_be_empty()
    question.get_by_role("button", name="Svara").click()
    expect(status).to_have_text("Välj ett alternativ först.")
    expect(radios.first).to_be_focused()
    radios.nth((right + 1) % radios.count()).check()
    expect(status).to_be_empty()
    question.get_by_role("button", name="Svara").click()
    expect(status).to_contain_text("Nej, inte riktigt. Rätt svar: " + "ABC"[right])
    radios.nth(right).check()
    question.get_by_role("button", name="Svara").click()
    expect(status).to_contain_text("Ja, det stämmer.")
    section = status.get_by_role("link").get_attribute("href") or ""
    status.get_by_role("link").click()
    expect(page.locator(section)).to_be_in_viewport()


def test_works_by_keyboard(visit: Open) -> None:
    page = visit(DESKTOP).go("/en/steps/leadership/")
    question, right = first_question(page)
    question.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    for _ in range(right):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(question.get_by_role("button", name="Answer")).to_be_focused()
    page.keyboard.press("Enter")
    expect(question.get_by_role("status")).to_contain_text("Yes, that is right.")


def test_each_question_is_a_group_with_a_name_of_its_own(visit: Open) -> None:
    page = visit(DESKTOP).go(STEP)
    groups = page.locator(".guide-quiz").get_by_role("group")
    names = groups.evaluate_all("groups => groups.map(group => group.querySelector('legend').textContent)")
    assert len(names) >= 3 and len(set(names)) == len(names)
    assert page.locator(".guide-quiz details").count() == 0
    groups_of_radios = page.locator(".guide-quiz input").evaluate_all("inputs => inputs.map(input => input.name)")
    assert len(set(groups_of_radios)) == len(names)


def test_nothing_is_stored_or_sent(visit: Open) -> None:
    made = visit(DESKTOP)
    page = made.go(STEP)
    before = page.url
    asked = carried(made)
    question, right = first_question(page)
    question.get_by_role("radio").nth(right).check()
    page.keyboard.press("Enter")
    expect(question.get_by_role("status")).to_contain_text("Ja, det stämmer.")
    assert (asked, page.url) == ([], before)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.context.cookies() == []


def test_reads_without_javascript(visit: Open) -> None:
    page = visit(PHONE, java_script_enabled=False).go(STEP)
    question, right = first_question(page)
    answer = question.locator("details p")
    expect(answer).to_be_hidden()
    question.locator("summary").click()
    expect(answer).to_contain_text(f"Rätt svar: {'ABC'[right]}.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_answered_quiz(visit: Open, scheme: str) -> None:
    page = visit(PHONE, color_scheme=scheme).go(STEP)
    question, right = first_question(page)
    question.get_by_role("radio").nth(right).check()
    question.get_by_role("button", name="Svara").click()
    assert Axe().run(page, options=RULES).response["violations"] == []


def test_the_script_is_loaded_only_where_there_is_a_quiz(visit: Open) -> None:
    page = visit(DESKTOP).go("/om/")
    assert page.locator("script[src*='quiz.js']").count() == 0
